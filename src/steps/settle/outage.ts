/** An outage of Binarly is borne once per sweep, not once per status. */
import type { Failed } from '../../model/api-result.ts';
import type { FailureCause } from '../../model/failure-cause.ts';
import type { Outage } from '../../model/outage.ts';
import type { Clock } from '../../polling/clock.ts';

/** How long a failed request is tried again, in milliseconds. */
export const RETRY_MS = 30_000;
export const INTERVAL = { kind: 'auto' } as const;

export interface SharedOutage {
  /** How long a request may still fail in a row, in milliseconds; 0 once that was borne. */
  leftMs(): number;
  /** Takes note of an attempt. @param outage undefined if it did not fail. */
  note(outage: Outage | undefined): void;
  /** Set if nothing answers even after that: then no request needs to be made. */
  failure(): Failed | undefined;
}

export function createSharedOutage(clock: Clock): SharedOutage {
  let sinceMs: number | undefined;
  let silence: Failed | undefined;
  const leftMs = () =>
    sinceMs === undefined ? RETRY_MS : Math.max(0, sinceMs + RETRY_MS - clock.monotonicMs());
  return {
    leftMs,
    note(outage) {
      const type = outage?.failure.cause.type;
      if (outage === undefined || type === undefined || !TROUBLE.has(type)) {
        sinceMs = undefined;
        silence = undefined;
        return;
      }
      sinceMs ??= clock.monotonicMs();
      if (leftMs() === 0 && SILENCE.has(type)) silence = outage.failure;
    },
    failure: () => silence,
  };
}

/** Causes that show that nothing answers. */
const SILENCE: ReadonlySet<FailureCause['type']> = new Set<FailureCause['type']>([
  'network',
  'no-time',
  'no-tls',
  'proxy-connection',
  'proxy-status',
  'tls-handshake',
  'too-slow',
]);
/** Causes that are about the platform. All others are about one scan or one list of findings. */
const TROUBLE: ReadonlySet<FailureCause['type']> = new Set<FailureCause['type']>([
  ...SILENCE,
  'encoded',
  'fresh-token-refused',
  'github',
  'http-status',
  'no-access-token',
  'no-id-token',
  'not-json',
  'not-utf8',
  'too-large',
]);

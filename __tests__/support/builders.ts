/** Plain, valid data for tests; a test overrides the part that it is about. */
import type { Absent, Failed, Refused } from '../../src/model/api-result.ts';
import type { FailureCause } from '../../src/model/failure-cause.ts';
import type { ImageDetails } from '../../src/model/image-details.ts';
import { beginRecord, type ImageRecord } from '../../src/model/image-record.ts';
import type { Outage } from '../../src/model/outage.ts';
import type { Scan } from '../../src/model/scan.ts';
import type { Ended, Verdict } from '../../src/model/verdict.ts';
import type { CallOptions } from '../../src/polling/call-options.ts';
import { type Report, reportOf, type StepSnapshot } from '../../src/steps/wait/report.ts';
import type { Settings } from '../../src/steps/wait/settings.ts';
import { type Instant, parseInstant } from '../../src/util/instant.ts';

/** A token that no server would take for one. */
export const TOKEN = 'token-under-test';

export function settings(overrides: Partial<Settings> = {}): Settings {
  return {
    apiUrl: 'https://dashboard-acme.binarly.cloud',
    credential: { kind: 'token', token: TOKEN },
    product: 'product-1',
    claimedProductId: undefined,
    imageIds: ['image-1'],
    hasEmptyLine: false,
    scanId: undefined,
    createdAfter: undefined,
    timeoutMs: 7_200_000,
    pollInterval: { kind: 'auto' },
    appearanceTimeoutMs: 300_000,
    maxOutageMs: 900_000,
    onTimeout: 'fail',
    policy: undefined,
    baseline: undefined,
    reports: [],
    deferral: undefined,
    ...overrides,
  };
}

/** A wait of 90 s: after three polls, the last of which found the scan in progress. */
export function record(overrides: Partial<ImageRecord> = {}): ImageRecord {
  return {
    ...beginRecord('image-1'),
    scan: scan(),
    lastState: 'in_progress',
    lastKnownState: 'in_progress',
    polls: 3,
    lastUsableMs: 90_000,
    waitedMs: 90_000,
    ...overrides,
  };
}

/** The record of a wait that ended. */
export function ended(verdict: Verdict, overrides: Partial<ImageRecord> = {}): ImageRecord {
  if (verdict.status !== 'deferred') return record({ ended: verdict, ...overrides });
  const { context: deferredTo, isUnread } = verdict;
  const ended = isUnread ? unread() : ({ status: 'timed-out' } as const);
  return record({ ended, deferredTo, ...overrides });
}

/** A scan completed, but its findings could not be read in time. */
function unread(): Ended {
  const times = { forMs: 60_000, reachedApi: true, findings: 'time' } as const;
  return { status: 'unavailable', failure: failed(), ...times };
}

export function snapshot(overrides: Partial<Settings> = {}): StepSnapshot {
  return {
    settings: settings(overrides),
    product: { id: 'product-1', name: undefined },
    nowWallMs: Date.parse('2026-01-26T17:00:00Z'),
  };
}

/** The report of a step with one image. */
export function reportFor(
  verdict: Verdict,
  overrides: Partial<ImageRecord> = {},
  given: Partial<Settings> = {},
): Report {
  return reportOf([ended(verdict, overrides)], snapshot(given));
}

export function scan(overrides: Partial<Scan> = {}): Scan {
  return {
    id: 'scan-1',
    createTime: instant('2026-01-26T15:30:01Z'),
    state: { type: 'in_progress', since: instant('2026-01-26T15:31:00Z') },
    ...overrides,
  };
}

/** A scan in this state, or without a state. */
export function scanIn(type: string | undefined): Scan {
  const state = type === undefined ? undefined : { type, since: instant('2026-01-26T15:45:00Z') };
  return scan({ state });
}

export function details(overrides: Partial<ImageDetails> = {}): ImageDetails {
  return { name: 'Board', version: '1.2', findings: undefined, ...overrides };
}

/** A failed poll: HTTP 502 from a proxy, unless a test says otherwise. */
export function failed(
  cause: FailureCause = { type: 'http-status', status: 502, message: undefined },
  overrides: Partial<Failed> = {},
): Failed {
  return { kind: 'failed', endpoint: 'api', cause, reached: 'busy', ...overrides };
}

/** A row of failed polls. */
export function outage(failure = failed(), times = 1): Outage {
  return { failure, times, sinceMs: 80_000 };
}

export function absent(cause: Absent['cause'] = { type: 'empty-list' }): Absent {
  return { kind: 'absent', cause };
}

export function refused(
  cause: Refused['cause'] = { type: 'http-status', status: 410, error: undefined },
): Refused {
  return { kind: 'refused', endpoint: 'api', cause };
}

/** Limits that never end a request. */
export function limits(overrides: Partial<CallOptions> = {}): CallOptions {
  const { signal } = new AbortController();
  return { limitMs: () => 30_000, signal, beganMs: 0, ...overrides };
}

export function instant(text: string): Instant {
  const parsed = parseInstant(text);
  if (parsed === undefined) throw new Error(`not a time: ${text}`);
  return parsed;
}

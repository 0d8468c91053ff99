/** Plain, valid data for tests, to be overridden where a test cares. */
import type { Scan } from '../src/binarly/scan.ts';
import type { Settings } from '../src/inputs.ts';
import { type Instant, parseInstant } from '../src/rfc3339.ts';
import type { Outcome } from '../src/wait/image.ts';
import { begin, type Progress } from '../src/wait/progress.ts';
import type { Verdict } from '../src/wait/verdict.ts';

export function settings(overrides: Partial<Settings> = {}): Settings {
  return {
    apiUrl: 'https://dashboard-acme.binarly.cloud',
    credential: { kind: 'token', token: 'not-a-token' },
    productId: 'product-1',
    imageId: 'image-1',
    scanId: undefined,
    createdAfter: undefined,
    timeoutMs: 7_200_000,
    pollInterval: { kind: 'auto' },
    appearanceTimeoutMs: 300_000,
    maxOutageMs: 900_000,
    onTimeout: 'fail',
    ...overrides,
  };
}

/** After three polls, the last of which found the scan in progress. */
export function progress(overrides: Partial<Progress> = {}): Progress {
  return { ...begin(0), scan: scan(), stateText: 'in_progress', contact: true, polls: 3, ...overrides };
}

/** After 90 s. */
export function outcome(verdict: Verdict, overrides: Partial<Outcome> = {}): Outcome {
  return { verdict, progress: progress(), waitedMs: 90_000, finishedBefore: false, ...overrides };
}

export function scan(overrides: Partial<Scan> = {}): Scan {
  return {
    id: 'scan-1',
    createTime: instant('2026-01-26T15:30:01Z'),
    state: { type: 'in_progress', since: instant('2026-01-26T15:31:00Z') },
    ...overrides,
  };
}

export function instant(text: string): Instant {
  const parsed = parseInstant(text);
  if (parsed === undefined) throw new Error(`not a time: ${text}`);
  return parsed;
}

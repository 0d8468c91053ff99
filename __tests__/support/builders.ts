/** Plain, valid data for tests, to be overridden where a test cares. */
import type { Scan } from '../../src/binarly/scan.ts';
import type { Settings } from '../../src/inputs.ts';
import { reasonOf } from '../../src/report/reason.ts';
import { type ImageEnding, type Report, reportOf, type Step } from '../../src/report/report.ts';
import { type Instant, parseInstant } from '../../src/util/instant.ts';
import type { Outcome, Wait } from '../../src/wait/image.ts';
import { begin, type Progress } from '../../src/wait/progress.ts';
import type { Verdict } from '../../src/wait/verdict.ts';

export function settings(overrides: Partial<Settings> = {}): Settings {
  return {
    apiUrl: 'https://dashboard-acme.binarly.cloud',
    credential: { kind: 'token', token: 'not-a-token' },
    product: 'product-1',
    imageIds: ['image-1'],
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

/** The wait for the first image of the settings. */
export function wait(overrides: Partial<Settings> = {}): Wait {
  const given = settings(overrides);
  return { ...given, productId: given.product, imageId: given.imageIds[0] ?? '' };
}

/** After three polls, the last of which found the scan in progress. */
export function progress(overrides: Partial<Progress> = {}): Progress {
  return {
    ...begin(0),
    scan: scan(),
    stateText: 'in_progress',
    contact: true,
    polls: 3,
    ...overrides,
  };
}

/** After 90 s. */
export function outcome(verdict: Verdict, overrides: Partial<Outcome> = {}): Outcome {
  return { verdict, progress: progress(), waitedMs: 90_000, finishedBefore: false, ...overrides };
}

/** As the narrator has it in the end. */
export function ending(verdict: Verdict, overrides: Partial<ImageEnding> = {}): ImageEnding {
  const {
    imageId = 'image-1',
    progress: known = progress(),
    waitedMs = 90_000,
    finishedBefore = false,
  } = overrides;
  const reason = reasonOf(
    { verdict, progress: known, waitedMs, finishedBefore },
    { ...wait(), imageId },
  );
  const timeline = { entries: [], more: 0 };
  const { status } = verdict;
  return {
    imageId,
    status,
    progress: known,
    waitedMs,
    finishedBefore,
    reason,
    findings: undefined,
    timeline,
    ...overrides,
  };
}

export function step(overrides: Partial<Settings> = {}): Step {
  return {
    settings: settings(overrides),
    productId: 'product-1',
    nowWallMs: Date.parse('2026-01-26T17:00:00Z'),
  };
}

/** The report of a step with one image. */
export function reportFor(
  verdict: Verdict,
  overrides: Partial<ImageEnding> = {},
  given: Partial<Settings> = {},
): Report {
  return reportOf([ending(verdict, overrides)], step(given));
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

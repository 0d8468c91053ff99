/** Reports to look at: what the summaries in the README and in `npm run preview` show. No real scan is behind them. */
import type { Findings } from '../src/binarly/findings.ts';
import type { Settings } from '../src/inputs.ts';
import { reasonOf } from '../src/report/reason.ts';
import { type ImageEnding, type Report, reportOf } from '../src/report/report.ts';
import { parseInstant } from '../src/util/instant.ts';
import { begin, type Progress } from '../src/wait/progress.ts';
import type { Verdict } from '../src/wait/verdict.ts';

const PRODUCT = '01JZ2ZV5Q4N8E3C6Y7RWKTD0GA';
const SETTINGS: Settings = {
  apiUrl: 'https://dashboard-acme.binarly.cloud',
  credential: { kind: 'token', token: '' },
  product: PRODUCT,
  imageIds: [],
  scanId: undefined,
  createdAfter: undefined,
  timeoutMs: 3_600_000,
  pollInterval: { kind: 'auto' },
  appearanceTimeoutMs: 300_000,
  maxOutageMs: 900_000,
  onTimeout: 'fail',
};
const BEGAN = Date.parse('2026-01-26T15:30:00Z');
const MINUTE_MS = 60_000;

interface Sample {
  readonly image: string;
  readonly scan: string;
  readonly verdict: Verdict;
  readonly state: string;
  /** When the wait for it ended, in minutes from its beginning. */
  readonly minutes: number;
  readonly findings: Findings | undefined;
}

function at(minutes: number) {
  return parseInstant(new Date(BEGAN + minutes * MINUTE_MS).toISOString());
}

function endingOf({ image, scan, verdict, state, minutes, findings }: Sample): ImageEnding {
  const seen = { id: scan, createTime: at(-1), state: { type: state, since: at(minutes) } };
  const progress: Progress = {
    ...begin(0),
    scan: seen,
    stateText: state,
    contact: true,
    polls: Math.ceil(minutes * 3),
  };
  const waitedMs = minutes * MINUTE_MS;
  const wait = { ...SETTINGS, productId: PRODUCT, imageId: image };
  return {
    imageId: image,
    status: verdict.status,
    progress,
    waitedMs,
    reason: reasonOf({ verdict, progress, waitedMs, finishedBefore: false }, wait),
    findings,
    finishedBefore: false,
    timeline: {
      entries: [
        { waitedMs: 1_000, text: `following scan ${scan}, created ${seen.createTime?.text}` },
        { waitedMs: 1_000, text: `scan ${scan} is new` },
        { waitedMs: 46_000, text: `scan ${scan} is in_progress` },
        {
          waitedMs,
          text: verdict.status === 'timed-out' ? 'timed-out' : `scan ${scan} is ${state}`,
        },
      ],
      more: 0,
    },
  };
}

function report(samples: readonly Sample[]): Report {
  const endMinutes = Math.max(...samples.map(({ minutes }) => minutes));
  const step = {
    settings: SETTINGS,
    productId: PRODUCT,
    nowWallMs: BEGAN + endMinutes * MINUTE_MS,
  };
  return reportOf(samples.map(endingOf), step);
}

const completed = { verdict: { status: 'completed' }, state: 'completed' } as const;
const BOOTLOADER: Sample = {
  ...completed,
  image: '01JZ2ZW8H6B00T10ADERXXXX0A',
  scan: '01JZ30CYZY52F5BPR3AAJ2DP89',
  minutes: 7,
  findings: { counts: { knownVulnerability: 12, weakness: 3 }, kev: 1 },
};
const KERNEL: Sample = {
  ...completed,
  image: '01JZ2ZW8H6KERNE1XXXXXXXX0B',
  scan: '01JZ30CZ0A8W3D5H7K9M1P4R6T',
  minutes: 42,
  findings: { counts: { knownVulnerability: 31, secret: 1 }, kev: 0 },
};
const BMC: Sample = {
  ...completed,
  image: '01JZ2ZW8H6BMCXXXXXXXXXXX0C',
  scan: '01JZ30CZ1BX2E4G6J8N0Q3S5V7',
  minutes: 18,
  findings: { counts: {}, kev: 0 },
};

const UNKNOWN = { findings: undefined };

/** By name; the height is that of the picture, in pixels. */
export const samples = {
  green: { report: report([BOOTLOADER, KERNEL, BMC]), height: 560 },
  red: {
    report: report([
      BOOTLOADER,
      {
        ...KERNEL,
        ...UNKNOWN,
        verdict: { status: 'timed-out', trouble: undefined },
        state: 'in_progress',
        minutes: 60,
      },
      { ...BMC, ...UNKNOWN, verdict: { status: 'failed' }, state: 'failed' },
    ]),
    height: 740,
  },
  single: { report: report([KERNEL]), height: 320 },
};

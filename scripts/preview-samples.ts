/** Reports to look at: what the summaries in the README and in `npm run preview` show. No real scan is behind them. */
import type { FindingCounts } from '../src/model/image-details.ts';
import { beginRecord, type ImageRecord } from '../src/model/image-record.ts';
import type { Ended } from '../src/model/verdict.ts';
import { type Report, reportOf } from '../src/steps/wait/report.ts';
import type { Settings } from '../src/steps/wait/settings.ts';
import { parseInstant } from '../src/util/instant.ts';

const PRODUCT = '01JZ2ZV5Q4N8E3C6Y7RWKTD0GA';
const SETTINGS: Settings = {
  apiUrl: 'https://dashboard-acme.binarly.cloud',
  credential: { kind: 'token', token: '' },
  product: PRODUCT,
  claimedProductId: undefined,
  imageIds: [],
  hasEmptyLine: false,
  scanId: undefined,
  createdAfter: undefined,
  timeoutMs: 3_600_000,
  pollInterval: { kind: 'auto' },
  appearanceTimeoutMs: 300_000,
  maxOutageMs: 900_000,
  onTimeout: 'fail',
  policy: undefined,
  baseline: undefined,
  reports: [],
  deferral: undefined,
};
const BEGAN = Date.parse('2026-01-26T15:30:00Z');
const MINUTE_MS = 60_000;

interface Sample {
  readonly image: string;
  readonly name: string;
  readonly scan: string;
  readonly ended: Ended;
  readonly state: string;
  /** When the wait for it ended, in minutes from its beginning. */
  readonly minutes: number;
  readonly findings: FindingCounts | undefined;
}

function at(minutes: number) {
  return parseInstant(new Date(BEGAN + minutes * MINUTE_MS).toISOString());
}

function recordOf({ image, name, scan, ended, state, minutes, findings }: Sample): ImageRecord {
  const seen = { id: scan, createTime: at(-1), state: { type: state, since: at(minutes) } };
  const waitedMs = minutes * MINUTE_MS;
  return {
    ...beginRecord(image),
    scan: seen,
    lastState: state,
    lastKnownState: state,
    polls: Math.ceil(minutes * 3),
    waitedMs,
    ended,
    details: { name, version: '2.4.1', findings },
    timeline: {
      entries: [
        { waitedMs: 1_000, change: { kind: 'chosen', scan: seen } },
        { waitedMs: 1_000, change: { kind: 'state', scan: seen, state: 'new' } },
        { waitedMs: 46_000, change: { kind: 'state', scan: seen, state: 'in_progress' } },
        ...(ended.status === 'timed-out'
          ? []
          : [{ waitedMs, change: { kind: 'state', scan: seen, state } as const }]),
      ],
      more: 0,
    },
  };
}

function report(samples: readonly Sample[]): Report {
  const endMinutes = Math.max(...samples.map(({ minutes }) => minutes));
  return reportOf(samples.map(recordOf), {
    settings: { ...SETTINGS, imageIds: samples.map(({ image }) => image) },
    product: { id: PRODUCT, name: 'Acme Router X1' },
    nowWallMs: BEGAN + endMinutes * MINUTE_MS,
  });
}

const completed = { ended: { status: 'completed' }, state: 'completed' } as const;
const BOOTLOADER: Sample = {
  ...completed,
  image: '01JZ2ZW8H6B00T10ADERXXXX0A',
  name: 'bootloader',
  scan: '01JZ30CYZY52F5BPR3AAJ2DP89',
  minutes: 7,
  findings: { counts: { knownVulnerability: 12, weakness: 3 }, kev: 1 },
};
const KERNEL: Sample = {
  ...completed,
  image: '01JZ2ZW8H6KERNE1XXXXXXXX0B',
  name: 'kernel',
  scan: '01JZ30CZ0A8W3D5H7K9M1P4R6T',
  minutes: 42,
  findings: { counts: { knownVulnerability: 31, secret: 1 }, kev: 0 },
};
const BMC: Sample = {
  ...completed,
  image: '01JZ2ZW8H6BMCXXXXXXXXXXX0C',
  name: 'bmc',
  scan: '01JZ30CZ1BX2E4G6J8N0Q3S5V7',
  minutes: 18,
  findings: { counts: {}, kev: 0 },
};

const UNKNOWN = { findings: undefined };

/** By name; the height is that of the picture, in pixels. */
export const samples = {
  green: { report: report([BOOTLOADER, KERNEL, BMC]), height: 610 },
  red: {
    report: report([
      BOOTLOADER,
      {
        ...KERNEL,
        ...UNKNOWN,
        ended: { status: 'timed-out' },
        state: 'in_progress',
        minutes: 60,
      },
      { ...BMC, ...UNKNOWN, ended: { status: 'failed' }, state: 'failed' },
    ]),
    height: 740,
  },
  single: { report: report([KERNEL]), height: 360 },
};

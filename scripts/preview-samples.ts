/** Summaries to look at, which `npm run preview` shows; none is of a real scan. */
import type { BaselineImage } from '../src/model/baseline.ts';
import type { Finding } from '../src/model/finding.ts';
import type { FindingCounts } from '../src/model/image-details.ts';
import { beginRecord, type ImageRecord } from '../src/model/image-record.ts';
import { type ImagePolicy, judge, type Policy } from '../src/model/policy.ts';
import type { Ended } from '../src/model/verdict.ts';
import type { Settlement } from '../src/steps/settle/settlement.ts';
import { sweepSummary } from '../src/steps/settle/summary.ts';
import { uploadSummary } from '../src/steps/upload/summary.ts';
import { reportOf, reportOfProblems } from '../src/steps/wait/report.ts';
import type { Settings } from '../src/steps/wait/settings.ts';
import { summaryOf } from '../src/steps/wait/summary.ts';
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
  readonly version?: string;
  readonly scan: string;
  readonly ended: Ended;
  readonly state: string;
  /** When the wait for it ended, in minutes from its start. */
  readonly minutes: number;
  readonly findings: FindingCounts | undefined;
  /** What its list of findings has; undefined if it is not read. */
  readonly listed?: readonly Finding[];
}

function at(minutes: number) {
  return parseInstant(new Date(BEGAN + minutes * MINUTE_MS).toISOString());
}

function recordOf(
  sample: Sample,
  policy: ImagePolicy | undefined,
  baseline: BaselineImage | undefined,
): ImageRecord {
  const { image, name, version = '2.4.1', scan, state, minutes, findings, listed } = sample;
  const seen = { id: scan, createTime: at(-1), state: { type: state, since: at(minutes) } };
  const waitedMs = minutes * MINUTE_MS;
  const judgement = policy && listed && judge(listed, [policy]);
  const isBlocked = judgement !== undefined && judgement.blocking.length > 0;
  const ended =
    isBlocked && policy ? ({ status: 'findings', judgement, policy } as const) : sample.ended;
  return {
    ...beginRecord(image),
    scan: seen,
    lastState: state,
    lastKnownState: state,
    polls: Math.ceil(minutes * 3),
    waitedMs,
    ended,
    judgement,
    baseline: judgement && baseline,
    details: { name, version, findings },
    timeline: {
      entries: [
        { waitedMs: 1_000, change: { kind: 'chosen', scan: seen } },
        { waitedMs: 1_000, change: { kind: 'state', scan: seen, state: 'new' } },
        { waitedMs: 46_000, change: { kind: 'state', scan: seen, state: 'in_progress' } },
        ...(ended.status === 'timed-out'
          ? []
          : [{ waitedMs, change: { kind: 'state', scan: seen, state } as const }]),
        ...(judgement && policy
          ? [{ waitedMs, change: { kind: 'judged', judgement, policy, pairs: 1 } as const }]
          : []),
      ],
      more: 0,
    },
  };
}

function summary(samples: readonly Sample[], policy?: Policy, baseline?: BaselineImage): string {
  const endMinutes = Math.max(...samples.map(({ minutes }) => minutes));
  const report = reportOf(
    samples.map((sample) =>
      recordOf(sample, policy && { ...policy, baselineImageId: baseline?.imageId }, baseline),
    ),
    {
      settings: { ...SETTINGS, policy, imageIds: samples.map(({ image }) => image) },
      product: { id: PRODUCT, name: 'Acme Router X1' },
      nowWallMs: BEGAN + endMinutes * MINUTE_MS,
    },
  );
  return summaryOf(report);
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

const UEFI: Sample = {
  ...completed,
  image: '01JZ2ZW8H6VEF1XXXXXXXXXX0D',
  name: 'uefi',
  scan: '01JZ30CZ2CY3F5H7K9M1P4R6TW',
  minutes: 25,
  findings: { counts: { weakness: 2 }, kev: 0 },
};

function finding(
  id: string,
  cve: string,
  rest: Pick<Finding, 'severity' | 'componentName'> & Partial<Finding>,
): Finding {
  return {
    id,
    name: cve,
    displayName: undefined,
    type: 'knownVulnerability',
    status: 'new',
    otherStatus: undefined,
    knownFixedVersion: undefined,
    identifiers: [{ cve }],
    isKev: false,
    side: undefined,
    ...rest,
  };
}

/** All of these were there before, and none is high. */
const KNOWN: readonly Finding[] = Array.from({ length: 9 }, (_, index) =>
  finding(`known-${index}`, `CVE-2024-${1000 + index}`, {
    severity: index < 5 ? 'medium' : 'low',
    componentName: 'busybox',
    side: 'both',
  }),
);

const FOUND: readonly Finding[] = [
  finding('a', 'CVE-2022-37434', {
    displayName: 'Heap overflow in inflateGetHeader',
    severity: 'critical',
    componentName: 'zlib',
    knownFixedVersion: '1.2.13',
    side: 'right',
  }),
  finding('b', 'CVE-2022-0847', {
    displayName: 'Dirty Pipe',
    severity: 'high',
    componentName: 'linux',
    knownFixedVersion: '5.16.11',
    isKev: true,
    side: 'right',
  }),
  finding('c', 'CVE-2022-3602', {
    displayName: 'Buffer overflow in X.509 verification',
    severity: 'high',
    componentName: 'openssl',
    knownFixedVersion: '3.0.7',
    side: 'both',
  }),
  ...KNOWN,
];

const FIRMWARE: Sample = {
  ...completed,
  image: '01JZ2ZW8H6F1RMWAREXXXXXX0E',
  name: 'firmware.bin',
  version: '5f1e0c7',
  scan: '01JZ30CZ3DZ4G6J8N0Q3S5V7XY',
  minutes: 23,
  findings: { counts: { knownVulnerability: 14, weakness: 3, secret: 1 }, kev: 1 },
};

const POLICY: Policy = {
  threshold: 'high',
  failOnKev: false,
  statuses: ['new', 'inProgress'],
  onFindings: 'fail',
  onIncomplete: 'fail',
};
const OF_MAIN: BaselineImage = {
  kind: 'image',
  imageId: '01JZ2ZW8H6RE1EASEXXXXXXX0F',
  scannedMs: BEGAN - 3 * 24 * 60 * MINUTE_MS,
  origin: {
    name: FIRMWARE.name,
    sha: '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d',
    back: 2,
    branch: 'main',
  },
};
const UNKNOWN = { findings: undefined };

const upload = uploadSummary({
  status: 'uploaded',
  reason: '',
  reasonLines: [],
  files: [
    {
      item: {
        path: '/work/build/firmware.bin',
        shown: 'build/firmware.bin',
        stamp: { size: 1_342_177_280, modifiedNs: 0n },
        filename: 'firmware.bin',
        name: FIRMWARE.name,
        version: '5f1e0c7',
      },
      sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      ms: 95_000,
      ended: { status: 'uploaded', image: { id: FIRMWARE.image, scanId: FIRMWARE.scan } },
    },
  ],
  product: { id: PRODUCT, name: 'Acme Router X1' },
  apiUrl: SETTINGS.apiUrl,
});

/** What a sweep made of the pending status of a commit. */
function settlement(
  sha: string,
  sample: Sample,
  outcome: Settlement['outcome'],
  policy?: Policy,
): Settlement {
  const ofImage = policy && { ...policy, baselineImageId: undefined };
  const record = recordOf(sample, ofImage, undefined);
  const known = outcome.kind === 'settled' ? record : { ...record, ended: undefined };
  const image = { imageId: sample.image, scanId: sample.scan };
  return {
    sha,
    base: { branch: 'main', start: { kind: 'parent', of: sha } },
    context: 'binarly-scan',
    targetUrl: '',
    wait: undefined,
    images: [{ image, record: known }],
    outcome,
  };
}

const sweep = sweepSummary(
  [
    settlement(
      '5f1e0c7d8a9b0c1d2e3f405162738495a6b7c8d9',
      { ...FIRMWARE, listed: FOUND },
      {
        kind: 'settled',
        state: 'failure',
        description: '3 findings block: 1 critical, 2 high',
      },
      POLICY,
    ),
    settlement('0a1b2c3d4e5f60718293a4b5c6d7e8f901a2b3c4', BMC, {
      kind: 'settled',
      state: 'success',
      description: '1 completed',
    }),
    settlement(
      '9c8d7e6f5a4b3c2d1e0f9a8b7c6d5e4f3a2b1c0d',
      { ...KERNEL, state: 'in_progress' },
      { kind: 'pending' },
    ),
  ],
  [],
);

const invalid = summaryOf(
  reportOfProblems(
    [
      { input: 'timeout', kind: 'invalid', text: '"60" has no unit: write 60s, 60m or 60h' },
      {
        input: 'image',
        kind: 'invalid',
        text: 'is empty: set it to the image ID that the upload returned',
      },
    ],
    BEGAN,
  ),
);

/** By name; the height is that of the picture, in pixels, at a width of 1280. */
export const samples = {
  green: { markdown: summary([BOOTLOADER, KERNEL, BMC, UEFI]), height: 820 },
  red: {
    markdown: summary([
      BOOTLOADER,
      {
        ...KERNEL,
        ...UNKNOWN,
        ended: { status: 'timed-out' },
        state: 'in_progress',
        minutes: 60,
      },
      { ...BMC, ...UNKNOWN, ended: { status: 'failed' }, state: 'failed' },
      UEFI,
    ]),
    height: 900,
  },
  single: { markdown: summary([KERNEL]), height: 400 },
  findings: { markdown: summary([{ ...FIRMWARE, listed: FOUND }], POLICY), height: 860 },
  warned: {
    markdown: summary([{ ...FIRMWARE, listed: FOUND }], { ...POLICY, onFindings: 'warn' }),
    height: 900,
  },
  passed: { markdown: summary([{ ...FIRMWARE, listed: KNOWN }], POLICY), height: 520 },
  baseline: { markdown: summary([{ ...FIRMWARE, listed: FOUND }], POLICY, OF_MAIN), height: 860 },
  upload: { markdown: upload, height: 300 },
  sweep: { markdown: sweep, height: 860 },
  invalid: { markdown: invalid, height: 200 },
};

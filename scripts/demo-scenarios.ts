/** What `npm start -- NAME` can show. To add a scenario, add an entry. */

import type { ScanScript, Script } from '../emulator/script.ts';
import { BUILT_COMMIT, SCANNED_COMMIT } from './demo-base-branch.ts';
import { FINDINGS } from './demo-findings.ts';

export interface Scenario {
  /** What happens, in one line. */
  readonly about: string;
  /** What the emulator holds besides the product. */
  readonly script: Pick<Script, 'images' | 'faults' | 'uploads'>;
  /** Besides `api-url`, `token` and `product`, or instead of them. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly exitCode: 0 | 1;
  /** Whether the step may hand over to a commit status, which sweeps then settle. */
  readonly isDeferred?: true;
  /** Whether the step runs for a pull request on an emulated GitHub. */
  readonly isPullRequest?: true;
  /** Whether another step uploads the file whose image is waited for. */
  readonly isUploaded?: true;
}

export const PRODUCT = { id: '01JZ2ZV5Q4N8E3C6Y7RWKTD0GA', name: 'Demo board' };
const productId = PRODUCT.id;
const BOOTLOADER = '01JZ2ZW8H6B00T10ADERXXXX0A';
const EARLIER_BOOTLOADER = '01JY2ZW8H6B00T10ADERXXXX0Z';
const KERNEL = '01JZ2ZW8H6KERNE1XXXXXXXX0B';
const BMC = '01JZ2ZW8H6BMCXXXXXXXXXXX0C';
const DAY_MS = 86_400_000;

/** A scan that ends so many milliseconds after the first request; without `endMs`, it goes on. */
function scan(id: string, type = 'completed', endMs?: number): ScanScript {
  const states = [
    { atMs: -1_000, type: 'new' },
    { atMs: 2_000, type: 'in_progress' },
  ];
  if (endMs !== undefined) states.push({ atMs: endMs, type });
  return { id, createdMs: -1_000, states };
}

/** Older than what the step waits for, which the action has to ignore. */
const YESTERDAYS_SCAN: ScanScript = {
  id: '01JY0SCAN0FYESTERDAYXXXX00',
  createdMs: -DAY_MS,
  states: [{ atMs: -DAY_MS + 600_000, type: 'failed' }],
};

/** Of an earlier image of the bootloader. */
const YESTERDAYS_COMPLETED_SCAN: ScanScript = {
  id: '01JY0SCAN0FYESTERDAYXXXX01',
  createdMs: -DAY_MS,
  states: [{ atMs: -DAY_MS + 600_000, type: 'completed' }],
};

function oneImage(...scans: ScanScript[]): Scenario['script'] {
  return { images: [{ productId, imageId: BOOTLOADER, scans }] };
}

function counts(kev: number, types: Readonly<Record<string, number>>) {
  const findingTypeCounts = Object.entries(types).map(([type, count]) => ({ type, count }));
  return { findingTypeCounts, kev };
}

export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  several: {
    about: 'three images in one step, all of which complete',
    script: {
      images: [
        {
          productId,
          imageId: BOOTLOADER,
          scans: [YESTERDAYS_SCAN, scan('01JZ30CYZY52F5BPR3AAJ2DP89', 'completed', 4_000)],
          counts: counts(1, { knownVulnerability: 12 }),
        },
        {
          productId,
          imageId: KERNEL,
          scans: [scan('01JZ30CZ0A8W3D5H7K9M1P4R6T', 'completed', 14_000)],
          counts: counts(0, { knownVulnerability: 3, secret: 1 }),
        },
        {
          productId,
          imageId: BMC,
          scans: [scan('01JZ30CZ1BX2E4G6J8N0Q3S5V7', 'completed', 9_000)],
          counts: counts(0, {}),
        },
      ],
    },
    inputs: { image: [BOOTLOADER, KERNEL, BMC].join('\n') },
    exitCode: 0,
  },
  failed: {
    about: 'a scan that fails on the platform',
    script: oneImage(scan('01JZ30CYZY52F5BPR3AAJ2DP89', 'failed', 4_000)),
    inputs: { image: BOOTLOADER },
    exitCode: 1,
  },
  timeout: {
    about: 'a scan that does not finish in time',
    script: oneImage(scan('01JZ30CYZY52F5BPR3AAJ2DP89')),
    inputs: { image: BOOTLOADER, timeout: '12s' },
    exitCode: 1,
  },
  'no-scan': {
    about: 'an image that nobody scans',
    script: oneImage(),
    inputs: { image: BOOTLOADER, 'appearance-timeout': '8s' },
    exitCode: 1,
  },
  findings: {
    about: 'a scan that completes with a new finding that blocks',
    script: {
      images: [
        {
          productId,
          imageId: BOOTLOADER,
          scans: [scan('01JZ30CYZY52F5BPR3AAJ2DP89', 'completed', 4_000)],
          counts: counts(1, { knownVulnerability: 4 }),
          findings: { rows: FINDINGS.now },
        },
        {
          productId,
          imageId: EARLIER_BOOTLOADER,
          scans: [YESTERDAYS_COMPLETED_SCAN],
          findings: { rows: FINDINGS.baseline },
        },
      ],
    },
    inputs: {
      image: BOOTLOADER,
      'fail-on-severity': 'high',
      'fail-on-kev': 'true',
      'baseline-image': EARLIER_BOOTLOADER,
    },
    exitCode: 1,
  },
  'base-branch': {
    about: 'a pull request with a finding that its base branch has, and a new one that blocks',
    script: {
      images: [
        {
          productId,
          imageId: BOOTLOADER,
          version: BUILT_COMMIT,
          scans: [scan('01JZ30CYZY52F5BPR3AAJ2DP89', 'completed', 4_000)],
          counts: counts(0, { knownVulnerability: 2 }),
          findings: { rows: FINDINGS.pullRequest },
        },
        {
          productId,
          imageId: EARLIER_BOOTLOADER,
          version: SCANNED_COMMIT,
          scans: [YESTERDAYS_COMPLETED_SCAN],
          findings: { rows: FINDINGS.baseline },
        },
      ],
    },
    inputs: {
      image: BOOTLOADER,
      'fail-on-severity': 'high',
      'baseline-image': 'base-branch',
    },
    exitCode: 1,
    isPullRequest: true,
  },
  upload: {
    about: 'a file that is uploaded over a bad network, then the wait for its scan',
    script: {
      images: [],
      uploads: {
        states: [
          { atMs: 0, type: 'new' },
          { atMs: 3_000, type: 'in_progress' },
          { atMs: 9_000, type: 'completed' },
        ],
        storage: [{ fault: { kind: 'cut-body', afterBytes: 4_000_000 }, to: 1 }],
        finishing: [{ answer: { kind: 'reset' }, to: 1 }],
      },
    },
    inputs: {},
    exitCode: 0,
    isUploaded: true,
  },
  defer: {
    about: 'a wait that is handed over to a commit status and settled by a sweep',
    script: oneImage(scan('01JZ30CYZY52F5BPR3AAJ2DP89', 'completed', 15_000)),
    inputs: { image: BOOTLOADER, timeout: '6s', 'on-timeout': 'defer' },
    exitCode: 0,
    isDeferred: true,
  },
  inputs: {
    about: 'invalid inputs, all reported at once',
    script: oneImage(),
    inputs: { image: BOOTLOADER, token: '', timeout: '90', 'on-timeout': 'ignore' },
    exitCode: 1,
  },
};

/** The evidence that the built action leaves: SARIF, verdict, summary, and the platform's reports. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { startEmulator } from '../../emulator/binarly.ts';
import { apiError, type Fault, jsonAnswer } from '../../emulator/faults.ts';
import { runStep, type StepOptions, type StepResult } from '../../emulator/runner.ts';
import type { FaultScript, ImageScript, ScanScript } from '../../emulator/script.ts';
import { systemClock } from '../../src/polling/clock.ts';
import { problemsOfSarif, type SarifLog } from '../support/sarif.ts';
import { imageIn, openRepository } from './deferral.ts';
import { expectComplete, IDS, RUNNER_KILLS_AFTER_MS, scanIn, TOKEN } from './step.ts';

const OTHER = '01JZ2ZW8H6JMAGE000000000BB';
const temp = mkdtempSync(join(tmpdir(), 'evidence-'));
afterAll(() => rmSync(temp, { recursive: true, force: true }));

const HIGH = {
  id: 'finding-1',
  severity: 'high',
  type: 'knownVulnerability',
  status: 'new',
  displayName: 'Overflow',
  componentName: 'openssl',
  knownFixedVersion: '3.0.14',
  identifiers: [{ cve: 'CVE-2026-0001' }],
};
const COUNTS = { findingTypeCounts: [], kev: 0 };
const CLEAN = { counts: COUNTS, findings: { rows: [] } };
const VULNERABLE = { counts: COUNTS, findings: { rows: [HIGH] } };

function image(more: Partial<ImageScript> = {}): ImageScript {
  return { productId: IDS.product, imageId: IDS.image, scans: [scanIn('completed')], ...more };
}

function renamed(row: typeof HIGH): typeof HIGH {
  return { ...row, id: `other-${row.id}` };
}

let steps = 0;

interface Left extends StepResult {
  readonly temp: string;
  readonly requests: readonly string[];
}

function rows(count: number, more: object = {}) {
  return Array.from({ length: count }, (_, index) => ({
    ...HIGH,
    id: `finding-${index}`,
    ...more,
  }));
}

/** Runs the step in a folder that stays there. */
async function leave(
  images: readonly ImageScript[],
  inputs: Readonly<Record<string, string>> = {},
  more: StepOptions & { readonly faults?: readonly FaultScript[] } = {},
): Promise<Left> {
  steps += 1;
  const own = join(temp, `${steps}`);
  mkdirSync(own);
  const { faults = [], env, ...options } = more;
  const emulator = await startEmulator({ token: TOKEN, images, faults }, systemClock);
  try {
    const given = { 'api-url': emulator.url, token: TOKEN, ...IDS, 'poll-interval': '1s' };
    const result = await runStep(
      { ...given, image: images.map(({ imageId }) => imageId).join('\n'), ...inputs },
      { ...options, env: { RUNNER_TEMP: own, ...env } },
    );
    return { ...result, temp: own, requests: [...emulator.requests] };
  } finally {
    await emulator.close();
  }
}

function read(result: StepResult, output: string): string {
  return readFileSync(`${result.outputs[output]}`, 'utf8');
}

interface Predicate {
  readonly result: string;
  readonly configuration: readonly unknown[];
  readonly [list: string]: unknown;
}

function verdict(result: StepResult): Predicate {
  return JSON.parse(read(result, 'verdict-file')) as Predicate;
}

/** The names of all files in the new folder of the step, whichever outputs name them. */
function filesOf({ temp }: Left): readonly string[] {
  const [folder = ''] = readdirSync(temp);
  return readdirSync(join(temp, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();
}

/** No file of the process may have more than 8 KiB, as on a disk that is full. */
const LITTLE_ROOM = ['prlimit', '--fsize=8192'];

const RUN = {
  GITHUB_SERVER_URL: 'https://github.example',
  GITHUB_REPOSITORY: 'acme/firmware',
  GITHUB_RUN_ID: '7',
  GITHUB_RUN_ATTEMPT: '2',
};

describe.concurrent('the files of a step', () => {
  it('are in one new folder', async () => {
    const inputs = { 'fail-on-severity': 'high', reports: 'sbom-spdx' };
    const result = await leave([image(VULNERABLE)], inputs);
    expectComplete(result);
    const names = ['findings-file', 'sarif-file', 'summary-file', 'verdict-file', 'reports'];
    const folders = new Set(names.map((name) => dirname(`${result.outputs[name]}`)));
    expect(folders.size).toBe(1);
    expect(readdirSync(result.temp)).toHaveLength(1);
  });

  it('are written for a scan without a policy, too, except for findings', async () => {
    const result = await leave([image()], {}, { env: RUN });
    expectComplete(result);
    expect(result.outputs).toMatchObject({ 'findings-file': '', 'sarif-file': '', reports: '' });
    expect(read(result, 'summary-file')).toBe(result.summary);
    expect(verdict(result)).toMatchObject({
      result: 'PASSED',
      url: 'https://github.example/acme/firmware/actions/runs/7/attempts/2',
      passedTests: [expect.stringContaining(`of image ${IDS.image} (firmware): completed`)],
      failedTests: [],
    });
  });

  it('have no verdict if an input is invalid, but a summary', async () => {
    const result = await leave([image()], { timeout: 'soon' });
    expectComplete(result);
    expect(result.outputs).toMatchObject({ 'verdict-file': '', 'sarif-file': '', reports: '' });
    expect(read(result, 'summary-file')).toBe(result.summary);
  });

  it.each([
    ['a failed scan', 'failed', {}, 'FAILED'],
    ['a timeout', 'in_progress', { timeout: '0s' }, 'FAILED'],
    ['a timeout let pass', 'in_progress', { timeout: '0s', 'on-timeout': 'warn' }, 'WARNED'],
  ])('have the verdict on %s', async (_, state, inputs, expected) => {
    const result = await leave([image({ scans: [scanIn(state)] })], inputs);
    expectComplete(result);
    expect(verdict(result).result).toBe(expected);
  });

  it('are one sentence if they cannot be written, and the step is red', async () => {
    const missing = join(temp, 'missing');
    const result = await leave([image()], {}, { env: { RUNNER_TEMP: missing } });
    expect(result.code).toBe(1);
    expectComplete(result);
    expect(result.annotations).toEqual([
      { level: 'error', message: expect.stringMatching(/^Could not write the output .*ENOENT/) },
    ]);
    expect(result.outputs).toMatchObject({ 'summary-file': '', 'verdict-file': '' });
  });

  it.skipIf(process.platform !== 'linux')(
    'are one sentence on a disk that is read-only, and so are reports',
    async () => {
      // The kernel's own files: nobody may create another one, not even root.
      const env = { RUNNER_TEMP: '/sys' };
      const files = await leave([image()], {}, { env });
      const reports = await leave([image()], { reports: 'sbom-spdx' }, { env });
      for (const { code, annotations } of [files, reports]) {
        expect(code).toBe(1);
        expect(annotations).toEqual([
          {
            level: 'error',
            message: expect.stringMatching(/^Could not write .*(EROFS|EACCES|EPERM)/),
          },
        ]);
      }
      expect([files, reports].map(({ outputs }) => outputs['verdict-file'])).toEqual(['', '']);
      expect(reports.requests.filter((request) => request.includes(SPDX))).toEqual([]);
    },
  );

  it.skipIf(process.platform !== 'linux')(
    'are whole or not there if the disk is full, which is one sentence and red',
    async () => {
      const many = { counts: COUNTS, findings: { rows: rows(100) } };
      const result = await leave(
        [image(many)],
        { 'fail-on-severity': 'high', 'on-findings': 'warn' },
        { launcher: LITTLE_ROOM },
      );
      expect(result.code).toBe(1);
      expectComplete(result);
      expect(result.outputs).toMatchObject({
        status: 'error',
        'findings-file': '',
        'sarif-file': '',
      });
      expect(result.annotations).toEqual([
        {
          level: 'error',
          message: expect.stringMatching(/^Could not write the output findings-file \(.*EFBIG/),
        },
      ]);
      expect(filesOf(result)).toEqual(['summary.md', 'verdict.json']);
      expect(verdict(result).result).toBe('FAILED');
    },
  );

  it('say FAILED after a green verdict whose outputs could not be written', async () => {
    const env = { GITHUB_OUTPUT: join(temp, 'missing', 'outputs') };
    const result = await leave([image()], {}, { env });
    expect(result.code).toBe(1);
    expect(filesOf(result)).toEqual(['summary.md', 'verdict.json']);
    const [folder = ''] = readdirSync(result.temp);
    const text = readFileSync(join(result.temp, folder, 'verdict.json'), 'utf8');
    expect((JSON.parse(text) as Predicate).result).toBe('FAILED');
    expect(readFileSync(join(result.temp, folder, 'summary.md'), 'utf8')).toBe(result.summary);
  });

  it('say FAILED if the wait is deferred, because nothing was concluded', async () => {
    const repository = await openRepository();
    const own = mkdtempSync(join(temp, 'deferred-'));
    const env = { RUNNER_TEMP: own };
    const result = await repository.wait([imageIn('in_progress')], {}, { options: { env } });
    await repository.close();
    expect(result).toMatchObject({ code: 0, outputs: { status: 'deferred' } });
    expect(verdict(result)).toMatchObject({
      result: 'FAILED',
      passedTests: [],
      failedTests: [expect.stringMatching(/: deferred$/)],
    });
  });

  it('have room in a comment with 300 images of long names', async () => {
    const images = Array.from({ length: 300 }, (_, index) =>
      image({
        imageId: `01JZ2ZW8H6JMAGE00000000${String(index).padStart(3, '0')}`,
        name: '<b>'.repeat(60),
        scans: [scanIn('failed')],
      }),
    );
    const result = await leave(images);
    expectComplete(result);
    const text = read(result, 'summary-file');
    expect(text.length).toBeLessThanOrEqual(65_000);
    expect(result.summary.length).toBeGreaterThan(65_000);
    expect(text).toMatch(/^## ❌ Binarly scans: 300 failed\n/);
  });

  it.skipIf(process.platform === 'win32')(
    'are elsewhere if RUNNER_TEMP has a character that a shell acts on',
    async () => {
      const result = await leave([image()], {}, { env: { RUNNER_TEMP: "/it's $HOME" } });
      expect(result.code).toBe(0);
      expectComplete(result);
      expect(existsSync(`${result.outputs['verdict-file']}`)).toBe(true);
      rmSync(dirname(`${result.outputs['verdict-file']}`), { recursive: true });
    },
  );

  it.skipIf(process.platform === 'win32')(
    'are an error that names RUNNER_TEMP if there is no other place',
    async () => {
      const env = { RUNNER_TEMP: '/x$y', TMPDIR: "/it's" };
      const result = await leave([image()], {}, { env });
      expect(result.code).toBe(1);
      expectComplete(result);
      expect(result.outputs['reason']).toContain('set RUNNER_TEMP to a folder');
    },
  );
});

describe.concurrent('the SARIF file', () => {
  it('has what blocks, valid for code scanning', async () => {
    const result = await leave([image(VULNERABLE)], { 'fail-on-severity': 'high' });
    expectComplete(result);
    const text = read(result, 'sarif-file');
    expect(problemsOfSarif(text)).toEqual([]);
    const [run] = (JSON.parse(text) as SarifLog).runs;
    expect(run?.automationDetails.id).toBe('binarly/firmware/');
    expect(run?.results).toMatchObject([
      {
        ruleId: 'CVE-2026-0001',
        level: 'error',
        message: { text: 'Overflow in openssl, fixed in 3.0.14' },
        partialFingerprints: { 'binarlyFindingId/v1': 'finding-1' },
      },
    ]);
    expect(verdict(result).result).toBe('FAILED');
    expect(JSON.parse(read(result, 'findings-file'))).toMatchObject([
      { id: 'finding-1', knownFixedVersion: '3.0.14' },
    ]);
  });

  it('has the worst 5,000 of an image, and the log counts the others', async () => {
    const all = [...rows(100, { severity: 'low' }), ...rows(5_050).map(renamed)];
    const findings = { counts: COUNTS, findings: { rows: all } };
    const result = await leave([image(findings)], { 'fail-on-severity': 'any' });
    expectComplete(result);
    const text = read(result, 'sarif-file');
    expect(problemsOfSarif(text)).toEqual([]);
    const [run] = (JSON.parse(text) as SarifLog).runs;
    expect(run?.results).toHaveLength(5_000);
    expect(new Set(run?.results.map(({ level }) => level))).toEqual(new Set(['error']));
    expect(result.stdout).toContain('only the worst findings: 150 are over the limits of GitHub');
  });

  it('does not exist if the name of an image could not be read, and the log says why', async () => {
    // Behind the scan and two pages of findings come the details.
    const faults = [{ fault: apiError(500, 'busy'), fromRequest: 4 }];
    const result = await leave([image(VULNERABLE)], { 'fail-on-severity': 'high' }, { faults });
    expectComplete(result);
    expect(result.outputs).toMatchObject({ status: 'findings', 'sarif-file': '' });
    expect(result.stdout).toContain('No SARIF file: the name of image');
  });

  it('does not exist if one image of two was not judged', async () => {
    const result = await leave(
      [image(VULNERABLE), image({ imageId: OTHER, scans: [scanIn('failed')] })],
      { 'fail-on-severity': 'high' },
    );
    expectComplete(result);
    expect(result.outputs['sarif-file']).toBe('');
    expect(result.outputs['findings-file']).not.toBe('');
  });

  it('survives hostile names', async () => {
    const name = "../../etc/[x](https://evil)\n##[error]$(id)`' @team #7 <b>";
    const row = { ...HIGH, displayName: name, identifiers: [{ cve: name }] };
    const result = await leave([image({ name, counts: COUNTS, findings: { rows: [row] } })], {
      'fail-on-severity': 'high',
      'on-findings': 'warn',
    });
    expect(result.code).toBe(0);
    expectComplete(result);
    const text = read(result, 'sarif-file');
    expect(problemsOfSarif(text)).toEqual([]);
    expect(text + read(result, 'verdict-file')).not.toContain('##[');
    expect(read(result, 'summary-file')).not.toMatch(/@team|#7|<b>|\]\(/);
    const [run] = (JSON.parse(text) as SarifLog).runs;
    const uri = run?.results[0]?.locations[0]?.physicalLocation.artifactLocation.uri ?? '';
    expect(uri).toMatch(/^etc\/[\w.%-]+\/[\w.%/-]+$/);
    expect(verdict(result).result).toBe('WARNED');
  });
});

const ALL = [
  'sbom-cyclonedx',
  'sbom-spdx',
  'cbom-cyclonedx',
  'vex-openvex',
  'vex-cyclonedx',
  'findings-json',
  'findings-pdf',
];
const SPDX = 'sbomReport:SPDX?contentType=json';

/** A scan that completes a second after the first request. */
const COMPLETES: ScanScript = scanIn('in_progress', {
  states: [
    { atMs: -60_000, type: 'in_progress' },
    { atMs: 500, type: 'completed' },
  ],
});

describe.concurrent('reports', () => {
  it('are all fetched, each by its own request', async () => {
    const images = [image({ scans: [COMPLETES] })];
    const result = await leave(images, { reports: ALL.join(',') });
    expect(result.code).toBe(0);
    expectComplete(result);
    const folder = join(`${result.outputs['reports']}`, IDS.image);
    const files = ALL.map((name) => `${name}.${name === 'findings-pdf' ? 'pdf' : 'json'}`);
    expect(readdirSync(folder).sort()).toEqual(files.toSorted());
    expect(readFileSync(join(folder, 'findings-pdf.pdf'), 'utf8')).toMatch(/^%PDF/);
    expect(JSON.parse(readFileSync(join(folder, 'sbom-spdx.json'), 'utf8'))).toEqual({
      spdxVersion: 'SPDX-2.3',
    });
  });

  it('are fetched of an image with findings, whose verdict stays', async () => {
    const inputs = { 'fail-on-severity': 'high', reports: 'sbom-spdx,vex-openvex' };
    const broken = { [SPDX]: apiError(403, 'no', { permission: 'reports.view' }) };
    const result = await leave([image({ ...VULNERABLE, reports: broken })], inputs);
    expectComplete(result);
    expect(result.outputs['status']).toBe('findings');
    const folder = join(`${result.outputs['reports']}`, IDS.image);
    expect(readdirSync(folder)).toEqual(['vex-openvex.json']);
    expect(result.stdout).toContain('could not fetch the report sbom-spdx');
  });

  it.each<readonly [string, Fault]>([
    ['is not ready', apiError(422, 'scan is not complete')],
    ['is cut', { kind: 'cut', status: 200 }],
    ['breaks off', { kind: 'answer', status: 200, body: '{"packages": [' }],
    ['is answered by a gateway', { kind: 'answer', status: 502, body: '<html>' }],
    ['is reset', { kind: 'reset' }],
  ])('are tried again if one %s', async (_, fault) => {
    const result = await leave(
      [image(CLEAN)],
      { reports: 'sbom-spdx' },
      { faults: [{ fault, only: 'reports', toRequest: 2 }] },
    );
    expect(result.code).toBe(0);
    expectComplete(result);
    expect(result.requests.filter((request) => request.includes(SPDX))).toHaveLength(3);
    const file = join(`${result.outputs['reports']}`, IDS.image, 'sbom-spdx.json');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ spdxVersion: 'SPDX-2.3' });
  });

  it.each<readonly [string, Fault, string]>([
    ['is never ready', apiError(422, 'not complete'), 'HTTP 422: not complete'],
    ['is always cut', { kind: 'cut', status: 200 }, ''],
    ['is no JSON', { kind: 'answer', status: 200, body: '<html>' }, 'not a whole JSON file'],
    ['is only accepted', jsonAnswer(202, {}), 'HTTP 202'],
    ['is not there', apiError(404, 'gone'), 'HTTP 404: gone'],
  ])('turn a completed image unavailable if one %s', async (_, fault, words) => {
    const result = await leave([image({ reports: { [SPDX]: fault } })], {
      reports: 'sbom-spdx,vex-openvex',
      'max-outage': '2s',
    });
    expect(result.code).toBe(1);
    expectComplete(result);
    expect(result.outputs['status']).toBe('unavailable');
    expect(result.outputs['reason']).toMatch(
      /^The report sbom-spdx of scan \w+ could not be fetched/,
    );
    expect(result.outputs['reason']).toContain(words);
    const folder = join(`${result.outputs['reports']}`, IDS.image);
    expect(readdirSync(folder)).toEqual(['vex-openvex.json']);
    expect(verdict(result).result).toBe('FAILED');
  });

  it('are an error that names reports.view if the credential may not read them', async () => {
    const fault = apiError(403, 'no', { permission: 'reports.view', resourceName: 'products/P' });
    const result = await leave([image({ reports: { [SPDX]: fault } })], { reports: 'sbom-spdx' });
    expectComplete(result);
    expect(result.outputs['status']).toBe('error');
    expect(result.outputs['reason']).toContain('lacks the permission reports.view on products/P');
    expect(readdirSync(join(`${result.outputs['reports']}`, IDS.image))).toEqual([]);
  });

  it('are four at once, over all images', async () => {
    const late: Fault = { kind: 'late', afterMs: 1_000, answer: jsonAnswer(200, {}) };
    const names = [SPDX, 'sbomReport:cycloneDX?contentType=json', 'vexReport:openVEX'];
    const own = { reports: Object.fromEntries(names.map((name) => [name, late])) };
    const beganMs = performance.now();
    const result = await leave([image(own), image({ ...own, imageId: OTHER })], {
      reports: 'sbom-cyclonedx,sbom-spdx,vex-openvex',
    });
    expect(result.code).toBe(0);
    // Six, each of which takes a second.
    expect(performance.now() - beganMs).toBeGreaterThan(2_000);
    for (const imageId of [IDS.image, OTHER])
      expect(readdirSync(join(`${result.outputs['reports']}`, imageId))).toHaveLength(3);
  });

  it.skipIf(process.platform !== 'linux')(
    'are whole or not there if the disk is full, which is one sentence and red',
    async () => {
      const large = jsonAnswer(200, { packages: ['x'.repeat(100_000)] });
      const result = await leave(
        [image({ reports: { [SPDX]: large } })],
        { reports: 'sbom-spdx,vex-openvex' },
        { launcher: LITTLE_ROOM },
      );
      expect(result.code).toBe(1);
      expectComplete(result);
      expect(result.outputs['status']).toBe('error');
      expect(result.annotations).toEqual([
        {
          level: 'error',
          message: expect.stringMatching(/^Could not write a file for later steps \(EFBIG.*disk/),
        },
      ]);
      expect(filesOf(result)).toEqual(['summary.md', 'verdict.json', 'vex-openvex.json']);
    },
  );

  it.skipIf(process.platform === 'win32')(
    'are left out by an interruption, which ends a download at once',
    async () => {
      let sentMs = 0;
      const result = await leave(
        [image({ reports: { [SPDX]: { kind: 'stall', status: 200 } } })],
        { reports: 'sbom-spdx' },
        {
          printed(text, child) {
            if (sentMs > 0 || !text.includes('is completed')) return;
            sentMs = performance.now() + 500;
            setTimeout(() => child.kill('SIGTERM'), 500);
          },
        },
      );
      expect(performance.now() - sentMs).toBeLessThan(RUNNER_KILLS_AFTER_MS);
      expectComplete(result);
      expect(result.outputs['status']).toBe('interrupted');
      expect(result.outputs['reason']).toContain('before the reports of');
      expect(verdict(result).result).toBe('FAILED');
      expect(
        filesOf(result).filter(
          (name) => name.startsWith('sbom-spdx.json') && !name.endsWith('.part'),
        ),
      ).toEqual([]);
    },
  );

  it('are not fetched of a scan that failed', async () => {
    const images = [image({ scans: [scanIn('failed')] })];
    const result = await leave(images, { reports: ALL.join('\n') });
    expectComplete(result);
    expect(readdirSync(`${result.outputs['reports']}`)).toEqual([]);
    expect(result.requests.filter((request) => request.includes('Report:'))).toEqual([]);
  });

  it('are an input problem with a deferred wait', async () => {
    const result = await leave([image()], { reports: 'sbom-spdx', 'on-timeout': 'defer' });
    expectComplete(result);
    expect(result.outputs['reason']).toContain('reports cannot be combined with on-timeout: defer');
  });

  it('stay in their folder, whatever the ID of the image', async () => {
    const imageId = '../../x';
    const result = await leave([image({ imageId })], { reports: 'vex-openvex' });
    expect(result.code).toBe(0);
    expect(readdirSync(`${result.outputs['reports']}`)).toEqual(['..%2F..%2Fx']);
  });
});

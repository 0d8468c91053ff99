/** The findings gate of the built action: what passes, what does not, and what proves neither. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startEmulator } from '../../emulator/binarly.ts';
import { apiError, jsonAnswer } from '../../emulator/faults.ts';
import type { FindingRow, FindingsScript } from '../../emulator/findings.ts';
import { runStep, type StepOptions, type StepResult } from '../../emulator/runner.ts';
import type { FaultScript, ScanScript, Script } from '../../emulator/script.ts';
import { systemClock } from '../../src/polling/clock.ts';
import { expectComplete, IDS, scanIn, TOKEN } from './step.ts';

const BASELINE = '01JZ2ZW8H6JMAGE000000000BB';

interface Given {
  readonly findings?: FindingsScript | readonly FindingRow[];
  readonly counts?: object;
  readonly state?: string;
  readonly scans?: readonly ScanScript[];
  readonly more?: Script['images'];
  readonly faults?: readonly FaultScript[];
  readonly inputs?: Readonly<Record<string, string>>;
  readonly printed?: NonNullable<StepOptions['printed']>;
}

interface Judged extends StepResult {
  readonly requests: readonly string[];
  readonly file: readonly Record<string, unknown>[] | undefined;
  readonly scans: readonly Record<string, unknown>[];
}

async function judge({
  findings = [],
  counts,
  state = 'completed',
  scans = [scanIn(state)],
  more = [],
  faults = [],
  inputs,
  printed,
}: Given) {
  const script: FindingsScript = 'rows' in findings ? findings : { rows: findings };
  const image = {
    productId: IDS.product,
    imageId: IDS.image,
    scans,
    findings: script,
    ...(counts === undefined ? {} : { counts }),
  };
  const emulator = await startEmulator(
    { token: TOKEN, images: [image, ...more], faults },
    systemClock,
  );
  const temp = mkdtempSync(join(tmpdir(), 'runner-'));
  try {
    const given = {
      'api-url': emulator.url,
      token: TOKEN,
      ...IDS,
      'poll-interval': '1s',
      'fail-on-severity': 'high',
      ...inputs,
    };
    const result = await runStep(given, {
      env: { RUNNER_TEMP: temp },
      ...(printed && { printed }),
    });
    expectComplete(result);
    const { 'findings-file': path = '', scans = '' } = result.outputs;
    expect(path === '' || path.startsWith(temp)).toBe(true);
    const judged: Judged = {
      ...result,
      requests: emulator.requests,
      file: path === '' ? undefined : JSON.parse(readFileSync(path, 'utf8')),
      scans: JSON.parse(scans),
    };
    return judged;
  } finally {
    await emulator.close();
    rmSync(temp, { recursive: true });
  }
}

function row(id: string, overrides: object = {}): FindingRow {
  return { id, severity: 'high', status: 'new', type: 'knownVulnerability', ...overrides };
}

function rows(count: number, overrides: object = {}): readonly FindingRow[] {
  return Array.from({ length: count }, (_, index) =>
    row(`finding-${String(index).padStart(5, '0')}`, overrides),
  );
}

/** The page of an exact answer, as a fault that hits one request for findings. */
function pageFault(request: number, total: number, list: readonly FindingRow[]): FaultScript {
  const fault = jsonAnswer(200, { total, rows: list });
  return { only: 'findings', fromRequest: request, toRequest: request, fault };
}

describe.concurrent('severity', () => {
  const SEVERITIES = ['critical', 'high', 'medium', 'low', 'unspecified'];

  it.each(['critical', 'high', 'medium', 'low'])(
    'at the threshold %s is red, below it green',
    async (threshold) => {
      const below = SEVERITIES[SEVERITIES.indexOf(threshold) + 1];
      const inputs = { 'fail-on-severity': threshold };
      const at = await judge({ findings: [row('a', { severity: threshold })], inputs });
      expect(at.outputs).toMatchObject({ status: 'findings', state: 'completed' });
      expect(at.outputs['reason']).toBe(
        `1 finding blocks (${threshold}: a): fix or triage it in the Binarly dashboard, or change the policy.`,
      );
      const green = await judge({ findings: [row('a', { severity: below })], inputs });
      expect(green.outputs).toMatchObject({ status: 'completed', reason: '' });
      expect(green.summary.split('\n\n')[1]).toBe(
        `Policy passed&#58; no open finding at or above ${threshold}&#46;`,
      );
      expect(green.file).toEqual([]);
    },
  );

  it('above the threshold is red', async () => {
    const { code, outputs } = await judge({ findings: [row('a', { severity: 'critical' })] });
    expect(code).toBe(1);
    expect(outputs['status']).toBe('findings');
  });

  it.each(['unspecified', 'informational'])(
    '%s is red with the threshold any',
    async (severity) => {
      const findings = [row('a', { severity })];
      const { outputs } = await judge({ findings, inputs: { 'fail-on-severity': 'any' } });
      expect(outputs['status']).toBe('findings');
    },
  );

  it.each([undefined, 'banana'])('%s is red, and the summary says so', async (severity) => {
    const inputs = { 'fail-on-severity': 'critical' };
    const { outputs, summary, scans } = await judge({ findings: [row('a', { severity })], inputs });
    expect(outputs['status']).toBe('findings');
    expect(summary).toContain('1 of unknown severity');
    expect(scans[0]).toMatchObject({ gate: { open: { other: 1 }, blocking: 1 } });
  });

  it('does not matter without a policy, and nothing is asked or written', async () => {
    const inputs = { 'fail-on-severity': 'none' };
    const { outputs, requests, file, scans } = await judge({ findings: rows(3), inputs });
    expect(outputs).toMatchObject({ status: 'completed', 'findings-file': '' });
    expect(file).toBeUndefined();
    expect(scans[0]).toMatchObject({ gate: null });
    expect(requests.some((request) => request.includes('grids'))).toBe(false);
  });
});

describe.concurrent('status and KEV', () => {
  it.each([
    ['new', 'new'],
    ['in progress', 'inProgress'],
    ['rejected', 'rejected'],
    ['remediated', 'remediated'],
  ])('%s is open only if the input names it', async (status, word) => {
    const findings = [row('a', { status })];
    const named = await judge({ findings, inputs: { 'fail-on-status': word } });
    expect(named.outputs['status']).toBe('findings');
    expect(named.file).toMatchObject([{ findingStatus: word }]);
    const others = ['new', 'inProgress', 'rejected', 'remediated'].filter((it) => it !== word);
    const passed = await judge({ findings, inputs: { 'fail-on-status': others.join('\n') } });
    expect(passed.outputs['status']).toBe('completed');
    expect(passed.scans[0]).toMatchObject({ gate: { open: { high: 0 }, blocking: 0 } });
  });

  it('an unknown status is red, and the summary says so', async () => {
    const { outputs, summary } = await judge({ findings: [row('a', { status: 'triaged' })] });
    expect(outputs['status']).toBe('findings');
    expect(summary).toContain('1 of unknown status');
  });

  it('a known exploited vulnerability is red whatever its severity, if the policy says so', async () => {
    const findings = [row('a', { severity: 'low', isKev: true }), row('b', { severity: 'low' })];
    const inputs = { 'fail-on-severity': 'none', 'fail-on-kev': 'true' };
    const { outputs, file } = await judge({ findings, inputs });
    expect(outputs['reason']).toContain('1 finding blocks (low, in CISA KEV: a): ');
    expect(file).toMatchObject([{ id: 'a', isKev: true }]);
    const ignored = await judge({ findings });
    expect(ignored.outputs['status']).toBe('completed');
  });

  it.each([
    [
      'counts know of an exploited one',
      { findingTypeCounts: [], kev: 1 },
      '0 findings in CISA KEV, but the image reports 1',
    ],
    ['counts are missing', undefined, 'no readable count of findings in CISA KEV'],
  ])('a list without an exploited one does not pass if %s', async (_, counts, reason) => {
    const findings = rows(1, { severity: 'low' });
    const inputs = { 'fail-on-kev': 'true', 'max-outage': '0s' };
    const { outputs } = await judge({ findings, ...(counts && { counts }), inputs });
    expect(outputs).toMatchObject({ status: 'unavailable', 'findings-file': '' });
    expect(outputs['reason']).toContain(reason);
    const warn = { ...inputs, 'on-incomplete': 'warn' };
    expect((await judge({ findings, ...(counts && { counts }), inputs: warn })).code).toBe(0);
  });
});

describe.concurrent('reading', () => {
  const low = rows(250, { severity: 'low' });
  const late = [...low, row('zz')];

  it('finds what is on the third page, and hands over all of it', async () => {
    const findings = late.map((it) => ({ ...it, secret: { secret: 'raw' }, description: 'raw' }));
    const result = await judge({ findings });
    expect(result.outputs['status']).toBe('findings');
    expect(result.file).toMatchObject([{ imageId: IDS.image, id: 'zz', severity: 'high' }]);
    expect(result.scans[0]).toMatchObject({ gate: { open: { high: 1, low: 250 }, blocking: 1 } });
    expect(result.summary + JSON.stringify(result.file)).not.toContain('raw');
  });

  it('never passes a list that repeats page 1', async () => {
    const findings = { rows: low, repeatsFirstPage: true };
    const { outputs } = await judge({ findings, inputs: { 'max-outage': '2s' } });
    expect(outputs['status']).toBe('unavailable');
    expect(outputs['reason']).toContain('the list of findings should have 250, but 100 were read');
  });

  it.each([0, 100, 200, 251, 400])(
    'never passes a list of 250 whose total says %i',
    async (total) => {
      const findings = { rows: low, total: () => total };
      const { outputs } = await judge({ findings, inputs: { 'max-outage': '0s' } });
      expect(outputs['status']).toBe('unavailable');
    },
  );

  it('starts over if the list grows while it is read', async () => {
    const findings = { rows: (request: number) => (request < 3 ? low : late) };
    const { outputs, requests } = await judge({ findings });
    expect(outputs['status']).toBe('findings');
    expect(requests.filter((request) => request.includes('grids'))).toHaveLength(7);
  });

  it('finds what appears in the list only seconds after the scan', async () => {
    const findings = { rows: (request: number) => (request < 5 ? low : late) };
    const { outputs } = await judge({ findings });
    expect(outputs['status']).toBe('findings');
  });

  it.each([
    ['severity', { severity: 'critical' }],
    ['status', { status: 'new', severity: 'high' }],
    ['KEV flag', { isKev: true }],
  ])('never passes a finding whose %s changes between two reads', async (_, after) => {
    const before = { severity: 'low', status: 'status' in after ? 'rejected' : 'new' };
    const findings = {
      rows: (request: number) => [row('a', request < 3 ? before : { ...before, ...after })],
    };
    const inputs = { 'fail-on-kev': 'true' };
    const counts = { findingTypeCounts: [{ type: 'weakness', count: 1 }], kev: 0 };
    expect((await judge({ findings, counts, inputs })).outputs['status']).toBe('findings');
  });

  it('never passes a finding that is missed because another one goes between two pages', async () => {
    const critical = row('finding-00100', { severity: 'critical' });
    const all = low.map((it) => (it.id === critical.id ? critical : it));
    // From the second page on, the first finding is gone, and another one has come at the end.
    const shifted = [...all.slice(1), row('zz', { severity: 'low' })];
    const findings = { rows: (request: number) => (request < 2 ? all : shifted) };
    const { outputs, requests } = await judge({ findings });
    expect(outputs['status']).toBe('findings');
    expect(requests.filter((request) => request.includes('grids'))).toHaveLength(8);
  });

  it('passes a list that the counts contradict only with `on-incomplete: warn`', async () => {
    const given = {
      findings: rows(1, { severity: 'low' }),
      counts: { findingTypeCounts: [{ type: 'weakness', count: 120 }], kev: 0 },
    };
    const { outputs } = await judge({ ...given, inputs: { 'max-outage': '0s' } });
    expect(outputs['status']).toBe('unavailable');
    expect(outputs['reason']).toContain('the list has 1 finding, but the image reports 120');
    expect(outputs['reason']).toContain('on-incomplete');
    const warned = await judge({ ...given, inputs: { 'on-incomplete': 'warn' } });
    expect([warned.code, warned.outputs['status']]).toEqual([0, 'completed']);
    expect(warned.annotations).toHaveLength(1);
    expect(warned.summary).toContain('the image reports 120');
  });

  it('never passes what appears within 20 s after the scan completed', async () => {
    const beganMs = Date.now();
    const completedMs = -12_000;
    const states = [{ atMs: completedMs, type: 'completed' }];
    const findings = { rows: () => (Date.now() - beganMs < 7_500 ? low : late) };
    const { outputs } = await judge({ findings, scans: [scanIn('completed', { states })] });
    expect(outputs['status']).toBe('findings');
  });

  const twice = [
    { type: 'weakness', count: 3 },
    { type: 'weakness', count: 0 },
  ];
  it.each([
    ['name a type twice', { findingTypeCounts: twice, kev: 0 }, 'the image reports 3'],
    ['are empty', {}, 'no readable counts'],
    ['have other names', { findingTypeCounts: [{ type: 'weakness', n: 3 }] }, 'no readable counts'],
    ['lack KEV', { findingTypeCounts: [] }, 'no readable counts'],
  ])('never passes an empty list whose counts %s', async (_, counts, reason) => {
    const { outputs } = await judge({ counts, inputs: { 'max-outage': '0s' } });
    expect(outputs['status']).toBe('unavailable');
    expect(outputs['reason']).toContain(reason);
  });

  it('never takes the counts of another image for those of its own', async () => {
    const ofAnother = { id: BASELINE, counts: { findingTypeCounts: [], kev: 0 } };
    const details = { fromRequest: 4, fault: jsonAnswer(200, ofAnother) };
    const inputs = { 'max-outage': '0s' };
    const { outputs, requests } = await judge({ faults: [details], inputs });
    expect(requests[3]).toContain('withCounts');
    expect(outputs['status']).toBe('unavailable');
    expect(outputs['reason']).toContain('the response is about another image');
  });

  it('says that a contradiction lasts, and waits for the counts', async () => {
    const ofList = { id: IDS.image, counts: { findingTypeCounts: twice, kev: 0 } };
    const { stdout, outputs } = await judge({
      findings: rows(2, { severity: 'low' }),
      counts: { findingTypeCounts: [{ type: 'weakness', count: 2 }], kev: 0 },
      // The details after the second read and after the third: each read takes two requests.
      faults: [6, 9].map((request) => {
        return { fromRequest: request, toRequest: request, fault: jsonAnswer(200, ofList) };
      }),
    });
    expect(outputs['status']).toBe('completed');
    expect(stdout).toContain(
      'reading the findings failed twice (the list has 2 findings, but the image reports 3); still trying',
    );
    expect(stdout).toContain('2 open findings, none blocks; it took 3 pairs of reads');
  });

  it('shows in which version a finding is fixed, and asks an older platform for less', async () => {
    const findings = [row('a', { knownFixedVersion: '3.0.9' })];
    const fixed = await judge({ findings });
    expect(fixed.summary).toMatch(/Fixed in.*3&#46;0&#46;9/s);
    expect(fixed.file).toMatchObject([{ knownFixedVersion: '3.0.9' }]);
    const refusal = apiError(400, 'unknown field knownFixedVersion');
    const faults = [{ only: 'findings', toRequest: 1, fault: refusal }] as const;
    const older = await judge({ findings: [row('a')], faults });
    expect(older.outputs['status']).toBe('findings');
  });

  it('is not ended by a 502 in between', async () => {
    const fault = {
      only: 'findings',
      fromRequest: 2,
      toRequest: 3,
      fault: apiError(502, 'bad gateway'),
    } as const;
    const { outputs, stdout, requests } = await judge({ findings: late, faults: [fault] });
    expect(outputs['status']).toBe('findings');
    expect(requests.filter((request) => request.includes('grids'))).toHaveLength(6);
    expect(stdout).toContain(
      'reading the findings failed twice (HTTP 502: bad gateway); still trying',
    );
  });

  it('is ended by a 403, which names the permission', async () => {
    const denied = apiError(403, 'denied', {
      permission: 'products.view',
      resourceName: 'products/P',
    });
    const { outputs } = await judge({ faults: [{ only: 'findings', fault: denied }] });
    expect(outputs['status']).toBe('error');
    expect(outputs['reason']).toContain('products.view on products/P');
  });

  it('is retried after a 404, and after an answer of another shape', async () => {
    const faults = [
      { only: 'findings', toRequest: 1, fault: apiError(404, 'not found') } as const,
      {
        only: 'findings',
        fromRequest: 2,
        toRequest: 2,
        fault: jsonAnswer(200, { rows: [] }),
      } as const,
    ];
    const { outputs } = await judge({ findings: late, faults });
    expect(outputs['status']).toBe('findings');
  });

  it('passes an empty list only if the counts are zero', async () => {
    const empty = await judge({ counts: { findingTypeCounts: [], kev: 0 } });
    expect(empty.outputs['status']).toBe('completed');
    const inputs = { 'max-outage': '0s' };
    const counted = { findingTypeCounts: [{ type: 'weakness', count: 3 }], kev: 0 };
    const positive = await judge({ counts: counted, inputs });
    expect(positive.outputs['status']).toBe('unavailable');
    expect(positive.outputs['reason']).toContain(
      'the list is empty, but the image reports 3 findings',
    );
    expect((await judge({ inputs })).outputs['status']).toBe('unavailable');
  });

  it('has a minute even if the scan completes at the deadline', async () => {
    const faults = [
      { only: 'findings', toRequest: 2, fault: apiError(502, 'bad gateway') } as const,
    ];
    const { outputs } = await judge({ findings: late, faults, inputs: { timeout: '0s' } });
    expect(outputs['status']).toBe('findings');
  });

  it('refuses more findings than it can read', async () => {
    const { outputs } = await judge({ faults: [pageFault(1, 100_001, [])] });
    expect(outputs['status']).toBe('error');
    expect(outputs['reason']).toContain('100001 findings');
  });
});

describe.concurrent('a baseline', () => {
  const inputs = { 'baseline-image': BASELINE };
  const baseline = (state: string, list: readonly FindingRow[]): Script['images'] => [
    {
      productId: IDS.product,
      imageId: BASELINE,
      scans: state === '' ? [] : [scanIn(state, { id: 'scan-of-baseline' })],
      findings: { rows: list },
    },
  ];

  it('excuses what it already has', async () => {
    const findings = [row('old'), row('new', { severity: 'low' })];
    const more = baseline('completed', [row('old'), row('resolved')]);
    const { outputs, stdout, summary, file } = await judge({ findings, more, inputs });
    expect(outputs['status']).toBe('completed');
    expect(file).toEqual([]);
    expect(JSON.parse(outputs['scans'] ?? '')[0].gate.baselineImageId).toBe(BASELINE);
    for (const text of [stdout, summary]) expect(text).toContain(`Compared with image ${BASELINE}`);
    expect(summary).toContain('| Severity | Open | New | Unchanged | Resolved |');
    expect(summary).toContain('| high | 1 | 0 | 1 | 1 |');
  });

  it('does not excuse what is new', async () => {
    const { outputs, file } = await judge({
      findings: [row('old'), row('new')],
      more: baseline('done', [row('old')]),
      inputs,
    });
    expect(outputs['reason']).toContain('1 new finding blocks (high: new): ');
    expect(file).toMatchObject([{ id: 'new', compareSide: 'right' }]);
  });

  it('never passes a finding that is new only in the second read', async () => {
    const rowOn = (request: number) => row('a', { compareSide: request < 3 ? 'both' : 'right' });
    const findings = { rows: (request: number) => [rowOn(request)] };
    const { outputs } = await judge({ findings, more: baseline('completed', []), inputs });
    expect(outputs['status']).toBe('findings');
  });

  it.each(['failed', 'cancelled', ''])(
    'is an error at the first poll if its scan is "%s"',
    async (state) => {
      const more = baseline(state, []);
      const { outputs, requests } = await judge({ state: 'running', more, inputs });
      expect(outputs['status']).toBe('error');
      expect(outputs['reason']).toContain('baseline-image');
      expect(requests.some((request) => request.includes(`${IDS.image}/scans`))).toBe(false);
    },
  );

  it('is an error at the first poll if it is missing', async () => {
    const { outputs } = await judge({ state: 'running', inputs });
    expect(outputs['status']).toBe('error');
    expect(outputs['reason']).toContain('HTTP 404');
  });

  it('is never "all new" or green while it is being scanned', async () => {
    const more = baseline('running', []);
    const given = { findings: [row('a')], more, inputs: { ...inputs, 'max-outage': '2s' } };
    const { outputs } = await judge(given);
    expect(outputs['status']).toBe('unavailable');
    expect(outputs['reason']).toContain('the scan of baseline-image is running');
  });

  it('is a problem with inputs if it is the image itself', async () => {
    const { outputs, requests } = await judge({ inputs: { 'baseline-image': IDS.image } });
    expect(outputs['status']).toBe('error');
    expect(requests).toEqual([]);
  });

  it('does not excuse a row that does not say which image has it', async () => {
    const more = baseline('completed', []);
    const faults = [
      {
        only: 'findings',
        fault: jsonAnswer(200, { total: 1, rows: [row('a', { severity: 'low' })] }),
      } as const,
    ];
    const { outputs } = await judge({ more, faults, inputs: { ...inputs, 'max-outage': '0s' } });
    expect(outputs['status']).toBe('unavailable');
  });
});

// Windows delivers no signal to a process.
describe.skipIf(process.platform === 'win32')('an interruption', () => {
  it('while a pass is being confirmed prevents the pass', async () => {
    const { code, outputs, summary } = await judge({
      findings: rows(1, { severity: 'low' }),
      printed(text, child) {
        if (text.includes('is completed') && !child.killed) child.kill('SIGINT');
      },
    });
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ status: 'interrupted', 'findings-file': '' });
    expect(summary).toContain('before the findings of scan');
  });
});

describe.concurrent('the report', () => {
  it('is a warning and green with `on-findings: warn`', async () => {
    const { code, outputs, annotations, summary, file } = await judge({
      findings: [row('a')],
      inputs: { 'on-findings': 'warn' },
    });
    expect(code).toBe(0);
    expect(outputs['status']).toBe('findings');
    expect(annotations).toEqual([
      { level: 'warning', message: expect.stringMatching(/^1 finding blocks \(high: a\): /) },
    ]);
    expect(summary).toMatch(/^## ⚠️ Blocking Binarly findings\n/);
    expect(summary).toContain('because `on-findings` is `warn`');
    expect(file).toHaveLength(1);
  });

  it('lets nothing but findings pass with `on-findings: warn`', async () => {
    const faults = [{ only: 'findings', fault: apiError(502, 'bad gateway') } as const];
    const inputs = { 'on-findings': 'warn', 'max-outage': '0s' };
    const { code, outputs } = await judge({ faults, inputs });
    expect(code).toBe(1);
    expect(outputs['status']).toBe('unavailable');
  });

  it('has one file for several images, each judged by itself', async () => {
    const more: Script['images'] = [
      {
        productId: IDS.product,
        imageId: 'second',
        scans: [scanIn('completed', { id: 'scan-2' })],
        findings: { rows: rows(2, { severity: 'critical' }) },
      },
      { productId: IDS.product, imageId: 'third', scans: [scanIn('failed', { id: 'scan-3' })] },
    ];
    const { outputs, scans, file, summary } = await judge({
      findings: rows(1, { severity: 'low' }),
      more,
      inputs: { image: `${IDS.image}\nsecond\nthird` },
    });
    expect(outputs['status']).toBe('failed');
    expect(outputs['reason']).toContain('1 failed, 1 image with findings, 1 completed');
    expect(scans).toMatchObject([
      { status: 'completed', gate: { blocking: 0 } },
      { status: 'findings', gate: { open: { critical: 2 }, blocking: 2 } },
      { status: 'failed', gate: null },
    ]);
    expect(file).toMatchObject([{ imageId: 'second' }, { imageId: 'second' }]);
    expect(summary).toContain('Findings in image <code>second</code>');
  });

  it('stays small and inert with 6,000 hostile findings', async () => {
    const displayName = '<b>x</b> [x](https://evil.example) `id` ##[error]x\n::error::x';
    const { summary, stdout, file } = await judge({ findings: rows(6_000, { displayName }) });
    expect(file).toHaveLength(6_000);
    expect(file?.[0]).toMatchObject({ displayName });
    expect(Buffer.byteLength(summary)).toBeLessThan(200_000);
    expect(summary).toContain('The 20 worst of the 6000 blocking findings:');
    expect(summary).not.toMatch(/<b>|\]\(http|`id`/);
    expect(stdout.match(/^::error/gm)).toHaveLength(1);
  });

  it('does not turn green because a variable is misspelled', async () => {
    const { outputs, requests } = await judge({ inputs: { 'fail-on-severity': '' } });
    expect(outputs).toMatchObject({ status: 'error', scans: '[]' });
    expect(requests).toEqual([]);
  });
});

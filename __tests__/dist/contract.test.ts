/**
 * The built action, as a runner starts it, over every row of the contract's table of poll results.
 */
import { describe, expect, it } from 'vitest';
import { apiError, type Fault, jsonAnswer } from '../../emulator/faults.ts';
import { hurried } from './preload.ts';
import { always, expectComplete, IDS, once, SCAN, scanIn, type Taken, takeStep } from './step.ts';

const CREATED = '2026-01-26T15:30:01Z';
const html = '<!doctype html><title>Sign in</title>';

function onlyImage({ outputs }: Taken): Record<string, unknown> {
  const images = JSON.parse(outputs['scans'] ?? '') as Record<string, unknown>[];
  expect(images).toHaveLength(1);
  return images[0] ?? {};
}

describe.concurrent('a finished scan', () => {
  it.each(['completed', 'done'])('%s is green', async (state) => {
    // A busy machine may need more than a second for one poll.
    const slowly = hurried(0.1);
    const result = await takeStep({ scans: [scanIn(state)], options: { env: slowly } });
    expectComplete(result);
    expect(result.code).toBe(0);
    expect(result.outputs).toMatchObject({
      status: 'completed',
      'scan-id': SCAN,
      'product-id': IDS.product,
      'image-id': IDS.image,
      state,
      reason: '',
      'waited-seconds': '0',
    });
    expect(result.annotations).toEqual([]);
    expect(onlyImage(result)).toEqual({
      productId: IDS.product,
      imageId: IDS.image,
      imageName: 'firmware',
      imageVersion: '',
      scanId: SCAN,
      status: 'completed',
      state,
      reason: '',
      createdAt: result.outputs['created-at'],
      finishedAt: result.outputs['finished-at'],
      waitedSeconds: 0,
      polls: 1,
      findings: null,
      gate: null,
    });
    // Read from a list, asked for with its state.
    expect(result.requests).toEqual([
      `/api/v4/products/${IDS.product}/images/${IDS.image}/scans?status=true`,
    ]);
    expect(result.stdout).toMatch(/This scan finished at .* UTC, before this step began\./);
    expect(result.summary).toMatch(/This scan finished at .* UTC, before this step began\./);
  });

  it.each(['failed', 'cancelled'])('%s is red', async (state) => {
    const result = await takeStep({ scans: [scanIn(state)] });
    expectComplete(result);
    expect(result.code).toBe(1);
    expect(result.outputs).toMatchObject({ status: state, 'scan-id': SCAN, state });
    expect(result.outputs['finished-at']).not.toBe('');
  });
});

describe.concurrent('a running scan', () => {
  it('is polled by its ID, through every documented state, until it completes', async () => {
    const states = ['new', 'in_progress', 'running', 'completed'].map((type, index) => ({
      atMs: index * 1500 - 1500,
      type,
    }));
    const result = await takeStep({ scans: [scanIn('', { createdMs: -1500, states })] });
    expectComplete(result);
    expect(result.outputs).toMatchObject({ status: 'completed', 'scan-id': SCAN });
    expect(new Set(result.requests.slice(1))).toEqual(
      new Set([`/api/v4/products/${IDS.product}/images/${IDS.image}/scans/${SCAN}?status=true`]),
    );
    expect(result.stdout).not.toContain('already finished');
  });

  it('stays pinned when a newer one appears', async () => {
    const newer = scanIn('failed', {
      id: '01JZ99NEWER',
      createdMs: 500,
      states: [{ atMs: 500, type: 'failed' }],
    });
    const pinned = scanIn('', {
      states: [
        { atMs: -1, type: 'running' },
        { atMs: 1500, type: 'completed' },
      ],
    });
    const result = await takeStep({ scans: [newer, pinned] });
    expectComplete(result);
    expect(result.outputs).toMatchObject({ status: 'completed', 'scan-id': SCAN });
  });

  it('is timed out and red at the deadline', async () => {
    const result = await takeStep({ scans: [scanIn('running')], inputs: { timeout: '2s' } });
    expectComplete(result);
    expect(result.outputs).toMatchObject({
      status: 'timed-out',
      state: 'running',
      'scan-id': SCAN,
      'finished-at': '',
    });
    expect(result.outputs['created-at']).not.toBe('');
    expect(Number(result.outputs['waited-seconds'])).toBeGreaterThanOrEqual(2);
  });

  it('is timed out and green with one warning if `on-timeout` is `warn`', async () => {
    const result = await takeStep({
      scans: [scanIn('running')],
      inputs: { timeout: '0s', 'on-timeout': 'warn' },
    });
    expectComplete(result);
    expect(result.code).toBe(0);
    expect(result.outputs['status']).toBe('timed-out');
    expect(result.annotations.map(({ level }) => level)).toEqual(['warning']);
    expect(result.requests).toHaveLength(1);
  });

  it('is completed if the poll at the deadline says so', async () => {
    const states = [
      { atMs: -1, type: 'running' },
      { atMs: 1500, type: 'completed' },
    ];
    const result = await takeStep({
      scans: [scanIn('', { states })],
      inputs: { timeout: '4s', 'poll-interval': '60s' },
    });
    expectComplete(result);
    expect(result.outputs['status']).toBe('completed');
    expect(result.requests).toHaveLength(2);
  });
});

describe.concurrent('no scan', () => {
  const lone = (entry: object): Fault => jsonAnswer(200, { scans: [entry] });
  const cases: readonly (readonly [string, Fault])[] = [
    ['an empty list', jsonAnswer(200, { scans: [] })],
    ['no_scans without an ID', lone({ latestScanState: { type: 'no_scans' } })],
    [
      'no_scans with an ID',
      lone({ id: SCAN, createTime: CREATED, latestScanState: { type: 'no_scans' } }),
    ],
    ["404 with Binarly's error", apiError(404, 'image not found')],
  ];

  it.each(cases)('%s is the verdict when the appearance timeout is over', async (_, fault) => {
    const result = await takeStep({
      faults: always(fault),
      inputs: { 'appearance-timeout': '0s' },
    });
    expectComplete(result);
    expect(result.outputs).toMatchObject({ status: 'no-scan', 'scan-id': '' });
    expect(result.requests).toHaveLength(1);
  });

  it.each(cases)('%s passes if a scan appears', async (_, fault) => {
    const result = await takeStep({ faults: once(fault) });
    expectComplete(result);
    expect(result.outputs).toMatchObject({ status: 'completed', 'scan-id': SCAN });
  });

  it('appears after a 404 and an empty list', async () => {
    const scan = scanIn('', {
      createdMs: 2500,
      states: [
        { atMs: 2500, type: 'new' },
        { atMs: 3500, type: 'done' },
      ],
    });
    const result = await takeStep({ appearsMs: 1200, scans: [scan] });
    expectComplete(result);
    expect(result.outputs).toMatchObject({ status: 'completed', state: 'done' });
  });

  it('is the verdict for a scan given by ID as well', async () => {
    const result = await takeStep({ inputs: { scan: '01JZOTHER', 'appearance-timeout': '0s' } });
    expectComplete(result);
    expect(result.outputs).toMatchObject({ status: 'no-scan', 'scan-id': '01JZOTHER' });
  });

  it('is the verdict if every scan is older than created-after', async () => {
    const result = await takeStep({
      inputs: { 'created-after': '2999-01-01T00:00:00+02:00', 'appearance-timeout': '0s' },
    });
    expectComplete(result);
    expect(result.outputs['status']).toBe('no-scan');
    expect(result.outputs['reason']).toContain('created-after');
  });

  it('is the verdict at the deadline too', async () => {
    const result = await takeStep({ scans: [], inputs: { timeout: '0s' } });
    expectComplete(result);
    expect(result.outputs['status']).toBe('no-scan');
  });
});

describe.concurrent('an undocumented state', () => {
  it.each(['archived', 'constructor', '__proto__', 'complete', 'success'])(
    '%s waits, warns once and is named in the reason',
    async (state) => {
      const states = [
        { atMs: -1, type: state },
        { atMs: 1500, type: `${state}-2` },
      ];
      const result = await takeStep({ scans: [scanIn('', { states })], inputs: { timeout: '4s' } });
      expectComplete(result);
      expect(result.code).toBe(1);
      expect(result.outputs).toMatchObject({ status: 'timed-out', state: `${state}-2` });
      expect(result.outputs['reason']).toContain(`undocumented state ${state}-2`);
      const warnings = result.annotations.filter(({ level }) => level === 'warning');
      expect(warnings).toHaveLength(1);
      expect(warnings[0]?.message).toContain(`"${state}"`);
    },
  );

  it('may still become a success', async () => {
    const states = [
      { atMs: -1, type: 'archived' },
      { atMs: 1500, type: 'completed' },
    ];
    const result = await takeStep({ scans: [scanIn('', { states })] });
    expectComplete(result);
    expect(result.outputs['status']).toBe('completed');
  });
});

describe.concurrent('a failed poll', () => {
  const list = (...scans: object[]): Fault => jsonAnswer(200, { scans });
  const completed = { id: SCAN, createTime: CREATED, latestScanState: { type: 'completed' } };
  const text = (status: number, body: string | Buffer): Fault => ({ kind: 'answer', status, body });
  const cases: readonly (readonly [string, Fault])[] = [
    ['status_unavailable', list({ ...completed, latestScanState: { type: 'status_unavailable' } })],
    ['status_unavailable without an ID', list({ latestScanState: { type: 'status_unavailable' } })],
    ['a scan without a state', list({ id: SCAN, createTime: CREATED })],
    ['a state that is not text', list({ ...completed, latestScanState: { type: 7 } })],
    ['a connection that is closed', { kind: 'reset' }],
    ['a body that is cut', { kind: 'cut', status: 200 }],
    ['a 404 that is cut', { kind: 'cut', status: 404 }],
    ['408', text(408, '')],
    ['429', text(429, '')],
    ['500', apiError(500, 'internal')],
    ['502 with a web page', text(502, html)],
    ['503', text(503, '')],
    ['504', text(504, '')],
    ['an empty body', text(200, '')],
    ['a web page with 200', text(200, html)],
    ['a web page with 404', text(404, html)],
    ['JSON with 404 that is not an error', jsonAnswer(404, {})],
    ['JSON of another shape', jsonAnswer(200, { items: [] })],
    ['text in another encoding', text(200, Buffer.from('{"scans":[]}', 'utf16le'))],
    ['an endless body', { kind: 'flood' }],
    ['an entry without a readable ID', list(completed, { createTime: '2020-01-01T00:00:00Z' })],
    ['an entry with an ID that is not a path segment', list(completed, { ...completed, id: '..' })],
    ['an entry without a creation time', list(completed, { id: 'another' })],
    [
      'a no_scans entry that is not alone',
      list(completed, { latestScanState: { type: 'no_scans' } }),
    ],
  ];

  it.each(cases)('%s makes the scan unavailable when max-outage is over', async (_, fault) => {
    const result = await takeStep({ faults: always(fault), inputs: { 'max-outage': '0s' } });
    expectComplete(result);
    expect(result.code).toBe(1);
    expect(result.outputs['status']).toBe('unavailable');
    expect(result.requests).toHaveLength(1);
  });

  it.each(cases)('%s does not end the wait', async (_, fault) => {
    const result = await takeStep({ faults: once(fault) });
    expectComplete(result);
    expect(result.code).toBe(0);
    expect(result.outputs).toMatchObject({ status: 'completed', 'scan-id': SCAN });
  });

  it.each([
    ["another scan's body", jsonAnswer(200, { ...completed, id: '01JZOTHER' })],
    ['404 of a scan already seen', apiError(404, 'scan not found')],
    ['no_scans of a scan already seen', jsonAnswer(200, { latestScanState: { type: 'no_scans' } })],
    ['a scan without an ID', jsonAnswer(200, { latestScanState: { type: 'completed' } })],
  ])('%s is a failed poll once the scan was seen', async (_, fault) => {
    const result = await takeStep({
      scans: [scanIn('running')],
      faults: [{ fault, fromRequest: 2 }],
      inputs: { 'max-outage': '0s', 'appearance-timeout': '0s' },
    });
    expectComplete(result);
    expect(result.outputs).toMatchObject({ status: 'unavailable', 'scan-id': SCAN });
    expect(result.requests).toHaveLength(2);
  });

  it('is named in the reason if it is the last at the deadline', async () => {
    const result = await takeStep({
      scans: [scanIn('running')],
      faults: [{ fault: text(502, html), fromRequest: 2 }],
      inputs: { timeout: '2s' },
    });
    expectComplete(result);
    expect(result.outputs['status']).toBe('timed-out');
    expect(result.outputs['reason']).toContain('HTTP 502');
  });

  it('is unavailable at the deadline if the API never answered', async () => {
    const result = await takeStep({
      faults: always({ kind: 'reset' }),
      inputs: { timeout: '2s', 'on-timeout': 'warn' },
    });
    expectComplete(result);
    expect(result.code).toBe(1);
    expect(result.outputs['status']).toBe('unavailable');
  });

  it('that stalls ends soon after the deadline', async () => {
    const [silent, stalled] = await Promise.all([
      takeStep({ faults: always({ kind: 'silent' }), inputs: { timeout: '1s' } }),
      takeStep({ faults: always({ kind: 'stall', status: 200 }), inputs: { timeout: '1s' } }),
    ]);
    for (const result of [silent, stalled]) {
      expectComplete(result);
      expect(result.outputs['status']).toBe('unavailable');
      expect(result.outputs['reason']).toContain('no complete response within 5 s');
    }
  });

  it('waits as long as Retry-After asks', async () => {
    const result = await takeStep({
      faults: once({ ...apiError(429, 'slow down'), headers: { 'retry-after': '3' } } as Fault),
    });
    expectComplete(result);
    expect(result.outputs['status']).toBe('completed');
    expect(Number(result.outputs['waited-seconds'])).toBeGreaterThanOrEqual(3);
  });
});

describe.concurrent('an answer that trying again cannot fix', () => {
  const redirect = (location: string): Fault => ({
    kind: 'answer',
    status: 302,
    body: '',
    headers: { location },
  });
  it.each([
    ['400', apiError(400, 'malformed id'), ['malformed id', 'product']],
    ['401', apiError(401, 'unauthenticated'), ['401', '30 minutes']],
    ['401 with a body that stalls', { kind: 'cut', status: 401 } as Fault, ['401', '30 minutes']],
    [
      '403',
      apiError(403, 'denied', { permission: 'products.view', resourceName: 'products/p' }),
      ['products.view', 'products/p'],
    ],
    ['407', { kind: 'answer', status: 407, body: '' } as Fault, ['proxy']],
    ['410', { kind: 'answer', status: 410, body: '' } as Fault, ['410', 'api-url']],
    ['302 to a path', redirect('/login'), ['/login', 'api-url']],
    ['302 to another host', redirect('http://127.0.0.2:1/x'), ['127.0.0.2', 'api-url']],
  ] as const)('%s is an error at once, with advice', async (_, fault, words) => {
    const result = await takeStep({ faults: always(fault) });
    expectComplete(result);
    expect(result.outputs['status']).toBe('error');
    expect(result.requests).toHaveLength(1);
    for (const word of words) expect(result.outputs['reason']).toContain(word);
  });
});

describe.concurrent('which scan', () => {
  const entry = (id: string, createTime: string, type: string) => ({
    id,
    createTime,
    latestScanState: { type },
  });
  it('is the newest by time, whatever the order, the offsets and the fractions of a second', async () => {
    const scans = [
      entry('b', '2026-01-26T15:30:01.000001Z', 'failed'),
      entry('newest', '2026-01-26T14:30:01.000002-01:00', 'completed'),
      entry('c', '2026-01-26T23:30:00+09:00', 'failed'),
      entry('z', '2026-01-26T15:30:01Z', 'failed'),
    ];
    const result = await takeStep({ faults: always(jsonAnswer(200, { scans })) });
    expectComplete(result);
    expect(result.outputs).toMatchObject({
      status: 'completed',
      'scan-id': 'newest',
      'created-at': '2026-01-26T14:30:01.000002-01:00',
    });
  });

  it('is the one given, even if it is not the newest', async () => {
    const result = await takeStep({
      scans: [scanIn('failed', { id: 'newer', createdMs: -1000 }), scanIn('completed')],
      inputs: { scan: SCAN },
    });
    expectComplete(result);
    expect(result.outputs).toMatchObject({ status: 'completed', 'scan-id': SCAN });
    expect(result.requests).toEqual([
      `/api/v4/products/${IDS.product}/images/${IDS.image}/scans/${SCAN}?status=true`,
    ]);
  });

  it('is requested with encoded IDs', async () => {
    const inputs = { product: 'a/b?c#d', image: 'ü%2e&', 'appearance-timeout': '0s' };
    const result = await takeStep({ inputs });
    expectComplete(result);
    // No list shows that product, so nothing says that it is an ID.
    expect(result.outputs).toMatchObject({ status: 'error', 'product-id': '' });
    expect(result.outputs['image-id']).toBe(inputs.image);
    expect(result.requests).toEqual([
      '/api/v4/products/a%2Fb%3Fc%23d/images/%C3%BC%252e%26/scans?status=true',
    ]);
  });

  it('is read from a body with a byte order mark', async () => {
    const body = `\uFEFF${JSON.stringify({ scans: [entry(SCAN, CREATED, 'completed')] })}`;
    const result = await takeStep({ faults: always({ kind: 'answer', status: 200, body }) });
    expectComplete(result);
    expect(result.outputs['status']).toBe('completed');
  });
});

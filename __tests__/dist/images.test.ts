/** The built action with several images, and with a product given by name. */
import { describe, expect, it } from 'vitest';
import { type Script, startEmulator } from '../../emulator/binarly.ts';
import { apiError } from '../../emulator/faults.ts';
import { runStep, type StepOptions } from '../../emulator/runner.ts';
import { systemClock } from '../../src/util/clock.ts';
import { expectComplete, IDS, SCAN, scanIn, TOKEN, takeStep } from './step.ts';

const COUNTS = { findingTypeCounts: [{ type: 'knownVulnerability', count: 12 }], kev: 1 };

/** @param fromMs when the scan comes into that state; it was long in it if left out. */
function imageIn(type: string, imageId: string, fromMs = -60_000): Script['images'][number] {
  const before = { atMs: -60_001, type: 'running' };
  const scan = scanIn(type, { id: `scan-of-${imageId}`, states: [before, { atMs: fromMs, type }] });
  return { productId: IDS.product, imageId, scans: type === '' ? [] : [scan], counts: COUNTS };
}

async function takeSteps(
  images: Script['images'],
  inputs: Readonly<Record<string, string>>,
  { faults, options }: { faults?: NonNullable<Script['faults']>; options?: StepOptions } = {},
) {
  const emulator = await startEmulator(
    { token: TOKEN, images, ...(faults && { faults }) },
    systemClock,
  );
  try {
    const given = {
      'api-url': emulator.url,
      token: TOKEN,
      product: IDS.product,
      'poll-interval': '1s',
      ...inputs,
    };
    const result = await runStep(given, options);
    return {
      ...result,
      requests: emulator.requests,
      scans: JSON.parse(result.outputs['scans'] ?? '') as Record<string, unknown>[],
    };
  } finally {
    await emulator.close();
  }
}

describe.concurrent('several images', () => {
  it('each have their fate: one completed, one failed, one late', async () => {
    const images = [
      imageIn('running', 'c'),
      imageIn('failed', 'b', 500),
      imageIn('completed', 'a', 500),
    ];
    const result = await takeSteps(images, { image: 'a\n\n  b\nc\na', timeout: '3s' });
    expectComplete(result);
    expect(result.code).toBe(1);
    expect(result.outputs).toMatchObject({
      status: 'failed',
      'image-id': 'a',
      'scan-id': 'scan-of-a',
      state: 'completed',
    });
    expect(result.outputs['reason']).toBe(
      '1 failed, 1 timed-out, 1 completed; image b: scan scan-of-b failed on the platform: see why in the Binarly dashboard, then start a new scan.',
    );
    expect(result.scans).toMatchObject([
      {
        imageId: 'a',
        status: 'completed',
        reason: '',
        polls: 2,
        findings: { counts: { knownVulnerability: 12 }, kev: 1 },
      },
      { imageId: 'b', status: 'failed', findings: null },
      { imageId: 'c', status: 'timed-out', findings: null },
    ]);
    expect(result.summary).toMatch(/^## ❌ Binarly scans: 1 failed, 1 timed-out, 1 completed\n/);
    expect(result.summary).toContain('```mermaid\ngantt\n');
  });

  it('are green where all are completed', async () => {
    const result = await takeSteps([imageIn('completed', 'a'), imageIn('done', 'b')], {
      image: 'a\r\nb',
    });
    expectComplete(result);
    expect([result.code, result.outputs['status'], result.annotations]).toEqual([
      0,
      'completed',
      [],
    ]);
  });

  it('are red where one has no scan, whatever the others are', async () => {
    const images = [imageIn('completed', 'a'), imageIn('', 'b')];
    const result = await takeSteps(images, {
      image: 'a\nb',
      'appearance-timeout': '1s',
      'on-timeout': 'warn',
    });
    expectComplete(result);
    expect([result.code, result.outputs['status']]).toEqual([1, 'no-scan']);
  });

  it('warn once of undocumented states', async () => {
    const result = await takeSteps([imageIn('odd', 'a'), imageIn('odder', 'b')], {
      image: 'a\nb',
      timeout: '2s',
      'on-timeout': 'warn',
    });
    expectComplete(result);
    expect(result.code).toBe(0);
    // One for the state, one for the timeout that is let pass.
    expect(result.annotations.map(({ level }) => level)).toEqual(['warning', 'warning']);
  });

  it('are interrupted all together', async () => {
    let sent = false;
    const printed: StepOptions['printed'] = (text, child) => {
      if (sent || !text.includes('image b: scan')) return;
      sent = child.kill('SIGTERM');
    };
    const images = [imageIn('completed', 'a'), imageIn('running', 'b'), imageIn('running', 'c')];
    const result = await takeSteps(
      images,
      { image: 'a\nb\nc', 'poll-interval': '1h' },
      { options: { printed } },
    );
    expectComplete(result);
    expect(result.outputs['status']).toBe('interrupted');
    expect(result.scans.map(({ status }) => status)).toEqual([
      'completed',
      'interrupted',
      'interrupted',
    ]);
  });

  it('do not go with one scan', async () => {
    const result = await takeSteps([], { image: 'a\nb', scan: SCAN });
    expectComplete(result);
    expect(result.outputs).toMatchObject({ status: 'error', scans: '[]' });
    expect(result.outputs['reason']).toContain(
      '`scan` names one scan, but `image` has several lines',
    );
    expect(result.requests).toEqual([]);
  });

  it('may be five hundred', async () => {
    const ids = Array.from({ length: 500 }, (_, index) => `image-${index}`);
    const images = ids.map((id, index) => imageIn(index === 499 ? 'failed' : 'completed', id));
    const result = await takeSteps(images, { image: ids.join('\n') });
    expectComplete(result);
    expect(result.code).toBe(1);
    expect(result.scans.map(({ imageId }) => imageId)).toEqual(ids);
    expect(result.outputs['reason']).toMatch(/^1 failed, 499 completed; image image-499: /);
    expect(result.requests).toHaveLength(500 + 499);
    expect(Buffer.byteLength(result.summary)).toBeLessThan(1024 * 1024);
    // The trouble comes first.
    expect(result.summary.split('\n')[4]).toContain('❌ failed');
    expect(result.stdout.split('\n').length).toBeLessThan(520);
  });
});

describe.concurrent('what was found', () => {
  it('is in the summary, as the image’s', async () => {
    const result = await takeStep({ counts: COUNTS });
    expectComplete(result);
    expect(result.summary).toContain(
      'Findings in the image: 12 knownVulnerability; 1 known to be exploited (KEV).',
    );
    expect(result.others).toEqual([
      `/api/v4/products/${IDS.product}/images/${IDS.image}?withCounts=true`,
    ]);
  });

  it.each([
    ['is refused', apiError(403, 'denied')],
    ['fails', apiError(500, 'no')],
    ['is no JSON', { kind: 'answer', status: 200, body: '<html>' }],
    ['is cut', { kind: 'cut', status: 200 }],
    ['is never answered', { kind: 'silent' }],
  ] as const)('changes no verdict if it %s', async (_, fault) => {
    const result = await takeStep({ counts: COUNTS, faults: [{ fault, fromRequest: 2 }] });
    expectComplete(result);
    expect([result.code, result.annotations]).toEqual([0, []]);
    expect(JSON.parse(result.outputs['scans'] ?? '')).toMatchObject([
      { status: 'completed', findings: null },
    ]);
    expect(result.stdout).toMatch(
      /The findings of image \w+ are not known \(.+\); the verdict stands\./,
    );
    expect(Number(result.outputs['waited-seconds'])).toBeLessThan(8);
  });

  it.skipIf(process.platform === 'win32')('changes no verdict if it is interrupted', async () => {
    let sent = false;
    const printed: StepOptions['printed'] = (text, child) => {
      if (sent || !text.includes('is completed')) return;
      sent = child.kill('SIGTERM');
    };
    const result = await takeStep({
      faults: [{ fault: { kind: 'silent' }, fromRequest: 2 }],
      options: { printed },
    });
    expectComplete(result);
    expect([result.code, result.outputs['status']]).toEqual([0, 'completed']);
  });
});

describe.concurrent('a product by name', () => {
  const BOARD = { id: IDS.product, name: 'Reference board, rev. B' };

  it('is waited in by its ID', async () => {
    const result = await takeStep({ products: [BOARD], inputs: { product: BOARD.name } });
    expectComplete(result);
    expect(result.code).toBe(0);
    expect(result.outputs['product-id']).toBe(IDS.product);
    expect(JSON.parse(result.outputs['scans'] ?? '')).toMatchObject([
      { productId: IDS.product, polls: 1 },
    ]);
    expect(result.others[0]).toBe('/api/v4/products');
  });

  it('that two have is an error that lists their IDs', async () => {
    const result = await takeStep({
      products: [BOARD, { id: 'other', name: BOARD.name }],
      inputs: { product: BOARD.name },
    });
    expectComplete(result);
    expect(result.outputs['status']).toBe('error');
    expect(result.outputs['reason']).toContain(
      `give one of their IDs as \`product\`: ${IDS.product}, other.`,
    );
    expect(result.requests).toEqual([]);
  });

  it('that nobody has is taken as an ID, and explained where the API does not know it either', async () => {
    const result = await takeStep({
      products: [BOARD],
      inputs: { product: 'Reference bord, rev. B', 'appearance-timeout': '0s' },
    });
    expectComplete(result);
    expect(result.outputs).toMatchObject({
      status: 'no-scan',
      'product-id': 'Reference bord, rev. B',
    });
    expect(result.outputs['reason']).toContain(
      'no product has that ID or name, the nearest are "Reference board, rev. B"',
    );
  });

  it('is looked for until the platform answers', async () => {
    const result = await takeStep({
      products: [BOARD],
      faults: [{ fault: apiError(502, 'no'), toRequest: 2 }],
      inputs: { product: BOARD.name },
    });
    expectComplete(result);
    expect(result.code).toBe(0);
    expect(JSON.parse(result.outputs['scans'] ?? '')).toMatchObject([{ polls: 3 }]);
  });
});

/** The built action with several images, and with a product given by name. */
import { describe, expect, it } from 'vitest';
import { startEmulator } from '../../emulator/binarly.ts';
import { apiError } from '../../emulator/faults.ts';
import { runStep, type StepOptions } from '../../emulator/runner.ts';
import type { Script } from '../../emulator/script.ts';
import { systemClock } from '../../src/polling/clock.ts';
import { hurried } from './preload.ts';
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
  it('each get their own verdict: two completed, one failed, one timed out', async () => {
    const images = [
      imageIn('running', 'c'),
      imageIn('failed', 'b', 4_000),
      imageIn('completed', 'a', 4_000),
      imageIn('completed', 'd', 4_000),
    ];
    const inputs = { image: 'a\n\n  b\nc\nd\na', 'poll-interval': '6s', timeout: '14s' };
    const result = await takeSteps(images, inputs);
    expectComplete(result);
    expect(result.code).toBe(1);
    expect(result.outputs).toMatchObject({
      status: 'failed',
      'image-id': 'a',
      'scan-id': 'scan-of-a',
      state: 'completed',
    });
    expect(result.outputs['reason']).toBe(
      '1 failed, 1 timed-out, 2 completed; image b: scan scan-of-b failed on the platform: find out why in the Binarly dashboard, then start a new scan.',
    );
    expect(result.scans).toMatchObject([
      {
        imageId: 'a',
        status: 'completed',
        reason: '',
        polls: 2,
        findings: { counts: { knownVulnerability: 12 }, kev: 1 },
      },
      { imageId: 'b', status: 'failed' },
      { imageId: 'c', status: 'timed-out' },
      { imageId: 'd', status: 'completed' },
    ]);
    expect(result.summary).toMatch(/^## ❌ Binarly scans: 1 failed, 1 timed-out, 2 completed\n/);
    expect(result.summary).toContain('```mermaid\ngantt\n');
  });

  it('are green if all are completed', async () => {
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

  it('are red if one has no scan, whatever the others are', async () => {
    const images = [imageIn('completed', 'a'), imageIn('', 'b')];
    const result = await takeSteps(images, {
      image: 'a\nb',
      'appearance-timeout': '1s',
      'on-timeout': 'warn',
    });
    expectComplete(result);
    expect([result.code, result.outputs['status']]).toEqual([1, 'no-scan']);
  });

  it('warn once about undocumented states, in which no timeout passes', async () => {
    const result = await takeSteps([imageIn('odd', 'a'), imageIn('odder', 'b')], {
      image: 'a\nb',
      timeout: '2s',
      'on-timeout': 'warn',
    });
    expectComplete(result);
    expect(result.code).toBe(1);
    expect(result.annotations.map(({ level }) => level)).toEqual(['warning', 'error']);
  });

  it('are all interrupted by one signal', async () => {
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

  it('cannot be combined with `scan`', async () => {
    const result = await takeSteps([], { image: 'a\nb', scan: SCAN });
    expectComplete(result);
    expect(result.outputs).toMatchObject({ status: 'error', scans: '[]' });
    expect(result.outputs['reason']).toContain('scan names one scan, but image has several lines');
    expect(result.requests).toEqual([]);
  });

  it('can be five hundred', async () => {
    const ids = Array.from({ length: 500 }, (_, index) => `image-${index}`);
    const images = ids.map((id, index) => imageIn(index === 499 ? 'failed' : 'completed', id));
    // Slowed, so that no details are given up on a busy machine.
    const options = { env: hurried(0.1) };
    const result = await takeSteps(images, { image: ids.join('\n') }, { options });
    expectComplete(result);
    expect(result.code).toBe(1);
    expect(result.scans.map(({ imageId }) => imageId)).toEqual(ids);
    expect(result.outputs['reason']).toMatch(/^1 failed, 499 completed; image image-499: /);
    expect(result.requests).toHaveLength(500 + 500);
    expect(Buffer.byteLength(result.summary)).toBeLessThan(1024 * 1024);
    // The failed image comes first.
    const rows = result.summary.split('\n').filter((line) => line.startsWith('| '));
    expect(rows[1]).toContain('❌ failed');
    expect(result.stdout.split('\n').length).toBeLessThan(520);
  });
});

describe.concurrent('the details of an image', () => {
  it('are in the summary: its name, its version and its findings', async () => {
    const result = await takeStep({ counts: COUNTS });
    expectComplete(result);
    expect(result.summary).toContain(
      'All findings of the image, any status: 12 known vulnerabilities; 1 known to be exploited (CISA KEV).',
    );
    expect(result.summary).toContain('\nFindings were not checked: set `fail-on-severity`.\n');
    expect(result.summary).toContain('firmware');
    expect(result.others).toEqual([
      `/api/v4/products/${IDS.product}/images/${IDS.image}?withCounts=true`,
    ]);
  });

  it.each([
    ['is refused', apiError(403, 'denied')],
    ['fails', apiError(500, 'no')],
    ['gives a web page', { kind: 'answer', status: 200, body: '<html>' }],
    ['is cut off', { kind: 'cut', status: 200 }],
    ['gets no answer', { kind: 'silent' }],
  ] as const)('change no verdict if reading them %s', async (_, fault) => {
    const result = await takeStep({ counts: COUNTS, faults: [{ fault, fromRequest: 2 }] });
    expectComplete(result);
    expect([result.code, result.annotations]).toEqual([0, []]);
    expect(JSON.parse(result.outputs['scans'] ?? '')).toMatchObject([
      { status: 'completed', findings: null },
    ]);
    expect(result.stdout).toMatch(
      /Could not read the details of image \w+ \(.+\)\. This does not change the result\./,
    );
  });

  it('are no part of the wait', async () => {
    const beganMs = performance.now();
    const result = await takeStep({ faults: [{ fault: { kind: 'silent' }, fromRequest: 2 }] });
    const tookMs = performance.now() - beganMs;
    // Reading them takes 10 s before it is given up.
    expect(tookMs - Number(result.outputs['waited-seconds']) * 1_000).toBeGreaterThan(9_000);
  });

  it.skipIf(process.platform === 'win32')(
    'change no verdict if reading them is interrupted',
    async () => {
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
    },
  );
});

describe.concurrent('a product given by name', () => {
  const BOARD = { id: IDS.product, name: 'Reference board, rev. B' };

  it('is resolved to its ID', async () => {
    const result = await takeStep({ products: [BOARD], inputs: { product: BOARD.name } });
    expectComplete(result);
    expect(result.code).toBe(0);
    expect(result.outputs['product-id']).toBe(IDS.product);
    expect(JSON.parse(result.outputs['scans'] ?? '')).toMatchObject([
      { productId: IDS.product, polls: 1 },
    ]);
    expect(result.others[0]).toBe('/api/v4/products');
  });

  it('is an error that lists the IDs if two products have it', async () => {
    const result = await takeStep({
      products: [BOARD, { id: 'other', name: BOARD.name }],
      inputs: { product: BOARD.name },
    });
    expectComplete(result);
    expect(result.outputs['status']).toBe('error');
    expect(result.outputs['reason']).toContain(
      `set product to one of their IDs: ${IDS.product}, other.`,
    );
    expect(result.requests).toEqual([]);
  });

  it('is an error that leads with similar names if no product has it', async () => {
    const result = await takeStep({
      products: [BOARD],
      inputs: { product: 'Reference bord, rev. B', 'appearance-timeout': '0s' },
    });
    expectComplete(result);
    expect(result.outputs).toMatchObject({ status: 'error' });
    expect(result.outputs['reason']).toMatch(
      /^No product has the ID or the name Reference bord, rev\. B: check product; similar: Reference board, rev\. B\.$/,
    );
  });

  it('is looked up until the platform answers', async () => {
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

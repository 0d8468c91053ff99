/** What a recorder keeps of the answers between the emulator and a client. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Emulator, startEmulator } from '../../emulator/binarly.ts';
import type { Fault } from '../../emulator/faults.ts';
import { type Recorder, startRecorder } from '../../scripts/record-answers.ts';
import { systemClock } from '../../src/polling/clock.ts';

const TOKEN = 'token-of-the-emulator';
const [PRODUCT, IMAGE, SCAN] = ['product-of-acme', 'image-of-acme', '01JZ30CYZY52F5BPR3AAJ2DP89'];
const SCANS = `/api/v4/products/${PRODUCT}/images/${IMAGE}/scans?status=true`;

let [folder, emulator, recorder]: [string, Emulator?, Recorder?] = [''];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'record-'));
});
afterEach(async () => {
  await recorder?.close();
  await emulator?.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Asked {
  readonly apiUrl?: string;
  readonly abandonAfterMs?: number;
}

/** Asks the API through a recorder. @returns the answer, and the lines that were kept. */
async function ask(fault?: Fault, { apiUrl, abandonAfterMs }: Asked = {}) {
  const states = [{ atMs: 0, type: 'completed' }];
  const images = [
    { productId: PRODUCT, imageId: IMAGE, scans: [{ id: SCAN, createdMs: 0, states }] },
  ];
  const faults = fault === undefined ? [] : [{ fault }];
  emulator = await startEmulator({ token: TOKEN, images, faults }, systemClock);
  const file = join(folder, 'answers.jsonl');
  recorder = await startRecorder(apiUrl ?? emulator.url, 0, file);
  const authorization = `Bearer ${TOKEN}`;
  const signal = abandonAfterMs === undefined ? null : AbortSignal.timeout(abandonAfterMs);
  const response = await fetch(recorder.url + SCANS, {
    headers: { authorization },
    signal,
  }).catch(() => undefined);
  const body = await response?.text().catch(() => 'cut');
  // The last line is written when the connection to the API ends.
  const kept = await vi.waitFor(() => readFileSync(file, 'utf8'), { timeout: 30_000 });
  expect(kept).not.toMatch(/acme|token|01JZ/);
  return { status: response?.status, body, lines: kept.trimEnd().split('\n').map(toJson) };
}

function toJson(line: string): unknown {
  return JSON.parse(line);
}

const ASKED = {
  method: 'GET',
  address: '/api/v4/products/id-1/images/id-2/scans?status=true',
};

describe('a recorder', () => {
  it('passes an answer on as it is, and keeps it without IDs and names', async () => {
    const { status, body, lines } = await ask();
    expect(status).toBe(200);
    expect(JSON.parse(body ?? '')).toMatchObject({ scans: [{ id: SCAN }] });
    expect(lines).toEqual([
      {
        ...ASKED,
        status: 200,
        headers: expect.objectContaining({ 'content-type': 'application/json', date: '…' }),
        bytes: body?.length,
        body: {
          scans: [
            {
              id: 'id-3',
              createTime: expect.stringMatching(/^\d{4}-/),
              author: 'text-1',
              latestScanState: expect.objectContaining({ type: 'completed' }),
            },
          ],
        },
      },
    ]);
  });

  it.each<[string, Fault, object]>([
    [
      'keeps nothing of a body that is not JSON',
      { kind: 'answer', status: 503, body: 'acme is down', headers: { 'retry-after': '7' } },
      { status: 503, headers: expect.objectContaining({ 'retry-after': '7' }), bytes: 12 },
    ],
    [
      'only measures a body that is large',
      { kind: 'answer', status: 200, body: JSON.stringify('acme'.repeat(500_000)) },
      { status: 200, bytes: 2_000_002 },
    ],
    ['says that an answer is cut off', { kind: 'cut', status: 200 }, { complete: false }],
    ['says that there was no answer', { kind: 'reset' }, { error: 'ECONNRESET' }],
  ])('%s', async (_, fault, expected) => {
    const { lines } = await ask(fault);
    expect(lines).toEqual([expect.objectContaining({ ...ASKED, ...expected })]);
    expect(lines[0]).not.toHaveProperty('body');
  });

  it('says that the client did not wait for the answer', async () => {
    const { lines } = await ask({ kind: 'silent' }, { abandonAfterMs: 500 });
    expect(lines).toEqual([{ ...ASKED, error: 'abandoned' }]);
  });

  it('takes an address as the input `api-url` does', async () => {
    const closed = await startEmulator({ token: TOKEN, images: [] }, systemClock);
    await closed.close();
    const { lines } = await ask(undefined, { apiUrl: `${closed.url}/api/v4/` });
    expect(lines).toEqual([{ ...ASKED, error: 'ECONNREFUSED' }]);
  });
});

/**
 * The upload calls as documents and OpenAPI describe them: what a workflow does before it waits.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../emulator/binarly.ts';
import { systemClock } from '../../src/polling/clock.ts';

const AUTHORIZATION = { authorization: 'Bearer upload-test-token' };
let emulator: Emulator;

beforeEach(async () => {
  emulator = await startEmulator(
    {
      token: 'upload-test-token',
      images: [],
      uploads: { states: [{ atMs: 0, type: 'in_progress' }] },
    },
    systemClock,
  );
});

afterEach(() => emulator.close());

async function ask(path: string, init: RequestInit = {}) {
  const url = `${emulator.url}/api/v4/products/p${path}`;
  const reply = await fetch(url, { headers: AUTHORIZATION, ...init });
  return { status: reply.status, body: (await reply.json()) as Record<string, string> };
}

async function sent(init: RequestInit = {}): Promise<{ id: string; status: number }> {
  const { body } = await ask('/tempFiles:generateUploadUrl');
  const { status } = await fetch(`${body['uploadUrl']}`, { method: 'PUT', body: 'bin', ...init });
  return { id: `${body['id']}`, status };
}

function formOf(fields: Record<string, string>, file = true): RequestInit {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  if (file) form.set('file', new Blob(['bin']), 'firmware.bin');
  return { method: 'POST', body: form };
}

describe('an upload', () => {
  it('by a form starts a scan of a new image', async () => {
    const { id, status } = await sent();
    expect(status).toBe(200);
    const fields = { tempFileId: id, imageName: 'firmware.bin', version: '1.0.0' };
    const image = await ask('/images:upload', formOf(fields));
    expect(image).toMatchObject({ status: 201, body: { name: 'firmware.bin', version: '1.0.0' } });
    const { body } = await ask(`/images/${image.body['id']}/scans?status=true`);
    expect(body['scans']).toMatchObject([{ latestScanState: { type: 'in_progress' } }]);
  });

  it('by a query with an empty form does the same', async () => {
    const { id } = await sent();
    const query = new URLSearchParams({ tempFileId: id, imageName: 'a b.bin', version: '2' });
    const init = { method: 'POST', body: new FormData() };
    expect(await ask(`/images:upload?${query}`, init)).toMatchObject({
      status: 201,
      body: { name: 'a b.bin', version: '2' },
    });
  });

  it('by a query without a form is refused', async () => {
    const { id } = await sent();
    const query = new URLSearchParams({ tempFileId: id, imageName: 'a b.bin', version: '2' });
    expect((await ask(`/images:upload?${query}`, { method: 'POST' })).status).toBe(400);
  });

  it('is in the list of images, after those that were there before', async () => {
    const { id } = await sent();
    await ask('/images:upload', formOf({ tempFileId: id, imageName: 'a.bin', version: '1' }));
    const { body } = await ask('/images');
    expect(body['images']).toMatchObject([
      { name: 'a.bin', version: '1', createTime: expect.stringMatching(/Z$/) },
    ]);
  });

  it('is refused by storage with a token, a wrong signature or another method', async () => {
    expect((await sent({ headers: AUTHORIZATION })).status).toBe(400);
    expect((await sent({ method: 'POST' })).status).toBe(405);
    const { body } = await ask('/tempFiles:generateUploadUrl');
    const url = `${body['uploadUrl']}`.replace(/signature=.*/, 'signature=other');
    expect((await fetch(url, { method: 'PUT', body: 'bin' })).status).toBe(403);
  });

  it('needs every field, the file in a form, and content that was sent before', async () => {
    const { id } = await sent();
    const fields = { tempFileId: id, imageName: 'firmware.bin' };
    expect((await ask('/images:upload', formOf(fields, false))).status).toBe(400);
    expect((await ask('/images:upload', formOf({ tempFileId: id }))).status).toBe(400);
    const { body } = await ask('/tempFiles:generateUploadUrl');
    const unsent = { ...fields, tempFileId: `${body['id']}` };
    expect((await ask('/images:upload', formOf(unsent))).status).toBe(400);
    expect((await ask('/images:upload', formOf(fields))).status).toBe(201);
    // A temporary file is used up by its image.
    expect((await ask('/images:upload', formOf(fields))).status).toBe(400);
  });

  it('needs a token for every call but the one to storage', async () => {
    const init = { headers: {} };
    expect((await ask('/tempFiles:generateUploadUrl', init)).status).toBe(401);
    expect((await ask('/images:upload', { ...init, method: 'POST' })).status).toBe(401);
    expect((await ask('/images/i/scans', { ...init, method: 'POST' })).status).toBe(401);
  });
});

describe('another scan', () => {
  it('joins the first one', async () => {
    const { id } = await sent();
    const image = await ask('/images:upload', formOf({ tempFileId: id, imageName: 'a.bin' }));
    const path = `/images/${image.body['id']}/scans`;
    const scan = await ask(path, { method: 'POST' });
    expect(scan.status).toBe(201);
    const { body } = await ask(`${path}?status=true`);
    expect(body['scans']).toMatchObject([{}, { id: scan.body['id'] }]);
  });

  it('needs an image that exists', async () => {
    expect((await ask('/images/none/scans', { method: 'POST' })).status).toBe(404);
  });
});

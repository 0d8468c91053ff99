/** The built upload action: a file becomes an image. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { IDS, TOKEN } from './step.ts';
import { expectWhole, LARGE, takeUpload } from './upload-step.ts';

const PRODUCT = `/api/v4/products/${IDS.product}`;

describe.concurrent('an upload', () => {
  it('makes four requests, and reports the image of the file', async () => {
    const result = await takeUpload();
    expectWhole(result);
    const sha256 = createHash('sha256').update('firmware').digest('hex');
    const [image] = result.made;
    const scanId = image?.scans[0]?.id ?? '';
    expect(result.outputs).toMatchObject({
      status: 'uploaded',
      images: image?.imageId,
      'image-id': image?.imageId,
      'scan-id': scanId,
      sha256,
      'product-id': IDS.product,
      reason: '',
    });
    expect(JSON.parse(result.outputs['uploads'] ?? '')).toEqual([
      {
        file: 'firmware.bin',
        name: 'firmware.bin',
        version: 'v1',
        size: 8,
        sha256,
        imageId: image?.imageId,
        scanId,
        seconds: expect.any(Number),
      },
    ]);
    const [address, list, finish = '', ...others] = result.requests;
    expect([address, list, others]).toEqual([
      `${PRODUCT}/tempFiles:generateUploadUrl`,
      `${PRODUCT}/images`,
      [],
    ]);
    expect(finish).toMatch(
      /images:upload\?tempFileId=\w+&imageName=firmware\.bin&version=v1&filename=firmware\.bin&createScan=true$/,
    );
    expect(result.sent.map(({ method, headers }) => [method, headers])).toEqual([
      [
        'PUT',
        expect.objectContaining({
          'content-length': '8',
          'content-type': 'application/octet-stream',
        }),
      ],
    ]);
    expect(result.stdout).toContain(
      'Uploading firmware.bin (8 B) as image "firmware.bin", version v1.',
    );
    expect(result.stdout).toContain(
      `Uploaded firmware.bin: image ${image?.imageId}, scan ${scanId}, 8 B`,
    );
    expect(result.summary).toContain('## ✅ Uploaded to Binarly');
    expect(result.summary).toContain(sha256);
  });

  it('takes the name of a product, a name for the image, and a relative address', async () => {
    const result = await takeUpload({
      script: { products: [{ id: IDS.product, name: 'Board' }] },
      uploads: { uploadUrl: (path) => path },
      inputs: { product: 'Board', name: 'Board firmware', version: 'a b&c' },
    });
    expectWhole(result);
    expect(result.made).toMatchObject([
      { productId: IDS.product, name: 'Board firmware', version: 'a b&c' },
    ]);
    expect(result.outputs['product-id']).toBe(IDS.product);
  });

  it('takes several files and patterns, each file once, in order', async () => {
    const files = { 'out/b.bin': 'b', 'out/a.bin': 'a', 'out/deep/c.bin': 'c', 'x[1].bin': 'x' };
    const file = 'x[1].bin\nout/*.bin\nout/a.bin\n\nout/**/*.bin';
    const result = await takeUpload({ files, inputs: { file } });
    expectWhole(result);
    expect(result.made.map(({ name }) => name)).toEqual(['x[1].bin', 'a.bin', 'b.bin', 'c.bin']);
    expect(result.outputs['images']?.split('\n')).toHaveLength(4);
    expect(result.outputs['image-id']).toBe(result.made[0]?.imageId);
  });

  it('sends a file that is larger than any buffer as it is', async () => {
    const content = Buffer.alloc(LARGE + 12_345, 'firmware of a board ');
    const result = await takeUpload({ files: { 'large.bin': content } });
    expectWhole(result);
    expect(result.outputs['sha256']).toBe(createHash('sha256').update(content).digest('hex'));
  });

  it('says nothing of an MD5 if the storage does not', async () => {
    const result = await takeUpload({ uploads: { storage: [{ fault: { kind: 'no-hash' } }] } });
    expectWhole(result);
    expect(result.outputs['status']).toBe('uploaded');
  });

  it('renews its token between the file and the image', async () => {
    const client = { id: 'client', secret: 'secret-of-the-client', lifetimeMs: 2_000 };
    const answer = { kind: 'answer', status: 200, body: '' } as const;
    const result = await takeUpload({
      script: { client },
      uploads: { storage: [{ fault: { kind: 'late', afterMs: 2_500, answer } }] },
      inputs: { token: '', 'client-id': client.id, 'client-secret': client.secret },
      before: ({ tokenUrl }) => ({ 'token-url': tokenUrl }),
    });
    expectWhole(result);
    expect(result.outputs['status']).toBe('uploaded');
    expect(result.stdout.match(/^::add-mask::/gm)?.length).toBeGreaterThanOrEqual(4);
  });
});

describe.concurrent('invalid inputs', () => {
  it('are all reported in one error, and no request is made', async () => {
    const result = await takeUpload({
      files: { 'a/same.bin': 'a', 'b/same.bin': 'b', 'empty.bin': '' },
      inputs: {
        product: '',
        file: 'a/same.bin\nb/same.bin\nempty.bin\nnone.bin\n*.img\na',
        name: 'one',
        version: '',
        timeout: '300',
      },
    });
    expectWhole(result);
    expect(result.requests).toEqual([]);
    expect(result.outputs).toMatchObject({ status: 'error', images: '', uploads: '[]' });
    const [headline, ...problems] = result.annotations[0]?.message.split('\n') ?? [];
    expect(headline).toBe('5 inputs are invalid:');
    expect(problems).toEqual([
      expect.stringContaining('`product` is empty'),
      expect.stringContaining('`file` "empty.bin" is empty'),
      expect.stringContaining('`file` "none.bin" does not exist'),
      expect.stringContaining('`file` "*.img" matches no file'),
      expect.stringContaining('`file` "a" is a folder'),
      expect.stringContaining('`name` works with one file only, but `file` names 2'),
      expect.stringContaining('`version` is empty'),
      expect.stringContaining('`file` names two files called "same.bin"'),
      expect.stringContaining('`timeout` "300" has no unit'),
    ]);
    expect(result.summary.split('\n').filter((line) => line.startsWith('- '))).toHaveLength(9);
  });

  it('never show the token', async () => {
    const result = await takeUpload({ inputs: { token: `Bearer ${TOKEN}` } });
    expect(result.outputs['reason']).toContain('remove that prefix');
    const said = result.stdout.replace(`::add-mask::Bearer ${TOKEN}`, '') + result.summary;
    expect(said).not.toContain(TOKEN);
  });
});

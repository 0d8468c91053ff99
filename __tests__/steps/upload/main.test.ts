/** The upload step as a whole, with a platform in memory. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Workflow } from '../../../src/github/workflow.ts';
import type { Http } from '../../../src/http/http.ts';
import type { PutFile, PutResult } from '../../../src/http/put-file.ts';
import type { Runtime } from '../../../src/steps/runtime.ts';
import { UPLOAD_INPUTS } from '../../../src/steps/upload/inputs.ts';
import { createUploadAction } from '../../../src/steps/upload/main.ts';
import { fakeDependencies } from '../../support/dependencies.ts';
import { fakeGitHub } from '../../support/github.ts';
import { createJumpingClock } from '../../support/jumping-clock.ts';
import { noReply, reply } from '../../support/replies.ts';
import { PUT_FINE, putReply } from '../../support/upload-platform.ts';
import { fakeWorkflow } from '../../support/workflow.ts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'upload-')));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
writeFileSync(join(folder, 'firmware.bin'), 'firmware');
writeFileSync(join(folder, 'second.bin'), 'second');
writeFileSync(join(folder, 'odd\u0001.bin'), 'odd');

const PRODUCT = '01JZ2ZV5Q4PR0DXCT00000000A';
const INPUTS = {
  ...UPLOAD_INPUTS,
  'api-url': 'https://api.example',
  token: 'token-under-test',
  product: PRODUCT,
  file: 'firmware.bin',
  version: 'v1',
};
const TIME = '2026-01-26T15:00:00Z';

let images: object[] = [];
let finishes = 0;
beforeEach(() => {
  images = [];
  finishes = 0;
});

/** Answers as the platform does; `others` goes first. */
function httpOf(others: Http = () => Promise.resolve(noReply())): Http {
  return async (request) => {
    const special = await others(request);
    if (special.kind === 'reply') return special;
    if (request.signal.aborted) return noReply({ type: 'interrupted' });
    expect(request.limitMs()).toBeGreaterThan(0);
    if (request.url.includes('generateUploadUrl'))
      return reply(200, { id: 't1', uploadUrl: `https://s3.test/x?sig=${'s'.repeat(40)}` });
    if (request.url.endsWith('/images')) return reply(200, { images });
    finishes += 1;
    const name = new URL(request.url).searchParams.get('imageName');
    const scans = [{ id: `scan-${finishes}`, createTime: TIME }];
    const image = { id: `image-${finishes}`, name, version: 'v1', createTime: TIME, scans };
    images.push(image);
    return reply(201, image);
  };
}

interface Given extends Partial<Omit<Runtime, 'workflow' | 'putFile'>> {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly workflow?: Partial<Workflow>;
  readonly put?: PutResult | PutFile;
  readonly signal?: AbortSignal;
}

async function run({ inputs, workflow: parts, put = PUT_FINE, signal, ...runtime }: Given = {}) {
  const fake = fakeWorkflow({ ...INPUTS, ...inputs });
  const workflow = { ...fake, ...parts };
  const putFile = typeof put === 'function' ? put : () => Promise.resolve(put);
  const action = createUploadAction(
    fakeDependencies({ http: httpOf(), workspace: folder, ...runtime, workflow, putFile }),
  );
  const { said, outputs, summaries } = fake;
  const code = await action
    .run(signal ?? new AbortController().signal)
    .catch(async (cause: unknown) => {
      await action.crashed(cause);
      return 1;
    });
  const lines = said.filter((line) => line.startsWith('info')).map((line) => line.slice(5));
  return { code, said, lines, outputs, summary: summaries.join(), action };
}

describe('the upload step', () => {
  it('says what it does, and masks before it does it', async () => {
    const { code, said, lines, outputs, summary } = await run();
    expect(code).toBe(0);
    expect(lines).toEqual([
      `Uploading 1 file (8 B) to product ${PRODUCT} within 1 h.`,
      'Uploading firmware.bin (8 B) as image "firmware.bin", version v1.',
      'Uploaded firmware.bin: image image-1, scan scan-1, 8 B in 0 s (8.0 kB/s).',
    ]);
    expect(said.slice(0, 1)).toEqual(['mask token-under-test']);
    expect(said).toContain(`mask sig=${'s'.repeat(40)}`);
    expect(outputs).toMatchObject({ status: 'uploaded', images: 'image-1', reason: '' });
    expect(summary).toContain(
      '| <code>firmware&#46;bin</code> | firmware&#46;bin v1<br><code>image&#45;1</code> | 8&nbsp;B |',
    );
    expect(summary).toContain('Dashboard: <https://api.example>');
  });

  it('uploads one file after the other', async () => {
    const { outputs, lines, summary } = await run({ inputs: { file: '*.bin', name: '' } });
    // One of them has a name that is not printable.
    expect(outputs['status']).toBe('error');
    expect(outputs['reason']).toContain(
      'odd?.bin has a character that is not printable'.replace('?', ' '),
    );
    expect(lines).toEqual([]);
    expect(summary).toContain('❌');
    const two = await run({ inputs: { file: 'firmware.bin\nsecond.bin' } });
    expect(two.outputs).toMatchObject({ status: 'uploaded', images: 'image-1\nimage-2' });
    expect(two.lines[0]).toContain('Uploading 2 files (14 B)');
  });

  it('names the image as it is told', async () => {
    const { outputs, summary } = await run({ inputs: { name: 'Board' } });
    expect(JSON.parse(outputs['uploads'] ?? '')).toMatchObject([{ name: 'Board' }]);
    expect(summary).toContain('Board v1<br>');
  });

  it('reports names that belong to several files', async () => {
    mkdirSync(join(folder, 'other'), { recursive: true });
    writeFileSync(join(folder, 'other', 'firmware.bin'), 'other');
    const inputs = { file: 'firmware.bin\nother/firmware.bin', name: 'one' };
    const { outputs } = await run({ inputs });
    expect(outputs['reason']).toContain(
      'name works with one file only, but file names 2: remove it',
    );
    expect(outputs['reason']).toContain(
      'file names two files called firmware.bin, firmware.bin and other/firmware.bin',
    );
  });

  it.each([
    ['name', 'a\u0007b', 'has a character that is not printable'],
    ['version', 'a\u0007b', 'has a character that is not printable'],
    ['version', '', 'is empty: check the variable it comes from'],
    ['file', 'none.bin', 'none.bin does not exist'],
  ])('reports an invalid %s: %j', async (input, value, words) => {
    const { code, outputs } = await run({ inputs: { [input]: value } });
    expect(code).toBe(1);
    expect(outputs['reason']).toContain(words);
  });

  it('asks why there is no credential', async () => {
    const { outputs } = await run({
      inputs: { token: '' },
      whyCredentialIsMissing: () => Promise.resolve('is empty: a fork'),
    });
    expect(outputs['reason']).toBe('One input is invalid: token is empty: a fork.');
  });

  it('masks the token with which the runner requests ID tokens', async () => {
    const { said } = await run({
      inputs: {
        token: '',
        oidc: 'true',
        'token-url': 'https://auth.example/token',
        'oidc-audience': 'x',
      },
      idTokens: { url: 'https://github.example', requestToken: 'token-of-the-runner' },
      signal: AbortSignal.abort(),
    });
    expect(said).toContain('mask token-of-the-runner');
  });

  it('says what it cannot use', async () => {
    const { lines } = await run({ ignoredProxy: () => 'https_proxy' });
    expect(lines[1]).toContain('Ignoring the proxy in https_proxy for api.example: ');
  });

  it('is interrupted without an annotation', async () => {
    const { code, said, lines, outputs } = await run({ signal: AbortSignal.abort() });
    expect(code).toBe(1);
    expect(outputs['status']).toBe('interrupted');
    expect(lines.at(-1)).toBe('File firmware.bin: the upload was interrupted; run the job again.');
    expect(said.filter((line) => line.startsWith('fail'))).toEqual([]);
  });

  it('says how a storage that is down became one that works', async () => {
    const answers = [putReply(503), putReply(503), putReply(500), PUT_FINE];
    const { code, lines } = await run({
      put: () => Promise.resolve(answers.shift() ?? PUT_FINE),
    });
    expect(code).toBe(0);
    expect(lines.slice(2, 5)).toEqual([
      'Try 1 for firmware.bin failed: the storage s3.test: HTTP 503.',
      'Try 3 for firmware.bin failed: the storage s3.test: HTTP 500.',
      'Working again after 3 failed tries.',
    ]);
  });

  it('is not silent during a long outage', async () => {
    const { lines, outputs } = await run({ put: putReply(503) });
    expect(outputs['status']).toBe('unavailable');
    expect(outputs['reason']).toBe(
      'File firmware.bin: no usable answer from the storage for 15 min (last: the storage s3.test: ' +
        'HTTP 503); run the job again when the storage is back, or raise max-outage, which is 15 min.',
    );
    // At the start, and every 5 minutes.
    expect(lines.filter((line) => line.startsWith('Try '))).toHaveLength(3);
  });

  it.each<PutResult>([
    noReply({ type: 'network', code: 'ENOTFOUND', message: 'x' }),
    noReply({ type: 'proxy-status', status: 403 }),
  ])('says who cannot reach the storage: %j', async (put) => {
    const { outputs } = await run({ put });
    expect(outputs['reason']).toMatch(/^File firmware.bin: no usable answer from the storage for /);
    expect(outputs['reason']).toContain(
      '; check that the runner, or its proxy, may connect to s3.test, or raise max-outage, which',
    );
  });

  it('runs the job again when the platform is back', async () => {
    const http = httpOf(({ url }) =>
      Promise.resolve(url.includes('images:upload') ? reply(429) : noReply()),
    );
    expect((await run({ http })).outputs['reason']).toMatch(
      /no usable answer from the platform for 15 min .*; run the job again when the platform is back/,
    );
  });

  it('is an error if the platform gives two files one image', async () => {
    const http = httpOf(({ url }) =>
      Promise.resolve(url.includes('images:upload') ? reply(201, { id: 'image-1' }) : noReply()),
    );
    const inputs = { file: 'firmware.bin\nsecond.bin' };
    let sent = 0;
    const put = () => {
      sent += 1;
      return Promise.resolve(putReply(200, { digests: { sha256: `${sent}`, md5: '' } }));
    };
    const { outputs } = await run({ http, inputs, put });
    expect([outputs['status'], outputs['images']]).toEqual(['error', 'image-1']);
    expect(outputs['reason']).toContain(
      'File second.bin: the platform returned image image-1 for it and for firmware.bin, although',
    );
    // Two files with one content may be one image.
    const same = await run({ http, inputs });
    expect([same.outputs['status'], same.outputs['images']]).toEqual([
      'uploaded',
      'image-1\nimage-1',
    ]);
  });

  it.each([
    ['pull_request_target', 'c0ffee', 'github.event.pull_request.head.sha'],
    ['workflow_run', 'c0ffee', 'github.event.workflow_run.head_sha'],
    ['issue_comment', 'C0FFEE', undefined],
  ])(
    'warns in a run of %s that the version may be of another commit',
    async (event, version, such) => {
      const trigger = { event, ref: 'refs/heads/main', sha: 'c0ffee' };
      const github = fakeGitHub().access;
      const { said } = await run({ inputs: { version }, trigger, github });
      const warnings = said.filter((line) => line.startsWith('warning '));
      expect(warnings).toEqual([expect.stringContaining(`In a run of ${event}, the version`)]);
      expect(warnings[0]?.includes('${{')).toBe(such !== undefined);
      expect(warnings[0]).toContain(`${such ?? 'the commit that you build.'}`);
    },
  );

  it.each([
    ['in a run about a commit of its own', 'push', 'c0ffee', 'c0ffee'],
    ['with a version of its own', 'pull_request_target', 'v1', 'c0ffee'],
    ['of the commit of the triggering workflow', 'workflow_run', 'head', 'head'],
    ['outside of GitHub', 'pull_request_target', 'v1', ''],
  ])('does not warn %s', async (_, event, version, sha) => {
    const trigger = { event, ref: 'refs/heads/main', sha };
    const { said } = await run({ inputs: { version }, trigger, github: fakeGitHub().access });
    expect(said.filter((line) => line.startsWith('warning '))).toEqual([]);
  });

  it('warns also if the event cannot be read', async () => {
    const readRun = () => Promise.reject(new Error('no event'));
    const github = { ...fakeGitHub().access, readRun };
    const trigger = { event: 'workflow_run', ref: '', sha: 'head' };
    const { said } = await run({ inputs: { version: 'head' }, trigger, github });
    expect(said.filter((line) => line.startsWith('warning '))).toHaveLength(1);
  });

  it('shows its progress every 10 % or 30 s, whichever comes later', async () => {
    const clock = createJumpingClock();
    const path = join(folder, 'large');
    writeFileSync(path, Buffer.alloc(1_000_000));
    const { lines } = await run({
      clock,
      inputs: { file: 'large' },
      put({ onTaken }) {
        for (const [bytes, ms] of [
          [50_000, 40_000],
          [100_000, 1_000],
          [300_000, 1_000],
          [400_000, 29_000],
          [1_000_000, 60_000],
        ] as const) {
          clock.jump(ms);
          onTaken(bytes);
        }
        return Promise.resolve(PUT_FINE);
      },
    });
    expect(lines.slice(2)).toEqual([
      '10 % of 1.0 MB after 41 s (2.4 kB/s)',
      '40 % of 1.0 MB after 1 min 11 s (5.6 kB/s)',
      'Uploaded large: image image-1, scan scan-1, 1.0 MB in 2 min 11 s (7.6 kB/s).',
    ]);
  });

  it('is unavailable if nothing at api-url answers', async () => {
    const { outputs } = await run({ http: () => Promise.resolve(noReply()) });
    expect(outputs['status']).toBe('unavailable');
    expect(outputs['reason']).toContain('no usable answer from an API at api-url for 2 min');
  });

  it('is timed-out at its deadline, with the last failure', async () => {
    const { outputs } = await run({ put: putReply(503), inputs: { timeout: '20s' } });
    expect(outputs['reason']).toBe(
      'File firmware.bin: not uploaded within 20 s (the last try failed: the storage s3.test: HTTP 503); ' +
        'raise timeout and the timeout-minutes of the job, or run the job again.',
    );
  });

  it('is timed-out if a request was in flight too long', async () => {
    const clock = createJumpingClock();
    const { outputs } = await run({
      clock,
      inputs: { timeout: '20s' },
      put({ limitMs }) {
        expect(limitMs).toBe(30_000);
        clock.jump(30_001);
        return Promise.resolve({ kind: 'no-reply', problem: { type: 'too-slow', limitMs } });
      },
    });
    expect(outputs['reason']).toMatch(/^File firmware\.bin: not uploaded within 20 s; raise/);
  });

  const lacks = reply(403, { message: 'no', permission: 'products.view' });

  it.each([
    ['may not be read', () => lacks, 'the credential lacks the permission products.view'],
    [
      'is not there',
      () => reply(404, { message: 'no list' }),
      'the API answered HTTP 404: no list',
    ],
    [
      'is on many pages',
      () => reply(200, { images: [], nextPageToken: 'x' }),
      'continues on another page',
    ],
  ])('uploads without a list that %s', async (_, list, words) => {
    const http = httpOf(({ url }) => Promise.resolve(url.endsWith('/images') ? list() : noReply()));
    const { code, lines } = await run({ http });
    expect(code).toBe(0);
    expect(lines.filter((line) => line.startsWith('Could not read the list'))).toEqual([
      expect.stringContaining(words),
    ]);
  });

  it.each([
    ['an image that exists', 409, 'set version to another one'],
    ['an input that is wrong', 400, 'check product, name and version'],
    ['something unforeseen', 418, '(HTTP 418: no); check api-url'],
  ])('explains %s', async (_, status, words) => {
    const http = httpOf(({ url }) =>
      Promise.resolve(url.includes('images:upload') ? reply(status, { message: 'no' }) : noReply()),
    );
    const { outputs } = await run({ http });
    expect(outputs['status']).toBe('error');
    expect(outputs['reason']).toContain(words);
  });

  it.each([
    ['no address', 404, { message: 'no product' }, 'HTTP 404: no product'],
    [
      'an address that is not https',
      200,
      { id: 't', uploadUrl: 'http://s3.test/x' },
      'an upload address that is not https',
    ],
  ])('sends nothing if there is %s', async (_, status, body, words) => {
    const http = httpOf(({ url }) =>
      Promise.resolve(url.includes('generateUploadUrl') ? reply(status, body) : noReply()),
    );
    const { outputs } = await run({ http, put: () => Promise.reject(new Error('a bug')) });
    expect(outputs['reason']).toContain(words);
  });

  it('says that a 404 is no upload', async () => {
    const http = httpOf(({ url }) =>
      Promise.resolve(url.includes('images:upload') ? reply(404, { message: 'gone' }) : noReply()),
    );
    expect((await run({ http })).outputs['reason']).toContain('HTTP 404: gone');
  });

  it('does not look for the image after its time', async () => {
    const clock = createJumpingClock();
    const http = httpOf(({ url }) => {
      if (!url.includes('images:upload')) return Promise.resolve(noReply());
      clock.jump(28_000);
      return Promise.resolve(reply(502));
    });
    const { outputs } = await run({ http, clock, inputs: { timeout: '20s' } });
    expect(outputs['status']).toBe('timed-out');
    expect(outputs['reason']).toContain('image firmware.bin, version v1 may have been created');
  });

  it.each([1, 2])('names all images that could be the upload, after %i requests', async (most) => {
    const clock = createJumpingClock();
    let posts = 0;
    const http = httpOf(({ url }) => {
      if (!url.includes('images:upload')) return Promise.resolve(noReply());
      posts += 1;
      if (posts < most) return Promise.resolve(reply(502));
      const createTime = new Date(clock.wallMs()).toISOString();
      for (const id of ['image-8', 'image-9'])
        images.push({ id, name: 'firmware.bin', version: 'v1', createTime });
      return Promise.resolve(posts === 1 ? reply(502) : reply(409, { message: 'exists' }));
    });
    const dated: Http = async (request) => {
      const answer = await http(request);
      return answer.kind === 'reply' ? { ...answer, dateMs: clock.wallMs() } : answer;
    };
    const { outputs } = await run({ http: dated, clock });
    expect(outputs['reason']).toContain(
      'several new images have this name and version: image-8, image-9',
    );
  });

  it('says that an image may exist if a repetition is refused and no list can be read', async () => {
    const http = httpOf(({ url }) => {
      if (url.endsWith('/images')) {
        lists += 1;
        // Before the request and the first three looks, then no more.
        return Promise.resolve(lists > 4 ? reply(500) : noReply());
      }
      if (!url.includes('images:upload')) return Promise.resolve(noReply());
      posts += 1;
      return Promise.resolve(posts === 1 ? reply(502) : reply(409, { message: 'exists' }));
    });
    let [lists, posts] = [0, 0];
    const { outputs } = await run({ http });
    expect(outputs['reason']).toContain('but the list of images could not be read');
  });

  it.each([
    ['HTTP 429', reply(429)],
    ['a page of a firewall', reply(403)],
    ['HTTP 409 without a reason', reply(409)],
    ['HTTP 404 of another server', reply(404)],
  ])('finds the image that is listed only after a repetition that gets %s', async (_, second) => {
    images = [];
    const clock = createJumpingClock();
    const posts: number[] = [];
    const http = httpOf(({ url }) => {
      if (url.includes('images:upload')) {
        posts.push(clock.monotonicMs());
        return Promise.resolve(posts.length === 1 ? reply(500) : second);
      }
      const createTime = new Date(clock.wallMs()).toISOString();
      if (posts.length === 2 && images.length === 0)
        images.push({ id: 'image-9', name: 'firmware.bin', version: 'v1', createTime });
      return Promise.resolve(noReply());
    });
    const dated: Http = async (request) => {
      const answer = await http(request);
      return answer.kind === 'reply' ? { ...answer, dateMs: clock.wallMs() } : answer;
    };
    const { outputs } = await run({ http: dated, clock });
    expect([posts.length, outputs['status'], outputs['images']]).toEqual([
      2,
      'uploaded',
      'image-9',
    ]);
  });

  it('finds the image after all, without a scan', async () => {
    images = [];
    const http = httpOf(({ url }) => {
      if (!url.includes('images:upload')) return Promise.resolve(noReply());
      const createTime = new Date(clock.wallMs()).toISOString();
      images.push({ id: 'image-9', name: 'firmware.bin', version: 'v1', createTime });
      return Promise.resolve(reply(502));
    });
    const clock = createJumpingClock();
    const dated: Http = async (request) => {
      const answer = await http(request);
      return answer.kind === 'reply' ? { ...answer, dateMs: clock.wallMs() } : answer;
    };
    const { lines, outputs } = await run({ http: dated, clock });
    expect(outputs).toMatchObject({ status: 'uploaded', images: 'image-9', 'scan-id': '' });
    expect(lines.slice(2)).toEqual([
      'The request that creates the image may have worked: looking for the image.',
      'Found image image-9: the request had created it after all.',
      'Uploaded firmware.bin: image image-9, 8 B in 1 s (8 B/s).',
    ]);
  });

  it('says which image may exist if nothing says when it was created', async () => {
    const http = httpOf(({ url }) => {
      if (!url.includes('images:upload')) return Promise.resolve(noReply());
      images.push({ id: 'image-9', name: 'firmware.bin', version: 'v1', createTime: TIME });
      return Promise.resolve(reply(502));
    });
    const { outputs } = await run({ http });
    expect(outputs['reason']).toContain('the API does not say when the image');
  });
});

describe('a report that cannot be written', () => {
  it('is a note in the log if it is the summary', async () => {
    const summary = () => Promise.reject(new Error('disk full'));
    const { code, lines } = await run({ workflow: { summary } });
    expect(code).toBe(0);
    expect(lines.at(-1)).toContain('Could not write the job summary (Error: disk full)');
  });

  it('makes the step red if it is an output', async () => {
    const output = (name: string) => {
      if (name === 'images' || name === 'sha256') throw new Error('disk full');
    };
    const { code, said } = await run({ workflow: { output } });
    expect(code).toBe(1);
    expect(said.at(-1)).toContain('fail Could not write the output images (Error: disk full)');
  });

  it('leaves the reason of a red step as it is', async () => {
    const output = () => {
      throw new Error('disk full');
    };
    const { said } = await run({ workflow: { output }, put: putReply(404) });
    expect(said.at(-1)).toContain('the storage s3.test refused the file (HTTP 404)');
  });
});

describe('a crash', () => {
  it('before anything is known is an error', async () => {
    const input = () => {
      throw new Error('a bug');
    };
    const { code, outputs } = await run({ workflow: { input } });
    expect([code, outputs['status'], outputs['uploads']]).toEqual([1, 'error', '[]']);
  });

  it('while the file is sent creates no image', async () => {
    const { outputs, said } = await run({ put: () => Promise.reject(new Error('a bug')) });
    expect(outputs['reason']).toMatch(/^Unexpected error in this action \(Error: a bug\): run/);
    expect(said.at(-1)).toMatch(/^debug Error: a bug/);
  });

  it('after that may have created one', async () => {
    const http = httpOf(({ url }) => {
      if (url.includes('images:upload')) throw 'a bug';
      return Promise.resolve(noReply());
    });
    const { outputs } = await run({ http });
    expect(outputs['reason']).toContain('image firmware.bin, version v1 may have been created');
    expect(JSON.parse(outputs['uploads'] ?? '')).toMatchObject([{ sha256: 'a'.repeat(64) }]);
  });
});

it('the table of a thousand files fits into a summary', async () => {
  const { uploadSummary } = await import('../../../src/steps/upload/summary.ts');
  const item = {
    path: '/x',
    shown: `${'long '.repeat(20)}.bin`,
    filename: 'x',
    name: '*'.repeat(200),
    version: '_'.repeat(200),
    stamp: { size: 1, modifiedNs: 1n },
  };
  const ended = { status: 'uploaded', image: { id: 'i', scanId: undefined } } as const;
  const record = { item, sha256: 'a'.repeat(64), ms: 1_000, ended };
  const summary = uploadSummary({
    status: 'uploaded',
    reason: '',
    reasonLines: [],
    files: Array.from({ length: 1_000 }, () => record),
    product: undefined,
    apiUrl: undefined,
  });
  expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024);
  expect(summary).toContain('\n| File | Image | Size | Duration | Scan | SHA-256 |\n');
  expect(summary).toMatch(
    /\nNot shown here: \d+ more files\. The output `uploads` has all files\.\n/,
  );
});

import { describe, expect, it, vi } from 'vitest';
import type { Http } from '../../../src/http/http.ts';
import type { HttpRequest } from '../../../src/http/messages.ts';
import {
  expiryWarning,
  ignoredBypassesLine,
  ignoredProxyLine,
} from '../../../src/report/opening.ts';
import type { Runtime } from '../../../src/steps/runtime.ts';
import { createAction } from '../../../src/steps/wait/main.ts';
import { emptyLineWarning, openingLine } from '../../../src/steps/wait/opening-lines.ts';
import { settings } from '../../support/builders.ts';
import { fakeDependencies } from '../../support/dependencies.ts';
import { HOUR } from '../../support/emulated-wait.ts';
import { reply, scriptedHttp } from '../../support/http.ts';
import { noReply } from '../../support/replies.ts';
import { fakeWorkflow } from '../../support/workflow.ts';

const PRODUCT = '01JZ2ZV5Q4PR0DXCT00000000A';
const INPUTS = {
  'api-url': 'https://api.example',
  token: 'token-under-test',
  product: PRODUCT,
  image: 'i1',
};
const { signal: idle } = new AbortController();

interface Given extends Partial<Omit<Runtime, 'workflow'>> {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly workflow?: Partial<Runtime['workflow']>;
}

function actionWith({ inputs = {}, workflow = {}, ...given }: Given = {}) {
  const fake = fakeWorkflow({ ...INPUTS, ...inputs });
  const action = createAction(fakeDependencies({ ...given, workflow: { ...fake, ...workflow } }));
  const lines = (level: string) => fake.said.filter((line) => line.startsWith(`${level} `));
  return { action, lines, ...fake };
}

describe('run', () => {
  it('masks the token, waits, and reports, in this order', async () => {
    const { http } = scriptedHttp(['running', 'completed']);
    const { action, said, outputs, summaries } = actionWith({ http });
    expect(await action.run(idle)).toBe(0);
    const opening = openingLine(settings({ product: PRODUCT, imageIds: ['i1'] }));
    expect(said).toEqual([
      'mask token-under-test',
      `info ${opening}`,
      expect.stringMatching(/^debug After 0 s: poll 1: .* running/),
      expect.stringMatching(/^info After 0 s: .* s1, created 2026-01-26T15:00:00Z/),
      expect.stringMatching(/^info After 0 s: .* running/),
      expect.stringMatching(/^debug After 5 s: poll 2: .* completed/),
      expect.stringMatching(/^info After 5 s: .* completed/),
      'info Result after 5 s: completed (scan s1).',
    ]);
    expect(outputs).toMatchObject({ status: 'completed', 'product-id': PRODUCT });
    // As soon as it is known, so that it is there however the step ends.
    expect(Object.keys(outputs)[0]).toBe('scan-id');
    expect(JSON.parse(outputs['scans'] ?? '')).toMatchObject([{ imageName: 'Board' }]);
    expect(summaries).toHaveLength(1);
  });

  it('masks a client secret before anything else, and each token before it is used', async () => {
    const clientSecret = 'secret-under-test';
    const { http } = scriptedHttp(['completed'], ({ body, headers }) => {
      if (body !== undefined)
        return Promise.resolve(reply({ access_token: 'issued-token', expires_in: 1_800 }));
      expect(headers['authorization']).toBe('Bearer issued-token');
      expect(said).toContain('mask issued-token');
      return undefined;
    });
    const { action, said } = actionWith({
      http,
      inputs: {
        token: '',
        'client-id': 'ci',
        'client-secret': clientSecret,
        'token-url': 'https://auth.example/token',
      },
    });
    expect(await action.run(idle)).toBe(0);
    expect(said[0]).toBe(`mask ${clientSecret}`);
  });

  it('masks the token that requests ID tokens before anything else, and each ID token', async () => {
    const idTokens = { url: 'https://github.example/token?v=1', requestToken: 'request-token' };
    const { http, asked } = scriptedHttp(['completed'], ({ url, body }) => {
      if (url.startsWith(idTokens.url)) return Promise.resolve(reply({ value: 'an.id.token' }));
      if (body === undefined) return undefined;
      expect(said).toContain('mask an.id.token');
      return Promise.resolve(reply({ access_token: 'issued-token', expires_in: 1_800 }));
    });
    const { action, said } = actionWith({
      http,
      idTokens,
      inputs: {
        token: '',
        oidc: 'true',
        'token-url': 'https://auth.example/realms/r/protocol/openid-connect/token',
      },
    });
    expect(await action.run(idle)).toBe(0);
    expect(said[0]).toBe('mask request-token');
    expect(asked[0]).toBe(`${idTokens.url}&audience=https%3A%2F%2Fauth.example%2Frealms%2Fr`);
  });

  it('logs a proxy that cannot be used', async () => {
    const { action, said } = actionWith({ ignoredProxy: () => 'HTTPS_PROXY' });
    await action.run(idle);
    expect(said).toContain(`info ${ignoredProxyLine('HTTPS_PROXY', 'api.example')}`);
  });

  it('does not mask a word that a step without a value leaves', async () => {
    const { action, said, lines } = actionWith({ inputs: { token: 'null' } });
    expect(await action.run(idle)).toBe(1);
    expect(said).not.toContain('mask null');
    expect(lines('fail')).toEqual([expect.stringContaining('`token` is "null": the step before')]);
  });

  it('warns about an empty line between image IDs, with the number of images', async () => {
    const { action, lines } = actionWith({ inputs: { image: 'image-1\n\nimage-2' } });
    expect(await action.run(idle)).toBe(0);
    expect(lines('warning')).toEqual([`warning ${emptyLineWarning(2)}`]);
    expect(emptyLineWarning(2)).toContain('waits for 2 images');
    expect(emptyLineWarning(1)).toContain('waits for 1 image:');
  });

  it('warns about a token that will expire', async () => {
    const endMs = Date.parse('2026-01-26T16:00:00Z');
    const payload = Buffer.from(JSON.stringify({ exp: endMs / 1000 })).toString('base64url');
    const { http } = scriptedHttp(['running', 'completed']);
    const dated: Http = async (request) => Object.assign(await http(request), { aheadMs: 0 });
    const { action, lines } = actionWith({ http: dated, inputs: { token: `e30.${payload}.x` } });
    expect(await action.run(idle)).toBe(0);
    const nowMs = Date.parse('2026-01-26T15:00:00Z');
    const warning = expiryWarning(endMs, nowMs, nowMs + 7_200_000);
    expect(lines('warning')).toEqual([`warning ${warning}`]);
  });

  it('asks the platform for the time before it warns about a token', async () => {
    const payload = (time: string) =>
      Buffer.from(JSON.stringify({ exp: Date.parse(time) / 1000 })).toString('base64url');
    // The clock of the runner is three hours ahead: 15:00 there is 12:00.
    const { http } = scriptedHttp(['running', 'completed']);
    const late: Http = async (request) =>
      Object.assign(await http(request), { aheadMs: -3 * HOUR });
    for (const [time, warnings] of [
      ['2026-01-26T14:30:00Z', 0],
      ['2026-01-26T13:30:00Z', 1],
    ] as const) {
      const token = `e30.${payload(time)}.x`;
      const { action, lines } = actionWith({ http: late, inputs: { token } });
      expect(await action.run(idle)).toBe(0);
      expect(lines('warning')).toHaveLength(warnings);
    }
  });

  it('waits for an answer with a date before it warns about a token', async () => {
    const exp = Date.parse('2026-01-26T13:30:00Z') / 1000;
    const payload = Buffer.from(JSON.stringify({ exp })).toString('base64url');
    const { http } = scriptedHttp(['running', 'completed']);
    let asked = 0;
    const late: Http = async (request) => {
      asked += 1;
      return asked === 1 ? noReply() : Object.assign(await http(request), { aheadMs: -3 * HOUR });
    };
    const { action, lines } = actionWith({ http: late, inputs: { token: `e30.${payload}.x` } });
    expect(await action.run(idle)).toBe(0);
    expect(lines('warning')).toHaveLength(1);
  });

  it('warns about no token that is refused, because the error says why', async () => {
    const payload = Buffer.from(JSON.stringify({ exp: 1 })).toString('base64url');
    const http = () => Promise.resolve(reply({ message: 'expired' }, 401));
    const { action, lines } = actionWith({ http, inputs: { token: `e30.${payload}.x` } });
    expect(await action.run(idle)).toBe(1);
    expect(lines('warning')).toEqual([]);
    expect(lines('fail')).toEqual([expect.stringContaining('`token` expired at 1970-01-01')]);
  });

  it('logs what in `no_proxy` has no effect', async () => {
    const bypasses = { variable: 'no_proxy', entries: ['10.0.0.0/8'] };
    const { action, said } = actionWith({ ignoredBypasses: () => bypasses });
    await action.run(idle);
    expect(said).toContain(`info ${ignoredBypassesLine(bypasses, 'api.example')}`);
  });

  it('continues if the ID of the scan cannot be written at once, and is red in the end', async () => {
    const { action, said, lines, outputs } = actionWith({
      http: scriptedHttp(['running', 'completed']).http,
      workflow: {
        output() {
          throw new Error('disk full');
        },
      },
    });
    expect(await action.run(idle)).toBe(1);
    expect(said).toContain('info Could not write the output scan-id (Error: disk full).');
    expect(lines('fail')).toHaveLength(1);
    expect(outputs).toEqual({});
  });
});

describe('invalid inputs', () => {
  const http = vi.fn<Http>();

  it('are reported all at once, and no request is made', async () => {
    const { action, outputs, lines } = actionWith({ http, inputs: { token: '', timeout: '5' } });
    expect(await action.run(idle)).toBe(1);
    expect(http).not.toHaveBeenCalled();
    expect(outputs).toMatchObject({ status: 'error', scans: '[]' });
    expect(lines('fail')).toEqual([expect.stringMatching(/:\n`token` .*\n`timeout` [^\n]*$/)]);
  });

  it('are one problem if GitHub withheld the credential from this run', async () => {
    const { action, outputs, lines } = actionWith({
      inputs: { token: '', timeout: '5', product: '' },
      whyCredentialIsMissing: () => Promise.resolve('is empty: for this reason'),
    });
    expect(await action.run(idle)).toBe(1);
    expect(outputs['reason']).toMatch(/^[^;]*: token is empty: for this reason\.$/);
    expect(lines('fail')).toHaveLength(1);
  });

  it('are not explained by a missing credential that is there', async () => {
    const whyCredentialIsMissing = vi.fn(() => Promise.resolve(''));
    const { action, outputs } = actionWith({ whyCredentialIsMissing, inputs: { timeout: '5' } });
    expect(await action.run(idle)).toBe(1);
    expect(whyCredentialIsMissing).not.toHaveBeenCalled();
    expect(outputs['reason']).toContain('timeout');
  });
});

describe('what is requested', () => {
  const scans = `/products/${PRODUCT}/images/i1/scans`;

  it('is the newest scan at first, and then the scan that was chosen', async () => {
    const { http, asked } = scriptedHttp(['running', 'running', 'completed']);
    await actionWith({ http }).action.run(idle);
    expect(asked).toEqual([
      `${scans}?status=true`,
      `${scans}/s1?status=true`,
      `${scans}/s1?status=true`,
      `/products/${PRODUCT}/images/i1?withCounts=true`,
    ]);
  });

  it('is the scan that was given', async () => {
    const { http, asked } = scriptedHttp(['completed']);
    const { action, outputs } = actionWith({ http, inputs: { scan: 's9' } });
    await action.run(idle);
    expect(asked[0]).toBe(`${scans}/s9?status=true`);
    expect(outputs['scan-id']).toBe('s9');
  });

  it('excludes scans created before `created-after`', async () => {
    const inputs = { 'created-after': '2026-01-26T15:00:01Z', timeout: '0s' };
    const { action, outputs } = actionWith({ inputs });
    expect(await action.run(idle)).toBe(1);
    expect(outputs).toMatchObject({ status: 'no-scan', 'scan-id': '' });
  });
});

describe('several images', () => {
  it('are followed side by side; the first alone is in the single outputs', async () => {
    const { http } = scriptedHttp(['completed'], ({ url }) =>
      url.includes('/i2/scans') ? Promise.resolve(reply({ scans: [] })) : undefined,
    );
    const inputs = { image: 'i2\ni1', 'appearance-timeout': '1m' };
    const { action, outputs } = actionWith({ http, inputs });
    expect(await action.run(idle)).toBe(1);
    expect(Object.keys(outputs)[0]).toBe('status');
    expect(outputs).toMatchObject({ 'image-id': 'i2', 'scan-id': '' });
    expect(JSON.parse(outputs['scans'] ?? '')).toMatchObject([
      { imageId: 'i2', status: 'no-scan', waitedSeconds: 60 },
      { imageId: 'i1', status: 'completed', scanId: 's1', waitedSeconds: 0 },
    ]);
  });

  it('log a heartbeat while nothing happens', async () => {
    const { http } = scriptedHttp(['running']);
    const { action, lines } = actionWith({ http, inputs: { image: 'i1\ni2', timeout: '7m' } });
    expect(await action.run(idle)).toBe(1);
    const beats = lines('info').filter((line) => line.includes('waiting for'));
    expect(beats).toEqual(['info After 5 min of 7 min: waiting for 2 of 2 images: 2 running.']);
  });
});

describe('details', () => {
  const detailsBy = (answer: (request: HttpRequest) => ReturnType<Http> | undefined) => ({
    http: scriptedHttp(['completed']).http,
    httpForDetails: scriptedHttp([], answer).http,
  });
  const unread = (lines: readonly string[]) =>
    lines.filter((line) => line.includes('Could not read the details of image i1'));

  it.each<[string, ReturnType<Http>, string]>([
    ['a failure', Promise.resolve(reply('x', 502)), '(HTTP 502)'],
    ['an unknown image', Promise.resolve(reply({ message: 'gone' }, 404)), 'HTTP 404: gone)'],
    ['a refusal', Promise.resolve(reply({ message: 'no' }, 403)), 'HTTP 403: no)'],
    ['no answer', new Promise(() => undefined), '(timed out)'],
    [
      'an end of the request',
      Promise.resolve({ kind: 'no-reply', problem: { type: 'interrupted' } }),
      '(timed out)',
    ],
  ])('that cannot be read are a note, and change nothing: %s', async (_, answer, why) => {
    const { action, lines, outputs } = actionWith(detailsBy(() => answer));
    expect(await action.run(idle)).toBe(0);
    expect(unread(lines('info'))).toEqual([expect.stringContaining(why)]);
    expect(JSON.parse(outputs['scans'] ?? '')).toMatchObject([{ imageName: '', findings: null }]);
  });

  it('are abandoned on an interruption, which changes no verdict', async () => {
    const interruption = new AbortController();
    const { action, lines } = actionWith(
      detailsBy(() => {
        interruption.abort();
        return new Promise(() => undefined);
      }),
    );
    expect(await action.run(interruption.signal)).toBe(0);
    expect(unread(lines('info'))).toEqual([expect.stringContaining('(interrupted)')]);
  });

  it('are not requested if there was no scan', async () => {
    const { http } = scriptedHttp([], () => Promise.resolve(reply({ scans: [] })));
    const httpForDetails = vi.fn<Http>();
    const { action } = actionWith({ http, httpForDetails, inputs: { timeout: '0s' } });
    await action.run(idle);
    expect(httpForDetails).not.toHaveBeenCalled();
  });
});

describe('an interruption', () => {
  it('is red without an annotation, and its outputs and summary are written', async () => {
    const interruption = new AbortController();
    const { http } = scriptedHttp(['running'], () => {
      interruption.abort();
      return undefined;
    });
    const { action, lines, outputs, summaries } = actionWith({ http });
    expect(await action.run(interruption.signal)).toBe(1);
    expect(outputs).toMatchObject({ status: 'interrupted', 'scan-id': 's1' });
    expect([...lines('fail'), ...lines('warning')]).toEqual([]);
    expect(summaries).toHaveLength(1);
  });
});

describe('crashed', () => {
  it('reports an error before anything is known', async () => {
    const { action, lines, outputs, summaries } = actionWith();
    await action.crashed('a string');
    expect(outputs).toMatchObject({ status: 'error', scans: '[]', 'scan-id': '' });
    expect(lines('fail')).toEqual([expect.stringContaining('(a string)')]);
    expect(summaries).toHaveLength(1);
  });

  it('reports at least itself if what is known cannot be reported', async () => {
    const { http } = scriptedHttp(['completed']);
    const fail = vi.fn<Runtime['workflow']['fail']>().mockImplementationOnce(() => {
      throw new Error('another bug');
    });
    const { action, outputs } = actionWith({ http, workflow: { fail } });
    await action.run(idle);
    await action.crashed(new Error('a bug'));
    expect(outputs).toMatchObject({ status: 'error', 'scan-id': 's1', scans: '[]' });
    expect(fail.mock.lastCall?.[0]).toEqual([expect.stringContaining('(Error: a bug)')]);
    expect(fail).toHaveBeenCalledTimes(2);
  });

  it('reports at least itself if nothing is known', async () => {
    const fail = vi.fn<Runtime['workflow']['fail']>().mockImplementationOnce(() => {
      throw new Error('another bug');
    });
    const { action, outputs } = actionWith({ workflow: { fail } });
    await action.crashed(new Error('a bug'));
    expect(outputs).toMatchObject({ status: 'error', 'scan-id': '', scans: '[]' });
  });

  it('reports what was known so far, and the stack in debug', async () => {
    const http = vi
      .fn<Http>(() => Promise.reject(new TypeError('a bug')))
      .mockImplementationOnce(scriptedHttp(['running']).http);
    const { action, lines, outputs } = actionWith({ http });
    const error = await action.run(idle).catch((cause: unknown) => cause);
    await action.crashed(error);
    expect(outputs).toMatchObject({
      status: 'error',
      'scan-id': 's1',
      'product-id': PRODUCT,
      'image-id': 'i1',
      state: 'running',
    });
    expect(outputs['reason']).toContain('(TypeError: a bug)');
    expect(lines('debug').at(-1)).toMatch(/^debug TypeError: a bug\n.*main\.test/s);
    expect(lines('fail')).toHaveLength(1);
  });
});

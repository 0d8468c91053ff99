/** ID tokens from an endpoint like GitHub's, over real HTTP. */
import { afterEach, describe, expect, it } from 'vitest';
import { type Fault, jsonAnswer } from '../../emulator/faults.ts';
import {
  type IdTokenScript,
  type IdTokenEndpoint as Server,
  startIdTokenEndpoint,
} from '../../emulator/github-id-token.ts';
import {
  type IdTokenEndpoint,
  idTokenEndpoint,
  idTokenIssuer,
} from '../../src/credentials/github-id-token.ts';
import { createHttp } from '../../src/http/http.ts';
import type { RequestProblem } from '../../src/model/request-problem.ts';
import { systemClock } from '../../src/polling/clock.ts';

const AUDIENCE = 'https://auth.example/realms/Binarly Realm?x=1&y';
const ENV = {
  ACTIONS_ID_TOKEN_REQUEST_URL: 'https://github.example/token?v=1',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'not-a-token',
};

let server: Server | undefined;
afterEach(() => server?.close());

async function request(script: IdTokenScript, signal = new AbortController().signal) {
  server = await startIdTokenEndpoint(script, systemClock);
  const endpoint = idTokenEndpoint(server.env) as IdTokenEndpoint;
  const limits = { limitMs: () => 2_000, signal, beganMs: 0 };
  const issuer = idTokenIssuer(endpoint, createHttp('test', systemClock));
  return { answer: await issuer.request(AUDIENCE, limits), server };
}

function withValue(value: unknown): Fault {
  return jsonAnswer(200, { value });
}

/** Signed by nobody. */
function jwt(payload: unknown): string {
  const parts = [{ alg: 'none' }, payload].map((part) => JSON.stringify(part));
  return `${parts.map((part) => Buffer.from(part).toString('base64url')).join('.')}.AAAA`;
}

describe('an ID token', () => {
  it('is requested for the audience, and names its subject and issuer', async () => {
    const { answer, server } = await request({});
    expect(answer).toEqual({
      kind: 'id-token',
      value: server.issued[0],
      subject: 'repo:acme/firmware:environment:binarly',
      issuer: 'https://token.actions.githubusercontent.com',
    });
    expect(server.audiences).toEqual([AUDIENCE]);
  });

  it('has a printable subject and issuer, whatever it says', async () => {
    const { answer } = await request({ subject: 'repo:\n::error::x', issuer: 'i\u202es' });
    expect(answer).toMatchObject({ subject: 'repo: ::error::x', issuer: 'i s' });
  });

  it('has a subject in full, however many parts it has', async () => {
    const subject = `repo:acme/firmware:${'job_workflow_ref:'.repeat(20)}end`;
    expect((await request({ subject })).answer).toMatchObject({ subject });
  });

  it.each([{ sub: 7, iss: null }, {}, null, 'text'])('may name neither: %j', async (claims) => {
    const value = jwt(claims);
    const { answer } = await request({ faults: { 1: withValue(value) } });
    expect(answer).toEqual({ kind: 'id-token', value, subject: undefined, issuer: undefined });
  });
});

const NO_TOKEN = { type: 'no-id-token', status: 200 };

describe('anything else', () => {
  it.each<[string, Fault, object]>([
    [
      '503',
      jsonAnswer(503, {}, { 'retry-after': '9' }),
      { cause: { type: 'http-status', status: 503 }, reached: 'busy', retryAfterMs: 9000 },
    ],
    ['401', jsonAnswer(401, {}), { cause: { status: 401 }, reached: 'unclear' }],
    ['a redirect', jsonAnswer(302, {}), { cause: { status: 302 }, reached: 'unclear' }],
    ['201', jsonAnswer(201, { value: 'a.b.c' }), { cause: { status: 201 }, reached: 'unclear' }],
    ['no value', jsonAnswer(200, {}), { cause: NO_TOKEN, reached: 'unclear' }],
    ['no JSON', { kind: 'answer', status: 200, body: '<html>' }, { cause: NO_TOKEN }],
    ['no JWT', withValue('a.b'), { cause: NO_TOKEN }],
    ['a JWT with a line break', withValue('a.b.c\n'), { cause: NO_TOKEN }],
    ['a body that is cut', { kind: 'cut', status: 200 }, { reached: 'nothing' }],
    ['a closed connection', { kind: 'reset' }, { reached: 'nothing' }],
    ['silence', { kind: 'silent' }, { cause: { type: 'too-slow' }, reached: 'nothing' }],
  ])('is a failed poll: %s', async (_, fault, expected) => {
    const { answer } = await request({ faults: { 1: fault } });
    expect(answer).toMatchObject({ kind: 'failed', endpoint: 'id-token', ...expected });
  });

  it.each<RequestProblem>([
    { type: 'certificate', code: 'CERT_HAS_EXPIRED' },
    { type: 'proxy-auth' },
  ])(
    'is a failed poll even if an input with that address would end the wait: %j',
    async (problem) => {
      const http = async () => ({ kind: 'no-reply', problem }) as const;
      const issuer = idTokenIssuer(idTokenEndpoint(ENV) as IdTokenEndpoint, http);
      const limits = { limitMs: () => 1, signal: new AbortController().signal, beganMs: 0 };
      expect(await issuer.request(AUDIENCE, limits)).toMatchObject({
        kind: 'failed',
        cause: problem,
      });
    },
  );

  it('is an interruption if the step is interrupted', async () => {
    expect((await request({}, AbortSignal.abort())).answer).toEqual({ kind: 'interrupted' });
  });
});

describe('the endpoint', () => {
  it('has its own secret token', () => {
    const http = () => Promise.reject(new Error('not asked'));
    expect(idTokenIssuer(idTokenEndpoint(ENV) as IdTokenEndpoint, http).secrets).toEqual([
      'not-a-token',
    ]);
  });

  it('exists for a job that may request ID tokens', () => {
    expect(idTokenEndpoint(ENV)).toEqual({
      url: 'https://github.example/token?v=1',
      requestToken: 'not-a-token',
    });
  });

  it.each(Object.keys(ENV))('does not exist without %s', (name) => {
    expect(idTokenEndpoint({ ...ENV, [name]: '' })).toBeUndefined();
    expect(idTokenEndpoint({ ...ENV, [name]: undefined })).toBeUndefined();
  });
});

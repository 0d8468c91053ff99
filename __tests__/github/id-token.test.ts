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
  requestIdToken,
} from '../../src/github/id-token.ts';
import { createHttp } from '../../src/http/http.ts';
import { systemClock } from '../../src/util/clock.ts';

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
  const limits = { limitMs: () => 2_000, signal };
  const answer = await requestIdToken(endpoint, AUDIENCE, createHttp('test', systemClock), limits);
  return { answer, server };
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

  it.each([{ sub: 7, iss: null }, {}, null, 'text'])('may name neither: %j', async (claims) => {
    const value = jwt(claims);
    const { answer } = await request({ faults: { 1: withValue(value) } });
    expect(answer).toEqual({ kind: 'id-token', value, subject: undefined, issuer: undefined });
  });
});

describe('anything else', () => {
  it.each<[string, Fault, object]>([
    [
      '503',
      jsonAnswer(503, {}, { 'retry-after': '9' }),
      { contact: 'unclear', retryAfterMs: 9000 },
    ],
    ['401', jsonAnswer(401, {}), { contact: 'none', detail: 'HTTP 401' }],
    ['a redirect', jsonAnswer(302, {}), { contact: 'none', detail: 'HTTP 302' }],
    ['no value', jsonAnswer(200, {}), { detail: 'HTTP 200 without an ID token' }],
    ['no JSON', { kind: 'answer', status: 200, body: '<html>' }, { contact: 'none' }],
    ['no JWT', withValue('a.b'), { contact: 'none' }],
    ['a JWT with a line break', withValue('a.b.c\n'), { contact: 'none' }],
    ['a body that is cut', { kind: 'cut', status: 200 }, { contact: 'none' }],
    ['a closed connection', { kind: 'reset' }, { contact: 'none' }],
    ['silence', { kind: 'silent' }, { contact: 'none' }],
  ])('is trouble that may pass: %s', async (_, fault, expected) => {
    const { answer } = await request({ faults: { 1: fault } });
    expect(answer).toMatchObject({ kind: 'trouble', ...expected });
  });

  it('is trouble even if the certificate is refused', async () => {
    const http = async () => ({ kind: 'failure', cause: 'certificate', detail: 'X' }) as const;
    const endpoint = idTokenEndpoint(ENV) as IdTokenEndpoint;
    const limits = { limitMs: () => 1, signal: new AbortController().signal };
    expect(await requestIdToken(endpoint, AUDIENCE, http, limits)).toMatchObject({
      kind: 'trouble',
    });
  });

  it('is an interruption if the step is interrupted', async () => {
    expect((await request({}, AbortSignal.abort())).answer).toEqual({ kind: 'interrupted' });
  });
});

describe('the endpoint', () => {
  it('is there for a job that may request ID tokens', () => {
    expect(idTokenEndpoint(ENV)).toEqual({
      url: 'https://github.example/token?v=1',
      requestToken: 'not-a-token',
    });
  });

  it.each(Object.keys(ENV))('is not there without %s', (name) => {
    expect(idTokenEndpoint({ ...ENV, [name]: '' })).toBeUndefined();
    expect(idTokenEndpoint({ ...ENV, [name]: undefined })).toBeUndefined();
  });
});

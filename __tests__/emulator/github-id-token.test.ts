/** The emulated endpoint for ID tokens answers a job's request as GitHub's does. */
import { jwtDecode } from 'jwt-decode';
import { afterEach, describe, expect, it } from 'vitest';
import { jsonAnswer } from '../../emulator/faults.ts';
import {
  type IdTokenEndpoint,
  type IdTokenScript,
  startIdTokenEndpoint,
} from '../../emulator/github-id-token.ts';
import { createJumpingClock } from '../support/jumping-clock.ts';

interface ApiResult {
  readonly value: string;
}

let github: IdTokenEndpoint | undefined;
afterEach(() => github?.close());

async function start(script: IdTokenScript = {}) {
  github = await startIdTokenEndpoint(script, createJumpingClock());
  const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: token } = github.env;
  const ask = (more = '', bearer = token) =>
    fetch(url + more, { headers: { authorization: `Bearer ${bearer}` } });
  return { github, ask };
}

describe('the endpoint for ID tokens', () => {
  it('gives a signed token with the requested audience, and a different one each time', async () => {
    const { ask, github } = await start();
    const answers = [await ask('&audience=https%3A%2F%2Fauth'), await ask('&audience=x')];
    const bodies = await Promise.all(answers.map((answer) => answer.json() as Promise<ApiResult>));
    const values = bodies.map(({ value }) => value);
    expect(github.issued).toEqual(values);
    expect(github.audiences).toEqual(['https://auth', 'x']);
    const [one, other] = values.map((value) => jwtDecode(value));
    const iat = Date.parse('2026-01-26T15:00:00Z') / 1000;
    expect(one).toEqual({
      iss: 'https://token.actions.githubusercontent.com',
      sub: 'repo:acme/firmware:environment:binarly',
      aud: 'https://auth',
      jti: expect.any(String),
      iat,
      nbf: iat,
      exp: iat + 300,
    });
    expect(one?.jti).not.toBe(other?.jti);
  });

  it('refuses a request without the token of the job', async () => {
    const { ask } = await start();
    expect((await ask('', 'other')).status).toBe(401);
  });

  it('fails as scripted, by the number of the request', async () => {
    const { ask } = await start({ faults: { 2: jsonAnswer(503, {}) } });
    const statuses = [await ask(), await ask(), await ask()].map(({ status }) => status);
    expect(statuses).toEqual([200, 503, 200]);
  });
});

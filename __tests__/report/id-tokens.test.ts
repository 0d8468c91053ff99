/** The words for ID tokens: not issued, refused for now, refused for good. */
import { describe, expect, it } from 'vitest';
import type { Failed, FailureCause, RefusalCause } from '../../src/binarly/answer.ts';
import { describeFailure } from '../../src/report/causes.ts';
import { reasonOf, sentenceOf } from '../../src/report/reasons.ts';
import { reasonOfRefusal } from '../../src/report/refusals.ts';
import { ended, settings } from '../support/builders.ts';

function notIssued(cause: FailureCause): Failed {
  return { kind: 'failed', endpoint: 'id-token', cause, reached: 'unclear' };
}

function sentence(cause: RefusalCause): string {
  return sentenceOf(reasonOfRefusal({ kind: 'refused', endpoint: 'token', cause }));
}

describe('an ID token that GitHub does not issue', () => {
  it.each<[FailureCause, string]>([
    [{ type: 'no-id-token', status: 200 }, 'HTTP 200 without an ID token'],
    [{ type: 'http-status', status: 503, message: undefined }, 'HTTP 503'],
    [{ type: 'no-tls' }, 'the server does not speak TLS: is `ACTIONS_ID_TOKEN_REQUEST_URL` right?'],
  ])('is trouble at GitHub: %j', (cause, words) => {
    expect(describeFailure(notIssued(cause))).toBe(`no ID token from GitHub: ${words}`);
  });

  it('for too long is blamed on GitHub, not on the API', () => {
    const failure = notIssued({ type: 'no-id-token', status: 200 });
    const verdict = { status: 'unavailable', failure, forMs: 90_000, reachedApi: false } as const;
    expect(reasonOf(ended(verdict), settings())).toEqual({
      happened: 'GitHub issued no ID token for 1 min 30 s (last: HTTP 200 without an ID token)',
      advice: 'check that the runner can connect to GitHub, or run the job again later',
    });
  });
});

describe('an ID token that Keycloak refuses', () => {
  const refused = {
    type: 'id-token-refused',
    status: 401,
    said: 'invalid_client: no',
    subject: 'repo:acme/firmware:environment:binarly',
    issuer: 'https://token.actions.githubusercontent.com',
  } as const;

  it('names the subject and the issuer, which must be configured', () => {
    expect(sentence(refused)).toBe(
      'The token endpoint refused the ID token with ' +
        'the `sub` "repo:acme/firmware:environment:binarly" and ' +
        'the `iss` "https://token.actions.githubusercontent.com" ' +
        '(HTTP 401: invalid_client: no): ' +
        'set `jwt.credential.sub` of the client in Keycloak to this `sub`, ' +
        'and the issuer of its identity provider to this `iss`.',
    );
  });

  it('may name neither', () => {
    expect(sentence({ ...refused, subject: undefined, issuer: undefined })).toContain(
      'the `sub` none and the `iss` none',
    );
  });

  it.each<[number, string, string]>([
    [
      401,
      'unauthorized_client: Client not enabled to retrieve service account',
      'turn on service accounts for this client in Keycloak',
    ],
    [
      401,
      "invalid_request: User 'service-account-ci' disabled",
      'enable the service account user of this client in Keycloak',
    ],
    [
      403,
      'access_denied: Realm not enabled',
      'check that the realm is enabled, and that `token-url` starts with https',
    ],
    [
      400,
      'invalid_client: Token is not active',
      'check the client and its identity provider in Keycloak',
    ],
  ])('gets the advice that fits what Keycloak said: %i %s', (status, said, advice) => {
    expect(sentence({ ...refused, status, said })).toContain(
      `(HTTP ${status}: ${said}): ${advice}`,
    );
  });

  it('for its audience names the audience and the input', () => {
    const cause = {
      type: 'audience-refused',
      status: 400,
      said: 'invalid_client: Invalid token audience',
      audience: 'https://auth.example\n::error::x',
    } as const;
    expect(sentence(cause)).toBe(
      'The token endpoint refused the ID token for the audience ' +
        '"https://auth.example ::error::x" ' +
        '(HTTP 400: invalid_client: Invalid token audience): ' +
        'set `oidc-audience` to the issuer of the Keycloak realm.',
    );
  });
});

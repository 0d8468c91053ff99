/** The inputs `oidc` and `oidc-audience`, and how they go with the other credentials. */
import { describe, expect, it } from 'vitest';
import type { InputName } from '../../../src/inputs/input-reader.ts';
import { readInputs } from '../../../src/steps/wait/inputs.ts';
import { runnerDefault } from '../../inputs/read.ts';

type Given = Partial<Record<InputName, string>>;

const ENDPOINT = { url: 'https://github.example/token?v=1', requestToken: 'not-a-token' };
const REST: Given = {
  'api-url': 'https://binarly.acme.example',
  product: 'product-1',
  image: 'image-1',
};
const REALM = 'https://auth.acme.example/realms/BinarlyRealm';
const TOKEN_URL = `${REALM}/protocol/openid-connect/token`;
const OIDC: Given = { oidc: 'true', 'token-url': TOKEN_URL };

function read(given: Given, endpoint: typeof ENDPOINT | undefined = ENDPOINT) {
  const inputs: Given = { ...REST, ...given };
  return readInputs((name) => inputs[name] ?? runnerDefault(name), endpoint);
}

/** The problems, each as its input and its text. */
function problemsOf(given: Given, endpoint?: typeof ENDPOINT) {
  const inputs = read(given, endpoint);
  return inputs.ok ? [] : inputs.problems.map(({ input, text }) => `${input} ${text}`);
}

function audienceOf(given: Given) {
  const inputs = read(given);
  return inputs.ok && inputs.settings.credential.kind === 'oidc'
    ? inputs.settings.credential.audience
    : undefined;
}

describe('oidc', () => {
  it('is a credential, which needs nothing else', () => {
    expect(read(OIDC)).toMatchObject({
      ok: true,
      settings: {
        credential: { kind: 'oidc', tokenUrl: TOKEN_URL, audience: REALM, endpoint: ENDPOINT },
      },
    });
  });

  it('does not affect the other credentials if it is false', () => {
    for (const oidc of ['false', ''])
      expect(read({ oidc, token: 'not-a-token' })).toMatchObject({
        ok: true,
        settings: { credential: { kind: 'token' } },
      });
  });

  it('is true or false, and nothing else', () => {
    expect(problemsOf({ oidc: 'yes', token: 'not-a-token' })).toEqual([
      'oidc "yes" is unknown: use true or false',
    ]);
  });

  it('derives a token endpoint from a dashboard on Binarly’s cloud', () => {
    const cloud = { 'api-url': 'https://dashboard-acme.binarly.cloud', 'token-url': '' };
    expect(audienceOf({ ...OIDC, ...cloud })).toBe(
      'https://auth-acme.binarly.cloud/realms/BinarlyRealm',
    );
  });

  it('needs `token-url` elsewhere, and that is the one problem', () => {
    const [problem, ...others] = problemsOf({ oidc: 'true' });
    expect(problem).toMatch(/^token-url is empty and cannot be derived from this `api-url`/);
    expect(others).toEqual([]);
  });

  it('in a job without ID tokens names the permission along with every other problem', () => {
    const given: Given = { ...REST, oidc: 'true', image: '' };
    const inputs = readInputs((name) => given[name] ?? runnerDefault(name));
    expect(inputs).toMatchObject({
      ok: false,
      problems: [
        {
          input: 'oidc',
          kind: 'missing-credential',
          text:
            'is true, but GitHub gives this job no ID tokens: add `permissions: id-token: write` ' +
            'to the job (pull requests from forks never have it)',
        },
        { input: 'token-url' },
        { input: 'image' },
      ],
    });
  });

  it.each<[Given, string[]]>([
    [{ token: 'not-a-token' }, ['oidc cannot be combined with `token`: remove one or the other']],
    [
      { 'client-id': 'ci', 'client-secret': 'not-a-secret' },
      ['oidc cannot be combined with `client-id` and `client-secret`: remove one or the other'],
    ],
    [
      { token: 'not-a-token', 'client-id': 'ci' },
      [
        'oidc cannot be combined with `token`: remove one or the other',
        'token cannot be combined with `client-id` and `client-secret`: remove one or the other',
      ],
    ],
  ])('cannot be combined with another credential: %j', (given, expected) => {
    expect(problemsOf({ ...OIDC, ...given })).toEqual(expected);
  });

  it('that is combined does not hide that `token-url` is malformed', () => {
    const [, problem] = problemsOf({ ...OIDC, token: 'not-a-token', 'token-url': 'auth' });
    expect(problem).toMatch(/^token-url is not an https address/);
  });

  it('is suggested if there is no credential', () => {
    expect(problemsOf({})).toEqual([
      'token is empty: set `token`, or both `client-id` and `client-secret`, or `oidc` to true; ' +
        'check that the secret exists under that name and that this job may read it',
    ]);
  });
});

describe('oidc-audience', () => {
  it('takes the place of the issuer of the realm', () => {
    expect(audienceOf({ ...OIDC, 'oidc-audience': 'https://other.example' })).toBe(
      'https://other.example',
    );
  });

  it.each(['https://auth.acme.example/token', `${TOKEN_URL}/`, `${TOKEN_URL}?x=1`])(
    'is required if the end of `token-url` is not the standard one: %s',
    (tokenUrl) => {
      expect(problemsOf({ ...OIDC, 'token-url': tokenUrl })).toEqual([
        'oidc-audience is empty and cannot be derived from this `token-url`: ' +
          'set it to the issuer of the Keycloak realm',
      ]);
      expect(audienceOf({ ...OIDC, 'token-url': tokenUrl, 'oidc-audience': REALM })).toBe(REALM);
    },
  );

  it('has no effect without `oidc`', () => {
    expect(problemsOf({ token: 'not-a-token', 'oidc-audience': REALM })).toEqual([
      'oidc-audience has no effect without `oidc`: remove it, or set `oidc` to true',
    ]);
  });

  it.each(['a\nb', 'a\ud800'])('has no character that cannot be sent: %j', (audience) => {
    expect(problemsOf({ ...OIDC, 'oidc-audience': audience })).toEqual([
      'oidc-audience has a control character: set it to the issuer of the Keycloak realm',
    ]);
  });
});

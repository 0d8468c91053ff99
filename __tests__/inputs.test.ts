import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { INPUTS, type InputName, readInputs } from '../src/inputs.ts';
import { instant, settings } from './support/builders.ts';

const VALID = {
  'api-url': 'https://dashboard-acme.binarly.cloud',
  token: 'not-a-token',
  product: 'product-1',
  image: 'image-1',
};

function read(overrides: Partial<Record<InputName, string>> = {}) {
  const given: Partial<Record<InputName, string>> = { ...VALID, ...overrides };
  return readInputs((name) => given[name] ?? '');
}

/** Each problem as `input kind: text`. */
function problems(overrides: Partial<Record<InputName, string>>): readonly string[] {
  const inputs = read(overrides);
  return inputs.ok
    ? []
    : inputs.problems.map(({ input, kind, text }) => `${input} ${kind}: ${text}`);
}

describe('readInputs', () => {
  it('has the names and defaults of action.yml', () => {
    const action = parse(readFileSync(new URL('../action.yml', import.meta.url), 'utf8')) as {
      inputs: Record<string, { default?: string }>;
    };
    const declared = Object.entries(action.inputs).map(([name, input]) => [
      name,
      input.default ?? '',
    ]);
    expect(declared).toEqual(Object.entries(INPUTS));
  });

  it('needs four inputs and defaults the others', () => {
    expect(read()).toEqual({ ok: true, settings: settings() });
  });

  it('reads every input', () => {
    const inputs = read({
      scan: 'scan-1',
      timeout: '0s',
      'poll-interval': '1s',
      'appearance-timeout': '1m',
      'max-outage': '1.5h',
      'on-timeout': 'warn',
    });
    const expected = settings({
      scanId: 'scan-1',
      timeoutMs: 0,
      pollInterval: { kind: 'fixed', ms: 1_000 },
      appearanceTimeoutMs: 60_000,
      maxOutageMs: 5_400_000,
      onTimeout: 'warn',
    });
    expect(inputs).toEqual({ ok: true, settings: expected });
  });

  it('reads `created-after` to the nanosecond', () => {
    const text = '2026-01-26T16:30:01.123456789+01:00';
    expect(read({ 'created-after': text })).toEqual({
      ok: true,
      settings: settings({ createdAfter: instant(text) }),
    });
  });

  it('says what to set where a required input is missing, and once only', () => {
    expect(problems({ 'api-url': '', token: '', product: '', image: '' })).toEqual([
      'api-url missing: is empty: set it to the address of your tenant, as in https://dashboard-acme.binarly.cloud',
      'token missing: is empty, and so are `client-id` and `client-secret`: give these two, or the one; check that the secret exists under that name and that this job may read it',
      'product missing: is empty: set it to the ID of the product, or to its exact name',
      'image missing: is empty: set it to the ID that the upload answered with',
    ]);
  });

  it('reports all problems at once, in the order of the inputs', () => {
    const everything = {
      'api-url': 'dashboard-acme',
      token: 'Bearer not-a-token',
      product: '..',
      image: 'image-1\n..',
      scan: '.',
      'created-after': 'yesterday',
      timeout: '90',
      'poll-interval': '0s',
      'appearance-timeout': '300abc',
      'max-outage': '121h',
      'on-timeout': 'ignore',
    };
    expect(problems(everything)).toEqual([
      'api-url invalid: is not an https address: write it like https://dashboard-acme.binarly.cloud',
      'token invalid: starts with "Bearer": leave that word out',
      'product invalid: ".." cannot be an ID: give the ID as the platform gave it',
      'image invalid: ".." cannot be an ID: give the ID as the platform gave it',
      'scan invalid: "." cannot be an ID: give the ID as the platform gave it',
      'created-after invalid: "yesterday" is not an RFC 3339 time with an offset: write it like 2026-01-26T15:30:00Z',
      'timeout invalid: "90" has no unit: write 90s, 90m or 90h',
      'poll-interval invalid: "0s" is too short: write at least 1s, or auto',
      'appearance-timeout invalid: "300abc" is not a duration: write it like 45s, 90m or 1h30m',
      'max-outage invalid: "121h" is longer than a job can live: write at most 120h',
      'on-timeout invalid: "ignore" is unknown: write fail or warn',
      'created-after invalid: does not go with `scan`, which names one scan whatever its age: leave one of them out',
      'scan invalid: names one scan, but `image` has several lines: give one image, or leave `scan` out',
    ]);
  });
});

describe('api-url', () => {
  it.each([
    ['https://dashboard-acme.binarly.cloud/', 'https://dashboard-acme.binarly.cloud'],
    ['https://dashboard-acme.binarly.cloud/api/v4', 'https://dashboard-acme.binarly.cloud'],
    ['https://dashboard-acme.binarly.cloud/api/v4/', 'https://dashboard-acme.binarly.cloud'],
    ['HTTPS://Dashboard-Acme.Binarly.Cloud:443', 'https://dashboard-acme.binarly.cloud'],
    ['https://binarly.corp.example:8443', 'https://binarly.corp.example:8443'],
    ['http://localhost:8080', 'http://localhost:8080'],
    ['http://127.0.0.1:8080/api/v4', 'http://127.0.0.1:8080'],
    ['http://127.1.2.3', 'http://127.1.2.3'],
    ['http://[::1]:8080', 'http://[::1]:8080'],
  ])('accepts %s', (text, apiUrl) => {
    expect(read({ 'api-url': text })).toEqual({ ok: true, settings: settings({ apiUrl }) });
  });

  const NO_ADDRESS = 'is not an https address: write it like https://dashboard-acme.binarly.cloud';
  const UNENCRYPTED = 'would send a credential unencrypted over http: write https';
  const GOES_ON = 'goes on after the host name: write it like https://dashboard-acme.binarly.cloud';
  const CREDENTIAL =
    'holds a user name or password: leave it out, the credential has inputs of its own';
  it.each([
    ['acme', NO_ADDRESS],
    ['dashboard-acme.binarly.cloud', NO_ADDRESS],
    ['dashboard-acme.binarly.cloud:443', NO_ADDRESS],
    ['ftp://dashboard-acme.binarly.cloud', NO_ADDRESS],
    ['javascript:alert(1)', NO_ADDRESS],
    ['https://', NO_ADDRESS],
    ['http://dashboard-acme.binarly.cloud', UNENCRYPTED],
    ['http://10.0.0.1', UNENCRYPTED],
    ['http://127.0.0.1.evil.example', UNENCRYPTED],
    ['http://localhost.evil.example', UNENCRYPTED],
    ['https://dashboard-acme.binarly.cloud/api/v3', GOES_ON],
    ['https://dashboard-acme.binarly.cloud/api/v4/products', GOES_ON],
    ['https://dashboard-acme.binarly.cloud/?a=b', GOES_ON],
    ['https://dashboard-acme.binarly.cloud/#a', GOES_ON],
    ['https://user:password@dashboard-acme.binarly.cloud', CREDENTIAL],
    ['https://user@dashboard-acme.binarly.cloud', CREDENTIAL],
    ['https://:password@dashboard-acme.binarly.cloud', CREDENTIAL],
    ['http://user:password@localhost', CREDENTIAL],
  ])('refuses %s', (text, problem) => {
    expect(problems({ 'api-url': text })).toEqual([`api-url invalid: ${problem}`]);
  });
});

describe('token', () => {
  const ODD = 'holds a space, a line break or a character that no token has: check the secret';
  it.each([
    ['Bearer not-a-token', 'starts with "Bearer": leave that word out'],
    ['bearer\tnot-a-token', 'starts with "Bearer": leave that word out'],
    // What is left, trimmed, of `Bearer ${{ … }}` with an empty expression.
    ['Bearer', 'starts with "Bearer": leave that word out'],
    ['not a token', ODD],
    ['not-a\ntoken', ODD],
    ['not-a-tokén', ODD],
    ['not-a-token\u200b', ODD],
    ['not-a-token\x7f', ODD],
  ])('refuses %j', (text, problem) => {
    expect(problems({ token: text })).toEqual([`token invalid: ${problem}`]);
  });

  it('accepts every visible ASCII character', () => {
    const token = String.fromCharCode(...Array.from({ length: 94 }, (_, index) => 0x21 + index));
    expect(read({ token })).toEqual({
      ok: true,
      settings: settings({ credential: { kind: 'token', token } }),
    });
  });

  it('is in no problem, nor is a password in `api-url`', () => {
    const secret = fc
      .string({ unit: 'grapheme-ascii', minLength: 6 })
      .map((text) => `qx-${text}-xq`);
    fc.assert(
      fc.property(
        secret,
        fc.constantFrom('Bearer ', 'bearer  ', '\u00a0', 'a b '),
        (value, prefix) => {
          const password = encodeURIComponent(value);
          const urls = [
            `https://user:${password}@a.example`,
            `https//user:${password}@a.example`,
            `user:${value}@a.example`,
          ];
          for (const url of urls) {
            const told = problems({ 'api-url': url, token: `${prefix}${value}` });
            expect(told).toHaveLength(2);
            expect(told.join()).not.toMatch(/qx-|-xq/);
          }
        },
      ),
    );
  });
});

describe('product, image and scan', () => {
  it.each(['product', 'image', 'scan'] as const)(
    '%s is one ID that can stand in a path',
    (input) => {
      const told = (text: string) => problems({ [input]: text });
      expect(told('a\x1b[31m')).toEqual([
        `${input} invalid: holds a control character: give the ID as the platform gave it`,
      ]);
      expect(told('..')).toEqual([
        `${input} invalid: ".." cannot be an ID: give the ID as the platform gave it`,
      ]);
      expect(told('\ud800')).toEqual([
        `${input} invalid: "\ufffd" cannot be an ID: give the ID as the platform gave it`,
      ]);
    },
  );

  it.each(['product', 'scan'] as const)('%s is one line', (input) => {
    const told = (text: string) => problems({ [input]: text });
    expect(told('one\ntwo')).toEqual([`${input} invalid: has several lines: give one ${input}`]);
    expect(told('one\rtwo')).toEqual([`${input} invalid: has several lines: give one ${input}`]);
  });

  it('image may have several lines; blank ones and repeats do not count', () => {
    const expected = settings({ imageIds: ['b', 'a', 'c'] });
    expect(read({ image: 'b\n\n  a \r\nb\rc\n \t\n' })).toEqual({ ok: true, settings: expected });
  });

  it('image has a problem for each line that cannot be an ID', () => {
    expect(problems({ image: 'a\n.\n..' })).toEqual([
      'image invalid: "." cannot be an ID: give the ID as the platform gave it',
      'image invalid: ".." cannot be an ID: give the ID as the platform gave it',
    ]);
  });

  it('scan does not go with several images, and does with one that is repeated', () => {
    expect(problems({ scan: 's', image: 'a\nb' })).toEqual([
      'scan invalid: names one scan, but `image` has several lines: give one image, or leave `scan` out',
    ]);
    expect(problems({ scan: 's', image: 'a\na' })).toEqual([]);
  });

  it.each(['__proto__', 'constructor', 'a/b', '<b>|`*`', '::error::'])(
    '%s is passed on as it is',
    (id) => {
      const expected = settings({ product: id, imageIds: [id], scanId: id });
      expect(read({ product: id, image: id, scan: id })).toEqual({ ok: true, settings: expected });
    },
  );
});

describe('the other inputs', () => {
  it.each([
    ['0.999s', ['poll-interval invalid: "0.999s" is too short: write at least 1s, or auto']],
    ['5', ['poll-interval invalid: "5" has no unit: write 5s, 5m or 5h']],
    ['Auto', ['poll-interval invalid: "Auto" is not a duration: write it like 45s, 90m or 1h30m']],
  ])('poll-interval %s has one problem', (text, told) => {
    expect(problems({ 'poll-interval': text })).toEqual(told);
  });

  it('created-after does not go with scan', () => {
    expect(problems({ scan: 'scan-1', 'created-after': '2026-01-26T15:30:00Z' })).toEqual([
      'created-after invalid: does not go with `scan`, which names one scan whatever its age: leave one of them out',
    ]);
  });

  it('quotes what was given as one short printable line', () => {
    expect(problems({ 'on-timeout': `\n::error::##[x]\u202e${'y'.repeat(1_000_000)}` })).toEqual([
      `on-timeout invalid: ": :error::# #[x] ${'y'.repeat(43)}…" is unknown: write fail or warn`,
    ]);
  });

  it('makes no long problem of a megabyte of digits', () => {
    const [problem = '', ...more] = problems({ timeout: '9'.repeat(1_000_000) });
    expect(more).toEqual([]);
    expect(problem.length).toBeLessThan(400);
  });
});

describe('client credentials', () => {
  const CLIENT = { token: '', 'client-id': 'ci', 'client-secret': 'not-a-secret' };
  const PATH = '/realms/BinarlyRealm/protocol/openid-connect/token';
  const ADVICE = `write it like https://auth-acme.binarly.cloud${PATH}`;

  it.each([
    ['https://dashboard-acme.binarly.cloud', `https://auth-acme.binarly.cloud${PATH}`],
    ['https://dashboard-acme.binarly.cloud/api/v4/', `https://auth-acme.binarly.cloud${PATH}`],
    ['https://dashboard-acme-eu.binarly.cloud', `https://auth-acme-eu.binarly.cloud${PATH}`],
    ['https://dashboard.c0ffee.binarly.cloud', `https://auth.c0ffee.binarly.cloud${PATH}`],
  ])('of %s have their token endpoint beside it', (url, tokenUrl) => {
    const credential = {
      kind: 'client',
      clientId: 'ci',
      clientSecret: 'not-a-secret',
      tokenUrl,
    } as const;
    expect(read({ ...CLIENT, 'api-url': url })).toEqual({
      ok: true,
      settings: settings({ apiUrl: new URL(url).origin, credential }),
    });
  });

  it('take a token endpoint that is given', () => {
    const given = read({ ...CLIENT, 'token-url': 'http://localhost:1/token' });
    expect(given).toMatchObject({
      ok: true,
      settings: { credential: { tokenUrl: 'http://localhost:1/token' } },
    });
  });

  it.each([
    'https://binarly.example.com',
    'https://dashboard-acme.binarly.cloud.example.com',
    'https://dashboard-acme.binarly.cloud:8443',
    'https://dashboard-a.b.binarly.cloud',
    'https://acme.binarly.cloud',
  ])('need one to be given beside %s', (url) => {
    expect(problems({ ...CLIENT, 'api-url': url })).toEqual([
      `token-url invalid: is empty, and cannot be derived from this \`api-url\`: ${ADVICE}`,
    ]);
  });

  it('say of a missing address once only that it is missing', () => {
    expect(problems({ ...CLIENT, 'api-url': '' })).toEqual([
      expect.stringMatching(/^api-url missing/),
    ]);
  });

  it.each([
    ['nowhere', `is not an https address: ${ADVICE}`],
    ['http://auth.example.com/token', 'would send a credential unencrypted over http: write https'],
    [
      'https://user@auth.example.com/token',
      'holds a user name or password: leave it out, the credential has inputs of its own',
    ],
  ])('refuse the token endpoint %s', (url, problem) => {
    expect(problems({ ...CLIENT, 'token-url': url })).toEqual([`token-url invalid: ${problem}`]);
  });

  it.each([
    [
      { 'client-secret': '' },
      'client-secret missing: is empty: set it from a secret; check that the secret exists under that name and that this job may read it',
    ],
    [
      { 'client-id': '' },
      'client-id missing: is empty: set it to the ID of the client that `client-secret` belongs to',
    ],
    [
      { token: 'not-a-token' },
      'token invalid: does not go with `client-id` and `client-secret`: give the one or the other',
    ],
    [
      { token: 'not-a-token', 'client-secret': '' },
      'token invalid: does not go with `client-id` and `client-secret`: give the one or the other',
    ],
  ])('are complete and alone: %j', (more, problem) => {
    expect(problems({ ...CLIENT, ...more })).toEqual([problem]);
  });
});

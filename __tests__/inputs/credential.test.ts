import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type InputName, secretsIn } from '../../src/inputs/input-reader.ts';
import { settings } from '../support/builders.ts';
import { CLIENT, problemInputs, problems, read } from './read.ts';

const NO_VALUE = 'the step before gave no value, so check the output it comes from';

describe('token', () => {
  it.each([
    ['Bearer not-a-token', 'starts with "Bearer"'],
    ['bearer\tnot-a-token', 'starts with "Bearer"'],
    // What is left, trimmed, of `Bearer ${{ … }}` with an empty expression.
    ['Bearer', 'starts with "Bearer"'],
    ['not a token', 'has a space, which is invalid in a token: check the secret$'],
    ['not-a\ntoken', 'has a line break, which is invalid in a token: check the secret$'],
    ['not-a\ttoken', 'has a tab, which is invalid in a token: check the secret$'],
    ['not-a-tokén', 'has the character U\\+00E9, which is invalid in a token: check the secret$'],
    [
      'not-a\u00a0token',
      'has the character U\\+00A0, which is invalid in a token: check the secret$',
    ],
    [
      'not-a-token\u200b',
      'has the character U\\+200B, which is invalid in a token: check the secret$',
    ],
    [
      'not-a-token\u{1f511}',
      'has the character U\\+1F511, which is invalid in a token: check the secret$',
    ],
    [
      'not-a-token\x7f',
      'has the character U\\+007F, which is invalid in a token: check the secret$',
    ],
    ['null', `is "null": ${NO_VALUE}$`],
    ['None', `is "None": ${NO_VALUE}$`],
  ])('refuses %j', (text, problem) => {
    expect(problems({ token: text })).toEqual([
      expect.stringMatching(RegExp(`^token: ${problem}`)),
    ]);
  });

  it('accepts every visible ASCII character', () => {
    const token = String.fromCharCode(...Array.from({ length: 94 }, (_, index) => 0x21 + index));
    const credential = { kind: 'token', token } as const;
    expect(read({ token })).toEqual({ ok: true, settings: settings({ credential }) });
  });

  it('appears in no problem, nor does a password in `api-url`', () => {
    const secret = fc
      .string({ unit: 'grapheme-ascii', minLength: 6 })
      .map((text) => `qx-${text}-xq`);
    const prefixes = fc.constantFrom('Bearer ', 'bearer  ', '\u00a0', 'a b ');
    fc.assert(
      fc.property(secret, prefixes, (value, prefix) => {
        const password = encodeURIComponent(value);
        const urls = [
          `https://user:${password}@a.example`,
          `https//user:${password}@a.example`,
          `user:${value}@a.example`,
        ];
        for (const url of urls) {
          const reported = problems({ 'api-url': url, token: `${prefix}${value}` });
          expect(reported).toHaveLength(2);
          expect(reported.join()).not.toMatch(/qx-|-xq/);
        }
      }),
    );
  });
});

describe('a client', () => {
  it.each(['client-id', 'client-secret'] as const)(
    'names a character that nobody sees in %s',
    (input) => {
      for (const [text, name] of [
        ['not\u00a0visible', 'the character U+00A0'],
        ['not-visible\u200b', 'the character U+200B'],
        ['\u202enot-visible', 'the character U+202E'],
        ['not\nvisible', 'a line break'],
      ])
        expect(problems({ ...CLIENT, [input]: text })).toEqual([
          `${input}: has ${name}, which is not visible: check it`,
        ]);
    },
  );

  it.each(['client-id', 'client-secret'] as const)(
    'names an expression without a value as %s',
    (input) => {
      for (const text of ['null', 'undefined', 'None', '<nil>', '[object Object]', 'false'])
        expect(problems({ ...CLIENT, [input]: text })).toEqual([
          `${input}: is "${text}": ${NO_VALUE}`,
        ]);
    },
  );

  it('may have a secret of any visible characters and spaces', () => {
    expect(problems({ ...CLIENT, 'client-secret': 'pass phrase mit Ümläut 漢字 "\'`$' })).toEqual(
      [],
    );
  });
});

describe('`github-token`', () => {
  it.each([
    ['null', `is "null": ${NO_VALUE}`],
    ['ghs_\u00a0x', 'has the character U+00A0, which is invalid in a token: check the secret'],
    ['', 'is empty: remove the input to use the token of the job'],
  ])('must be a token: %j', (text, problem) => {
    expect(problems({ 'on-timeout': 'defer', 'github-token': text })).toEqual([
      `github-token: ${problem}`,
    ]);
  });
});

describe('secretsIn', () => {
  it('has every secret, but no word that stands for none', () => {
    const given: Partial<Record<InputName, string>> = {
      token: 'null',
      'client-secret': 'None',
      'github-token': 'ghs_x',
    };
    expect(secretsIn((name) => given[name] ?? '')).toEqual(['ghs_x']);
  });
});

describe('the credential', () => {
  it('is a client if its ID and its secret are set', () => {
    expect(read(CLIENT)).toMatchObject({
      ok: true,
      settings: { credential: { kind: 'client', clientId: 'ci', clientSecret: 'not-a-secret' } },
    });
  });

  it.each([
    ['client-secret', { 'client-secret': '' }],
    ['client-id', { 'client-id': '' }],
  ] as const)('needs `%s` to be complete', (input, missing) => {
    expect(problemInputs({ ...CLIENT, ...missing })).toEqual([input]);
  });

  it.each([
    ['both parts of a client', {}],
    ['a client ID', { 'client-secret': '' }],
    ['a client secret', { 'client-id': '' }],
  ])('cannot be a token and %s', (_, more) => {
    expect(problems({ ...CLIENT, token: 'not-a-token', ...more })).toEqual([
      'token: cannot be combined with `client-id` and `client-secret`: remove one or the other',
    ]);
  });

  it.each([
    ['a missing client secret', { ...CLIENT, 'client-secret': '' }, ['client-secret']],
    ['a missing client ID', { ...CLIENT, 'client-id': '' }, ['client-id']],
    ['a missing credential', { token: '' }, ['token']],
    ['a second kind', { ...CLIENT, token: 'not-a-token' }, ['token']],
  ])('reports a malformed `token-url` together with %s', (_, given, inputs) => {
    const reported = problemInputs({ ...given, 'token-url': 'nowhere' });
    expect(reported.toSorted()).toEqual([...inputs, 'token-url'].toSorted());
  });

  it.each(['https://auth.example.com/token', 'nowhere'])(
    'rejects the `token-url` %s next to a token',
    (url) => {
      expect(problems({ 'token-url': url })).toEqual([
        'token-url: has no effect with `token`: remove it',
      ]);
    },
  );
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settings } from '../support/builders.ts';
import { CLIENT, problemInputs, problems, read } from './read.ts';

describe('token', () => {
  it.each([
    ['Bearer not-a-token', 'starts with "Bearer"'],
    ['bearer\tnot-a-token', 'starts with "Bearer"'],
    // What is left, trimmed, of `Bearer ${{ … }}` with an empty expression.
    ['Bearer', 'starts with "Bearer"'],
    ['not a token', 'has a space'],
    ['not-a\ntoken', 'has a line break'],
    ['not-a-tokén', 'has the character U\\+00E9'],
    ['not-a-token\u200b', 'has the character U\\+200B'],
    ['not-a-token\x7f', 'has the character U\\+007F'],
    ['null', 'is the word for no value'],
    ['undefined', 'is the word for no value'],
    ['None', 'is the word for no value'],
  ])('refuses %j', (text, problem) => {
    expect(problems({ token: text })).toEqual([
      expect.stringMatching(RegExp(`^token: ${problem}`)),
    ]);
  });

  it.each([
    ['client-id', { ...CLIENT, 'client-id': 'undefined' }, 'is the word for no value'],
    ['client-secret', { ...CLIENT, 'client-secret': 'null' }, 'is the word for no value'],
    [
      'client-secret',
      { ...CLIENT, 'client-secret': 'not\u00a0a-secret' },
      'has the character U+00A0',
    ],
  ])('refuses a client whose %s cannot be one, without printing it', (input, given, problem) => {
    const [text = '', ...more] = problems(given);
    expect(more).toEqual([]);
    expect(text).toContain(`${input}: ${problem}`);
    expect(text).not.toContain('a-secret');
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

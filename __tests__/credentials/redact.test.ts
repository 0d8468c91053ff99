import { describe, expect, it } from 'vitest';
import { withoutSecrets } from '../../src/credentials/redact.ts';

describe('withoutSecrets', () => {
  it('hides each secret, as it is, in a form and in a URL', () => {
    const secret = 'a b&c/under=test';
    const text = `${secret} a+b%26c%2Funder%3Dtest a%20b%26c%2Funder%3Dtest`;
    expect(withoutSecrets(text, [secret])).toBe('*** *** ***');
  });

  it('leaves text alone that only contains something too short to be a secret', () => {
    expect(withoutSecrets('{"a": 1, "seven77": 2}', ['a', '', 'seven77'])).toBe(
      '{"a": 1, "seven77": 2}',
    );
    expect(withoutSecrets('{"eight888": 2}', ['eight888'])).toBe('{"***": 2}');
  });

  it('survives a secret with a lone surrogate', () => {
    expect(withoutSecrets('x', ['\ud800-and-more'])).toBe('x');
  });
});

import { describe, expect, it } from 'vitest';
import { expiryOf, staticCredential } from '../../src/credentials/credential.ts';
import { limits, TOKEN } from '../support/builders.ts';
import { createJumpingClock } from '../support/jumping-clock.ts';

const NOW = '2026-01-26T15:00:00Z';

/** Not signed by anybody. */
function jwt(payload: unknown): string {
  const parts = [{ alg: 'none' }, payload].map((part) => JSON.stringify(part));
  return `${parts.map((part) => Buffer.from(part).toString('base64url')).join('.')}.x`;
}

function jwtUntil(time: string): string {
  return jwt({ exp: Date.parse(time) / 1000 });
}

describe('a static token', () => {
  const clock = createJumpingClock(Date.parse(NOW));

  it('was issued before any poll', async () => {
    expect(await staticCredential(TOKEN, clock).token(limits())).toEqual({
      kind: 'token',
      value: TOKEN,
      issuedMs: -Infinity,
    });
  });

  it.each([
    ['is not a JWT', TOKEN, undefined],
    ['has not expired', jwtUntil('2026-01-26T15:00:01Z'), undefined],
    ['has expired', jwtUntil(NOW), Date.parse(NOW)],
  ])('is refused for good if it %s', (_, token, expiredAtMs) => {
    expect(staticCredential(token, clock).finalRefusal?.('no')).toEqual({
      kind: 'refused',
      endpoint: 'api',
      cause: { type: 'token-refused', message: 'no', expiredAtMs },
    });
  });

  it('is redacted', () => {
    expect(staticCredential(TOKEN, clock).redact(`a ${TOKEN} b`)).toBe('a *** b');
  });
});

describe('expiryOf', () => {
  it('reads when a JWT expires', () => {
    expect(expiryOf(jwt({ exp: 1_800_000_000 }))).toBe(1_800_000_000_000);
  });

  it.each([
    jwt({}),
    jwt({ exp: '1800000000' }),
    jwt({ exp: 1e300 }),
    jwt(null),
    'not-a-token',
    'a.b.c',
    '',
  ])('knows no expiry of any other token, case %#', (token) => {
    expect(expiryOf(token)).toBeUndefined();
  });
});

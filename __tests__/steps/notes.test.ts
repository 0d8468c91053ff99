import { describe, expect, it } from 'vitest';
import { createServerClock } from '../../src/polling/server-clock.ts';
import { expiryNote } from '../../src/steps/notes.ts';
import { createJumpingClock } from '../support/jumping-clock.ts';
import { fakeWorkflow } from '../support/workflow.ts';

const NOW = Date.parse('2026-01-26T15:00:00Z');
const HOUR = 3_600_000;

/** A token, not signed by anybody, that expires so many milliseconds from now. */
function token(inMs: number): string {
  const parts = [{ alg: 'none' }, { exp: (NOW + inMs) / 1000 }];
  return `${parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.x`;
}

describe('a note on a token that will expire', () => {
  it('comes once, when the time of the platform is known', () => {
    const workflow = fakeWorkflow();
    // The runner's clock is two hours behind.
    const clock = createServerClock(createJumpingClock(NOW - 2 * HOUR));
    const credential = { kind: 'token', token: token(HOUR) } as const;
    const note = expiryNote(credential, clock, clock.monotonicMs() + 2 * HOUR, { workflow });
    note();
    expect(workflow.said).toEqual([]);
    clock.hear(2 * HOUR);
    note();
    note();
    expect(workflow.said).toEqual([
      'warning `token` expires at 2026-01-26 16:00:00 UTC, before `timeout` is over: ' +
        'use `client-id` and `client-secret` instead, so that this action can renew its tokens.',
    ]);
  });

  it('does not come if the token lasts until the deadline', () => {
    const workflow = fakeWorkflow();
    const clock = createServerClock(createJumpingClock(NOW));
    clock.hear(0);
    const credential = { kind: 'token', token: token(HOUR) } as const;
    expiryNote(credential, clock, clock.monotonicMs() + HOUR, { workflow })();
    expect(workflow.said).toEqual([]);
  });

  it('does not come for a credential that is renewed', () => {
    const workflow = fakeWorkflow();
    const clock = createServerClock(createJumpingClock(NOW));
    clock.hear(0);
    const credential = {
      kind: 'client',
      clientId: 'binarly-ci',
      clientSecret: token(HOUR),
      tokenUrl: 'https://id.test/token',
    } as const;
    expiryNote(credential, clock, clock.monotonicMs() + 2 * HOUR, { workflow })();
    expect(workflow.said).toEqual([]);
  });
});

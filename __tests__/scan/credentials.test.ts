/** A wait that requests its tokens, against the emulator over real HTTP, on a clock that jumps. */
import { describe, expect, it } from 'vitest';
import { apiError, jsonAnswer } from '../../emulator/faults.ts';
import type { ClientScript } from '../../emulator/keycloak.ts';
import { HOUR, MINUTE, runWait, scanScript } from '../support/emulated-wait.ts';
import { reply } from '../support/replies.ts';

const ACCOUNT: ClientScript = {
  id: 'ci',
  secret: 'secret-of-the-emulator',
  lifetimeMs: 30 * MINUTE,
};
const SCANS = [scanScript('s1', 0, [0, 'running'], [2 * HOUR - 1_000, 'completed'])];
const DOWN = apiError(503, 'down');
const UNAUTHENTICATED = apiError(401, 'unauthenticated');

describe('tokens', () => {
  it('are as few as a scan of two hours needs, and one more at most', async () => {
    const { record, tokens } = await runWait({ scans: SCANS, client: ACCOUNT });
    expect([record.ended?.status, tokens]).toEqual(['completed', 5]);
  });

  it.each([-10 * MINUTE, 10 * MINUTE])(
    'do not depend on the wall clock, even if it is %i ms off',
    async (skewMs) => {
      const { record, tokens } = await runWait({ scans: SCANS, client: ACCOUNT, skewMs });
      expect([record.ended?.status, tokens]).toEqual(['completed', 5]);
    },
  );

  it.each([
    ['absent', {}],
    ['negative', { expires_in: -1 }],
    ['zero', { expires_in: 0 }],
    ['not a number', { expires_in: 'soon' }],
    ['absurd', { expires_in: 1e300 }],
  ])('whose stated lifetime is %s are replaced after a 401, in the same poll', async (_, says) => {
    const { record, tokens, updates } = await runWait({
      scans: SCANS,
      client: { ...ACCOUNT, says },
    });
    expect([record.ended?.status, tokens]).toEqual(['completed', 4]);
    expect(updates.every(({ record: { outage } }) => outage === undefined)).toBe(true);
  });

  it.each([1_000, 5_000])(
    'that live %i ms are requested once a poll at most',
    async (lifetimeMs) => {
      const { record, tokens } = await runWait({
        scans: [scanScript('s1', 0, [0, 'running'], [5 * MINUTE, 'completed'])],
        client: { ...ACCOUNT, lifetimeMs },
      });
      expect(record.ended).toEqual({ status: 'completed' });
      expect(tokens).toBeLessThanOrEqual(record.polls);
    },
  );

  it.each([
    ['expire early', { lifetimeMs: 20 * MINUTE, says: { expires_in: 1800 } }, 6],
    ['are revoked', { revokedMs: 10 * MINUTE }, 5],
  ])('that %s are replaced in the same poll', async (_, how, most) => {
    const { record, tokens, updates } = await runWait({
      scans: SCANS,
      client: { ...ACCOUNT, ...how },
    });
    expect([record.ended?.status, tokens]).toEqual(['completed', most]);
    expect(updates.every(({ record: { outage } }) => outage === undefined)).toBe(true);
  });

  it('that are refused once when they are new do not end the wait', async () => {
    // The platform's clock is behind by a second: each token counts from its second poll on.
    let newToken = '';
    const { record, updates } = await runWait({
      scans: SCANS,
      client: { ...ACCOUNT, lifetimeMs: 10 * MINUTE },
      throughHttp: (http) => async (request) => {
        const token = request.headers['authorization'] ?? newToken;
        const isNew = token !== newToken;
        newToken = token;
        if (!isNew) return http(request);
        return reply(401, { message: 'token used before issued' });
      },
    });
    expect(record.ended).toEqual({ status: 'completed' });
    const causes = updates.flatMap(({ result }) => (result?.kind === 'failed' ? result.cause : []));
    expect(causes.length).toBeGreaterThan(10);
    expect(new Set(causes.map(({ type }) => type))).toEqual(new Set(['fresh-token-refused']));
  });

  it('that are refused right after they were issued, in two polls in a row, end the wait', async () => {
    const { record, tokens } = await runWait({
      scans: SCANS,
      client: ACCOUNT,
      faults: [{ fault: UNAUTHENTICATED, fromRequest: 3 }],
    });
    expect(record).toMatchObject({
      ended: {
        status: 'error',
        refused: { cause: { type: 'fresh-token-refused', message: 'unauthenticated' } },
      },
      outage: { times: 2 },
    });
    expect(tokens).toBe(3);
  });
});

describe('a token endpoint', () => {
  it('that is down at the first and at the fifth request is waited for', async () => {
    const client = { ...ACCOUNT, lifetimeMs: 20 * MINUTE, faults: { 1: DOWN, 5: DOWN } };
    const { record, tokens, updates } = await runWait({ scans: SCANS, client });
    expect([record.ended?.status, tokens]).toEqual(['completed', 9]);
    // The failed early renewal fails no poll, because the old token is still valid.
    expect(updates.filter(({ result }) => result?.kind === 'failed')).toHaveLength(1);
  });

  it('that answers a renewal with a web page once is asked again', async () => {
    const page = { kind: 'answer', status: 404, body: '<html>' } as const;
    const client = { ...ACCOUNT, lifetimeMs: 20 * MINUTE, faults: { 2: page } };
    const { record } = await runWait({ scans: SCANS, client });
    expect(record.ended).toEqual({ status: 'completed' });
  });

  it('that stays down is an outage for all of max-outage', async () => {
    const faults = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [index + 1, DOWN]));
    const { record, requests } = await runWait({ scans: SCANS, client: { ...ACCOUNT, faults } });
    expect(record).toMatchObject({
      ended: { status: 'unavailable', forMs: 15 * MINUTE, reachedApi: false },
      waitedMs: 15 * MINUTE,
    });
    expect(requests).toEqual([]);
  });

  it('that refuses the client ends the wait as an error at once', async () => {
    const { record, tokens } = await runWait({
      scans: SCANS,
      client: { ...ACCOUNT, faults: { 1: jsonAnswer(400, { error: 'unauthorized_client' }) } },
    });
    expect(record.ended).toMatchObject({
      status: 'error',
      refused: {
        endpoint: 'token',
        cause: { type: 'client-refused', status: 400, said: 'unauthorized_client' },
      },
    });
    expect(tokens).toBe(1);
  });
});

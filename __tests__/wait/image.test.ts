/** One image's wait against the emulator over real HTTP, on a clock that jumps: hours in milliseconds. */
import { afterEach, describe, expect, it } from 'vitest';
import {
  type ClientScript,
  type Emulator,
  type FaultScript,
  type ScanScript,
  startEmulator,
} from '../../emulator/binarly.ts';
import { apiError, jsonAnswer } from '../../emulator/faults.ts';
import { createClient, type Scans } from '../../src/binarly/client.ts';
import { clientCredential, staticCredential } from '../../src/binarly/credential.ts';
import { createHttp } from '../../src/http/http.ts';
import type { WaitEvent } from '../../src/wait/event.ts';
import { type Outcome, type Wait, waitForImage } from '../../src/wait/image.ts';
import { createJumpingClock } from '../support/jumping-clock.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;
const TOKEN = 'token-of-the-emulator';

const WAIT: Wait = {
  productId: 'p1',
  imageId: 'i1',
  scanId: undefined,
  createdAfter: undefined,
  timeoutMs: 2 * HOUR,
  pollInterval: { kind: 'auto' },
  appearanceTimeoutMs: 5 * MINUTE,
  maxOutageMs: 15 * MINUTE,
};

function scan(
  id: string,
  createdMs: number,
  ...states: readonly (readonly [number, string])[]
): ScanScript {
  return { id, createdMs, states: states.map(([atMs, type]) => ({ atMs, type })) };
}

let emulator: Emulator | undefined;
afterEach(() => emulator?.close());

interface Given {
  readonly scans: readonly ScanScript[];
  readonly faults?: readonly FaultScript[];
  readonly wait?: Partial<Wait>;
  readonly signal?: AbortSignal;
  /** In place of a static token. */
  readonly client?: ClientScript;
  /** By how much the platform's wall clock is ahead of the runner's, in milliseconds. */
  readonly skewMs?: number;
  readonly tell?: (event: WaitEvent) => void;
}

async function waitOn(given: Given) {
  const {
    scans,
    faults = [],
    wait,
    signal = new AbortController().signal,
    client: account,
    skewMs = 0,
    tell = () => undefined,
  } = given;
  const clock = createJumpingClock();
  const script = { images: [{ productId: 'p1', imageId: 'i1', scans }], faults };
  const platformClock = { ...clock, wallMs: () => clock.wallMs() + skewMs };
  emulator = await startEmulator(
    { ...script, ...(account === undefined ? { token: TOKEN } : { client: account }) },
    platformClock,
  );
  const parts = { http: createHttp('test', clock), clock, received: () => undefined };
  const credential =
    account === undefined
      ? staticCredential(TOKEN, clock)
      : clientCredential(
          { clientId: account.id, clientSecret: account.secret, tokenUrl: emulator.tokenUrl },
          parts,
        );
  const client = createClient({
    http: createHttp('test', clock),
    apiUrl: emulator.url,
    credential,
  });
  const events: WaitEvent[] = [];
  const outcome: Outcome = await waitForImage(
    { ...WAIT, ...wait },
    {
      client,
      clock,
      signal,
      random: () => 0.5,
      tell(event) {
        events.push(event);
        tell(event);
      },
    },
  );
  const polls = events.filter(({ kind }) => kind === 'polled').map(({ waitedMs }) => waitedMs);
  /** Milliseconds from each poll to the next. */
  const sleeps = polls.slice(1).map((at, index) => at - (polls[index] ?? 0));
  return { outcome, events, sleeps, requests: emulator.requests, tokens: emulator.tokenRequests() };
}

describe('a long wait', () => {
  it('of 100 minutes completes, lags at most 30 s and asks ever less often', async () => {
    const { outcome, sleeps } = await waitOn({
      scans: [scan('s1', 0, [0, 'new'], [MINUTE, 'running'], [100 * MINUTE, 'completed'])],
    });
    expect(outcome).toMatchObject({
      verdict: { status: 'completed' },
      finishedBefore: false,
      progress: { stateText: 'completed' },
    });
    expect(outcome.waitedMs).toBeGreaterThanOrEqual(100 * MINUTE);
    expect(outcome.waitedMs).toBeLessThanOrEqual(100 * MINUTE + 30_000);
    const rounded = sleeps.map(Math.round);
    expect(rounded[0]).toBe(5_250);
    expect(rounded.at(-1)).toBe(28_500);
    expect(rounded).toEqual(rounded.toSorted((a, b) => a - b));
  });

  it('that joins late starts with the long interval', async () => {
    const { sleeps } = await waitOn({
      scans: [scan('s1', -2 * HOUR, [-HOUR, 'running'], [MINUTE, 'completed'])],
    });
    expect(sleeps).toEqual([28_500, 28_500, 28_500]);
  });

  it('of a scan from the future, by its clock, starts with the short one', async () => {
    const { sleeps } = await waitOn({
      scans: [scan('s1', 0, [0, 'running'], [MINUTE, 'completed'])],
      wait: { scanId: 's1' },
      faults: [
        {
          toRequest: 1,
          fault: {
            kind: 'answer',
            status: 200,
            body: '{"id":"s1","createTime":"2999-01-01T00:00:00Z","latestScanState":{"type":"new"}}',
          },
        },
      ],
    });
    expect(sleeps[0]).toBe(5_250);
  });

  it('ends at the deadline with one last poll there', async () => {
    const { outcome, sleeps } = await waitOn({
      scans: [scan('s1', 0, [0, 'running'])],
      wait: { timeoutMs: 17_000, pollInterval: { kind: 'fixed', ms: 5_000 } },
    });
    expect(outcome.verdict).toEqual({ status: 'timed-out', trouble: undefined });
    expect(sleeps).toEqual([5_000, 5_000, 5_000, 2_000]);
    expect(outcome.progress.polls).toBe(5);
  });

  it('completes in the last interval, by the poll at the deadline', async () => {
    const { outcome } = await waitOn({
      scans: [scan('s1', 0, [0, 'running'], [16_500, 'completed'])],
      wait: { timeoutMs: 17_000, pollInterval: { kind: 'fixed', ms: 5_000 } },
    });
    expect(outcome).toMatchObject({ verdict: { status: 'completed' }, waitedMs: 17_000 });
  });
});

describe('budgets', () => {
  it('of appearance: polls at its end, which decides', async () => {
    const { outcome, sleeps } = await waitOn({
      scans: [],
      wait: { appearanceTimeoutMs: 12_000, pollInterval: { kind: 'fixed', ms: 5_000 } },
    });
    expect(outcome).toMatchObject({ verdict: { status: 'no-scan' }, waitedMs: 12_000 });
    expect(sleeps).toEqual([5_000, 5_000, 2_000]);
  });

  it('of appearance: a scan that comes with the poll at its end is followed', async () => {
    const { outcome } = await waitOn({
      scans: [scan('s1', 11_000, [11_000, 'new'], [20_000, 'done'])],
      wait: { appearanceTimeoutMs: 12_000, pollInterval: { kind: 'fixed', ms: 5_000 } },
    });
    expect(outcome.verdict.status).toBe('completed');
  });

  it('of outage: backs off to 30 s, ends in a poll at its end', async () => {
    const { outcome, sleeps } = await waitOn({
      scans: [scan('s1', 0, [0, 'running'])],
      faults: [{ fault: apiError(503, 'down'), fromRequest: 2 }],
      wait: { maxOutageMs: 2 * MINUTE },
    });
    expect(outcome.verdict).toMatchObject({
      status: 'unavailable',
      forMs: 2 * MINUTE,
      contact: true,
    });
    expect(outcome.waitedMs).toBe(2 * MINUTE);
    expect(sleeps.map(Math.round)).toEqual([5_250, 5_250, 10_000, 20_000, 28_500, 28_500, 22_500]);
  });

  it('of outage: a shorter one is borne', async () => {
    const { outcome, events } = await waitOn({
      scans: [scan('s1', 0, [0, 'running'], [HOUR, 'completed'])],
      faults: [{ fault: { kind: 'reset' }, fromMs: 10 * MINUTE, toMs: 24 * MINUTE }],
    });
    expect(outcome.verdict.status).toBe('completed');
    expect(
      events
        .filter(({ kind }) => kind === 'outage' || kind === 'recovered')
        .map(({ kind }) => kind),
    ).toEqual(['outage', 'recovered']);
  });

  it('of first contact: a server that is none is given up after two minutes', async () => {
    const { outcome } = await waitOn({
      scans: [],
      faults: [{ fault: { kind: 'answer', status: 200, body: '<html>' } }],
    });
    expect(outcome).toMatchObject({
      verdict: { status: 'unavailable', contact: false },
      waitedMs: 2 * MINUTE,
    });
  });

  it('follow Retry-After where it is longer, to the end of the budget', async () => {
    const fault = (seconds: string) =>
      ({ ...apiError(429, 'slow'), headers: { 'retry-after': seconds } }) as FaultScript['fault'];
    const { outcome, sleeps } = await waitOn({
      scans: [scan('s1', 0, [0, 'running'], [MINUTE, 'completed'])],
      faults: [
        { fault: fault('40'), fromRequest: 1, toRequest: 1 },
        { fault: fault('999999999999'), fromRequest: 2, toRequest: 2 },
      ],
    });
    expect(sleeps).toEqual([40_000, 15 * MINUTE - 40_000]);
    expect(outcome.verdict.status).toBe('completed');
  });
});

describe('which scan', () => {
  it('is pinned from the first sight on', async () => {
    const { outcome, requests } = await waitOn({
      scans: [
        scan('newer', MINUTE, [MINUTE, 'failed']),
        scan('s1', 0, [0, 'running'], [10 * MINUTE, 'completed']),
      ],
    });
    expect(outcome).toMatchObject({
      verdict: { status: 'completed' },
      progress: { scan: { id: 's1' } },
    });
    expect(requests.filter((url) => url.endsWith('/scans?status=true'))).toHaveLength(1);
  });

  it.each(['completed', 'failed', 'cancelled'] as const)(
    'that was %s before the wait began is known to be',
    async (type) => {
      const { outcome } = await waitOn({ scans: [scan('s1', -HOUR, [-MINUTE, type])] });
      expect(outcome).toMatchObject({ verdict: { status: type }, finishedBefore: true });
    },
  );

  it('without a date of its end was over before if the first poll found it so', async () => {
    const fault: FaultScript['fault'] = {
      kind: 'answer',
      status: 200,
      body: '{"id":"s1","latestScanState":{"type":"done"}}',
    };
    const first = await waitOn({ scans: [], faults: [{ fault }], wait: { scanId: 's1' } });
    expect(first.outcome.finishedBefore).toBe(true);
    const second = await waitOn({
      scans: [scan('s1', 0, [0, 'running'])],
      faults: [{ fault, fromRequest: 2 }],
      wait: { scanId: 's1' },
    });
    expect(second.outcome.finishedBefore).toBe(false);
  });
});

describe('what is told', () => {
  it('is every change and every poll', async () => {
    const { events } = await waitOn({
      scans: [scan('s1', 7_000, [7_000, 'new'], [12_000, 'running'], [16 * MINUTE, 'completed'])],
    });
    const kinds = events.map(({ kind }) => kind).filter((kind) => kind !== 'polled');
    expect(kinds).toEqual(['absent', 'chosen', 'state', 'state', 'state']);
    expect(events.filter(({ kind }) => kind === 'polled')).toHaveLength(
      events.at(-1)?.progress.polls ?? 0,
    );
  });
});

describe('an interruption', () => {
  it('before the first poll asks nothing', async () => {
    const { outcome, requests } = await waitOn({ scans: [], signal: AbortSignal.abort() });
    expect(outcome).toMatchObject({ verdict: { status: 'interrupted' }, progress: { polls: 0 } });
    expect(requests).toEqual([]);
  });

  it('during a wait keeps what was learned', async () => {
    const controller = new AbortController();
    const { outcome } = await waitOn({
      scans: [scan('s1', 0, [0, 'running'])],
      signal: controller.signal,
      tell: ({ kind }) => kind === 'state' && controller.abort(),
    });
    expect(outcome).toMatchObject({
      verdict: { status: 'interrupted' },
      progress: { scan: { id: 's1' }, stateText: 'running' },
    });
  });

  it('during a request counts no poll', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 300);
    const { outcome } = await waitOn({
      scans: [],
      faults: [{ fault: { kind: 'silent' } }],
      signal: controller.signal,
    });
    expect(outcome).toMatchObject({ verdict: { status: 'interrupted' }, progress: { polls: 0 } });
  });

  it('after the verdict changes nothing', async () => {
    const controller = new AbortController();
    const { outcome } = await waitOn({
      scans: [scan('s1', 0, [0, 'completed'])],
      signal: controller.signal,
      tell: ({ kind }) => kind === 'state' && controller.abort(),
    });
    expect(outcome.verdict.status).toBe('completed');
  });
});

describe('with client credentials', () => {
  const ACCOUNT: ClientScript = {
    id: 'ci',
    secret: 'secret-of-the-emulator',
    lifetimeMs: 30 * MINUTE,
  };
  const SCANS = [scan('s1', 0, [0, 'running'], [2 * HOUR - 1_000, 'completed'])];
  const down = apiError(503, 'down');

  it('a scan of two hours takes the least number of tokens and one more at most', async () => {
    const { outcome, tokens } = await waitOn({ scans: SCANS, client: ACCOUNT });
    expect(outcome.verdict.status).toBe('completed');
    expect(tokens).toBe(5);
  });

  it.each([-10 * MINUTE, 10 * MINUTE])(
    'no wall clock has a part in it: one that is %i ms off',
    async (skewMs) => {
      const { outcome, tokens } = await waitOn({ scans: SCANS, client: ACCOUNT, skewMs });
      expect([outcome.verdict.status, tokens]).toEqual(['completed', 5]);
    },
  );

  it.each([
    ['absent', {}],
    ['negative', { expires_in: -1 }],
    ['zero', { expires_in: 0 }],
    ['no number', { expires_in: 'soon' }],
    ['absurd', { expires_in: 1e300 }],
  ])('a lifetime that is %s is found out by a 401, without a poll lost', async (_, says) => {
    const { outcome, tokens } = await waitOn({ scans: SCANS, client: { ...ACCOUNT, says } });
    expect(outcome).toMatchObject({
      verdict: { status: 'completed' },
      progress: { failuresInRow: 0 },
    });
    expect(tokens).toBe(4);
  });

  it.each([1_000, 5_000])(
    'a lifetime of %i ms takes one token a poll at most',
    async (lifetimeMs) => {
      const { outcome, tokens } = await waitOn({
        scans: [scan('s1', 0, [0, 'running'], [5 * MINUTE, 'completed'])],
        client: { ...ACCOUNT, lifetimeMs },
      });
      expect(outcome.verdict.status).toBe('completed');
      expect(tokens).toBeLessThanOrEqual(outcome.progress.polls);
    },
  );

  it('a token that ends before it says so is replaced at once', async () => {
    const client = { ...ACCOUNT, lifetimeMs: 20 * MINUTE, says: { expires_in: 1800 } };
    const { outcome, tokens } = await waitOn({ scans: SCANS, client });
    expect(outcome).toMatchObject({
      verdict: { status: 'completed' },
      progress: { failuresInRow: 0 },
    });
    expect(tokens).toBe(6);
  });

  it('tokens that are revoked are replaced at once', async () => {
    const { outcome, tokens, events } = await waitOn({
      scans: SCANS,
      client: { ...ACCOUNT, revokedMs: 10 * MINUTE },
    });
    expect(outcome.verdict.status).toBe('completed');
    expect(tokens).toBe(5);
    expect(events.some((event) => event.kind === 'polled' && event.answer.kind !== 'found')).toBe(
      false,
    );
  });

  it('a provider that is down at the first and at the fifth request is waited for', async () => {
    const client = { ...ACCOUNT, lifetimeMs: 20 * MINUTE, faults: { 1: down, 5: down } };
    const { outcome, tokens } = await waitOn({ scans: SCANS, client });
    expect(outcome.verdict.status).toBe('completed');
    expect(tokens).toBe(9);
  });

  it('a provider that stays down is an outage', async () => {
    const faults = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [index + 1, down]));
    const { outcome, requests } = await waitOn({ scans: SCANS, client: { ...ACCOUNT, faults } });
    expect(outcome).toMatchObject({
      verdict: { status: 'unavailable', contact: false },
      waitedMs: 15 * MINUTE,
    });
    expect(requests).toEqual([]);
  });

  it('a client that is refused is an error at once', async () => {
    const { outcome, tokens } = await waitOn({
      scans: SCANS,
      client: { ...ACCOUNT, faults: { 1: jsonAnswer(400, { error: 'unauthorized_client' }) } },
    });
    expect(outcome.verdict).toMatchObject({
      status: 'error',
      refusal: {
        detail: 'the token endpoint refused the client (HTTP 400: unauthorized_client)',
        advice: 'check `client-id`, `client-secret` and `token-url`',
      },
    });
    expect(tokens).toBe(1);
  });
});

describe('the limit of a request', () => {
  it('is 30 s, then what is left, 5 s at least, and ends 10 s after the deadline', async () => {
    const clock = createJumpingClock();
    const limitsMs: number[] = [];
    const client: Scans = {
      newestScan(_image, _after, { limitMs }) {
        for (const jumpMs of [0, 20_000, 18_000, 7_000, 8_000, 5_000]) {
          clock.jump(jumpMs);
          limitsMs.push(limitMs());
        }
        return Promise.resolve({ kind: 'interrupted' });
      },
      scan: () => Promise.reject(new Error('not asked for')),
    };
    const signal = new AbortController().signal;
    await waitForImage(
      { ...WAIT, timeoutMs: 48_000 },
      { client, clock, signal, random: () => 0.5, tell: () => undefined },
    );
    expect(limitsMs).toEqual([30_000, 28_000, 10_000, 5_000, 5_000, 0]);
  });
});

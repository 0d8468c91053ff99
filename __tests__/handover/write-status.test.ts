import { describe, expect, it } from 'vitest';
import { createGitHubApi } from '../../src/github/api.ts';
import type { GitHubConnection, NoResponse } from '../../src/github/connection.ts';
import { beginWait, continueWait, type Writing } from '../../src/handover/protocol.ts';
import { writeStatus } from '../../src/handover/write-status.ts';
import {
  answered,
  CREATED_AT,
  DOWN,
  type FakeGitHub,
  FORBIDDEN,
  fakeGitHub,
} from '../support/github.ts';
import { createJumpingClock } from '../support/jumping-clock.ts';
import { SHA, statusOf, waitOf } from './interleavings.ts';

const TARGET = { owner: 'acme', repo: 'firmware', sha: SHA, context: 'binarly-scan' };
const WAIT = waitOf(1);

interface Given {
  readonly signal?: AbortSignal;
  readonly writing?: Writing;
  readonly clock?: ReturnType<typeof createJumpingClock>;
  readonly connection?: GitHubConnection;
}

async function write(github: FakeGitHub, given: Given = {}) {
  const { signal = new AbortController().signal, clock = createJumpingClock() } = given;
  const { writing = beginWait(statusOf(WAIT, 'pending')) } = given;
  const connection = given.connection ?? (await github.access.connect('', ''));
  const api = createGitHubApi(connection, { clock, random: () => 0.5 });
  const beganMs = clock.monotonicMs();
  const written = await writeStatus(writing, TARGET, undefined, { api, clock, signal });
  return { written, tookMs: clock.monotonicMs() - beganMs };
}

const DOWN_FOR_GOOD = { ok: false, problem: DOWN.problem, added: undefined };

describe('writeStatus', () => {
  it('writes and looks again', async () => {
    const github = fakeGitHub();
    const createdMs = Date.parse(CREATED_AT);
    expect((await write(github)).written).toEqual({
      ok: true,
      outcome: { type: 'written' },
      added: { id: 1, creator: 'github-actions[bot]', createdMs },
    });
    expect(github.requests).toEqual(['write', 'list']);
  });

  it('tries for two minutes, with pauses that grow', async () => {
    const github = fakeGitHub(() => DOWN);
    const { written, tookMs } = await write(github);
    expect(written).toEqual(DOWN_FOR_GOOD);
    expect(tookMs).toBe(120_000);
    expect(github.requests.length).toBeGreaterThan(6);
    expect(github.requests.length).toBeLessThan(12);
  });

  it('gives each request its two minutes', async () => {
    const github = fakeGitHub((_, count) => (count < 7 ? DOWN : undefined));
    const writing = continueWait(statusOf(WAIT, 'success'), () => true);
    const { written, tookMs } = await write(github, { writing });
    expect(written).toEqual({ ok: true, outcome: { type: 'unlisted' }, added: undefined });
    expect(tookMs).toBeGreaterThan(60_000);
  });

  it('does not try again what is refused, and knows what it has written', async () => {
    const github = fakeGitHub((kind) => (kind === 'list' ? FORBIDDEN : undefined));
    expect((await write(github)).written).toMatchObject({
      ok: false,
      problem: {
        type: 'no-permission',
        message: 'Resource not accessible by integration',
        needs: ['statuses: write'],
      },
      added: { id: 1 },
    });
    expect(github.requests).toEqual(['write', 'list']);
  });

  it('believes only a 201 to have added a status', async () => {
    const github = fakeGitHub((kind) => (kind === 'write' ? answered(200, []) : undefined));
    expect((await write(github)).written).toEqual({
      ok: false,
      problem: { type: 'unexpected-answer', status: 200 },
      added: undefined,
    });
  });

  it('makes one try in an interrupted step', async () => {
    const github = fakeGitHub(() => DOWN);
    const { written } = await write(github, { signal: AbortSignal.abort() });
    expect(written).toEqual(DOWN_FOR_GOOD);
    expect(github.requests).toHaveLength(1);
  });

  it('ends 3 s after an interruption, whatever is silent', async () => {
    const silent = (signal: AbortSignal) =>
      new Promise<NoResponse>((resolve) =>
        signal.addEventListener('abort', () =>
          resolve({ kind: 'no-response', problem: { type: 'stopped' } }),
        ),
      );
    const connection = {
      rest: (_: string, __: object, { signal }: { signal: AbortSignal }) => silent(signal),
    };
    const { written, tookMs } = await write(fakeGitHub(), {
      signal: AbortSignal.abort(),
      connection: connection as unknown as GitHubConnection,
    });
    expect(written).toEqual({ ok: false, problem: { type: 'stopped' }, added: undefined });
    expect(tookMs).toBe(3_000);
  });

  it('makes one more try if it is interrupted while it waits for the next', async () => {
    const clock = createJumpingClock();
    const interruption = new AbortController();
    const github = fakeGitHub((_, count) => {
      if (count === 1) void clock.sleep(500, interruption.signal).then(() => interruption.abort());
      return DOWN;
    });
    const { tookMs, written } = await write(github, { signal: interruption.signal, clock });
    expect(written).toEqual(DOWN_FOR_GOOD);
    expect(github.requests).toHaveLength(2);
    expect(tookMs).toBe(500);
  });
});

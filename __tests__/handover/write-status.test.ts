import { describe, expect, it } from 'vitest';
import type { GitHubAnswer } from '../../src/github/api.ts';
import { beginWait, continueWait } from '../../src/handover/protocol.ts';
import { writeStatus } from '../../src/handover/write-status.ts';
import { DOWN, type FakeGitHub, FORBIDDEN, fakeGitHub } from '../support/github.ts';
import { createJumpingClock } from '../support/jumping-clock.ts';
import { statusOf, waitOf } from './interleavings.ts';

const TARGET = { owner: 'acme', repo: 'firmware', sha: 'head', context: 'binarly-scan' };
const WAIT = waitOf(1);
const start = () => beginWait(WAIT, statusOf(WAIT, 'pending'));

async function write(
  github: FakeGitHub,
  { signal = new AbortController().signal, writing = start(), clock = createJumpingClock() } = {},
) {
  const api = await github.access.connect('', '');
  const beganMs = clock.monotonicMs();
  const written = await writeStatus(writing, TARGET, { api, clock, signal, random: () => 0.5 });
  return { written, tookMs: clock.monotonicMs() - beganMs };
}

describe('writeStatus', () => {
  it('writes and looks again', async () => {
    const github = fakeGitHub();
    expect((await write(github)).written).toEqual({ ok: true, outcome: 'written' });
    expect(github.requests).toEqual(['write', 'list']);
  });

  it('bears trouble with each request for two minutes', async () => {
    const github = fakeGitHub(() => DOWN);
    const { written, tookMs } = await write(github);
    expect(written).toEqual(DOWN);
    expect(tookMs).toBe(120_000);
  });

  it('goes on once GitHub is back', async () => {
    const github = fakeGitHub((_, count) => (count < 6 ? DOWN : undefined));
    const { written } = await write(github, {
      writing: continueWait(WAIT, statusOf(WAIT, 'success')),
    });
    expect(written).toEqual({ ok: true, outcome: 'superseded' });
  });

  it('does not try again what is refused', async () => {
    const github = fakeGitHub((kind) => (kind === 'list' ? FORBIDDEN : undefined));
    expect((await write(github)).written).toEqual(FORBIDDEN);
    expect(github.requests).toEqual(['write', 'list']);
  });

  it('makes one try within 3 s in an interrupted step', async () => {
    const github = fakeGitHub(() => DOWN);
    const { written } = await write(github, { signal: AbortSignal.abort() });
    expect(written).toEqual(DOWN);
    expect(github.requests).toHaveLength(1);
  });

  it('ends within 3 s of an interruption, whatever is silent', async () => {
    const clock = createJumpingClock();
    const github = fakeGitHub();
    const api = {
      ...(await github.access.connect('', '')),
      request: (_route: string, _parameters: object, { signal }: { signal: AbortSignal }) =>
        new Promise<GitHubAnswer<unknown>>((resolve) =>
          signal.addEventListener('abort', () =>
            resolve({ ok: false, problem: { type: 'stopped' } }),
          ),
        ),
    };
    const signal = AbortSignal.abort();
    const beganMs = clock.monotonicMs();
    expect(await writeStatus(start(), TARGET, { api, clock, signal, random: () => 0.5 })).toEqual({
      ok: false,
      problem: { type: 'stopped' },
    });
    expect(clock.monotonicMs() - beganMs).toBe(3_000);
  });

  it('leaves 3 s to a write that is interrupted', async () => {
    const clock = createJumpingClock();
    const interruption = new AbortController();
    const github = fakeGitHub(() => {
      interruption.abort();
      return DOWN;
    });
    const { tookMs, written } = await write(github, { signal: interruption.signal, clock });
    expect(written).toEqual(DOWN);
    expect(tookMs).toBeLessThanOrEqual(3_000);
  });
});

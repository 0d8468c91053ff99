import { describe, expect, it } from 'vitest';
import type { GitHubAnswer, GitHubProblem } from '../../src/github/api.ts';
import { retryingGitHub } from '../../src/github/retry-github.ts';
import { createJumpingClock } from '../support/jumping-clock.ts';

/** Sends one request; each try takes no time. */
async function send(answers: readonly GitHubAnswer<unknown>[], signal?: AbortSignal) {
  const clock = createJumpingClock();
  const beganMs = clock.monotonicMs();
  let tries = 0;
  const answer = () => Promise.resolve(answers[Math.min(tries++, answers.length - 1)] ?? OK);
  const api = retryingGitHub(
    { request: answer, query: answer },
    {
      clock,
      random: () => 0.5,
      signal: signal ?? new AbortController().signal,
      untilMs: () => beganMs + 120_000,
    },
  );
  const answered = await api.request('GET /', {});
  return { answered, tries, tookMs: clock.monotonicMs() - beganMs };
}

const OK: GitHubAnswer<unknown> = { ok: true, value: 'value' };
const failed = (problem: GitHubProblem): GitHubAnswer<unknown> => ({ ok: false, problem });
const DOWN = failed({ type: 'network', message: 'reset' });

function limited(afterMs: number): GitHubAnswer<unknown> {
  return failed({ type: 'rate-limit', message: 'slow down', afterMs, resetMs: undefined });
}

describe('a request to GitHub', () => {
  it('is sent again through trouble, ever more rarely', async () => {
    const { answered, tries, tookMs } = await send([DOWN, DOWN, DOWN, OK]);
    expect([answered, tries, tookMs]).toEqual([OK, 4, 7_050]);
  });

  it('is given up after two minutes, with a last try then', async () => {
    const { answered, tookMs } = await send([DOWN]);
    expect([answered, tookMs]).toEqual([DOWN, 120_000]);
  });

  it('waits as long as a rate limit lasts', async () => {
    const { answered, tries, tookMs } = await send([limited(7_000), OK]);
    expect([answered, tries, tookMs]).toEqual([OK, 2, 7_000]);
  });

  it('does not wait for a limit that lasts longer than its time', async () => {
    const { answered, tookMs } = await send([limited(121_000)]);
    expect([answered, tookMs]).toEqual([limited(121_000), 0]);
  });

  it('is not sent again if it is refused', async () => {
    const refused = failed({ type: 'http-status', status: 403, message: 'no' });
    const { answered, tries } = await send([refused]);
    expect([answered, tries]).toEqual([refused, 1]);
  });

  it('is not sent if it was stopped before', async () => {
    const { answered, tries } = await send([OK], AbortSignal.abort());
    expect([answered, tries]).toEqual([failed({ type: 'stopped' }), 0]);
  });
});

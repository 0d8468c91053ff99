import { describe, expect, it } from 'vitest';
import { attemptWithout, resultAbout } from '../../src/findings/after-scan.ts';
import { failedByApi, type NothingFound, refusedByApi } from '../../src/model/api-result.ts';

const INTERRUPTED = { kind: 'interrupted' } as const;

function refusal(status: number) {
  return refusedByApi({ type: 'http-status', status, error: undefined });
}

describe('an answer about findings', () => {
  it.each([409, 422, 425])('is a failure that may pass with HTTP %i', (status) => {
    const failure = failedByApi({ type: 'http-status', status, message: undefined });
    expect(resultAbout('findings', refusal(status))).toEqual(failure);
  });

  it.each([400, 403])('stays a refusal with HTTP %i, and says what it is about', (status) => {
    const { cause } = refusal(status);
    expect(resultAbout('findings', refusal(status))).toMatchObject({
      kind: 'refused',
      cause: { ...cause, about: 'findings' },
    });
  });

  it.each<NothingFound>([
    refusedByApi({ type: 'proxy-auth' }),
    failedByApi({ type: 'http-status', status: 502, message: undefined }),
    INTERRUPTED,
  ])('passes any other answer on unchanged', (answer) => {
    expect(resultAbout('findings', answer)).toEqual(answer);
  });
});

describe('an attempt', () => {
  const attempt = (result: NothingFound) => attemptWithout(result, 'report-not-found');

  it('failed if the API says that there is nothing, and waits as long as the API asks', () => {
    const cause = { type: 'not-found', message: 'no image' } as const;
    expect(attempt({ kind: 'absent', cause, retryAfterMs: 5 })).toMatchObject({
      kind: 'failed',
      failure: { cause: { type: 'report-not-found', absent: cause }, retryAfterMs: 5 },
    });
  });

  it('failed if the request did, and ends with a refusal or an interruption', () => {
    const failure = failedByApi({ type: 'paged-list' });
    expect(attempt(failure)).toEqual({ kind: 'failed', failure });
    expect(attempt(refusal(403))).toEqual(refusal(403));
    expect(attempt(INTERRUPTED)).toEqual(INTERRUPTED);
  });
});

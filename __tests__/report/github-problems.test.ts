import { expect, it } from 'vitest';
import type { GitHubProblem } from '../../src/model/github-problem.ts';
import { adviceOnGitHub, describeGitHubProblem } from '../../src/report/github-problems.ts';

type Type = GitHubProblem['type'];
type Rows<T extends Type> = readonly (readonly [
  Extract<GitHubProblem, { type: T }>,
  string,
  string,
])[];

const LATER = 'run the job again when GitHub is back';
const PERMISSION = '(runs for pull requests from forks never have it)';

/** Every problem with its words; one without a row does not compile. */
const PROBLEMS: { readonly [T in Type]: Rows<T> } = {
  stopped: [[{ type: 'stopped' }, 'GitHub did not answer in time', LATER]],
  'too-slow': [
    [{ type: 'too-slow', limitMs: 15_000 }, 'no response from GitHub within 15 s', LATER],
  ],
  network: [[{ type: 'network', message: 'reset' }, 'no connection to GitHub: reset', LATER]],
  unavailable: [
    [
      { type: 'unavailable', status: 502, message: '', retryAfterMs: undefined },
      'GitHub answered HTTP 502',
      LATER,
    ],
    [
      { type: 'unavailable', status: 500, message: 'oops', retryAfterMs: 3 },
      'GitHub answered HTTP 500: oops',
      LATER,
    ],
  ],
  'rate-limit': [
    [
      { type: 'rate-limit', message: 'slow down', retryAfterMs: 60_000, resetMs: undefined },
      'the rate limit of GitHub is used up: slow down',
      'run the job again in some minutes, and make fewer requests with this token',
    ],
    [
      { type: 'rate-limit', message: '', retryAfterMs: 60_000, resetMs: 0 },
      'the rate limit of GitHub is used up until 1970-01-01 00:00:00 UTC',
      'run the job again after that, and make fewer requests with this token',
    ],
  ],
  'query-failed': [
    [
      { type: 'query-failed', message: 'timeout' },
      'GitHub could not execute the query: timeout',
      LATER,
    ],
  ],
  'unexpected-answer': [
    [
      { type: 'unexpected-answer', status: 200 },
      'GitHub sent an unexpected response (HTTP 200)',
      LATER,
    ],
  ],
  'no-permission': [
    [
      { type: 'no-permission', message: 'no', needs: ['statuses: write'] },
      'GitHub refused the request: no',
      `give the job \`permissions: statuses: write\` ${PERMISSION}`,
    ],
    [
      { type: 'no-permission', message: 'no', needs: ['contents: read', 'pull-requests: read'] },
      'GitHub refused the request: no',
      'give the job `permissions: contents: read` and `pull-requests: read`',
    ],
  ],
  refused: [
    [
      { type: 'refused', status: 401, message: 'Bad credentials' },
      'GitHub answered HTTP 401: Bad credentials',
      'check `github-token`',
    ],
    [
      { type: 'refused', status: 422, message: 'too many' },
      'GitHub answered HTTP 422: too many',
      'check `status-context`, and whether the commit still exists',
    ],
    [
      { type: 'refused', status: 403, message: 'no' },
      'GitHub answered HTTP 403: no',
      'check `github-token`, and whether the repository and the commit still exist',
    ],
  ],
  'query-refused': [
    [
      { type: 'query-refused', message: 'no' },
      'GitHub refused the query: no',
      'check `github-token`, and what it may read',
    ],
  ],
};

it.each(Object.values(PROBLEMS).flat())('%j has its words', (problem, happened, advice) => {
  expect(describeGitHubProblem(problem)).toBe(happened);
  expect(adviceOnGitHub(problem)).toBe(advice);
});

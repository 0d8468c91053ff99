/** The words for trouble with GitHub. */
import type { GitHubProblem } from '../model/github-problem.ts';
import { formatUtc } from '../util/text.ts';
import { after } from './sentence.ts';

/** As a clause; printable. */
export function describeGitHubProblem(problem: GitHubProblem): string {
  switch (problem.type) {
    case 'stopped':
      return 'GitHub did not answer in time';
    case 'too-slow':
      return `no response from GitHub within ${problem.limitMs / 1000} s`;
    case 'network':
      return `no connection to GitHub: ${problem.message}`;
    case 'unavailable':
    case 'refused':
      return `GitHub answered HTTP ${problem.status}${after(problem.message)}`;
    case 'rate-limit':
      return `the rate limit of GitHub is used up${untilReset(problem.resetMs)}${after(problem.message)}`;
    case 'no-permission':
      return `GitHub refused the request: ${problem.message}`;
    case 'query-failed':
      return `GitHub could not execute the query: ${problem.message}`;
    case 'query-refused':
      return `GitHub refused the query: ${problem.message}`;
    case 'unexpected-answer':
      return `GitHub sent an unexpected response (HTTP ${problem.status})`;
  }
}

function untilReset(resetMs: number | undefined): string {
  return resetMs === undefined ? '' : ` until ${formatUtc(resetMs)}`;
}

export function adviceOnGitHub(problem: GitHubProblem): string {
  switch (problem.type) {
    case 'no-permission': {
      const [first = '', ...others] = problem.needs;
      const needs = [`\`permissions: ${first}\``, ...others.map((need) => `\`${need}\``)];
      // Pull requests from forks may read, whatever the workflow says.
      const forks = problem.needs.some((need) => need.endsWith('write'))
        ? ' (runs for pull requests from forks never have it)'
        : '';
      return `give the job ${needs.join(' and ')}${forks}`;
    }
    case 'rate-limit':
      return problem.resetMs === undefined
        ? 'run the job again in some minutes, and make fewer requests with this token'
        : 'run the job again after that, and make fewer requests with this token';
    case 'refused':
      return adviceOnStatus(problem.status);
    case 'query-refused':
      return 'check `github-token`, and what it may read';
    case 'stopped':
    case 'too-slow':
    case 'network':
    case 'unavailable':
    case 'query-failed':
    case 'unexpected-answer':
      return 'run the job again when GitHub is back';
  }
}

function adviceOnStatus(status: number): string {
  if (status === 401) return 'check `github-token`';
  if (status === 422) return 'check `status-context`, and whether the commit still exists';
  return 'check `github-token`, and whether the repository and the commit still exist';
}

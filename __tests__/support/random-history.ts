/**
 * Random repositories: a main branch, pull requests with merges of main into them, merged in the
 * three ways that GitHub has, and images of many commits. Written without the code under test.
 */
import fc from 'fast-check';

interface HistoryCommit {
  readonly sha: string;
  readonly parents: readonly string[];
}

export interface History {
  /** Newest first. */
  readonly commits: readonly HistoryCommit[];
  /** What main was, newest first. */
  readonly main: readonly string[];
  /** The head of the pull request that is built. */
  readonly head: string;
  /** What GitHub built of it. */
  readonly merge: string;
  /** Every commit of a pull request that is not on main, and every merge that GitHub built. */
  readonly foreign: readonly string[];
}

type Move = 'commit' | 'merge' | 'squash' | 'rebase' | 'update' | 'work';

export const history: fc.Arbitrary<History> = fc
  .array(fc.constantFrom<Move>('commit', 'merge', 'squash', 'rebase', 'update', 'work', 'work'), {
    maxLength: 40,
  })
  .map(play);

/** Plays the moves of a repository, oldest first. */
function play(moves: readonly Move[]): History {
  const commits: HistoryCommit[] = [];
  const main: string[] = [];
  const foreign: string[] = [];
  let branch: string[] = [];

  function commit(parents: readonly string[], isOnMain: boolean): string {
    const sha = (commits.length + 1).toString(16).padStart(40, 'ab');
    commits.unshift({ sha, parents });
    (isOnMain ? main : foreign).unshift(sha);
    return sha;
  }

  /** Any branch begins where main is. */
  const work = () => branch.push(commit([branch.at(-1) ?? (main[0] as string)], false));

  commit([], true);
  for (const move of moves) {
    const [tip = ''] = main;
    const head = branch.at(-1);
    if (move === 'commit') commit([tip], true);
    else if (move === 'work' || head === undefined) work();
    else if (move === 'update') branch.push(commit([head, tip], false));
    else {
      // Each attempt of a pull request is built before it is merged.
      commit([tip, head], false);
      if (move === 'merge') commit([tip, head], true);
      if (move === 'squash') commit([tip], true);
      if (move === 'rebase') for (const _ of branch) commit([main[0] as string], true);
      branch = [];
    }
  }
  work();
  const head = branch.at(-1) as string;
  const merge = commit([main[0] as string, head], false);
  return { commits, main, head, merge, foreign };
}

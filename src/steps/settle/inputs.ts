/** The settle action's inputs. Those that the waiting action also has are read the same way. */

import type { IdTokenEndpoint } from '../../credentials/github-id-token.ts';
import { readGitHubToken, readStatusContexts } from '../../inputs/github.ts';
import { namesBaseBranch } from '../../inputs/ids.ts';
import {
  type InputDefaults,
  type InputName,
  type InputReader,
  type Inputs,
  readAll,
} from '../../inputs/input-reader.ts';
import { PLATFORM_INPUTS, type PlatformSettings, readPlatform } from '../../inputs/platform.ts';
import { readOnIncomplete, readPolicy } from '../../inputs/policy.ts';
import { entriesOf } from '../../inputs/values.ts';
import type { Policy } from '../../model/policy.ts';
import { quote } from '../../util/text.ts';

export interface SettleSettings extends PlatformSettings {
  readonly githubToken: string;
  /** The names of the commit statuses. */
  readonly contexts: readonly string[];
  /** Undefined: only the step's own policy applies. */
  readonly policy: Policy | undefined;
  /** What an incomplete list does, under that policy and under the step's. */
  readonly onIncomplete: Policy['onIncomplete'];
  /** Whether that policy compares with the base branch. */
  readonly isCompared: boolean;
  /** Undefined: the default branch. */
  readonly branches: readonly string[] | undefined;
}

/** Every input with its default, as in settle/action.yml. */
export const SETTLE_INPUTS = {
  ...PLATFORM_INPUTS,
  'github-token': '',
  'status-context': 'binarly-scan',
  'fail-on-severity': 'none',
  'fail-on-kev': 'false',
  'fail-on-status': 'new,inProgress',
  'baseline-image': '',
  'on-incomplete': 'fail',
  branches: '',
} as const satisfies InputDefaults;

/**
 * @param get returns a trimmed input by name, empty if it is not set.
 * @param idTokens where the job requests ID tokens; undefined if it may not.
 */
export function readSettleInputs(
  get: (name: InputName) => string,
  idTokens: IdTokenEndpoint | undefined,
): Inputs<SettleSettings> {
  return readAll(get, SETTLE_INPUTS, (inputs) => {
    const onIncomplete = readOnIncomplete(inputs);
    return {
      ...readPlatform(inputs, idTokens),
      githubToken: readGitHubToken(inputs),
      contexts: readStatusContexts(inputs),
      policy: readPolicy(inputs, { onFindings: 'fail', onIncomplete }, OF_OWN_POLICY),
      onIncomplete,
      isCompared: readBaseline(inputs),
      branches: readBranches(inputs),
    };
  });
}

/** The inputs that have no effect without a policy of this action's own. */
const OF_OWN_POLICY = ['fail-on-status', 'baseline-image'] as const;

/** Statuses are about many commits, so no image can be the baseline of all. */
function readBaseline(inputs: InputReader): boolean {
  const text = inputs.value('baseline-image');
  const isBaseBranch = namesBaseBranch(inputs);
  if (text !== '' && !isBaseBranch)
    inputs.report('baseline-image', `is ${quote(text)}, but can only be base-branch here`);
  return isBaseBranch;
}

function readBranches({ value }: InputReader): readonly string[] | undefined {
  const names = entriesOf(value('branches')).map((name) => name.replace(/^refs\/heads\//, ''));
  const given = [...new Set(names.filter((name) => name !== ''))];
  return given.length === 0 ? undefined : given;
}

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
import { readPolicy } from '../../inputs/policy.ts';
import { entriesOf } from '../../inputs/values.ts';
import type { Policy } from '../../model/policy.ts';
import { quote } from '../../util/text.ts';

export interface SettleSettings extends PlatformSettings {
  readonly githubToken: string;
  /** The names of the commit statuses. */
  readonly contexts: readonly string[];
  /** Undefined: only the step's own policy applies. */
  readonly policy: Policy | undefined;
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
  return readAll(get, SETTLE_INPUTS, (inputs) => ({
    ...readPlatform(inputs, idTokens),
    githubToken: readGitHubToken(inputs),
    contexts: readStatusContexts(inputs),
    policy: readPolicy(inputs, { onFindings: 'fail' }),
    isCompared: readBaseline(inputs),
    branches: readBranches(inputs),
  }));
}

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

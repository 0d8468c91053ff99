/** Reads and checks the action's inputs, all at once: `Settings`, or every problem with its fix. */
import type { IdTokenEndpoint } from '../../credentials/github-id-token.ts';
import type { Trigger } from '../../github/run.ts';
import { readGitHubToken } from '../../inputs/github.ts';
import { readIds } from '../../inputs/ids.ts';
import {
  type InputName,
  type InputReader,
  type Inputs,
  readAll,
} from '../../inputs/input-reader.ts';
import { readConnection } from '../../inputs/platform.ts';
import { readOnIncomplete, readPolicy } from '../../inputs/policy.ts';
import { readChoice, readDuration, readInstant, readPollInterval } from '../../inputs/values.ts';
import { readDeferral } from './deferral-inputs.ts';
import { readReports } from './evidence/inputs.ts';
import { INPUTS, type Settings } from './settings.ts';

/**
 * @param get returns a trimmed input by name, empty if it is not set.
 * @param idTokens where the job requests ID tokens; undefined if it may not.
 * @param trigger what started the run.
 */
export function readInputs(
  get: (name: InputName) => string,
  idTokens?: IdTokenEndpoint,
  trigger: Trigger = { event: '', ref: '' },
): Inputs<Settings> {
  return readAll(get, INPUTS, (inputs) => readSettings(inputs, idTokens, trigger));
}

function readSettings(
  inputs: InputReader,
  idTokens: IdTokenEndpoint | undefined,
  trigger: Trigger,
): Settings {
  const connection = readConnection(inputs, idTokens);
  const { baseline, ...ids } = readIds(inputs);
  const waiting = {
    ...connection,
    ...ids,
    createdAfter: readInstant(inputs, 'created-after'),
    timeoutMs: readDuration(inputs, 'timeout'),
    pollInterval: readPollInterval(inputs),
    appearanceTimeoutMs: readDuration(inputs, 'appearance-timeout'),
    maxOutageMs: readDuration(inputs, 'max-outage'),
    onTimeout: readChoice(inputs, 'on-timeout', ['fail', 'warn', 'defer']),
    policy: readPolicy(inputs, {
      onFindings: readChoice(inputs, 'on-findings', ['fail', 'warn']),
      onIncomplete: readOnIncomplete(inputs),
    }),
    baseline:
      baseline?.kind === 'base-branch'
        ? { ...baseline, githubToken: readGitHubToken(inputs) }
        : baseline,
    reports: readReports(inputs),
  };
  const settings: Settings = { ...waiting, deferral: readDeferral(inputs, waiting, trigger) };
  checkCombinations(inputs, settings);
  return settings;
}

function checkCombinations({ value, report }: InputReader, { scanId, imageIds }: Settings): void {
  if (scanId === undefined) return;
  if (value('created-after') !== '')
    report('created-after', 'cannot be combined with `scan`: remove one of the two');
  if (imageIds.length > 1)
    report(
      'scan',
      'names one scan, but `image` has several lines: give one image, or remove `scan`',
    );
}

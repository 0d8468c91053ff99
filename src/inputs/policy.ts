/** The policy on findings: what fails the step once the scan has completed. */
import { FINDING_STATUSES, type FindingStatus } from '../model/finding.ts';
import { type Policy, THRESHOLDS } from '../model/policy.ts';
import { fold, quote } from '../util/text.ts';
import type { InputName, InputReader } from './input-reader.ts';
import { entriesOf, listOr, readBoolean, readChoice } from './values.ts';
import { quotesProblem } from './words.ts';

/**
 * The inputs that turn the policy on. An expression that evaluates to nothing must not turn it off.
 */
const SWITCHES = ['fail-on-severity', 'fail-on-kev'] as const satisfies readonly InputName[];

/** What turns each of them off. */
const OFF = { 'fail-on-severity': 'none', 'fail-on-kev': 'false' } as const;

/** The inputs that have no effect without it. */
const DETAILS = ['fail-on-status', 'baseline-image', 'on-findings', 'on-incomplete'] as const;

export function readOnIncomplete(inputs: InputReader): Policy['onIncomplete'] {
  return readChoice(inputs, 'on-incomplete', ['fail', 'warn']);
}

/**
 * @param own what the actions do not read alike.
 * @param details the inputs that have no effect without a policy.
 * @returns undefined if findings decide nothing.
 */
export function readPolicy(
  inputs: InputReader,
  own: Pick<Policy, 'onFindings' | 'onIncomplete'>,
  details: readonly InputName[] = DETAILS,
): Policy | undefined {
  const { report, isEmpty, isSet } = inputs;
  const threshold = readChoice(inputs, 'fail-on-severity', THRESHOLDS);
  const failOnKev = readBoolean(inputs, 'fail-on-kev');
  for (const input of SWITCHES)
    if (isEmpty(input))
      report(
        input,
        `is empty: check the variable it comes from, or set it to ${OFF[input]} to turn it off`,
      );
  const isOn = threshold !== 'none' || failOnKev || SWITCHES.some(isEmpty);
  if (!isOn) {
    for (const input of details)
      if (isSet(input, isSameSetting))
        report(input, 'has no effect without `fail-on-severity` or `fail-on-kev`: set one of them');
    return undefined;
  }
  return {
    threshold,
    failOnKev,
    statuses: readStatuses(inputs),
    ...own,
  };
}

/** Whether two values mean the same, so that a default in other words is one. */
function isSameSetting(one: string, other: string): boolean {
  const [words, others] = [one, other].map((text) => `${entriesOf(text).map(fold).sort()}`);
  return words === others;
}

function readStatuses({ value, report }: InputReader): readonly FindingStatus[] {
  const text = value('fail-on-status');
  const given = entriesOf(text);
  const isGiven = (status: string) => given.some((word) => fold(word) === fold(status));
  const statuses = FINDING_STATUSES.filter(isGiven);
  const unknown = [...new Set(given)].filter(
    (word) => !statuses.some((known) => fold(known) === fold(word)),
  );
  const quotes = unknown.map(quotesProblem).find((problem) => problem !== undefined);
  const choices = `use ${listOr(FINDING_STATUSES)}, separated by commas`;
  const verb = unknown.length === 1 ? 'is' : 'are';
  if (quotes !== undefined) report('fail-on-status', quotes);
  else if (unknown.length > 0)
    report('fail-on-status', `${unknown.map(quote).join(' and ')} ${verb} unknown: ${choices}`);
  else if (statuses.length === 0)
    report('fail-on-status', `${quote(text)} names no status: ${choices}`);
  return statuses;
}

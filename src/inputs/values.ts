/**
 * Durations, times, lists and choices. Each reader reports what is wrong and still returns a value of the
 * right type.
 */

import { type PollInterval, SHORTEST_MS } from '../polling/schedule.ts';
import { parseDuration } from '../util/duration.ts';
import { type Instant, parseInstant } from '../util/instant.ts';
import { isSameWord, quote } from '../util/text.ts';
import type { InputName, InputReader } from './input-reader.ts';
import { isNoValue, noValueProblem, quotesProblem } from './words.ts';

/** @returns milliseconds; 0 if it is invalid. */
export function readDuration({ value, report }: InputReader, input: InputName): number {
  const text = value(input);
  const parsed = parseDuration(text);
  if (parsed.ok) return parsed.ms;
  report(input, mistakeIn(text) ?? `${quote(text)} ${parsed.problem}`);
  return 0;
}

export function readPollInterval(inputs: InputReader): PollInterval {
  const text = inputs.value('poll-interval');
  if (isSameWord(text, 'auto')) return { kind: 'auto' };
  const ms = readDuration(
    {
      ...inputs,
      report: (input, problem) => inputs.report(input, `${problem}, or set it to auto`),
    },
    'poll-interval',
  );
  if (parseDuration(text).ok && ms < SHORTEST_MS)
    inputs.report('poll-interval', `${quote(text)} is too short: use at least 1s, or auto`);
  return { kind: 'fixed', ms };
}

/** @returns undefined if it is empty or invalid. */
export function readInstant({ value, report }: InputReader, input: InputName): Instant | undefined {
  const text = value(input);
  const time = parseInstant(text);
  if (text !== '' && time === undefined)
    report(
      input,
      mistakeIn(text) ??
        `${quote(text)} is not an RFC 3339 time with an offset: write it like 2026-01-26T15:30:00Z`,
    );
  return time;
}

/** The entries of a list: one a line or separated by commas. Empty ones are skipped. */
export function entriesOf(text: string): readonly string[] {
  return text
    .split(/[,\r\n]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

/** In any case. @returns the value; the first choice if it is invalid. */
export function readChoice<T extends string>(
  { value, report }: InputReader,
  input: InputName,
  choices: readonly [T, ...T[]],
): T {
  const text = value(input);
  const choice = choices.find((candidate) => isSameWord(candidate, text));
  if (choice === undefined)
    report(input, quotesProblem(text) ?? `${quote(text)} is unknown: use ${listOr(choices)}`);
  return choice ?? choices[0];
}

const TRUE = ['true', 'True', 'TRUE'];
const FALSE = ['false', 'False', 'FALSE'];

/** Reads a boolean as YAML 1.2 writes it (its core schema, 10.3.2). @returns false if it is invalid. */
export function readBoolean({ value, report }: InputReader, input: InputName): boolean {
  const text = value(input);
  if (![...TRUE, ...FALSE].includes(text))
    report(input, quotesProblem(text) ?? `${quote(text)} is unknown: use true or false`);
  return TRUE.includes(text);
}

/** @returns the problem with a value that looks like a mistake of quoting or of an expression. */
function mistakeIn(text: string): string | undefined {
  return isNoValue(text) ? noValueProblem(text) : quotesProblem(text);
}

/** `a, b or c`. */
export function listOr(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`;
}

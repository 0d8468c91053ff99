/**
 * Durations, times and choices. Each reader reports what is wrong and still returns a value of the
 * right type.
 */

import { type PollInterval, SHORTEST_MS } from '../polling/schedule.ts';
import { parseDuration } from '../util/duration.ts';
import { type Instant, parseInstant } from '../util/instant.ts';
import { quote } from '../util/text.ts';
import type { InputName, InputReader } from './input-reader.ts';

/** @returns milliseconds; 0 if it is invalid. */
export function readDuration({ value, report }: InputReader, input: InputName): number {
  const text = value(input);
  const parsed = parseDuration(text);
  if (parsed.ok) return parsed.ms;
  report(input, `${quote(text)} ${parsed.problem}`);
  return 0;
}

export function readPollInterval(inputs: InputReader): PollInterval {
  const text = inputs.value('poll-interval');
  if (text.toLowerCase() === 'auto') return { kind: 'auto' };
  const parsed = parseDuration(text);
  if (!parsed.ok) inputs.report('poll-interval', `${quote(text)} ${parsed.problem}, or auto`);
  else if (parsed.ms < SHORTEST_MS)
    inputs.report('poll-interval', `${quote(text)} is too short: use at least 1s, or auto`);
  return { kind: 'fixed', ms: parsed.ok ? parsed.ms : 0 };
}

/** @returns undefined if it is empty or invalid. */
export function readInstant({ value, report }: InputReader, input: InputName): Instant | undefined {
  const text = value(input);
  const time = parseInstant(text);
  if (text !== '' && time === undefined)
    report(
      input,
      `${quote(text)} is not an RFC 3339 time with an offset: write it like 2026-01-26T15:30:00Z`,
    );
  return time;
}

/** A boolean as YAML 1.2 writes them. @returns false if it is invalid. */
export function readBoolean({ value, report }: InputReader, input: InputName): boolean {
  const text = value(input);
  if (/^(true|True|TRUE)$/.test(text)) return true;
  if (!/^(false|False|FALSE)$/.test(text))
    report(input, `${quote(text)} is not a boolean: use true or false`);
  return false;
}

/** One of several words, in any case. @returns the first choice if it is invalid. */
export function readChoice<T extends string>(
  { value, report }: InputReader,
  input: InputName,
  choices: readonly [T, ...T[]],
): T {
  const text = value(input);
  const choice = choices.find((candidate) => candidate === text.toLowerCase());
  if (choice === undefined)
    report(input, `${quote(text)} is unknown${quotesIn(text)}: use ${listOr(choices)}`);
  return choice ?? choices[0];
}

/** YAML keeps quotes that are inside other quotes. */
export function quotesIn(text: string): string {
  return /['"]/.test(text) ? ', because the quotes are part of it' : '';
}

/** `a, b or c`. */
export function listOr(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`;
}

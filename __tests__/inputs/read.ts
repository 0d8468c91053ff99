/** Reads inputs in tests: four valid ones, and whatever a test overrides. */

import type { InputName, Inputs } from '../../src/inputs/input-reader.ts';
import { readInputs } from '../../src/steps/wait/inputs.ts';
import { INPUTS, type Settings } from '../../src/steps/wait/settings.ts';
import { TOKEN } from '../support/builders.ts';

export type Given = Partial<Record<InputName, string>>;

const VALID: Given = {
  'api-url': 'https://dashboard-acme.binarly.cloud',
  token: TOKEN,
  product: 'product-1',
  image: 'image-1',
};

/** Valid client credentials in place of the token. */
export const CLIENT: Given = { token: '', 'client-id': 'ci', 'client-secret': 'not-a-secret' };

/** As the runner gives it: every input has its default unless the workflow sets it. */
export function runnerDefault(name: InputName): string {
  return Object.entries(INPUTS).find(([input]) => input === name)?.[1] ?? '';
}

export function read(overrides: Given = {}): Inputs<Settings> {
  const given = { ...VALID, ...overrides };
  return readInputs((name) => given[name] ?? runnerDefault(name));
}

/** Each problem as `input: text`, in the order of the report. */
export function problems(overrides: Given): readonly string[] {
  const inputs = read(overrides);
  return inputs.ok ? [] : inputs.problems.map(({ input, text }) => `${input}: ${text}`);
}

/** The input of each problem, in the order of the report. */
export function problemInputs(overrides: Given): readonly InputName[] {
  const inputs = read(overrides);
  return inputs.ok ? [] : inputs.problems.map(({ input }) => input);
}

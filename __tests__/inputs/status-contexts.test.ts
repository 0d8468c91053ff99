import { expect, it } from 'vitest';
import { readStatusContexts } from '../../src/inputs/github.ts';
import { readAll } from '../../src/inputs/input-reader.ts';

function read(text: string) {
  const inputs = readAll(() => text, { 'status-context': 'binarly-scan' }, readStatusContexts);
  return inputs.ok ? inputs.settings : inputs.problems.map((problem) => problem.text);
}

it.each([
  ['binarly-scan', ['binarly-scan']],
  ['boot, kernel', ['boot', 'kernel']],
  ['boot\r\n kernel \n\n', ['boot', 'kernel']],
  ['Boot, boot, BOOT', ['Boot']],
])('%j names the statuses %j', (text, names) => {
  expect(read(text)).toEqual(names);
});

it.each([
  [' , ', 'names no status'],
  [`a,${'x'.repeat(256)}`, 'is not one line of at most 255 characters'],
  ['a\u0007b', 'is not one line of at most 255 characters'],
])('%j is a problem', (text, problem) => {
  expect(read(text)).toEqual([expect.stringContaining(problem)]);
});

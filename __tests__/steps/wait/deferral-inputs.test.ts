import { describe, expect, it } from 'vitest';
import type { Trigger } from '../../../src/github/run.ts';
import { readInputs } from '../../../src/steps/wait/inputs.ts';
import { INPUTS } from '../../../src/steps/wait/settings.ts';

const GIVEN = {
  'api-url': 'https://dashboard-acme.binarly.cloud',
  token: 'token-under-test',
  product: '01JZ2ZV5Q4PR0DXCT00000000A',
  image: 'i1',
  'on-timeout': 'defer',
  'github-token': 'token-of-the-job',
};

function read(inputs: Readonly<Record<string, string>> = {}, trigger?: Trigger) {
  const values: Readonly<Record<string, string>> = { ...INPUTS, ...GIVEN, ...inputs };
  const read = readInputs((name) => values[name] ?? '', undefined, trigger);
  return read.ok ? read.settings.deferral : read.problems.map(({ input, text }) => [input, text]);
}

const id = (index: number) => `01JZ2ZW8H6JMAGE0000000${String(index).padStart(4, '0')}`;
const images = (count: number) => Array.from({ length: count }, (_, index) => id(index)).join('\n');

describe('the inputs of a deferred wait', () => {
  it('have defaults', () => {
    expect(read()).toEqual({
      githubToken: 'token-of-the-job',
      context: 'binarly-scan',
      settleWithinMs: 86_400_000,
    });
  });

  it('mean nothing without `on-timeout: defer`, and say so if they are set', () => {
    const plain = { 'on-timeout': 'warn', 'github-token': '' };
    expect(read(plain)).toBeUndefined();
    expect(read({ ...plain, 'status-context': 'mine', 'settle-within': '30h' })).toEqual([
      ['status-context', expect.stringContaining('has no effect')],
      ['settle-within', expect.stringContaining('has no effect')],
    ]);
  });

  it.each([
    ['settle-within', { timeout: '1h', 'settle-within': '1h' }, 'longer than `timeout` (1 h)'],
    ['settle-within', { 'settle-within': '1' }, 'has no unit'],
    ['github-token', { 'github-token': '' }, 'is empty'],
    ['status-context', { 'status-context': 'a\nb' }, 'one line'],
    ['status-context', { 'status-context': 'x'.repeat(256) }, 'at most 255'],
    ['status-context', { 'status-context': 'a,b' }, 'has a comma'],
    [
      'image',
      { image: images(11) },
      'has 11 images, and `on-timeout: defer` allows at most 10: split them across steps',
    ],
    [
      'image',
      {
        image: Array.from({ length: 9 }, (_, index) => `01JZ2ZW8H6JMAGE00000000${index}AA`).join(
          '\n',
        ),
        'fail-on-severity': 'high',
        'baseline-image': 'base-branch',
      },
      'do not fit in a commit status: wait for fewer images per step (with `baseline-image`, at most 8)',
    ],
    [
      'image',
      { image: [...'abcdefghi'].map((id) => id.repeat(90)).join('\n') },
      'do not fit in a commit status: wait for fewer images per step',
    ],
    ['image', { image: 'image+1' }, 'is not an ID that'],
    ['image', { image: 'image 1' }, 'write one ID per line'],
    ['image', { scan: 'a+b' }, 'is not an ID that'],
  ])('%s: %j', (input, inputs, text) => {
    expect(read(inputs)).toEqual([[input, expect.stringContaining(text)]]);
    // An output would show a question mark in place of an apostrophe.
    expect(JSON.stringify(read(inputs))).not.toContain("'");
  });

  it.each([
    [{ event: 'push', ref: 'refs/tags/v1' }, 'on a tag, where no sweep looks'],
    [{ event: 'issue_comment', ref: 'refs/heads/main' }, 'in a run of "issue_comment"'],
  ])('are refused in a run whose commit no sweep looks at: %j', (trigger, text) => {
    expect(read({}, trigger)).toEqual([['on-timeout', expect.stringContaining(text)]]);
    expect(read({ 'on-timeout': 'warn', 'github-token': '' }, trigger)).toBeUndefined();
  });

  it('need a token once, whatever else needs it', () => {
    const compared = { 'fail-on-severity': 'high', 'baseline-image': 'base-branch' };
    const missing = [['github-token', expect.stringContaining('is empty')]];
    expect(read({ ...compared, 'github-token': '' })).toEqual(missing);
    expect(read({ ...compared, 'github-token': '', 'on-timeout': 'fail' })).toEqual(missing);
  });

  it('fit in a commit status with ten images, or eight with a baseline each', () => {
    expect(read({ image: images(10), 'fail-on-severity': 'high' })).toMatchObject({
      context: 'binarly-scan',
    });
    const compared = { 'fail-on-severity': 'high', 'baseline-image': 'base-branch' };
    expect(read({ ...compared, image: images(8) })).toMatchObject({ context: 'binarly-scan' });
    expect(read({ ...compared, image: images(9) })).toEqual([
      ['image', expect.stringContaining('fewer images')],
    ]);
    const long = Array.from({ length: 4 }, (_, index) => `${index}`.padEnd(200, 'x')).join('\n');
    expect(read({ image: long, product: 'Board' })).toEqual([
      ['image', expect.stringContaining('fewer images')],
    ]);
  });
});

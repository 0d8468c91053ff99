import { describe, expect, it } from 'vitest';
import type { InputName } from '../../src/inputs/input-reader.ts';
import { readInputs } from '../../src/steps/wait/inputs.ts';
import { INPUTS } from '../../src/steps/wait/settings.ts';

const GIVEN: Partial<Record<InputName, string>> = {
  'api-url': 'https://dashboard-acme.binarly.cloud',
  token: 'token-under-test',
  product: '01JZ30CYZY52F5BPR3AAJ2DP89',
  image: 'image-1',
};

/** The runner gives every input its default unless the workflow sets it. */
function read(inputs: Partial<Record<InputName, string>>) {
  const given: Partial<Record<InputName, string>> = { ...INPUTS, ...GIVEN, ...inputs };
  return readInputs((name) => given[name] ?? '');
}
function policyOf(inputs: Partial<Record<InputName, string>>) {
  const result = read(inputs);
  return result.ok ? result.settings.policy : result.problems;
}
function problemsOf(inputs: Partial<Record<InputName, string>>) {
  const result = read(inputs);
  return result.ok ? [] : result.problems.map(({ input, text }) => `${input} ${text}`);
}

describe('the policy', () => {
  it('is off by default', () => {
    expect(policyOf({})).toBeUndefined();
  });

  it.each(['any', 'low', 'medium', 'high', 'critical'])(
    'is on with the threshold %s',
    (threshold) => {
      expect(policyOf({ 'fail-on-severity': threshold })).toEqual({
        threshold,
        failOnKev: false,
        statuses: ['new', 'inProgress'],
        onFindings: 'fail',
        onIncomplete: 'fail',
      });
    },
  );

  it.each([
    ['High', 'high'],
    ['CRITICAL', 'critical'],
    ['Any', 'any'],
  ])('knows the threshold %s in any case', (text, threshold) => {
    expect(policyOf({ 'fail-on-severity': text })).toMatchObject({ threshold });
  });

  it('is off with `None`', () => {
    expect(policyOf({ 'fail-on-severity': 'None' })).toBeUndefined();
  });

  it('is on with `fail-on-kev` alone', () => {
    expect(policyOf({ 'fail-on-kev': 'true' })).toMatchObject({
      threshold: 'none',
      failOnKev: true,
    });
  });

  it.each([
    ['rejected', ['rejected']],
    ['remediated, new', ['new', 'remediated']],
    ['new\ninProgress\r\nrejected\n', ['new', 'inProgress', 'rejected']],
    ['new,new,', ['new']],
    ['in progress', ['inProgress']],
    ['in_progress', ['inProgress']],
    ['In Progress, NEW', ['new', 'inProgress']],
    ['inprogress', ['inProgress']],
    ['in-progress', ['inProgress']],
    ['', ['new', 'inProgress']],
  ])('reads the statuses %j', (text, statuses) => {
    expect(policyOf({ 'fail-on-severity': 'high', 'fail-on-status': text })).toMatchObject({
      statuses,
    });
  });

  it.each([
    ['image-0', 'image-0'],
    [`products/${GIVEN.product}/images/image-0`, 'image-0'],
    ['', undefined],
  ])('reads the baseline %j', (text, baselineImageId) => {
    const result = read({ 'fail-on-severity': 'high', 'baseline-image': text });
    const baseline =
      baselineImageId === undefined ? undefined : { kind: 'image', imageId: baselineImageId };
    expect(result).toMatchObject({ ok: true, settings: { baseline } });
  });

  it.each(['base-branch', 'Base-Branch', 'BASE_BRANCH'])(
    'compares each of several images with the base branch: %s',
    (text) => {
      const result = read({
        image: 'image-1\nimage-2',
        'fail-on-severity': 'high',
        'baseline-image': text,
        'github-token': 'token-of-the-job',
      });
      const baseline = { kind: 'base-branch', githubToken: 'token-of-the-job' };
      expect(result).toMatchObject({ ok: true, settings: { baseline } });
    },
  );

  it('may let findings pass with a warning', () => {
    const inputs = { 'fail-on-severity': 'high', 'on-findings': 'warn' };
    expect(policyOf(inputs)).toMatchObject({ onFindings: 'warn' });
  });
});

describe('a problem is reported', () => {
  it.each(['fail-on-severity', 'fail-on-kev'] as const)(
    'if %s is given but empty, because a misspelled variable must not turn the policy off',
    (input) => {
      const off = input === 'fail-on-kev' ? 'false' : 'none';
      const problems = [
        `${input} is empty: check the variable it comes from, or set it to ${off} to turn it off`,
      ];
      expect(problemsOf({ [input]: '' })).toEqual(problems);
      expect(problemsOf({ [input]: '', 'on-findings': 'warn' })).toEqual(problems);
    },
  );

  it.each([
    [{ 'fail-on-severity': 'Severe' }, 'fail-on-severity "Severe" is unknown'],
    [{ 'fail-on-kev': 'yes' }, 'fail-on-kev "yes" is unknown: use true or false'],
    [
      { 'fail-on-severity': 'low', 'on-findings': 'ignore' },
      'on-findings "ignore" is unknown: use fail or warn',
    ],
    [
      { 'fail-on-severity': 'low', 'fail-on-status': 'new,open' },
      'fail-on-status "open" is unknown: use new, inProgress, rejected or remediated, separated by commas',
    ],
    [
      { 'fail-on-severity': 'low', 'fail-on-status': 'open, new, open, closed' },
      'fail-on-status "open" and "closed" are unknown: use new, inProgress, rejected or',
    ],
    [{ 'fail-on-severity': 'low', 'fail-on-status': ',' }, 'fail-on-status "," names no status'],
    [
      { 'fail-on-severity': 'low', 'fail-on-status': '"new"' },
      'fail-on-status has quotation marks around "new": remove them',
    ],
  ])('if a value is unknown, case %#', (inputs, problem) => {
    expect(problemsOf(inputs)).toEqual([expect.stringContaining(problem)]);
  });

  it.each([
    { 'fail-on-status': 'rejected' },
    { 'baseline-image': 'image-0' },
    { 'on-findings': 'warn' },
  ])('if an input has no effect without a policy, case %#', (inputs) => {
    const [input] = Object.keys(inputs);
    expect(problemsOf(inputs)).toEqual([
      `${input} has no effect without \`fail-on-severity\` or \`fail-on-kev\`: set one of them`,
    ]);
  });

  it('unless that input has its default or is empty', () => {
    const defaults = { 'fail-on-status': 'new,inProgress', 'on-findings': 'fail' };
    expect(problemsOf(defaults)).toEqual([]);
    const inOtherWords = { 'fail-on-status': 'New, in progress', 'on-findings': 'Fail' };
    expect(problemsOf(inOtherWords)).toEqual([]);
    expect(problemsOf({ 'fail-on-status': 'In Progress, NEW' })).toEqual([]);
    const empty = { 'fail-on-status': '', 'baseline-image': '', 'on-findings': '' };
    expect(problemsOf(empty)).toEqual([]);
  });

  it.each([
    [{ 'baseline-image': 'image-1' }, 'is the same image as `image`: set it to an earlier image'],
    [
      { image: 'image-1\nimage-2', 'baseline-image': 'image-0' },
      'names one image, but `image` has several lines: set it to base-branch, or remove it',
    ],
    [
      { image: '01JZ30CYZY52F5BPR3AAJ2DP80', 'baseline-image': '01jz30cyzy52f5bpr3aaj2dp80' },
      'is the same image as `image`: set it to an earlier image',
    ],
    [
      { 'baseline-image': '"base-branch"' },
      'has quotation marks around "base-branch": remove them',
    ],
    [{ 'baseline-image': 'a\nb' }, 'has several lines: give one image'],
    [{ 'baseline-image': '..' }, '".." is not an ID: copy the ID from the platform'],
    [{ 'baseline-image': '$(id)' }, '"$(id)" is not an ID: copy the ID from the platform'],
  ])('if the baseline cannot be one, case %#', (inputs, problem) => {
    const problems = problemsOf({ 'fail-on-severity': 'any', ...inputs });
    expect(problems).toEqual([`baseline-image ${problem}`]);
  });

  it('unless only the case of IDs differs that are no ULIDs', () => {
    const ids = { image: 'image-1', 'baseline-image': 'IMAGE-1' };
    expect(problemsOf({ 'fail-on-severity': 'any', ...ids })).toEqual([]);
  });

  it('if the baseline belongs to another product', () => {
    const baseline = 'products/01JZ30CYZY52F5BPR3AAJ2DP80/images/image-0';
    const problems = problemsOf({ 'fail-on-severity': 'any', 'baseline-image': baseline });
    expect(problems).toEqual([
      expect.stringMatching(/^baseline-image "image-0" belongs to product /),
    ]);
  });
});

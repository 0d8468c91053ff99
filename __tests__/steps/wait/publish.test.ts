import { describe, expect, it } from 'vitest';
import { reasonOfUnwritten } from '../../../src/report/step-error-words.ts';
import { OUTPUTS, outputsOf } from '../../../src/steps/wait/outputs.ts';
import { publish } from '../../../src/steps/wait/publish.ts';
import { type Report, reportOfProblems } from '../../../src/steps/wait/report.ts';
import { summaryOf } from '../../../src/steps/wait/summary.ts';
import { reportFor } from '../../support/builders.ts';
import { fakeWorkflow } from '../../support/workflow.ts';

/** Publishes to a workflow that records; `broken` names what it cannot write. */
async function published(report: Report, ...broken: readonly string[]) {
  const { said, outputs, summaries, ...workflow } = fakeWorkflow();
  const tries: string[] = [];
  const exitCode = await publish(report, {
    ...workflow,
    output(name, value) {
      tries.push(name);
      if (broken.includes(name)) throw new Error(`no space\nfor ${name}`);
      workflow.output(name, value);
    },
    async summary(markdown) {
      if (broken.includes('summary')) throw new Error('read-only\n::error::x');
      await workflow.summary(markdown);
    },
  });
  return { exitCode, said, outputs, summaries, tries };
}

const PROBLEMS = reportOfProblems(
  [
    { input: 'token', kind: 'missing-credential', text: 'is empty' },
    { input: 'timeout', kind: 'invalid', text: '"5" has no unit' },
  ],
  0,
);
const COMPLETED = reportFor({ status: 'completed' });
const FAILED = reportFor({ status: 'failed' });
const INTERRUPTED = reportFor({ status: 'interrupted' });
const TIMED_OUT = reportFor({ status: 'timed-out' });
const LET_PASS = reportFor({ status: 'timed-out' }, {}, { onTimeout: 'warn' });

describe('publish', () => {
  it.each([
    ['a completed scan is green, without an annotation', COMPLETED, 0, []],
    ['a failed scan is red, with one error', FAILED, 1, [`fail ${FAILED.reason}`]],
    ['a timeout is red, with one error', TIMED_OUT, 1, [`fail ${TIMED_OUT.reason}`]],
    ['a timeout let pass is green, with one warning', LET_PASS, 0, [`warning ${LET_PASS.reason}`]],
    ['an interruption is red, without an annotation', INTERRUPTED, 1, []],
    [
      'problems with inputs are one error, each on a line of its own',
      PROBLEMS,
      1,
      [`fail ${PROBLEMS.reasonLines.join('\n')}`],
    ],
  ])('%s', async (_, report, exitCode, said) => {
    expect(await published(report)).toMatchObject({ exitCode, said });
  });

  it.each([COMPLETED, FAILED, LET_PASS, INTERRUPTED, PROBLEMS])(
    'writes every output and one summary: case %#',
    async (report) => {
      const { outputs, summaries } = await published(report);
      const { 'summary-file': summary, 'verdict-file': verdict, ...others } = outputs;
      expect(outputsOf(report)).toMatchObject(others);
      expect(summary).toMatch(/^\/temp\/summary\.md with \d+ bytes$/);
      expect(verdict).toMatch(
        report.settings === undefined ? /^$/ : /^\/temp\/verdict\.json with \d+ bytes$/,
      );
      expect(Object.keys(outputs)).toEqual(OUTPUTS);
      expect(summaries).toEqual([summaryOf(report)]);
    },
  );
});

describe('a summary that cannot be written', () => {
  const note =
    'info Could not write the job summary (Error: read-only ::error::x). ' +
    'This does not change the result.';

  it('is a note in the log, and a green step stays green', async () => {
    expect(await published(COMPLETED, 'summary')).toMatchObject({ exitCode: 0, said: [note] });
  });

  it('is the same note if making it throws', async () => {
    const unforeseen: Report = {
      ...COMPLETED,
      get madeWallMs(): number {
        throw new Error('a bug');
      },
    };
    const { exitCode, said, outputs } = await published(unforeseen);
    expect({ exitCode, said }).toEqual({
      exitCode: 0,
      said: [note.replace(/\(.*\)/, '(Error: a bug)')],
    });
    expect(outputs['status']).toBe('completed');
  });

  it('leaves a red step its one error', async () => {
    const { exitCode, said } = await published(FAILED, 'summary');
    expect({ exitCode, said }).toEqual({ exitCode: 1, said: [note, `fail ${FAILED.reason}`] });
  });
});

describe('an output that cannot be written', () => {
  const unwritten =
    'Could not write the output state (Error: no space for state), ' +
    'so later steps would read nothing: check the disk on the runner.';

  it.each([
    ['makes a green step red, with one error', COMPLETED, [`fail ${unwritten}`]],
    ['makes a timeout that would pass red, with one error', LET_PASS, [`fail ${unwritten}`]],
    ['is a note if the step is red', FAILED, [`info ${unwritten}`, `fail ${FAILED.reason}`]],
    ['is a note if the step was interrupted', INTERRUPTED, [`info ${unwritten}`]],
  ])('%s', async (_, report, said) => {
    expect(await published(report, 'state')).toMatchObject({ exitCode: 1, said });
  });

  it('does not keep the others from being written, and the first is reported', async () => {
    const { outputs, said, summaries, tries } = await published(COMPLETED, 'state', 'scans');
    expect(tries.slice(0, OUTPUTS.length)).toEqual(OUTPUTS);
    const written = OUTPUTS.filter((name) => name !== 'state' && name !== 'scans');
    expect(Object.keys(outputs)).toEqual(written);
    expect(said).toEqual([`fail ${unwritten}`]);
    expect(summaries).toHaveLength(1);
  });

  it.each([COMPLETED, LET_PASS])(
    'is what the status, the reason and the summary of a green step say then, case %#',
    async (report) => {
      const { outputs, summaries } = await published(report, 'state');
      expect(outputs).toMatchObject({ status: 'error', reason: unwritten });
      expect(summaries).toEqual([
        expect.stringMatching(/^## ❌ [\s\S]*Could not write the output/),
      ]);
    },
  );

  it('may be the status itself', async () => {
    const { exitCode, outputs } = await published(COMPLETED, 'status');
    expect(exitCode).toBe(1);
    expect(outputs['reason']).toMatch(/^Could not write the output status/);
  });

  it.each([FAILED, INTERRUPTED])(
    'leaves a red step its status and reason, case %#',
    async (report) => {
      const { outputs, summaries } = await published(report, 'state');
      expect(outputs).toMatchObject({ status: report.status, reason: outputsOf(report).reason });
      const reason = reasonOfUnwritten('state', new Error('no space for state'));
      const whole = summaryOf({ ...report, unwritten: { name: 'state', reason } });
      expect(whole).toContain('Could not write the output state');
      expect(summaries).toEqual([whole]);
    },
  );
});

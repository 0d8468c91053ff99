import { describe, expect, it } from 'vitest';
import type { Workflow } from '../../src/github/workflow.ts';
import { publish } from '../../src/report/publish.ts';
import { errorReport, OUTPUTS, outputsOf, type Report } from '../../src/report/report.ts';
import { summaryOf } from '../../src/report/summary.ts';
import type { Verdict } from '../../src/wait/verdict.ts';
import { reportFor } from '../support/builders.ts';

/** Publishes to a workflow that records; `broken` names what it cannot write. */
async function published(report: Report, ...broken: readonly string[]) {
  const outputs: Record<string, string> = {};
  const summaries: string[] = [];
  /** Lines and annotations, each as `level: text`. */
  const said: string[] = [];
  const tries: string[] = [];
  const say = (level: string) => (text: string) => void said.push(`${level}: ${text}`);
  const workflow: Workflow = {
    input: () => '',
    mask: () => undefined,
    output(name, value) {
      tries.push(name);
      if (broken.includes(name)) throw new Error(`no space\nfor ${name}`);
      outputs[name] = value;
    },
    info: say('info'),
    debug: say('debug'),
    warning: say('warning'),
    fail: say('fail'),
    async summary(markdown) {
      if (broken.includes('summary')) throw new Error('read-only\n::error::x');
      summaries.push(markdown);
    },
  };
  const exitCode = await publish(report, workflow);
  return { exitCode, said, outputs, summaries, tries };
}

const COMPLETED = reportFor({ status: 'completed' });
const FAILED = reportFor({ status: 'failed' });
const TIMED_OUT: Verdict = { status: 'timed-out', trouble: undefined };
const UNWRITTEN =
  'The output state could not be written (Error: no space for state): later steps would read nothing of this one, so it fails; check the disk of the runner.';

describe('publish', () => {
  it.each([
    ['completed', COMPLETED, 0, []],
    ['failed', FAILED, 1, [`fail: ${FAILED.reason}`]],
    ['timed-out', reportFor(TIMED_OUT), 1, [`fail: ${reportFor(TIMED_OUT).reason}`]],
    [
      'timed-out, let pass',
      reportFor(TIMED_OUT, {}, { onTimeout: 'warn' }),
      0,
      [`warning: ${reportFor(TIMED_OUT).reason}`],
    ],
    ['interrupted', reportFor({ status: 'interrupted' }), 1, []],
    ['error', errorReport('Why.', 0), 1, ['fail: Why.']],
  ])('%s: exit code and at most one annotation', async (_, report, exitCode, said) => {
    expect(await published(report)).toMatchObject({ exitCode, said });
  });

  it.each([COMPLETED, FAILED, reportFor({ status: 'interrupted' }), errorReport('Why.', 0)])(
    'writes every output and one summary, case %#',
    async (report) => {
      const { outputs, summaries } = await published(report);
      expect(outputs).toEqual(outputsOf(report));
      expect(summaries).toEqual([summaryOf(report)]);
    },
  );

  describe('with a summary that cannot be written', () => {
    const NOTE =
      'info: The job summary could not be written (Error: read-only ::error::x); the verdict stands.';
    it.each([
      ['completed', COMPLETED, 0, [NOTE]],
      ['failed', FAILED, 1, [NOTE, `fail: ${FAILED.reason}`]],
    ])('the verdict stands: %s', async (_, report, exitCode, said) => {
      expect(await published(report, 'summary')).toMatchObject({ exitCode, said });
    });
  });

  describe('with an output that cannot be written', () => {
    it.each([
      ['completed is red', COMPLETED, [`fail: ${UNWRITTEN}`]],
      [
        'timed-out, let pass, is red',
        reportFor(TIMED_OUT, {}, { onTimeout: 'warn' }),
        [`fail: ${UNWRITTEN}`],
      ],
      ['failed stays failed', FAILED, [`info: ${UNWRITTEN}`, `fail: ${FAILED.reason}`]],
      [
        'interrupted stays without annotation',
        reportFor({ status: 'interrupted' }),
        [`info: ${UNWRITTEN}`],
      ],
    ])('%s', async (_, report, said) => {
      expect(await published(report, 'state')).toMatchObject({ exitCode: 1, said });
    });

    it('writes the others all the same, and tells of the first', async () => {
      const { outputs, said, summaries, tries } = await published(COMPLETED, 'state', 'scans');
      expect(tries).toEqual(OUTPUTS);
      expect(Object.keys(outputs)).toEqual(
        OUTPUTS.filter((name) => name !== 'state' && name !== 'scans'),
      );
      expect(said).toEqual([`fail: ${UNWRITTEN}`]);
      expect(summaries).toHaveLength(1);
    });
  });
});

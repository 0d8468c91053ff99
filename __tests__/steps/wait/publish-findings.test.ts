import { describe, expect, it } from 'vitest';
import type { Workflow } from '../../../src/github/workflow.ts';
import { beginRecord } from '../../../src/model/image-record.ts';
import { judge } from '../../../src/model/policy.ts';
import { publish } from '../../../src/steps/wait/publish.ts';
import type { Report } from '../../../src/steps/wait/report.ts';
import { details } from '../../support/builders.ts';
import { findings, policy } from '../../support/findings.ts';

function reportOn(count: number | undefined, green: boolean): Report {
  const judgement = count === undefined ? undefined : judge(findings(count), [policy()]);
  const record = { ...beginRecord('image-1'), judgement, details: details() };
  const status = green ? 'completed' : 'findings';
  return {
    status,
    headline: green ? 'Binarly scan completed' : 'Blocking Binarly findings',
    green,
    reason: green ? '' : 'red',
    reasonLines: green ? [] : ['red'],
    images: [{ record, status, green, reason: undefined }],
    product: undefined,
    settings: undefined,
    madeWallMs: 0,
  };
}

async function publishTo(file: Workflow['file'], report: Report) {
  const said: string[] = [];
  const outputs: Record<string, string> = {};
  let summary = '';
  const say = (line: string) => void said.push(line);
  const code = await publish(report, {
    input: () => '',
    mask: say,
    output: (name, value) => {
      outputs[name] = value;
    },
    file,
    folder: (name) => name,
    pageUrl: () => undefined,
    info: say,
    debug: say,
    warning: say,
    fail: (lines) => void said.push(...lines.map((line) => `fail ${line}`)),
    summary(markdown) {
      summary += markdown;
      return Promise.resolve();
    },
  });
  return { code, outputs, said, summary };
}

describe('findings-file', () => {
  it('is the path of the file, and the gate in `scans` has the numbers', async () => {
    const files: [string, unknown][] = [];
    const file = (name: string, parts: Iterable<string>) => {
      const text = [...parts].join('');
      files.push([name, name.endsWith('.md') ? text : JSON.parse(text)]);
      if (name !== 'findings.json') return `/runner/temp/${name}`;
      return '/runner/temp/findings.json';
    };
    const { code, outputs } = await publishTo(file, reportOn(2, false));
    expect(code).toBe(1);
    expect(outputs['findings-file']).toBe('/runner/temp/findings.json');
    expect(files).toContainEqual(['findings.json', [expect.anything(), expect.anything()]]);
    expect(JSON.parse(outputs['scans'] ?? '')).toMatchObject([
      { gate: { open: { critical: 0, high: 2 }, blocking: 2 } },
    ]);
  });

  it('is empty if no image was judged, and nothing is written', async () => {
    const file = (name: string) =>
      name === 'summary.md' ? '/runner/temp/summary.md' : expect.fail('no file expected');
    const { code, outputs } = await publishTo(file, reportOn(undefined, true));
    expect(code).toBe(0);
    expect(outputs['findings-file']).toBe('');
    expect(JSON.parse(outputs['scans'] ?? '')).toMatchObject([{ gate: null }]);
  });

  it('makes the step red if it cannot be written, and the other outputs are there', async () => {
    const file = () => {
      throw new Error('ENOSPC');
    };
    const { code, outputs, said } = await publishTo(file, reportOn(0, true));
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ status: 'error', 'findings-file': '' });
    expect(said).toEqual([expect.stringMatching(/^fail Could not write the output findings-file/)]);
  });

  it.each([true, false])(
    'is not said to have all findings if it could not be written, green before: %s',
    async (green) => {
      const file = () => {
        throw new Error('ENOSPC');
      };
      const { summary } = await publishTo(file, reportOn(30, green));
      expect(summary).toContain('The 20 worst of the 30 blocking findings:');
      expect(summary).not.toContain('has all of them');
      expect(summary.match(/Could not write the output/g)).toHaveLength(1);
    },
  );
});

import { describe, expect, it } from 'vitest';
import type { ImageRecord } from '../../../../src/model/image-record.ts';
import { judge } from '../../../../src/model/policy.ts';
import { writeFiles } from '../../../../src/steps/wait/evidence/write-files.ts';
import { reportOf } from '../../../../src/steps/wait/report.ts';
import { details, ended, snapshot } from '../../../support/builders.ts';
import { findings, policy } from '../../../support/findings.ts';
import { fakeWorkflow } from '../../../support/workflow.ts';

function judged(count: number, overrides: Partial<ImageRecord> = {}): ImageRecord {
  const judgement = judge(findings(count), [policy()]);
  return ended({ status: 'completed' }, { judgement, details: details(), ...overrides });
}

/** What the log says when the SARIF file is written, and whether there is one. */
function sarifOf(records: readonly ImageRecord[]) {
  const workflow = fakeWorkflow();
  const report = reportOf(records, snapshot({ policy: policy() }));
  const paths = writeFiles(report, workflow, (_, write) => write(), ['sarif-file']);
  return { isThere: paths['sarif-file'] !== '', said: workflow.said };
}

describe('the log of a SARIF file', () => {
  it('says nothing if everything is in it', () => {
    expect(sarifOf([judged(3)])).toEqual({ isThere: true, said: [] });
  });

  it('counts the findings and the images that are left out', () => {
    const many = Array.from({ length: 22 }, (_, index) => judged(0, { imageId: `image-${index}` }));
    expect(sarifOf([judged(5_002, { imageId: 'image-a' }), ...many])).toEqual({
      isThere: true,
      said: [
        'info The SARIF file has only the worst findings: 2 are over the limits of GitHub.',
        'info The SARIF file has only 20 images, the limit of GitHub: 3 are left out.',
      ],
    });
    expect(sarifOf([judged(5_001, { imageId: 'image-a' }), ...many.slice(2)]).said).toEqual([
      'info The SARIF file has only the worst findings: 1 is over the limits of GitHub.',
      'info The SARIF file has only 20 images, the limit of GitHub: 1 is left out.',
    ]);
  });

  it('says why there is none if the name of an image could not be read', () => {
    expect(sarifOf([judged(1), judged(1, { imageId: 'image-2', details: undefined })])).toEqual({
      isThere: false,
      said: [
        'info No SARIF file: the name of image image-2 could not be read, and code scanning would ' +
          'never close alerts without it.',
      ],
    });
  });
});

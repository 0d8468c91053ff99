import { describe, expect, it } from 'vitest';
import { judge } from '../../../../src/model/policy.ts';
import {
  fitted,
  MOST_CHARACTERS,
  summaryFile,
} from '../../../../src/steps/wait/evidence/summary-file.ts';
import { reportOf } from '../../../../src/steps/wait/report.ts';
import { summaryOf } from '../../../../src/steps/wait/summary.ts';
import { details, ended, snapshot } from '../../../support/builders.ts';
import { findings, policy } from '../../../support/findings.ts';

describe('the summary for a comment', () => {
  it('is the job summary if that fits', () => {
    const report = reportOf([ended({ status: 'completed' })], snapshot());
    expect(summaryFile(report)).toBe(summaryOf(report));
  });

  it('has at most 65,000 characters with 1,000 images, and all of its parts are closed', () => {
    const many = Array.from({ length: 1_000 }, (_, index) => {
      const imageId = `image-${index}`;
      const judgement = judge(findings(30, { displayName: '{*'.repeat(60) }), [policy()]);
      const more = { imageId, judgement, details: details({ name: '<b>'.repeat(40) }) };
      return ended({ status: 'findings', judgement, policy: policy() }, more);
    });
    const text = summaryFile(reportOf(many, snapshot()));
    expect(text.length).toBeLessThanOrEqual(MOST_CHARACTERS);
    expect(text).toMatch(/^## ❌ Binarly scans: 1000 images with findings\n/);
    expect(text).toContain('more images (');
    expect(text.split('<details>')).toHaveLength(text.split('</details>').length);
    expect(text.split('```').length % 2).toBe(1);
  });
});

describe('blocks in little room', () => {
  it('are all there at exactly the limit', () => {
    const blocks = ['## Head', 'x'.repeat(64_990)];
    expect(fitted(blocks, 65_000)).toHaveLength(65_000);
  });

  it('are left out as a whole one character above it, and a note says so', () => {
    const text = fitted(['## Head', 'x'.repeat(64_991), 'Foot'], 65_000);
    expect(text).toBe(
      '## Head\n\nFoot\n\nSome parts are left out here, because a comment has little room: ' +
        'see the job summary.\n',
    );
  });

  it('never exceed the limit with the note', () => {
    for (let length = 64_850; length < 65_010; length += 1)
      expect(fitted(['## Head', 'x'.repeat(length), 'y'], 65_000).length).toBeLessThanOrEqual(
        65_000,
      );
  });
});

import { describe, expect, it } from 'vitest';
import { ActiveFolderError } from '../../src/github/step-folder.ts';
import { sentenceOf } from '../../src/report/sentence.ts';
import { reasonOfUnwritten } from '../../src/report/step-error-words.ts';

describe('the sentence for an output that could not be written', () => {
  it('advises to check the disk', () => {
    expect(sentenceOf(reasonOfUnwritten('scans', new Error('ENOSPC')))).toBe(
      'Could not write the output scans (Error: ENOSPC), so later steps would read nothing: ' +
        'check the disk on the runner.',
    );
  });

  it('names the variable if its folder cannot be an output', () => {
    expect(sentenceOf(reasonOfUnwritten('sarif-file', new ActiveFolderError()))).toBe(
      'Could not write the output sarif-file (Error: the path in RUNNER_TEMP has a character ' +
        'that a shell acts on), so later steps would read nothing: set RUNNER_TEMP to a folder whose ' +
        'path has letters, digits and simple marks only.',
    );
  });
});

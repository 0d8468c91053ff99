import { describe, expect, it } from 'vitest';
import type { BaselineImage, WhyNoBaseline } from '../../src/model/baseline.ts';
import {
  comparedSentence,
  missingBaselinesWarning,
  reasonWithoutBase,
  reasonWithoutBaseline,
  staleHint,
  troubleLine,
} from '../../src/report/baseline-words.ts';
import { sentenceOf } from '../../src/report/sentence.ts';
import { failed } from '../support/builders.ts';

const NOW_MS = Date.parse('2026-01-26T15:00:00Z');
const [MINUTE_MS, HOUR_MS, DAY_MS] = [60_000, 3_600_000, 86_400_000];
const ORIGIN = {
  name: 'firmware.bin',
  sha: '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d',
  back: 2,
  branch: 'main',
};

function baseline(overrides: Partial<BaselineImage> = {}): BaselineImage {
  return {
    kind: 'image',
    imageId: 'image-0',
    scannedMs: NOW_MS - 3 * DAY_MS,
    origin: ORIGIN,
    ...overrides,
  };
}

describe('what an image was compared with', () => {
  it('is named with its commit and its age', () => {
    expect(comparedSentence(baseline(), NOW_MS)).toBe(
      'Compared with image image-0 (firmware.bin, commit 1a2b3c4, 2 commits back on main), ' +
        'scanned 3 days ago.',
    );
    expect(comparedSentence(baseline(), NOW_MS, 'image-1')).toMatch(
      /^Image image-1: compared with image image-0 \(/,
    );
  });

  it('is named by its ID alone if that was given', () => {
    const given = baseline({ origin: undefined, scannedMs: undefined });
    expect(comparedSentence(given, NOW_MS)).toBe('Compared with image image-0.');
  });

  it.each([
    [{ back: 0 }, 'firmware.bin, commit 1a2b3c4 on main'],
    [{ back: 1 }, 'firmware.bin, commit 1a2b3c4, 1 commit back on main'],
    [{ back: 0, branch: '' }, 'firmware.bin, commit 1a2b3c4'],
    [{ branch: '' }, 'firmware.bin, commit 1a2b3c4, 2 commits back'],
    [{ branch: 'a\n::error::b' }, 'firmware.bin, commit 1a2b3c4, 2 commits back on a ::error::b'],
  ])('says where it is, case %#', (origin, words) => {
    const sentence = comparedSentence(baseline({ origin: { ...ORIGIN, ...origin } }), NOW_MS);
    expect(sentence).toContain(`(${words})`);
  });

  it.each([
    [-5_000, 'just now'],
    [59_000, 'just now'],
    [7.5 * MINUTE_MS, '7 min ago'],
    [23.9 * HOUR_MS, '23 h ago'],
    [47 * HOUR_MS, '1 day ago'],
    [100 * DAY_MS, '100 days ago'],
  ])('was scanned %i ms ago, which is %s', (ms, words) => {
    const scanned = baseline({ scannedMs: NOW_MS - ms });
    expect(comparedSentence(scanned, NOW_MS).endsWith(`, scanned ${words}.`)).toBe(true);
  });
});

type Type = WhyNoBaseline['type'];

/** A new reason does not compile without its words. */
const REASONS: {
  readonly [T in Type]: readonly (readonly [Extract<WhyNoBaseline, { type: T }>, string, string])[];
} = {
  'no-base': [
    [
      { type: 'no-base' },
      'it is not clear what its commit is based on',
      'compare in a run of `pull_request`, `merge_group` or `push`, and let no two open pull ' +
        'requests with different bases have the same head',
    ],
  ],
  'first-commit': [
    [
      { type: 'first-commit', sha: '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d' },
      'commit 1a2b3c4 has no parent',
      'the next commit will have a parent to compare with',
    ],
  ],
  'no-image': [
    [
      { type: 'no-image', commits: 100, branch: 'main' },
      'no image of the last 100 commits of main',
      'this is normal until a push to main has been scanned; the version of its image must be ' +
        'the SHA of the commit',
    ],
    [
      { type: 'no-image', commits: 1, branch: '' },
      'no image of the last commit',
      'this is normal until a push to the base branch has been scanned; the version of its image ' +
        'must be the SHA of the commit',
    ],
  ],
  unnamed: [[{ type: 'unnamed' }, 'it has no name', 'give images a name when they are uploaded']],
  'no-image-named': [
    [
      { type: 'no-image-named', name: 'a\nb', commits: 7, branch: 'main' },
      'no image of the last 7 commits of main is named "a b"',
      'this is normal for a new file; else give the images of all commits the same name',
    ],
  ],
  'none-completed': [
    [
      { type: 'none-completed', name: 'a', asked: 1, branch: 'main' },
      'the newest scan of the image named "a" on main has not completed',
      'look at the scans of these images in the Binarly dashboard',
    ],
    [
      { type: 'none-completed', name: 'a', asked: 20, branch: '' },
      'the newest scan of none of the 20 newest images named "a" has completed',
      'look at the scans of these images in the Binarly dashboard',
    ],
  ],
};

describe('an image without a baseline', () => {
  it.each(Object.values(REASONS).flat())('has a reason: %j', (why, happened, advice) => {
    expect(sentenceOf(reasonWithoutBaseline('image-1', why))).toBe(
      `There is nothing to compare image image-1 with (${happened}), so every finding counts as new: ` +
        `${advice}.`,
    );
  });
});

describe('trouble with a baseline', () => {
  it('is reported in one line, and in each sentence that follows from it', () => {
    expect(troubleLine(failed())).toBe(
      'Could not find what to compare with (HTTP 502); still trying.',
    );
    expect(sentenceOf(reasonWithoutBase('no event'))).toBe(
      'Could not determine the base branch (no event): ' +
        'use `baseline-image: base-branch` only in workflows that run on GitHub.',
    );
    expect(missingBaselinesWarning('i1', 0)).toBe(
      'No baseline for image i1 was found before time was up, so every finding will count as new: ' +
        'raise `timeout`, or run the job again.',
    );
    expect(missingBaselinesWarning('i1', 2)).toContain(
      'No baseline for image i1 and 2 more was found',
    );
  });
});

describe('the hint about an old baseline', () => {
  it('is given after seven days', () => {
    const aged = (ms: number) => staleHint(baseline({ scannedMs: NOW_MS - ms }), NOW_MS);
    expect(aged(7 * DAY_MS)).toBeUndefined();
    expect(aged(7 * DAY_MS + 1)).toBe(
      'Findings that were published since the baseline was scanned count as new: ' +
        'scan the baseline again to leave them out.',
    );
  });

  it('is not given without a baseline, or if its age is unknown', () => {
    expect(staleHint(baseline({ scannedMs: undefined }), NOW_MS)).toBeUndefined();
    expect(staleHint({ kind: 'none', why: { type: 'no-base' } }, NOW_MS)).toBeUndefined();
    expect(staleHint(undefined, NOW_MS)).toBeUndefined();
  });
});

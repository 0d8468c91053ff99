import { describe, expect, it } from 'vitest';
import type { ImageRecord } from '../../../src/model/image-record.ts';
import type { Verdict } from '../../../src/model/verdict.ts';
import { reasonOfRefusal } from '../../../src/report/error-words.ts';
import { describeAbsence } from '../../../src/report/failure-words.ts';
import { describeThrown, sentenceOf } from '../../../src/report/sentence.ts';
import { linesOfProblems, reasonOfCrash } from '../../../src/report/step-error-words.ts';
import { imageReport } from '../../../src/steps/wait/report.ts';
import type { Settings } from '../../../src/steps/wait/settings.ts';
import { scanName } from '../../../src/steps/wait/verdict-words.ts';
import {
  absent,
  ended,
  failed,
  outage as failedPolls,
  instant,
  record,
  refused,
  settings,
} from '../../support/builders.ts';

const UNSEEN = { scan: undefined, lastState: undefined, lastKnownState: undefined } as const;
const EMPTY = absent();
const HOSTILE = '\n::error::##[x]\u202e\x1b[31m';
const TAMED = ': :error::# #[x] [31m';

function sentence(
  verdict: Verdict,
  known: Partial<ImageRecord> = {},
  given: Partial<Settings> = {},
): string {
  const reason = imageReport(ended(verdict, known), settings(given)).reason;
  return reason === undefined ? '' : sentenceOf(reason);
}

function outage(overrides: Partial<Extract<Verdict, { status: 'unavailable' }>> = {}): Verdict {
  return {
    status: 'unavailable',
    failure: failed(),
    forMs: 900_000,
    reachedApi: true,
    ...overrides,
  };
}

describe('the reason', () => {
  it('is empty for a completed scan and while the wait continues', () => {
    expect(sentence({ status: 'completed' })).toBe('');
    expect(imageReport(record(), settings()).reason).toBeUndefined();
  });

  it.each<[Verdict, string]>([
    [
      { status: 'failed' },
      'Scan scan-1 failed on the platform: ' +
        'find out why in the Binarly dashboard, then start a new scan.',
    ],
    [
      { status: 'cancelled' },
      'Scan scan-1 was cancelled on the platform: start a new scan, unless this was intended.',
    ],
    [
      outage(),
      'No usable answer about scan scan-1 for 15 min (last: HTTP 502): ' +
        'run the job again when the API is back, or raise `max-outage` or `timeout`.',
    ],
    [
      outage({ forMs: 120_000, reachedApi: false }),
      'The API has not answered for 2 min (last: HTTP 502): ' +
        'check `api-url`, and that the runner can connect to it.',
    ],
    [
      outage({ failure: failed(undefined, { endpoint: 'token' }) }),
      'The token endpoint at `token-url` returned no token for 15 min (last: HTTP 502): ' +
        'check `token-url`, and that the runner can connect to it, or run the job again later.',
    ],
    [
      outage({ failure: failed(undefined, { endpoint: 'id-token' }), reachedApi: false }),
      'GitHub issued no ID token for 15 min (last: HTTP 502): ' +
        'check that the runner can connect to GitHub, or run the job again later.',
    ],
  ])('says what happened and what to do: %j', (verdict, text) => {
    expect(sentence(verdict)).toBe(text);
  });

  it('leaves out how long an outage lasted if that was less than a second', () => {
    expect(sentence(outage({ forMs: 999 }))).not.toContain(' for ');
    expect(sentence(outage({ forMs: 1_000 }))).toContain(' for 1 s ');
  });

  it('of an error is what the refusal means', () => {
    const text = sentence({ status: 'error', refused: refused() });
    expect(text).toBe(sentenceOf(reasonOfRefusal(refused())));
  });

  describe('of an interruption', () => {
    const interrupted: Verdict = { status: 'interrupted' };

    it('says that the scan continues, and how to wait for it later', () => {
      expect(sentence(interrupted)).toBe(
        'The step was interrupted, and scan scan-1 continues on the platform: ' +
          'to wait for it later, set `scan` to its ID.',
      );
    });

    it('does not suggest `scan` for several images, because it takes one', () => {
      expect(sentence(interrupted, {}, { imageIds: ['a', 'b'] })).toBe(
        'The step was interrupted, and scan scan-1 continues on the platform: ' +
          'run the job again to wait for it.',
      );
    });

    it('says nothing of a scan that was never seen', () => {
      expect(sentence(interrupted, UNSEEN)).toBe(
        'The step was interrupted before a scan was seen: run the job again.',
      );
    });
  });

  describe('when time was up', () => {
    const timedOut: Verdict = { status: 'timed-out' };
    const RAISE =
      'raise `timeout` and the `timeout-minutes` of the job, or use `on-timeout: defer`.';
    const LOOK =
      'look at the scan in the Binarly dashboard, and check for a newer version of this action.';
    const AFTER = 'after 2 h (`timeout`)';

    it.each([
      ['running', `Scan scan-1 was still running ${AFTER}: ${RAISE}`],
      [undefined, `Scan scan-1 had no known state ${AFTER}: ${RAISE}`],
      ['no_scans', `Scan scan-1 had no known state ${AFTER}: ${RAISE}`],
      ['paused', `Scan scan-1 was in the undocumented state "paused" ${AFTER}: ${LOOK}`],
      ['constructor', `Scan scan-1 was in the undocumented state "constructor" ${AFTER}: ${LOOK}`],
      [HOSTILE, `Scan scan-1 was in the undocumented state "${TAMED}" ${AFTER}: ${LOOK}`],
    ])('names the last known state, %j', (lastKnownState, text) => {
      expect(sentence(timedOut, { lastKnownState })).toBe(text);
    });

    it('does not advise to defer a wait that could not be deferred', () => {
      expect(sentence(timedOut, {}, { onTimeout: 'defer' })).toBe(
        `Scan scan-1 was still in_progress ${AFTER}: ` +
          'raise `timeout` and the `timeout-minutes` of the job.',
      );
    });

    it('names the last known state even if the platform has none to give now', () => {
      const text = sentence(timedOut, { lastState: 'status_unavailable', lastKnownState: 'new' });
      expect(text).toContain('was still new');
    });

    it('says so if the last poll failed', () => {
      expect(sentence(timedOut, { outage: failedPolls() })).toContain(
        `was still in_progress ${AFTER}, and the last poll failed (HTTP 502): `,
      );
    });

    it('mentions the only poll if there was only one', () => {
      expect(sentence(timedOut, {}, { timeoutMs: 0 })).toContain(
        'Scan scan-1 was in_progress at the only poll (`timeout` is 0s): ',
      );
    });

    it('shows a timeout of less than a second as it was set', () => {
      expect(sentence(timedOut, {}, { timeoutMs: 200 })).toContain('after 0.2 s (`timeout`):');
    });
  });

  describe('without a scan', () => {
    const noScan: Verdict = { status: 'no-scan' };
    const given = { createdAfter: instant('2026-01-26T15:30:00Z') };

    it.each<[string, Partial<ImageRecord>, Partial<Settings>, string]>([
      [
        'the newest one',
        { absent: EMPTY },
        {},
        `No scan of image image-1 was found (${describeAbsence(EMPTY.cause)}): check that ` +
          'the upload succeeded and started a scan, and that `product` and `image` are right.',
      ],
      [
        'a young one',
        { absent: EMPTY },
        given,
        `No scan of image image-1 was found (${describeAbsence(EMPTY.cause)}): check that ` +
          'a scan was started after `created-after`, and that `product` and `image` are right.',
      ],
      [
        'a young one, long before there is any',
        { absent: { ...EMPTY, dateMs: Date.parse('2026-01-26T15:30:00Z') } },
        given,
        `No scan of image image-1 was found (${describeAbsence(EMPTY.cause)}): check that ` +
          'a scan was started after `created-after`, and that `product` and `image` are right.',
      ],
      [
        'one from the future',
        { absent: { ...EMPTY, dateMs: Date.parse('2026-01-26T15:20:00Z') } },
        given,
        `No scan of image image-1 was found (${describeAbsence(EMPTY.cause)}): ` +
          '`created-after` is in the future by the clock of the platform ' +
          '(2026-01-26 15:20:00 UTC), so check the clock of the machine that it comes from.',
      ],
      [
        'the one given',
        { absent: EMPTY },
        { scanId: 'scan-9' },
        `Scan scan-9 of image image-1 was not found (${describeAbsence(EMPTY.cause)}): ` +
          'check that `scan`, `image` and `product` belong together.',
      ],
    ])('says what was looked for and what to check: %s', (_, known, wait, text) => {
      expect(sentence(noScan, { ...UNSEEN, ...known }, wait)).toBe(text);
    });

    it('says so if the last poll failed', () => {
      const text = sentence(noScan, { ...UNSEEN, absent: EMPTY, outage: failedPolls() });
      expect(text).toContain('), and the last poll failed (HTTP 502): ');
    });

    it('gives no cause that the API did not give', () => {
      expect(sentence(noScan, UNSEEN)).toContain('image image-1 was found: ');
    });

    it('is one printable line whatever the IDs are', () => {
      const imageId = `::error::${'x'.repeat(1_000_000)}`;
      const text = sentence(noScan, { ...UNSEEN, imageId }, { scanId: HOSTILE });
      expect(text).toContain(
        `Scan ${TAMED} of image : :error::${'x'.repeat(190)}… was not found: `,
      );
    });
  });
});

describe('linesOfProblems', () => {
  const short = { input: 'poll-interval', kind: 'invalid', text: '"0s" is too short' } as const;
  const empty = { input: 'token', kind: 'missing-credential', text: 'is empty' } as const;

  it('has a headline and a line for each problem', () => {
    expect(linesOfProblems([empty, short])).toEqual([
      '2 inputs are invalid',
      '`token` is empty',
      '`poll-interval` "0s" is too short',
    ]);
  });

  it('counts an input with two problems once', () => {
    expect(linesOfProblems([short, { ...short, text: 'is odd' }])).toEqual([
      'One input is invalid',
      '`poll-interval` "0s" is too short',
      '`poll-interval` is odd',
    ]);
  });
});

describe('reasonOfCrash', () => {
  it('names what was thrown and asks for a report if it comes back', () => {
    expect(sentenceOf(reasonOfCrash(new TypeError('x is not a function')))).toBe(
      'Unexpected error in this action (TypeError: x is not a function): run the job again, ' +
        'and if it fails again, report this sentence to the maintainers.',
    );
  });
});

describe('describeThrown', () => {
  it.each([
    ['an error', new Error('a\n::error::b'), 'Error: a ::error::b'],
    ['null', null, 'null'],
    ['undefined', undefined, 'undefined'],
    ['a number', 5, '5'],
    ['a symbol', Symbol('s'), 'Symbol(s)'],
    ['a megabyte', 'x'.repeat(1_000_000), `${'x'.repeat(200)}…`],
    ['an object without a prototype', Object.create(null), 'a value that cannot be printed'],
  ])('makes one printable line of %s', (_, thrown, text) => {
    expect(describeThrown(thrown)).toBe(text);
  });
});

describe('scanName', () => {
  it('is the scan that was seen, else the one that was given', () => {
    expect(scanName(record(), { scanId: 'scan-9' })).toBe('scan scan-1');
    expect(scanName(record(UNSEEN), { scanId: 'scan-9' })).toBe('scan scan-9');
    expect(scanName(record(UNSEEN), { scanId: undefined })).toBe('the scan');
  });
});

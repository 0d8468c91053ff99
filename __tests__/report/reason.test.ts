import { describe, expect, it } from 'vitest';
import type { Trouble } from '../../src/binarly/answer.ts';
import {
  describe as describeCause,
  reasonOf,
  reasonOfCrash,
  reasonOfProblems,
  scanName,
  sentenceOf,
} from '../../src/report/reason.ts';
import type { Outcome, Wait } from '../../src/wait/image.ts';
import type { Verdict } from '../../src/wait/verdict.ts';
import { instant, outcome, progress, scan, settings, wait } from '../support/builders.ts';

const TROUBLE: Trouble = {
  kind: 'trouble',
  detail: 'HTTP 502',
  contact: 'unclear',
  retryAfterMs: undefined,
};
const UNSEEN = progress({ scan: undefined, stateText: undefined });
const RAISE =
  'raise `timeout`, and the `timeout-minutes` of the job with it, or look at the scan in the Binarly dashboard';
const LOOK = 'look at the scan in the Binarly dashboard, and for a newer version of this action';

function inState(type: string | undefined) {
  return progress({
    scan: scan({ state: type === undefined ? undefined : { type, since: undefined } }),
    stateText: type,
  });
}

function told(ending: Outcome, given: Wait): string {
  const reason = reasonOf(ending, given);
  return reason === undefined ? '' : sentenceOf(reason);
}

describe('reasonOf', () => {
  it.each<[Verdict, string]>([
    [{ status: 'completed' }, ''],
    [
      { status: 'failed' },
      'Scan scan-1 failed on the platform: see why in the Binarly dashboard, then start a new scan.',
    ],
    [
      { status: 'cancelled' },
      'Scan scan-1 was cancelled on the platform: start a new scan, unless that was meant.',
    ],
    [
      { status: 'unavailable', trouble: TROUBLE, forMs: 900_000, contact: true },
      'The API told nothing of scan scan-1 for 15 min (last: HTTP 502): run the job again once it does, or raise `max-outage` or `timeout`.',
    ],
    [
      { status: 'unavailable', trouble: TROUBLE, forMs: 120_000, contact: false },
      'The API has not answered for 2 min (last: HTTP 502): check `api-url`, and that the runner may connect to it.',
    ],
    [
      { status: 'unavailable', trouble: TROUBLE, forMs: 999, contact: false },
      'The API has not answered (last: HTTP 502): check `api-url`, and that the runner may connect to it.',
    ],
    [
      {
        status: 'error',
        refusal: {
          kind: 'refusal',
          detail: 'the API refused the request (HTTP 401)',
          advice: 'check `token`',
        },
      },
      'The API refused the request (HTTP 401): check `token`.',
    ],
  ])('of %j', (verdict, sentence) => {
    expect(told(outcome(verdict), wait())).toBe(sentence);
  });

  it('of an interruption speaks of the scan that goes on', () => {
    const sentence = told(outcome({ status: 'interrupted' }), wait());
    expect(sentence).toBe(
      'The step was interrupted, and scan scan-1 goes on without it: to wait for it later, give its ID as `scan`.',
    );
  });

  it('of an interruption says of no unseen scan that it goes on', () => {
    const sentence = told(outcome({ status: 'interrupted' }, { progress: UNSEEN }), wait());
    expect(sentence).toBe(
      'The step was interrupted before a scan was seen: run the job again to wait for one.',
    );
  });

  describe('when time was up', () => {
    const timedOut: Verdict = { status: 'timed-out', trouble: undefined };
    const troubled: Verdict = { status: 'timed-out', trouble: TROUBLE };
    const AFTER = 'when time was up after 2 h';
    const LEARNED_NOTHING = 'and the last poll learned nothing (HTTP 502)';

    it.each([
      [
        'a pending state',
        timedOut,
        inState('running'),
        `Scan scan-1 was still running ${AFTER}: ${RAISE}.`,
      ],
      [
        'an outage',
        troubled,
        inState('running'),
        `Scan scan-1 was still running ${AFTER}, ${LEARNED_NOTHING}: ${RAISE}.`,
      ],
      [
        'no state',
        timedOut,
        inState(undefined),
        `Scan scan-1 had no known state ${AFTER}: ${RAISE}.`,
      ],
      [
        'an undocumented state',
        timedOut,
        inState('paused'),
        `Scan scan-1 was in the undocumented state "paused" ${AFTER}: ${LOOK}.`,
      ],
      [
        'an undocumented state in an outage',
        troubled,
        inState('paused'),
        `Scan scan-1 was in the undocumented state "paused" ${AFTER}, ${LEARNED_NOTHING}: ${LOOK}.`,
      ],
      [
        'the state `constructor`',
        timedOut,
        inState('constructor'),
        `Scan scan-1 was in the undocumented state "constructor" ${AFTER}: ${LOOK}.`,
      ],
      [
        'an undocumented state, and then no more state',
        troubled,
        { ...inState(undefined), stateText: 'paused' },
        `Scan scan-1 was in the undocumented state "paused" ${AFTER}, ${LEARNED_NOTHING}: ${LOOK}.`,
      ],
      [
        'an undocumented state, and then `status_unavailable` in place of the scan',
        troubled,
        { ...inState('paused'), stateText: 'status_unavailable' },
        `Scan scan-1 was in the undocumented state "paused" ${AFTER}, ${LEARNED_NOTHING}: ${LOOK}.`,
      ],
      [
        'a pending state, and then `status_unavailable` in place of the scan',
        troubled,
        { ...inState('running'), stateText: 'status_unavailable' },
        `Scan scan-1 was still running ${AFTER}, ${LEARNED_NOTHING}: ${RAISE}.`,
      ],
    ])('names %s', (_, verdict, known, sentence) => {
      expect(told(outcome(verdict, { progress: known }), wait())).toBe(sentence);
    });
  });

  it('speaks of the only poll where there was one', () => {
    const sentence = told(
      outcome({ status: 'timed-out', trouble: undefined }),
      wait({ timeoutMs: 0 }),
    );
    expect(sentence).toBe(`Scan scan-1 was still in_progress at the only poll: ${RAISE}.`);
  });

  describe('without a scan', () => {
    const empty: Verdict = {
      status: 'no-scan',
      detail: 'the list of scans is empty',
      trouble: undefined,
    };
    const silent: Verdict = { status: 'no-scan', detail: undefined, trouble: TROUBLE };
    const UPLOAD =
      'check that the upload succeeded, that it started a scan, and that `product` and `image` are right';
    it.each([
      [
        'any',
        empty,
        {},
        `No scan of image image-1 was seen (the list of scans is empty): ${UPLOAD}.`,
      ],
      [
        'any, in an outage',
        silent,
        {},
        `No scan of image image-1 was seen, and the last poll learned nothing (HTTP 502): ${UPLOAD}.`,
      ],
      [
        'a young one',
        empty,
        { createdAfter: instant('2026-01-26T15:30:00Z') },
        'No scan of image image-1 was seen (the list of scans is empty): check that a scan was started after `created-after`, and that `product` and `image` are right.',
      ],
      [
        'the one given',
        { ...empty, detail: 'the API answered HTTP 404: gone' },
        { scanId: 'scan-9' },
        'Scan scan-9 of image image-1 was not found (the API answered HTTP 404: gone): check that `scan`, `image` and `product` belong together.',
      ],
    ] as const)('tells what to check: %s', (_, verdict, given, sentence) => {
      expect(told(outcome(verdict, { progress: UNSEEN }), wait(given))).toBe(sentence);
    });
  });

  it('is one printable line, whatever the IDs and states are', () => {
    const hostile = wait({
      imageIds: [`::error::${'x'.repeat(1_000_000)}`],
      scanId: '\n::error::\u202e##[x]',
    });
    const unseen = outcome(
      { status: 'no-scan', detail: undefined, trouble: undefined },
      { progress: UNSEEN },
    );
    expect(told(unseen, hostile)).toBe(
      `Scan : :error:: # #[x] of image : :error::${'x'.repeat(190)}… was not found: check that \`scan\`, \`image\` and \`product\` belong together.`,
    );
    const odd = outcome(
      { status: 'timed-out', trouble: undefined },
      { progress: inState('\n::add-mask::x\x1b[31m') },
    );
    expect(told(odd, wait({ timeoutMs: 60_000 }))).toBe(
      `Scan scan-1 was in the undocumented state ": :add-mask::x [31m" when time was up after 1 min: ${LOOK}.`,
    );
  });
});

describe('reasonOfProblems', () => {
  const short = { input: 'poll-interval', kind: 'invalid', text: '"0s" is too short' } as const;
  it.each([
    ['one', [short], 'One input is unusable: `poll-interval` "0s" is too short.'],
    [
      'two',
      [{ input: 'token', kind: 'missing', text: 'is empty' }, short],
      '2 inputs are unusable: `token` is empty; `poll-interval` "0s" is too short.',
    ],
    [
      'one input with two problems',
      [
        { input: 'created-after', kind: 'invalid', text: '"x" is no time' },
        { input: 'created-after', kind: 'invalid', text: 'does not go with `scan`' },
      ],
      'One input is unusable: `created-after` "x" is no time; `created-after` does not go with `scan`.',
    ],
  ] as const)('lists %s', (_, problems, sentence) => {
    expect(reasonOfProblems(problems)).toBe(sentence);
  });
});

describe('reasonOfCrash', () => {
  it.each([
    [new TypeError('x is not a function'), 'TypeError: x is not a function'],
    ['a string', 'a string'],
    [undefined, 'undefined'],
    [new Error('a\n::error::b'), 'Error: a ::error::b'],
    [Object.create(null), 'a value that cannot be printed'],
  ])('tells of %s', (cause, told) => {
    expect(sentenceOf(reasonOfCrash(cause))).toBe(
      `This action met an error that it does not know (${told}): run the job again, and report this sentence to the maintainers of the action if it comes back.`,
    );
  });
});

describe('describe', () => {
  it.each([
    [new Error('no'), 'Error: no'],
    [null, 'null'],
    [5, '5'],
    [Symbol('s'), 'Symbol(s)'],
    ['x'.repeat(1_000_000), `${'x'.repeat(200)}…`],
    [
      {
        toString: () => {
          throw new Error('no');
        },
      },
      'a value that cannot be printed',
    ],
  ])('prints whatever is thrown, case %#', (cause, text) => {
    expect(describeCause(cause)).toBe(text);
  });
});

describe('scanName', () => {
  it.each([
    ['scan-1', progress(), settings({ scanId: 'scan-1' }), 'scan scan-1'],
    ['the one found', progress(), settings(), 'scan scan-1'],
    ['the one given', UNSEEN, settings({ scanId: 'scan-9' }), 'scan scan-9'],
    ['an unknown one', UNSEEN, settings(), 'the scan'],
  ])('names %s', (_, known, wait, name) => {
    expect(scanName(known, wait)).toBe(name);
  });
});

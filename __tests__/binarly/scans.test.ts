import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNewestScan, readScan } from '../../src/binarly/scans.ts';
import { classifyState, finishedAt, isTerminal } from '../../src/model/scan.ts';
import { instant, scanIn } from '../support/builders.ts';

const CREATED = '2026-01-26T15:30:01Z';

/** An entry as the API gives it. */
function entry(id: unknown, createTime: unknown = CREATED, type: unknown = 'in_progress') {
  return { id, createTime, latestScanState: { type } };
}

/** The ID of the newest scan, or the whole answer if that is not a scan. */
function newestId(entries: readonly unknown[], createdAfter?: string) {
  const answer = readNewestScan(
    { scans: entries },
    createdAfter === undefined ? undefined : instant(createdAfter),
  );
  return answer.kind === 'found' ? answer.value.id : answer;
}

function found(scan: object) {
  return { kind: 'found', value: scan };
}

/** A failure that shows the API. */
function failure(type: string, more: object = {}) {
  return { kind: 'failed', endpoint: 'api', cause: { type }, reached: 'api', ...more };
}

/** A failure that perhaps another server caused. */
function unclear(cause: object) {
  return { kind: 'failed', endpoint: 'api', cause, reached: 'unclear' };
}

const NO_SCANS = { kind: 'absent', cause: { type: 'no-scans' }, state: 'no_scans' };
const UNAVAILABLE = failure('status-unavailable', { state: 'status_unavailable' });
const UNRANKED = failure('unrankable-scan');
const WITHOUT_ID = unclear({ type: 'scan-without-id' });

/** Bodies that are not an object; an array is one, without an ID. */
const NO_OBJECTS = [null, undefined, true, 5, 'completed'];
/** What cannot be an ID. */
const NO_IDS = [undefined, null, 5, {}, '', '.', '..', '\ud800', 'x'.repeat(201), 'a b', '`a`'];

describe('classifyState', () => {
  it.each([
    ['new', 'pending'],
    ['in_progress', 'pending'],
    ['running', 'pending'],
    ['completed', 'completed'],
    ['done', 'completed'],
    ['failed', 'failed'],
    ['cancelled', 'cancelled'],
    ['no_scans', 'absent'],
    ['status_unavailable', 'unknown'],
    [undefined, 'unknown'],
    // In other cases and spellings.
    ['Completed', 'completed'],
    ['COMPLETED', 'completed'],
    ['Done', 'completed'],
    ['IN_PROGRESS', 'pending'],
    ['inProgress', 'pending'],
    ['In Progress', 'pending'],
    ['in-progress', 'pending'],
    ['Failed', 'failed'],
    ['noScans', 'absent'],
    ['STATUS_UNAVAILABLE', 'unknown'],
    // Not documented, but they can never turn green.
    ['canceled', 'cancelled'],
    ['Canceled', 'cancelled'],
    ['error', 'failed'],
    ['ERROR', 'failed'],
    ['aborted', 'failed'],
  ])('reads %s as %s', (type, meaning) => {
    expect(classifyState(type)).toBe(meaning);
  });

  it.each([
    '',
    ' completed',
    'com_pleted',
    'com pleted',
    'do-ne',
    'not_completed',
    'in__progress',
    'completed\n',
    'done.',
    'queued',
    'success',
    'constructor',
    '__proto__',
    'toString',
    'has',
    'completed\u200b',
    'c\u043empleted',
  ])('reads %j as undocumented', (type) => {
    expect(classifyState(type)).toBe('undocumented');
  });

  it('reads no other word as success', () => {
    const character = fc.constantFrom(...'completedDONE \u017f\u212a_-.');
    const words = fc.oneof(fc.string(), fc.string({ unit: character, maxLength: 12 }));
    fc.assert(
      fc.property(
        words.filter((type) => !/^(completed|done)$/i.test(type)),
        (type) => {
          expect(classifyState(type)).not.toBe('completed');
        },
      ),
    );
  });
});

describe('readScan', () => {
  it('reads ID, creation time and state, and ignores the rest', () => {
    const state = {
      type: 'completed',
      createTime: '2026-01-26T15:40:00Z',
      updateTime: '2026-01-26T15:41:00Z',
      by: 1,
    };
    const json = {
      id: 'scan-1',
      createTime: CREATED,
      latestScanState: state,
      author: 'user@a.example',
      parent: null,
    };
    expect(readScan(json, 'scan-1')).toEqual(
      found({
        id: 'scan-1',
        createTime: instant(CREATED),
        state: {
          type: 'completed',
          since: instant('2026-01-26T15:40:00Z'),
          changed: instant('2026-01-26T15:41:00Z'),
        },
      }),
    );
  });

  it.each([
    [{ updateTime: '2026-01-26T15:41:00Z' }, '2026-01-26T15:41:00Z'],
    [{ createTime: 'soon', updateTime: '2026-01-26T15:41:00Z' }, '2026-01-26T15:41:00Z'],
    [{ createTime: null, updateTime: 5 }, undefined],
    [{}, undefined],
  ])('dates the state %j by its update if it has no creation', (times, since) => {
    const reading = readScan(
      { id: 'scan-1', latestScanState: { type: 'done', ...times } },
      'scan-1',
    );
    const state = { type: 'done', since: since && instant(since) };
    expect(reading).toEqual(found({ id: 'scan-1', createTime: undefined, state }));
  });

  it.each([undefined, null, 'completed', [], {}, { type: null }, { type: ['completed'] }])(
    'reads the state %j as none',
    (latestScanState) => {
      const reading = readScan({ id: 'scan-1', createTime: CREATED, latestScanState }, 'scan-1');
      const createTime = instant(CREATED);
      expect(reading).toEqual(found({ id: 'scan-1', createTime, state: undefined }));
    },
  );

  it.each(['__proto__', 'constructor', 'a/b', 'a.b:c~d-e_f'])(
    'treats %j as an ID and as a state like any other',
    (text) => {
      const json: unknown = JSON.parse(JSON.stringify(entry(text, undefined, text)));
      const state = { type: text, since: undefined };
      expect(readScan(json, text)).toEqual(
        found({ id: text, createTime: instant(CREATED), state }),
      );
    },
  );

  it('reduces a resource name to the ID', () => {
    const json = entry('products/p/images/i/scans/scan-1', CREATED, 'completed');
    expect(readScan(json, 'scan-1')).toMatchObject(found({ id: 'scan-1' }));
    expect(newestId([json])).toBe('scan-1');
  });

  it('reads no state from the prototype of a body', () => {
    const json: unknown = JSON.parse(
      '{"id": "scan-1", "__proto__": {"latestScanState": {"type": "completed"}}}',
    );
    expect(readScan(json, 'scan-1')).toMatchObject(found({ state: undefined }));
  });

  it('treats `no_scans` as no scan, even with an ID', () => {
    expect(readScan(entry('s1', CREATED, 'no_scans'), 's1')).toEqual(NO_SCANS);
  });

  it('fails for the body of another scan', () => {
    const reading = readScan(entry('scan-2', CREATED, 'completed'), 'scan-1');
    expect(reading).toEqual(failure('other-scan'));
  });

  it('knows a ULID in another case', () => {
    const ulid = '01JZ30CYZY52F5BPR3AAJ2DP89';
    const reading = readScan(entry(ulid, CREATED, 'completed'), ulid.toLowerCase());
    expect(reading).toMatchObject({ kind: 'found', value: { state: { type: 'completed' } } });
  });

  it.each(NO_IDS)('fails for a completed scan with the unreadable ID %.20j', (id) => {
    expect(readScan(entry(id, CREATED, 'completed'), 'scan-1')).toEqual(WITHOUT_ID);
  });

  it.each(NO_OBJECTS)('does not accept %j as a scan', (json) => {
    expect(readScan(json, 'scan-1')).toEqual(
      unclear({ type: 'unexpected-answer', expected: 'scan' }),
    );
  });

  it.each([
    [{ latestScanState: { type: 'no_scans' } }, NO_SCANS],
    [{ latestScanState: { type: 'status_unavailable' } }, UNAVAILABLE],
    [{ latestScanState: { type: 'completed' } }, WITHOUT_ID],
    [{ latestScanState: { type: 'constructor' } }, WITHOUT_ID],
    [{ latestScanState: {} }, WITHOUT_ID],
    [{}, WITHOUT_ID],
    [[], WITHOUT_ID],
  ])('reads %j, which has no ID', (json, reading) => {
    expect(readScan(json, 'scan-1')).toEqual(reading);
  });
});

describe('readNewestScan', () => {
  it('reads the newest scan whole', () => {
    const old = entry('scan-1', '2026-01-25T15:30:01Z', 'completed');
    expect(readNewestScan({ scans: [old, entry('scan-2')] }, undefined)).toEqual(
      found({
        id: 'scan-2',
        createTime: instant(CREATED),
        state: { type: 'in_progress', since: undefined },
      }),
    );
  });

  it('lets the ID break a tie', () => {
    expect(newestId([entry('01B'), entry('01C'), entry('01A')])).toBe('01C');
  });

  it.each([
    ['2026-01-26T15:30:01.000000002Z', '2026-01-26T15:30:01.000000001Z'],
    ['2026-01-26T15:30:02Z', '2026-01-26T16:30:01+01:00'],
  ])('compares times to the nanosecond, not text: %s is newer than %s', (newer, older) => {
    const list = [entry('a', newer), entry('b', older)];
    expect(newestId(list)).toBe('a');
    expect(newestId(list.reverse())).toBe('a');
  });

  it('finds the greatest by time, then ID, whatever the order of the list', () => {
    const time = fc.integer({ min: 0, max: 3 }).map((second) => `2026-01-26T15:30:0${second}Z`);
    const id = fc.stringMatching(/^[A-Za-z0-9_~-]{1,5}$/);
    const scans = fc.uniqueArray(fc.tuple(id, time), {
      minLength: 1,
      selector: ([text]) => text,
    });
    const shuffled = scans.chain((list) => fc.shuffledSubarray(list, { minLength: list.length }));
    fc.assert(
      fc.property(shuffled, (list) => {
        const ranked = list.map(([text, createTime]) => ({ text, rank: `${createTime} ${text}` }));
        const [greatest] = ranked.sort((one, other) => (one.rank < other.rank ? 1 : -1));
        const entries = list.map(([text, createTime]) => entry(text, createTime));
        expect(newestId(entries)).toBe(greatest?.text);
      }),
    );
  });

  it('fails for a list that has one scan in two states', () => {
    const twice = [entry('a', CREATED, 'completed'), entry('a', CREATED, 'in_progress')];
    const expected = failure('scan-listed-twice');
    expect([newestId(twice), newestId(twice.toReversed())]).toEqual([expected, expected]);
    expect(newestId([entry('a'), entry('a')])).toBe('a');
    const [upper, lower] = ['01JZ30CYZY52F5BPR3AAZZZZZZ', '01jz30cyzy52f5bpr3aazzzzzz'];
    const cases = [entry(upper, CREATED, 'completed'), entry(lower, CREATED, 'in_progress')];
    expect([newestId(cases), newestId(cases.toReversed())]).toEqual([expected, expected]);
  });

  it('cannot rank a scan whose time was never set', () => {
    const scans = [entry('a', CREATED, 'completed'), entry('b', '0001-01-01T00:00:00Z')];
    expect(newestId(scans)).toEqual(UNRANKED);
  });

  it('finds no scan in an empty list', () => {
    expect(newestId([])).toEqual({ kind: 'absent', cause: { type: 'empty-list' } });
    // Go writes an empty list so.
    const ofGo = readNewestScan({ scans: null }, undefined);
    expect(ofGo).toEqual({ kind: 'absent', cause: { type: 'empty-list' } });
    const withToken = readNewestScan({ scans: null, nextPageToken: 'x' }, undefined);
    expect(withToken).toEqual(failure('paged-list'));
  });

  describe('with `created-after`', () => {
    const OLDER = expect.objectContaining({
      cause: expect.objectContaining({ type: 'all-too-old' }) as object,
    }) as object;
    it.each([
      ['2026-01-26T15:30:01Z', 'scan-1'],
      ['2026-01-26T16:30:01+01:00', 'scan-1'],
      ['2026-01-26T15:30:01.000000001Z', OLDER],
      ['2026-01-27T00:00:00Z', OLDER],
    ])('%s ignores scans created before it', (createdAfter, expected) => {
      expect(
        newestId([entry('scan-0', '2026-01-25T00:00:00Z'), entry('scan-1')], createdAfter),
      ).toEqual(expected);
    });

    it('has both times if every scan was created before it', () => {
      const list = [entry('scan-0', '2026-01-25T00:00:00Z'), entry('scan-1')];
      expect(newestId(list, '2026-01-27T00:00:00+01:00')).toEqual({
        kind: 'absent',
        cause: { type: 'all-too-old', createdAfter: '2026-01-27T00:00:00+01:00', newest: CREATED },
      });
    });

    it('an old scan that is listed in two states does not matter', () => {
      const old = '2026-01-25T00:00:00Z';
      const list = [entry('a', old, 'completed'), entry('a', old, 'failed'), entry('scan-1')];
      expect(newestId(list, CREATED)).toBe('scan-1');
      expect(newestId(list.slice(0, 2), CREATED)).toMatchObject(OLDER);
    });

    it('a lone scan without a readable time cannot be ranked', () => {
      for (const createTime of [null, 5, 'yesterday'])
        expect(newestId([entry('scan-1', createTime, 'completed')], CREATED)).toEqual(UNRANKED);
    });

    it('even an old entry that cannot be ranked makes the list unreadable', () => {
      expect(
        newestId([entry('scan-1'), entry(undefined, '2020-01-01T00:00:00Z')], CREATED),
      ).toEqual(UNRANKED);
    });
  });

  describe('with entries that say something else', () => {
    it.each([
      [{ latestScanState: { type: 'no_scans' } }, NO_SCANS],
      [entry('scan-1', CREATED, 'no_scans'), NO_SCANS],
      [{ latestScanState: { type: 'status_unavailable' } }, UNAVAILABLE],
      [{ id: 'scan-1', latestScanState: { type: 'status_unavailable' } }, UNAVAILABLE],
      [{ latestScanState: { type: 'completed' } }, UNRANKED],
      [{ id: 'scan-1', latestScanState: { type: 'completed' } }, 'scan-1'],
      [entry('scan-1', 'yesterday'), 'scan-1'],
      [entry('scan-1', 1_769_441_401, 'completed'), 'scan-1'],
      [{}, UNRANKED],
      [[], UNRANKED],
    ])('reads %j if it is alone in the list', (lone, reading) => {
      expect(newestId([lone])).toEqual(reading);
    });

    it.each([
      { latestScanState: { type: 'no_scans' } },
      { latestScanState: { type: 'status_unavailable' } },
      { id: 'scan-9' },
      entry('scan-9', 'yesterday'),
      entry('scan-9', '2026-02-30T00:00:00Z'),
      entry('scan-9', 1_769_441_401),
      ...NO_IDS.map((id) => entry(id)),
    ])('fails for a list with %.60j beside a completed scan', (odd) => {
      const completed = entry('scan-1', CREATED, 'completed');
      expect(newestId([completed, odd])).toEqual(UNRANKED);
      expect(newestId([odd, completed])).toEqual(UNRANKED);
    });

    it('ranks `status_unavailable` with an ID and a time like any scan', () => {
      const lone = [entry('scan-1', CREATED, 'status_unavailable')];
      expect(newestId(lone)).toBe('scan-1');
      expect(newestId([...lone, entry('scan-0', '2026-01-25T00:00:00Z', 'completed')])).toBe(
        'scan-1',
      );
    });
  });

  it.each([
    { nextPageToken: 'x' },
    { next_page_token: 'x' },
    { nextPageToken: 5 },
    { next_page_token: { token: 'x' } },
  ])('fails for a list that continues on another page: %j', (token) => {
    const scans = [entry('scan-1', CREATED, 'completed')];
    expect(readNewestScan({ scans, ...token }, undefined)).toEqual(failure('paged-list'));
    expect(readNewestScan({ scans: [], ...token }, undefined)).toEqual(failure('paged-list'));
  });

  it.each([{ nextPageToken: '' }, { next_page_token: '' }, { nextPageToken: null }])(
    'treats a list as complete if its token is empty: %j',
    (token) => {
      const list = { scans: [entry('scan-1')], ...token };
      expect(readNewestScan(list, undefined)).toMatchObject(found({ id: 'scan-1' }));
    },
  );

  it.each([
    ...NO_OBJECTS,
    [],
    {},
    { scans: {} },
    { scans: 'completed' },
    { scans: [null] },
    { scans: ['completed'] },
    { scans: [entry('scan-1', CREATED, 'completed'), 5] },
    { Scans: [] },
  ])('does not take %j for a list of scans', (json) => {
    expect(readNewestScan(json, undefined)).toEqual(
      unclear({ type: 'unexpected-answer', expected: 'scans' }),
    );
  });
});

describe('isTerminal', () => {
  it('knows the states that end a scan', () => {
    const states = [
      'completed',
      'failed',
      'cancelled',
      'pending',
      'absent',
      'unknown',
      'undocumented',
    ] as const;
    expect(states.filter(isTerminal)).toEqual(['completed', 'failed', 'cancelled']);
  });
});

describe('finishedAt', () => {
  it('gives the time of a terminal state, and nothing otherwise', () => {
    const { state } = scanIn('done');
    expect(finishedAt(scanIn('done'))).toBe(state?.since?.text);
    const timeless = { ...scanIn('done'), state: { type: 'done', since: undefined } };
    for (const scan of [scanIn('running'), scanIn(undefined), timeless, undefined])
      expect(finishedAt(scan)).toBe('');
  });
});

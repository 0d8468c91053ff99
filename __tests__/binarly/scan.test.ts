import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meaningOf, readNewest, readScan } from '../../src/binarly/scan.ts';
import { instant } from '../support/builders.ts';

const CREATED = '2026-01-26T15:30:01Z';

/** An entry as the API gives it. */
function entry(id: unknown, createTime: unknown = CREATED, type: unknown = 'in_progress') {
  return { id, createTime, latestScanState: { type } };
}

function newestId(entries: readonly unknown[], createdAfter?: string) {
  const reading = readNewest(
    { scans: entries },
    createdAfter === undefined ? undefined : instant(createdAfter),
  );
  return reading.kind === 'scan' ? reading.scan.id : reading;
}

function nothing(detail: string) {
  return { kind: 'nothing', detail, foreign: false };
}

function foreign(detail: string) {
  return { kind: 'nothing', detail, foreign: true };
}

const NO_SCANS = { kind: 'none', detail: 'the API reports `no_scans`', state: 'no_scans' };
const UNAVAILABLE = {
  ...nothing('the API reports `status_unavailable`'),
  state: 'status_unavailable',
};
const UNRANKED = nothing('a scan in the list has no readable ID and creation time');

/** Bodies that are no object; an array is one, without an ID. */
const NO_OBJECTS = [null, undefined, true, 5, 'completed'];
/** What cannot be an ID. */
const NO_IDS = [undefined, null, 5, {}, '', '.', '..', '\ud800', 'x'.repeat(1001)];

describe('meaningOf', () => {
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
  ])('%s means %s', (type, meaning) => {
    expect(meaningOf(type)).toBe(meaning);
  });

  it.each([
    '',
    'Completed',
    'COMPLETED',
    ' completed',
    'completed\n',
    'done.',
    'canceled',
    'queued',
    'success',
    'constructor',
    '__proto__',
    'toString',
    'has',
    'completed\u200b',
    'c\u043empleted',
  ])('%j is undocumented', (type) => {
    expect(meaningOf(type)).toBe('undocumented');
  });

  it('knows no other word for success', () => {
    fc.assert(
      fc.property(
        fc.string().filter((type) => type !== 'completed' && type !== 'done'),
        (type) => {
          expect(meaningOf(type)).not.toBe('completed');
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
    expect(readScan(json, 'scan-1')).toEqual({
      kind: 'scan',
      scan: {
        id: 'scan-1',
        createTime: instant(CREATED),
        state: { type: 'completed', since: instant('2026-01-26T15:40:00Z') },
      },
    });
  });

  it.each([
    [{ updateTime: '2026-01-26T15:41:00Z' }, '2026-01-26T15:41:00Z'],
    [{ createTime: 'soon', updateTime: '2026-01-26T15:41:00Z' }, '2026-01-26T15:41:00Z'],
    [{ createTime: null, updateTime: 5 }, undefined],
    [{}, undefined],
  ])('dates the state %j by its update where it has no creation', (times, since) => {
    const reading = readScan(
      { id: 'scan-1', latestScanState: { type: 'done', ...times } },
      'scan-1',
    );
    const state = { type: 'done', since: since && instant(since) };
    expect(reading).toEqual({ kind: 'scan', scan: { id: 'scan-1', createTime: undefined, state } });
  });

  it.each([undefined, null, 'completed', [], {}, { type: null }, { type: ['completed'] }])(
    'takes the state %j for none',
    (latestScanState) => {
      const reading = readScan({ id: 'scan-1', createTime: CREATED, latestScanState }, 'scan-1');
      expect(reading).toEqual({
        kind: 'scan',
        scan: { id: 'scan-1', createTime: instant(CREATED), state: undefined },
      });
    },
  );

  it.each(['__proto__', 'constructor', 'a/b', '\n::error::', '<b>|`'])(
    'takes %j for an ID and for a state like any other',
    (text) => {
      const reading = readScan(JSON.parse(JSON.stringify(entry(text, undefined, text))), text);
      const state = { type: text, since: undefined };
      expect(reading).toEqual({
        kind: 'scan',
        scan: { id: text, createTime: instant(CREATED), state },
      });
    },
  );

  it('reads no state from the prototype of a body', () => {
    const json: unknown = JSON.parse(
      '{"id": "scan-1", "__proto__": {"latestScanState": {"type": "completed"}}}',
    );
    expect(readScan(json, 'scan-1')).toMatchObject({ kind: 'scan', scan: { state: undefined } });
  });

  it('takes `no_scans` for no scan, with an ID as well', () => {
    expect(readScan(entry('s1', CREATED, 'no_scans'), 's1')).toEqual(NO_SCANS);
  });

  it('learns nothing from the body of another scan', () => {
    const reading = readScan(entry('scan-2', CREATED, 'completed'), 'scan-1');
    expect(reading).toEqual(nothing('the answer is of another scan than the one asked for'));
  });

  it.each(NO_IDS)('learns nothing from a completed scan with the ID %.20j', (id) => {
    expect(readScan(entry(id, CREATED, 'completed'), 'scan-1')).toEqual(
      foreign('the answer is a scan without an ID'),
    );
  });

  it.each(NO_OBJECTS)('does not take %j for a scan', (json) => {
    expect(readScan(json, 'scan-1')).toEqual(foreign('the answer is not a scan'));
  });

  it.each([
    [{ latestScanState: { type: 'no_scans' } }, NO_SCANS],
    [{ latestScanState: { type: 'status_unavailable' } }, UNAVAILABLE],
    [{ latestScanState: { type: 'completed' } }, foreign('the answer is a scan without an ID')],
    [{ latestScanState: { type: 'constructor' } }, foreign('the answer is a scan without an ID')],
    [{ latestScanState: {} }, foreign('the answer is a scan without an ID')],
    [{}, foreign('the answer is a scan without an ID')],
    [[], foreign('the answer is a scan without an ID')],
  ])('reads %j, without an ID', (json, reading) => {
    expect(readScan(json, 'scan-1')).toEqual(reading);
  });
});

describe('readNewest', () => {
  it('reads the newest scan whole', () => {
    const old = entry('scan-1', '2026-01-25T15:30:01Z', 'completed');
    expect(readNewest({ scans: [old, entry('scan-2')] }, undefined)).toEqual({
      kind: 'scan',
      scan: {
        id: 'scan-2',
        createTime: instant(CREATED),
        state: { type: 'in_progress', since: undefined },
      },
    });
  });

  it('lets the ID break a tie', () => {
    expect(newestId([entry('01B'), entry('01C'), entry('01A')])).toBe('01C');
  });

  it.each([
    ['2026-01-26T15:30:01.000000002Z', '2026-01-26T15:30:01.000000001Z'],
    ['2026-01-26T15:30:02Z', '2026-01-26T16:30:01+01:00'],
  ])('compares moments, to the nanosecond, and not text: %s is newer than %s', (newer, older) => {
    const list = [entry('a', newer), entry('b', older)];
    expect(newestId(list)).toBe('a');
    expect(newestId(list.reverse())).toBe('a');
  });

  it('is the greatest by time, then ID, whatever the order of the list', () => {
    const time = fc.integer({ min: 0, max: 3 }).map((second) => `2026-01-26T15:30:0${second}Z`);
    const scans = fc.uniqueArray(fc.tuple(fc.string({ minLength: 1 }), time), {
      minLength: 1,
      selector: ([id]) => id,
    });
    const shuffled = scans.chain((list) => fc.shuffledSubarray(list, { minLength: list.length }));
    fc.assert(
      fc.property(
        shuffled.filter((list) => !list.some(([id]) => id === '.' || id === '..')),
        (list) => {
          const ranked = list.map(([id, createTime]) => ({ id, rank: `${createTime} ${id}` }));
          const [greatest] = ranked.sort((one, other) => (one.rank < other.rank ? 1 : -1));
          expect(newestId(list.map(([id, createTime]) => entry(id, createTime)))).toBe(
            greatest?.id,
          );
        },
      ),
    );
  });

  it('learns nothing from a list that has one scan in two states', () => {
    const twice = [entry('a', CREATED, 'completed'), entry('a', CREATED, 'in_progress')];
    const unclear = nothing('one scan is in the list twice, in two states');
    expect([newestId(twice), newestId(twice.toReversed())]).toEqual([unclear, unclear]);
    expect(newestId([entry('a'), entry('a')])).toBe('a');
  });

  it('says that an empty list has no scan', () => {
    expect(newestId([])).toEqual({ kind: 'none', detail: 'the list of scans is empty' });
  });

  describe('with `created-after`', () => {
    const OLDER = { kind: 'none', detail: 'every scan in the list is older than `created-after`' };
    it.each([
      ['2026-01-26T15:30:01Z', 'scan-1'],
      ['2026-01-26T16:30:01+01:00', 'scan-1'],
      ['2026-01-26T15:30:01.000000001Z', OLDER],
      ['2026-01-27T00:00:00Z', OLDER],
    ])('%s, a scan created before it does not count', (createdAfter, expected) => {
      expect(
        newestId([entry('scan-0', '2026-01-25T00:00:00Z'), entry('scan-1')], createdAfter),
      ).toEqual(expected);
    });

    it('an old entry that cannot be ranked still spoils the list', () => {
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
      [{ id: 'scan-1', latestScanState: { type: 'completed' } }, UNRANKED],
      [{}, UNRANKED],
      [[], UNRANKED],
    ])('reads %j alone', (lone, reading) => {
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
    ])('learns nothing from a list with %.60j beside a completed scan', (odd) => {
      const completed = entry('scan-1', CREATED, 'completed');
      expect(newestId([completed, odd])).toEqual(UNRANKED);
      expect(newestId([odd, completed])).toEqual(UNRANKED);
    });

    it('ranks `status_unavailable` with ID and time like any scan', () => {
      const lone = [entry('scan-1', CREATED, 'status_unavailable')];
      expect(newestId(lone)).toBe('scan-1');
      expect(newestId([...lone, entry('scan-0', '2026-01-25T00:00:00Z', 'completed')])).toBe(
        'scan-1',
      );
    });
  });

  it.each([
    ...NO_OBJECTS,
    [],
    {},
    { scans: null },
    { scans: {} },
    { scans: 'completed' },
    { scans: [null] },
    { scans: ['completed'] },
    { scans: [entry('scan-1', CREATED, 'completed'), 5] },
    { Scans: [] },
  ])('does not take %j for a list of scans', (json) => {
    expect(readNewest(json, undefined)).toEqual(foreign('the answer is not a list of scans'));
  });
});

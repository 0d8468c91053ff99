import { describe, expect, it } from 'vitest';
import { beginRecord, type ImageRecord } from '../../src/model/image-record.ts';
import { changesBetween } from '../../src/scan/timeline-changes.ts';
import { absent, failed, scan } from '../support/builders.ts';

const SCAN = scan();
const FAILURE = failed();

function outageOf(times: number) {
  return { failure: FAILURE, times, sinceMs: 4_000 };
}

/** What an answer at 10 s changed that turned one record into the other. */
function changes(before: Partial<ImageRecord>, after: Partial<ImageRecord>) {
  const one = { ...beginRecord('image-1'), ...before };
  return changesBetween(one, { ...one, ...after }, 10_000);
}

describe('changesBetween', () => {
  it('reports nothing if only the count of polls changed', () => {
    expect(changes({ scan: SCAN, lastState: 'running' }, { polls: 7 })).toEqual([]);
  });

  it('reports a scan when it is first seen, and then its state', () => {
    expect(changes({}, { scan: SCAN, lastState: 'new' })).toEqual([
      { kind: 'chosen', scan: SCAN },
      { kind: 'state', scan: SCAN, state: 'new' },
    ]);
  });

  it('reports a new state of a scan that was seen before', () => {
    expect(changes({ scan: SCAN, lastState: 'new' }, { lastState: 'running' })).toEqual([
      { kind: 'state', scan: SCAN, state: 'running' },
    ]);
  });

  it('reports no state without a scan', () => {
    expect(changes({}, { lastState: 'new' })).toEqual([]);
  });

  it.each(['status_unavailable', 'no_scans'])(
    'does not report %s, which says nothing about the scan',
    (lastState) => {
      expect(changes({ scan: SCAN, lastState: 'running' }, { lastState })).toEqual([]);
    },
  );

  it('marks an undocumented state', () => {
    expect(changes({ scan: SCAN }, { lastState: 'odd' })).toEqual([
      { kind: 'undocumented', scan: SCAN, state: 'odd' },
    ]);
  });

  it('reports only the first time that there is no scan', () => {
    const cause = { type: 'empty-list' } as const;
    expect(changes({}, { absent: absent(cause) })).toEqual([{ kind: 'absent', cause }]);
    expect(changes({ absent: absent(cause) }, { absent: absent({ type: 'no-scans' }) })).toEqual(
      [],
    );
  });

  it('reports an outage at the second failure in a row only', () => {
    const outage = { kind: 'outage', failure: FAILURE };
    expect(changes({}, { outage: outageOf(1) })).toEqual([]);
    expect(changes({ outage: outageOf(1) }, { outage: outageOf(2) })).toEqual([outage]);
    expect(changes({ outage: outageOf(2) }, { outage: outageOf(3) })).toEqual([]);
  });

  it('reports the end of an outage, counted from its first failed poll', () => {
    const over = { outage: undefined };
    const recovered = { kind: 'recovered', outageMs: 6_000 };
    expect(changes({ outage: outageOf(3) }, over)).toEqual([recovered]);
    expect(changes({ outage: outageOf(1) }, over)).toEqual([]);
  });
});

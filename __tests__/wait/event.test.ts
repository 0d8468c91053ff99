import { describe, expect, it } from 'vitest';
import type { Scan } from '../../src/binarly/scan.ts';
import { changes } from '../../src/wait/event.ts';
import { begin, type Progress } from '../../src/wait/progress.ts';

const scan: Scan = { id: 's1', createTime: undefined, state: undefined };
const trouble = {
  kind: 'trouble',
  detail: 'HTTP 502',
  contact: 'unclear',
  retryAfterMs: undefined,
} as const;
const absent = { kind: 'absent', detail: 'none yet', retryAfterMs: undefined } as const;

function told(before: Partial<Progress>, after: Partial<Progress>) {
  return changes({ ...begin(0), ...before }, { ...begin(0), ...before, ...after }, 10_000);
}

describe('changes', () => {
  it('tells nothing where nothing changed', () => {
    expect(told({ scan, stateText: 'running' }, { polls: 7 })).toEqual([]);
  });

  it('tells the scan once it is known, and its state', () => {
    expect(told({}, { scan, stateText: 'new' })).toEqual([
      { kind: 'chosen', scan },
      { kind: 'state', scan, now: 'new' },
    ]);
    expect(told({ scan, stateText: 'new' }, { stateText: 'running' })).toEqual([
      { kind: 'state', scan, now: 'running' },
    ]);
  });

  it('tells no state that belongs to no scan', () => {
    expect(told({}, { stateText: 'no_scans' })).toEqual([]);
  });

  it('tells an undocumented state apart', () => {
    expect(told({ scan }, { stateText: 'odd' })).toEqual([
      { kind: 'undocumented', scan, now: 'odd' },
    ]);
  });

  it('tells the first time only that there is no scan', () => {
    expect(told({}, { absent })).toEqual([{ kind: 'absent', detail: 'none yet' }]);
    expect(told({ absent }, { absent })).toEqual([]);
  });

  it('tells an outage at the second failure in a row, and its end', () => {
    expect(told({}, { trouble, failuresInRow: 1 })).toEqual([]);
    expect(told({ trouble, failuresInRow: 1 }, { failuresInRow: 2 })).toEqual([
      { kind: 'outage', detail: 'HTTP 502' },
    ]);
    expect(told({ trouble, failuresInRow: 2 }, { failuresInRow: 3 })).toEqual([]);
    expect(
      told(
        { trouble, failuresInRow: 3, informedMs: 4_000 },
        { trouble: undefined, failuresInRow: 0, informedMs: 10_000 },
      ),
    ).toEqual([{ kind: 'recovered', outageMs: 6_000 }]);
    expect(told({ trouble, failuresInRow: 1 }, { trouble: undefined, failuresInRow: 0 })).toEqual(
      [],
    );
  });
});

import { describe, expect, it } from 'vitest';
import { appendTo, type Change } from '../../src/model/timeline.ts';

describe('appendTo', () => {
  const change: Change = { kind: 'recovered', outageMs: 1 };

  it('keeps the first 30 changes and counts the rest', () => {
    let timeline = appendTo({ entries: [], more: 0 }, [], 0);
    expect(timeline).toEqual({ entries: [], more: 0 });
    for (let ms = 1; ms <= 20; ms++) timeline = appendTo(timeline, [change, change], ms);
    expect(timeline.entries).toHaveLength(30);
    expect(timeline.entries.at(-1)).toEqual({ waitedMs: 15, change });
    expect(timeline.more).toBe(10);
  });
});

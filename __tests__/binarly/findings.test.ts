import { describe, expect, it } from 'vitest';
import { readFindings } from '../../src/binarly/findings.ts';

const types = (...entries: readonly unknown[]) => ({
  counts: { findingTypeCounts: entries, kev: 0 },
});

describe('readFindings', () => {
  it('reads the counts by type, and the known exploited', () => {
    const json = {
      id: 'i1',
      counts: {
        findingTypeCounts: [{ type: 'secret', count: 2 }, { type: 'weakness' }],
        kev: 1,
        more: {},
      },
    };
    expect(readFindings(json)).toEqual({ counts: { secret: 2, weakness: 0 }, kev: 1 });
  });

  it('takes what is left out for zero', () => {
    expect(readFindings({ counts: {} })).toEqual({ counts: {}, kev: 0 });
  });

  it('takes no name of a type for anything else', () => {
    const findings = readFindings(
      JSON.parse('{"counts":{"findingTypeCounts":[{"type":"__proto__","count":1}]}}'),
    );
    expect(JSON.stringify(findings)).toBe('{"counts":{"__proto__":1},"kev":0}');
  });

  it.each([
    undefined,
    null,
    'text',
    [],
    {},
    { counts: null },
    { counts: { kev: '1' } },
    { counts: { kev: -1 } },
    { counts: { kev: 1.5 } },
    { counts: { kev: 1e300 } },
    { counts: { findingTypeCounts: {} } },
    types(null),
    types({ count: 1 }),
    types({ type: 'x'.repeat(101), count: 1 }),
    types({ type: 'secret', count: null }),
    types(...Array.from({ length: 101 }, (_, index) => ({ type: `t${index}`, count: 1 }))),
  ])('reads nothing from another shape, case %#', (json) => {
    expect(readFindings(json)).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { readImageDetails } from '../../src/binarly/image-details.ts';

function found(value: object) {
  return { kind: 'found', value: { name: '', version: '', ...value } };
}

function types(...entries: readonly unknown[]) {
  return { counts: { findingTypeCounts: entries, kev: 0 } };
}

describe('readImageDetails', () => {
  it('reads name, version and the counts of findings', () => {
    const findingTypeCounts = [{ type: 'secret', count: 2 }, { type: 'weakness' }];
    const counts = { findingTypeCounts, kev: 1, more: {} };
    const findings = { counts: { secret: 2, weakness: 0 }, kev: 1 };
    const json = { id: 'i1', name: 'Board', version: '1.2', counts };
    expect(readImageDetails(json)).toEqual(found({ name: 'Board', version: '1.2', findings }));
  });

  it('reads what is left out as zero or empty', () => {
    expect(readImageDetails({ counts: {} })).toEqual(found({ findings: { counts: {}, kev: 0 } }));
    expect(readImageDetails({ name: 5, version: null })).toEqual(found({}));
  });

  it('treats `__proto__` as the name of a type like any other', () => {
    const json: unknown = JSON.parse(
      '{"counts":{"findingTypeCounts":[{"type":"__proto__","count":1}]}}',
    );
    expect(JSON.stringify(readImageDetails(json))).toContain('{"counts":{"__proto__":1},"kev":0}');
  });

  it.each([
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
  ])('reads the name without counts that are unreadable, case %#', (counts) => {
    expect(readImageDetails({ name: 'Board', ...counts })).toEqual(
      found({ name: 'Board', findings: undefined }),
    );
  });

  it.each([undefined, null, 'text', 5])('does not accept %j as an image', (json) => {
    expect(readImageDetails(json)).toEqual({
      kind: 'failed',
      endpoint: 'api',
      cause: { type: 'unexpected-answer', expected: 'image' },
      reached: 'unclear',
    });
  });
});

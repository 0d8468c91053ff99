import { describe, expect, it } from 'vitest';
import { readImageDetails } from '../../src/binarly/image-details.ts';

function found(value: object) {
  return { kind: 'found', value: { name: '', version: '', ...value } };
}

function types(...entries: readonly unknown[]) {
  return { counts: { findingTypeCounts: entries, kev: 0 } };
}

function read(json: unknown) {
  return readImageDetails(json, 'i1');
}

describe('readImageDetails', () => {
  it('reads name, version and the counts of findings', () => {
    const findingTypeCounts = [{ type: 'secret', count: 2 }, { type: 'weakness' }];
    const counts = { findingTypeCounts, kev: 1, more: {} };
    const findings = { counts: { secret: 2, weakness: 0 }, kev: 1 };
    const json = { id: 'i1', name: 'Board', version: '1.2', counts };
    expect(read(json)).toEqual(found({ name: 'Board', version: '1.2', findings }));
  });

  it('reads null as empty, and digits in a string as a number', () => {
    const counts = { findingTypeCounts: null, kev: '2' };
    expect(read({ id: 'i1', counts })).toEqual(found({ findings: { counts: {}, kev: 2 } }));
    const zero = { findingTypeCounts: [{ type: 'secret', count: null }], kev: null };
    const findings = { counts: { secret: 0 }, kev: 0 };
    expect(read({ id: 'i1', counts: zero })).toEqual(found({ findings }));
    expect(read({ id: 'i1', name: 5, version: null })).toEqual(found({}));
  });

  it('adds up a type that is named twice', () => {
    const json = { id: 'i1', ...types({ type: 'secret', count: 2 }, { type: 'secret', count: 0 }) };
    expect(read(json)).toEqual(found({ findings: { counts: { secret: 2 }, kev: 0 } }));
  });

  it('says nothing about the image if it is about another one', () => {
    expect(read({ id: 'i 1', ...types() })).toMatchObject({ cause: { type: 'other-image' } });
    expect(read({ id: 'i2', ...types() })).toMatchObject({ cause: { type: 'other-image' } });
    expect(read({ id: 'products/p/images/i1' })).toEqual(found({}));
  });

  it('treats `__proto__` as the name of a type like any other', () => {
    const json: unknown = JSON.parse(
      '{"id":"i1","counts":{"findingTypeCounts":[{"type":"__proto__","count":1}],"kev":0}}',
    );
    expect(JSON.stringify(read(json))).toContain('{"counts":{"__proto__":1},"kev":0}');
  });

  it.each([
    { counts: null },
    { counts: {} },
    { counts: { kev: 1 } },
    { counts: { findingTypeCounts: [] } },
    { counts: { findingTypeCounts: [], kev: 'x' } },
    { counts: { findingTypeCounts: [], kev: -1 } },
    { counts: { findingTypeCounts: [], kev: 1.5 } },
    { counts: { findingTypeCounts: [], kev: 1e300 } },
    { counts: { findingTypeCounts: {}, kev: 0 } },
    types(null),
    types({ count: 1 }),
    types({ type: 'x'.repeat(101), count: 1 }),
    types({ type: 'secret', count: 'two' }),
    types({ type: 'secret', total: 120 }),
    types(...Array.from({ length: 101 }, (_, index) => ({ type: `t${index}`, count: 1 }))),
  ])('reads the name without counts that are unreadable, case %#', (counts) => {
    expect(read({ id: 'i1', name: 'Board', ...counts })).toMatchObject(
      found({ name: 'Board', findings: undefined }),
    );
  });

  it.each([
    [{ secret: 120 }, 0, { findingTypeCounts: [{ type: 'secret', count: 120 }] }],
    [
      { secret: 120, '': 3 },
      0,
      { findingTypeCounts: [{ type: 'secret', count: '120' }, 5, { count: 3 }, { count: 'x' }] },
    ],
    [
      { t: 101 },
      0,
      { findingTypeCounts: Array.from({ length: 101 }, () => ({ type: 't', count: 1 })), kev: 0 },
    ],
    [{}, 7, { findingTypeCounts: 'many', kev: 7 }],
    [{}, 0, { findingTypeCounts: [], more: 120 }],
    [{}, 0, 120],
  ])('reads of counts that are not whole what is there: %j, %i', (types, kev, given) => {
    const partial = { counts: types, kev };
    expect(read({ id: 'i1', counts: given })).toEqual(found({ findings: undefined, partial }));
  });

  it.each([undefined, null, 'text', 5])('does not accept %j as an image', (json) => {
    expect(read(json)).toEqual({
      kind: 'failed',
      endpoint: 'api',
      cause: { type: 'unexpected-answer', expected: 'image' },
      reached: 'unclear',
    });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isInputId,
  isUlid,
  parseResourceId,
  parseServerId,
  type ResourceKind,
} from '../../src/model/ids.ts';

describe('parseResourceId', () => {
  it.each<[ResourceKind, string, object]>([
    ['product', 'products/p', { id: 'p' }],
    ['image', 'products/p/images/i', { id: 'i', productId: 'p' }],
    ['scan', 'products/p/images/i/scans/s', { id: 's', productId: 'p', imageId: 'i' }],
    ['product', 'products/p/', { id: 'p' }],
    ['image', 'products/p/images/i/', { id: 'i', productId: 'p' }],
    ['scan', 'products/p/images/i/scans/s//', { id: 's', productId: 'p', imageId: 'i' }],
  ])('splits the resource name of a %s, %s', (kind, text, id) => {
    expect(parseResourceId(kind, text)).toEqual(id);
  });

  it.each<[ResourceKind, string]>([
    ['product', 'p'],
    ['product', 'products/'],
    ['product', 'products/p/images/i'],
    ['image', 'products/p'],
    ['image', 'images/i'],
    ['image', '/products/p/images/i'],
    ['image', 'products//images/i'],
    ['scan', 'products/p/images/i/scans/s/t'],
    ['image', 'i/'],
    ['scan', 'scans/s'],
  ])('takes any other text for the ID of a %s itself: %s', (kind, id) => {
    expect(parseResourceId(kind, id)).toEqual({ id });
  });
});

describe('parseServerId', () => {
  it.each(['01JZ30CYZY52F5BPR3AAJ2DP89', 'scan_xyz789', 'a.b:c~d/e-f_G', 'x'.repeat(200), '...'])(
    'reads %s',
    (id) => {
      expect(parseServerId('scan', id)).toBe(id);
    },
  );

  it.each<[ResourceKind, string, string]>([
    ['product', 'products/p', 'p'],
    ['image', 'products/p/images/i', 'i'],
    ['scan', 'products/p/images/i/scans/s', 's'],
  ])('reduces the resource name of a %s, %s', (kind, text, id) => {
    expect(parseServerId(kind, text)).toBe(id);
  });

  it.each([
    '',
    '.',
    '..',
    'products/p/images/i/scans/..',
    'a b',
    'a\n',
    'a`b`',
    '$(id)',
    "a'",
    'a"',
    'a\\',
    '漢字',
    '\ud800',
    'a%2e',
    'x'.repeat(201),
  ])('does not read %j', (text) => {
    expect(parseServerId('scan', text)).toBeUndefined();
  });
});

describe('isInputId', () => {
  it.each(['01JZ30CYZY52F5BPR3AAJ2DP89', 'a/b', '...', '%2e', ' ', '?#', '漢字', '__proto__'])(
    'accepts %j',
    (id) => {
      expect(isInputId(id)).toBe(true);
    },
  );

  it.each(['', '.', '..', '\ud800', 'a\udc00', 'a`', '$a', 'a"', "a'", 'a\\b'])(
    'refuses %j',
    (id) => {
      expect(isInputId(id)).toBe(false);
    },
  );

  it('accepts only what stays one segment of a URL and comes back from it', () => {
    const text = fc.string({ unit: 'binary' });
    const dots = fc.constantFrom('.', '..', '%2e%2e', '../x', '\ud800');
    fc.assert(
      fc.property(fc.oneof(text, dots).filter(isInputId), (id) => {
        const { pathname } = new URL(`https://host.example/images/${encodeURIComponent(id)}/scans`);
        const [, , segment = '', ...rest] = pathname.split('/');
        expect([decodeURIComponent(segment), ...rest]).toEqual([id, 'scans']);
      }),
    );
  });
});

describe('isUlid', () => {
  it.each(['01JZ2ZV5Q4PR0DXCT00000000A', '7zzzzzzzzzzzzzzzzzzzzzzzzz'])('knows %s', (text) => {
    expect(isUlid(text)).toBe(true);
  });

  it.each([
    'Board',
    // One character too many, one too few, letters that no ULID has, and a time that is too large.
    '01JZ2ZV5Q4PR0DXCT00000000AA',
    '01JZ2ZV5Q4PR0DXCT00000000',
    '01JZ2ZV5Q4PRODUCT000000UIL',
    '8zzzzzzzzzzzzzzzzzzzzzzzzz',
  ])('refuses %s', (text) => {
    expect(isUlid(text)).toBe(false);
  });
});

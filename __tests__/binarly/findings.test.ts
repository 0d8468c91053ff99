import { describe, expect, it } from 'vitest';
import { findingsRequest, readFindingsPage } from '../../src/binarly/findings.ts';
import { type Finding, severityOf, statusesOf } from '../../src/model/finding.ts';

const page = (...rows: readonly unknown[]) => ({ total: rows.length, rows });

function read(json: unknown, isComparison = false) {
  const answer = readFindingsPage(json, isComparison);
  return answer.kind === 'found' ? answer.value : answer.cause;
}
function readRow(row: object) {
  const value = read(page({ id: '01JZ', ...row }));
  return 'findings' in value ? value.findings[0] : value;
}

const UNREADABLE = { type: 'unexpected-answer', expected: 'findings' };

describe('findingsRequest', () => {
  it('asks for one page of an image, by product and image only, sorted by ID', () => {
    const body = findingsRequest('P', { imageId: 'I', baselineImageId: undefined, page: 3 }, false);
    expect(body).toEqual({
      page: { num: 3, size: 100 },
      filters: [
        { field: 'productId', comparator: 'equals', value: 'P' },
        { field: 'imageId', comparator: 'equals', value: 'I' },
      ],
      sortBy: { field: 'id', direction: 'ascend' },
      fields: [
        'id',
        'name',
        'displayName',
        'severity',
        'findingType',
        'findingStatus',
        'identifiers',
        'isKev',
        'componentName',
        'knownFixedVersion',
      ],
    });
  });

  it('compares with a baseline on the left', () => {
    const query = { imageId: 'I', baselineImageId: 'B', page: 1 };
    const { filters, fields } = findingsRequest('P', query, false);
    expect(filters).toEqual([
      { field: 'productId', comparator: 'equals', value: 'P' },
      { field: 'compareLeftImageId', comparator: 'equals', value: 'B' },
      { field: 'compareRightImageId', comparator: 'equals', value: 'I' },
    ]);
    expect(fields).toContain('compareSide');
  });

  it('asks an older platform for nothing that it does not know', () => {
    const query = { imageId: 'I', baselineImageId: undefined, page: 1 };
    expect(findingsRequest('P', query, true).fields).not.toContain('knownFixedVersion');
  });

  it.each([undefined, 'B'])(
    'never asks for secrets or descriptions, baseline %s',
    (baselineImageId) => {
      const body = findingsRequest('P', { imageId: 'I', baselineImageId, page: 1 }, false);
      expect(JSON.stringify(body)).not.toMatch(/secret|description/);
    },
  );
});

describe('readFindingsPage', () => {
  it('reads a full row', () => {
    const row = {
      name: 'CVE-2024-0001',
      displayName: 'Heap overflow',
      severity: 'critical',
      type: 'knownVulnerability',
      status: 'in progress',
      identifiers: [{ cve: 'CVE-2024-0001', brly: 'BRLY-1', more: 1 }, { ghsa: 'GHSA-x' }],
      isKev: true,
      componentName: 'openssl',
      knownFixedVersion: '3.0.9',
      emsScore: 1,
    };
    expect(readRow(row)).toEqual({
      id: '01JZ',
      name: 'CVE-2024-0001',
      displayName: 'Heap overflow',
      severity: 'critical',
      type: 'knownVulnerability',
      status: 'in progress',
      otherStatus: undefined,
      knownFixedVersion: '3.0.9',
      identifiers: [{ cve: 'CVE-2024-0001', brly: 'BRLY-1' }, { ghsa: 'GHSA-x' }],
      isKev: true,
      componentName: 'openssl',
      side: undefined,
    });
  });

  it('requires nothing of a row but its ID', () => {
    expect(readRow({})).toMatchObject({ id: '01JZ', severity: undefined, isKev: false });
    expect(read({ total: 0, rows: [] })).toEqual({ total: 0, findings: [] });
  });

  it('accepts status and type under the names of the request, if they have no other', () => {
    const row = { findingStatus: 'rejected', findingType: 'weakness' };
    expect(readRow(row)).toMatchObject({ status: 'rejected', type: 'weakness' });
    const both = { ...row, status: 'new', type: 'secret' };
    expect(readRow(both)).toMatchObject({
      status: 'new',
      otherStatus: 'rejected',
      type: 'secret',
    });
    const inventory = { type: 'Mitigation', findingType: 'weakness' };
    expect(readRow(inventory)).toMatchObject({ type: 'weakness' });
    expect(readRow({ type: 'mitigation' })).toMatchObject({ type: 'mitigation' });
  });

  it('keeps no secret and no description, even if they are sent', () => {
    const row = { secret: { secret: 'found-in-firmware' }, description: 'found-in-firmware' };
    expect(JSON.stringify(readRow(row))).not.toContain('found-in-firmware');
  });

  it.each([null, '', 5, {}, []])('treats %j as no name', (name) => {
    expect(readRow({ name })).toMatchObject({ name: undefined });
  });

  it.each([undefined, null, ''])('treats the status %j as missing', (status) => {
    expect(readRow({ status, findingStatus: 'rejected' })).toMatchObject({ status: 'rejected' });
    expect(readRow({ status })).toMatchObject({ status: undefined });
  });

  it.each([5, false, {}, [['rejected']]])('treats the status %j as unknown', (status) => {
    const row = readRow({ status, findingStatus: 'rejected' }) as Finding;
    expect(statusesOf(row)).toEqual([undefined, 'rejected']);
  });

  it.each([undefined, null, ''])('treats the severity %j as missing', (severity) => {
    const row = readRow({ severity, type: 'mitigation' });
    expect(severityOf(row as Finding)).toBe('unspecified');
  });

  it.each([4, 0, true, {}, [[]], [['low']]])('treats the severity %j as unknown', (severity) => {
    const row = readRow({ severity, type: 'mitigation' });
    expect(severityOf(row as Finding)).toBeUndefined();
  });

  it.each([
    [undefined, false],
    [null, false],
    [false, false],
    ['False', false],
    [0, false],
    ['0', true],
    [true, true],
    ['true', true],
    [1, true],
  ])('reads isKev %j as %j, so that nothing unclear passes', (isKev, expected) => {
    expect(readRow({ isKev })).toMatchObject({ isKev: expected });
  });

  it.each([null, 'CVE-1', {}])('treats %j as no identifiers', (identifiers) => {
    expect(readRow({ identifiers })).toMatchObject({ identifiers: [] });
  });

  it('skips unreadable identifiers', () => {
    const identifiers = [null, { cve: 5, brly: 'BRLY-1' }];
    expect(readRow({ identifiers })).toMatchObject({ identifiers: [{}, { brly: 'BRLY-1' }] });
  });

  it('cuts texts and identifiers to what any real finding stays under', () => {
    const identifiers = Array.from({ length: 60 }, () => ({ cve: 'x'.repeat(300) }));
    const row = readRow({ name: 'x'.repeat(2000), severity: 'x'.repeat(300), identifiers });
    expect(row).toMatchObject({ name: 'x'.repeat(500), severity: 'x'.repeat(100) });
    expect(row).toMatchObject({ identifiers: { length: 20, 0: { cve: 'x'.repeat(50) } } });
  });

  it.each(['left', 'right', 'both'])('reads the side %s of a comparison', (compareSide) => {
    expect(read(page({ id: 'a', compareSide }), true)).toMatchObject({
      findings: [{ side: compareSide }],
    });
  });

  it('has no sides without a comparison, so that `left` hides no finding', () => {
    expect(readRow({ compareSide: 'left' })).toMatchObject({ side: undefined });
  });

  it.each([undefined, 'middle', 5])('says which row has the side %s', (compareSide) => {
    const json = page({ id: 'a', compareSide: 'left' }, { id: 'b', compareSide });
    expect(read(json, true)).toEqual({ type: 'finding-unreadable', row: 2, lacks: 'compareSide' });
  });

  it.each([{}, { id: 5 }, { id: '' }, { id: 'a b' }, { id: '$(id)' }, { id: 'x'.repeat(201) }])(
    'says which row has no usable ID, case %#',
    (row) => {
      const json = page({ id: 'a' }, row);
      expect(read(json)).toEqual({ type: 'finding-unreadable', row: 2, lacks: 'id' });
    },
  );

  it.each([
    ['01jz30cyzy52f5bpr3aaj2dp8a', '01JZ30CYZY52F5BPR3AAJ2DP8A'],
    ['products/p/findings/01jz30cyzy52f5bpr3aaj2dp8a', '01JZ30CYZY52F5BPR3AAJ2DP8A'],
    ['Finding_a', 'Finding_a'],
  ])('has one spelling for the ID %s', (id, expected) => {
    const json = page({ id: id.replace('_', '-') });
    expect(read(json)).toMatchObject({ findings: [{ id: expected.replace('_', '-') }] });
  });

  it.each(['nextPageToken', 'next_page_token'])('is not whole with a %s', (token) => {
    expect(read({ ...page(), [token]: 'more' })).toEqual({ type: 'paged-list' });
  });

  it('reads null as no rows, and digits in a string as a number', () => {
    expect(read({ total: '0', rows: null })).toEqual({ total: 0, findings: [] });
  });

  it('keeps less than 10 kB of a row, so that 100,000 of them fit into memory', () => {
    const longest = 'x'.repeat(2_000);
    const [cve, brly, ghsa, osv, gsd] = Array.from({ length: 5 }, () => longest);
    const identifiers = Array.from({ length: 100 }, () => ({ cve, brly, ghsa, osv, gsd }));
    const texts = { name: longest, displayName: longest, componentName: longest };
    const words = { severity: longest, status: longest, findingStatus: `${longest}y` };
    const row = readRow({
      ...texts,
      ...words,
      type: longest,
      knownFixedVersion: longest,
      identifiers,
    });
    expect(JSON.stringify(row).length).toBeLessThan(10_000);
  });

  it.each([
    undefined,
    null,
    [],
    {},
    { rows: [] },
    { total: 1 },
    { total: 'one', rows: [] },
    { total: -1, rows: [] },
    { total: 0.5, rows: [] },
    { total: 1e300, rows: [] },
    { total: 1, rows: {} },
    page(null),
  ])('cannot read another shape, case %#', (json) => {
    expect(read(json)).toEqual(UNREADABLE);
  });
});

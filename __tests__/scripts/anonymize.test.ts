import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnonymizer } from '../../scripts/anonymize.ts';

const PRODUCT = '01JZ2ZV5Q4PR0DXCT00000000A';
const IMAGE = '01JZ2ZW8H6JMAGE000000000AA';

describe('an answer', () => {
  it('keeps what another tenant would have, too', () => {
    const { value } = createAnonymizer();
    const answer = {
      total: 3,
      isKev: false,
      createTime: '2026-01-26T15:30:01.123Z',
      latestScanState: { type: 'in_progress' },
      status: 'in progress',
      scans: null,
      name: '',
    };
    expect(value(answer)).toEqual(answer);
  });

  it('loses IDs, names and every other text, and shows which are equal', () => {
    const { value } = createAnonymizer();
    expect(
      value({
        id: IMAGE,
        parent: `products/${PRODUCT}/images/${IMAGE.toLowerCase()}`,
        name: 'Secret board',
        version: 'Secret board',
        author: { email: 'jane@acme.example', userId: 4711 },
        message: `image ${IMAGE} of Secret board was not found`,
        uploadUrl: 'https://storage.example/bucket?signature=abc',
        total: '12',
      }),
    ).toEqual({
      id: 'id-1',
      parent: 'products/id-2/images/id-1',
      name: 'text-1',
      version: 'text-1',
      author: { email: 'text-2', userId: 'id-3' },
      message: 'text-3',
      uploadUrl: 'url-1',
      total: 'digits-1',
    });
  });

  it('loses the values of `type` and `status` if they are no words of the API', () => {
    const { value } = createAnonymizer();
    expect(value({ type: 'board of acme, 2nd edition', status: IMAGE })).toEqual({
      type: 'text-1',
      status: 'id-1',
    });
  });

  it('loses fields that are data', () => {
    const { value } = createAnonymizer();
    expect(value({ [IMAGE]: 1, 'Board no. 1': 2, known_field: 3 })).toEqual({
      'field-1': 1,
      'field-2': 2,
      known_field: 3,
    });
  });

  it('keeps the first entries of a list, and how many it had', () => {
    const { value } = createAnonymizer();
    const rows = Array.from({ length: 100 }, (_, index) => ({ id: `${index}` }));
    expect(value({ rows })).toEqual({
      rows: [{ id: 'id-1' }, { id: 'id-2' }, { id: 'id-3' }, 'and 97 more'],
    });
    expect(value({ rows: [] })).toEqual({ rows: [] });
  });

  it('never has a text of six characters or more that it does not know', () => {
    const text = fc.string({ minLength: 6, unit: 'binary' }).filter((one) => one.trim() === one);
    const field = fc.constantFrom('id', 'name', 'message', 'details', 'uploadUrl', 'anything');
    fc.assert(
      fc.property(text, field, (secret, name) => {
        const written = JSON.stringify(createAnonymizer().value({ [name]: [secret] }));
        expect(written).toMatch(/^\{"\w+":\["(id|text|url|digits)-1"\]\}$/);
      }),
    );
  });
});

describe('an address', () => {
  it.each([
    [
      `/api/v4/products/${PRODUCT}/images/${IMAGE}/scans?status=true`,
      '/api/v4/products/id-1/images/id-2/scans?status=true',
    ],
    [
      '/api/v4/products/board/images:upload?tempFileId=x&imageName=board.bin&createScan=true',
      '/api/v4/products/id-1/images:upload?tempFileId=id-2&imageName=text-1&createScan=true',
    ],
    [
      '/api/v4/products/Board%20of%20Acme/tempFiles:generateUploadUrl',
      '/api/v4/products/id-1/tempFiles:generateUploadUrl',
    ],
    ['/api/v4/grids/findings:gridList', '/api/v4/grids/findings:gridList'],
    ['/%zz/Board-7', '/id-1/id-2'],
  ])('%s keeps only what the API defines', (given, expected) => {
    expect(createAnonymizer().address(given)).toBe(expected);
  });

  it('names an ID as the answers do', () => {
    const { address, value } = createAnonymizer();
    expect(address(`/api/v4/products/${PRODUCT}/images`)).toBe('/api/v4/products/id-1/images');
    expect(value({ id: PRODUCT })).toEqual({ id: 'id-1' });
  });
});

import { describe, expect, it } from 'vitest';
import { certificateRefusal, refusalOf } from '../../src/binarly/refusal.ts';

const OTHER =
  'check `api-url`, and whether something between the runner and the API refuses the request';

function apiError(message: string, permission?: string, resourceName?: string) {
  return { message, permission, resourceName };
}

describe('refusalOf', () => {
  it.each([
    [400, 'check that `product`, `image` and `scan` are IDs as the platform gave them'],
    [403, 'give the owner of the credential the role that allows it'],
    [407, 'put user and password into the address in `https_proxy`'],
    [402, OTHER],
    [405, OTHER],
    [418, OTHER],
    [422, OTHER],
    [451, OTHER],
  ])('advises on HTTP %i', (status, advice) => {
    expect(refusalOf(status, undefined, undefined)).toEqual({
      kind: 'refusal',
      status,
      detail: `the API refused the request (HTTP ${status})`,
      advice,
    });
  });

  it('says what the API said', () => {
    const { detail } = refusalOf(400, apiError('malformed ID'), undefined);
    expect(detail).toBe('the API refused the request (HTTP 400: malformed ID)');
  });

  it.each([
    [
      apiError('denied', 'products.view', 'products/1'),
      'the credential lacks the permission products.view on products/1 (HTTP 403)',
    ],
    [
      apiError('denied', 'products.view'),
      'the credential lacks the permission products.view (HTTP 403)',
    ],
    [apiError('denied', undefined, 'products/1'), 'the API refused the request (HTTP 403: denied)'],
  ])('names with 403 the permission and the resource, where they are given', (error, detail) => {
    const advice = 'give the owner of the credential the role that allows it';
    expect(refusalOf(403, error, undefined)).toEqual({
      kind: 'refusal',
      status: 403,
      detail,
      advice,
    });
  });

  it('names no permission with another status', () => {
    const { detail } = refusalOf(400, apiError('odd', 'products.view', 'products/1'), undefined);
    expect(detail).toBe('the API refused the request (HTTP 400: odd)');
  });

  it.each([
    [
      301,
      'https://login.example/',
      'the API answered with a redirect (HTTP 301 to https://login.example/), which is not followed',
    ],
    [304, undefined, 'the API answered with a redirect (HTTP 304), which is not followed'],
    [399, undefined, 'the API answered with a redirect (HTTP 399), which is not followed'],
  ])('takes HTTP %i for a wrong `api-url`', (status, location, detail) => {
    const advice = 'set `api-url` to the address at which the API itself answers';
    expect(refusalOf(status, undefined, location)).toEqual({
      kind: 'refusal',
      status,
      detail,
      advice,
    });
  });
});

describe('certificateRefusal', () => {
  const PRIVATE_CA =
    'set the environment variable `NODE_EXTRA_CA_CERTS` of this step to a PEM file with the private CA that issued it';
  it.each([
    ['CERT_HAS_EXPIRED', 'renew the certificate of the server, or mend the clock of the runner'],
    ['CERT_NOT_YET_VALID', 'mend the clock of the runner, or the certificate of the server'],
    [
      'ERR_TLS_CERT_ALTNAME_INVALID',
      'set `api-url` to a host name that the certificate of the server covers',
    ],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', PRIVATE_CA],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', PRIVATE_CA],
    ['constructor', PRIVATE_CA],
  ])('advises on %s', (code, advice) => {
    expect(certificateRefusal(code)).toEqual({
      kind: 'refusal',
      detail: `the certificate of the server is not trusted (${code})`,
      advice,
    });
  });
});

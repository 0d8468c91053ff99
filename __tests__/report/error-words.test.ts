import { describe, expect, it } from 'vitest';
import type { RefusalCause } from '../../src/model/refusal-cause.ts';
import { reasonOfRefusal } from '../../src/report/error-words.ts';
import { sentenceOf } from '../../src/report/sentence.ts';
import { refused } from '../support/builders.ts';

function sentence(cause: RefusalCause, endpoint: 'api' | 'token' = 'api'): string {
  return sentenceOf(reasonOfRefusal({ ...refused(cause), endpoint }));
}

function status(code: number, error?: Partial<NonNullable<HttpStatus['error']>>): HttpStatus {
  const unsaid = { message: 'no', permission: undefined, resourceName: undefined, details: '' };
  return { type: 'http-status', status: code, error: error && { ...unsaid, ...error } };
}
type HttpStatus = Extract<RefusalCause, { type: 'http-status' }>;

const RENEW =
  'access tokens are valid for 30 minutes, so request `token` just before this step, ' +
  'or use `client-id` and `client-secret` instead, so that this action can renew its tokens.';
const OTHER =
  'check `api-url`, and whether something between the runner and the API refuses the request.';
const ROLE = 'give the owner of the credential a role that allows it.';

type IdTokenRefused = Extract<RefusalCause, { type: 'id-token-refused' }>;
function idTokenRefused(code: number, said: string): IdTokenRefused {
  const claims = { subject: 'repo:acme/firmware:environment:binarly', issuer: 'https://github' };
  return { type: 'id-token-refused', status: code, said, ...claims };
}
const ID_TOKEN =
  'The token endpoint refused the ID token with ' +
  'the `sub` "repo:acme/firmware:environment:binarly" and the `iss` "https://github"';

type Type = RefusalCause['type'];
type Rows<T extends Type> = readonly (readonly [Extract<RefusalCause, { type: T }>, string])[];

/** Every cause with its sentences; a cause without a row does not compile. */
const REFUSALS: { readonly [T in Type]: Rows<T> } = {
  redirect: [
    [
      { type: 'redirect', status: 302, location: 'https://login.example/' },
      'The API answered with a redirect (HTTP 302 to https://login.example/), ' +
        'which is not followed: set `api-url` to the address of the API itself.',
    ],
    [
      { type: 'redirect', status: 301, location: undefined },
      'The API answered with a redirect (HTTP 301), which is not followed: ' +
        'set `api-url` to the address of the API itself.',
    ],
  ],
  github: [
    [
      { type: 'github', problem: { type: 'refused', status: 404, message: 'Not Found' } },
      'Could not read the commits of the base branch (GitHub answered HTTP 404: Not Found): ' +
        'check that `github-token` may read the repository, and that the commit still exists.',
    ],
    [
      {
        type: 'github',
        problem: { type: 'no-permission', message: 'no', needs: ['contents: read'] },
      },
      'Could not read the commits of the base branch (GitHub refused the request: no): ' +
        'give the job `permissions: contents: read`.',
    ],
  ],
  unwritable: [
    [
      { type: 'unwritable', message: 'ENOSPC: no space left on device' },
      'Could not write a file for later steps (ENOSPC: no space left on device): ' +
        'check the disk on the runner.',
    ],
  ],
  'http-status': [
    [
      {
        ...status(403, { message: 'no', permission: 'reports.view', resourceName: 'products/P' }),
        about: 'sbom-spdx',
      },
      'The API refused the report sbom-spdx because the credential lacks the permission ' +
        'reports.view on products/P (HTTP 403): give the owner of the credential a role with the ' +
        'permission `reports.view`.',
    ],
    [
      { ...status(403, { message: 'no' }), about: 'findings-pdf' },
      'The API refused the report findings-pdf (HTTP 403: no): give the owner of the credential ' +
        'a role with the permission `reports.view`.',
    ],
    [
      { ...status(405, { message: 'no such method' }), about: 'cbom-cyclonedx' },
      'The API refused the report cbom-cyclonedx (HTTP 405: no such method): remove it from ' +
        '`reports`, or check whether this release of the platform has it.',
    ],
    [
      {
        ...status(400, { message: 'bad filter', details: 'filters: unknown field' }),
        about: 'findings',
      },
      'The API refused to list the findings (HTTP 400: bad filter; filters: unknown field): ' +
        'report this to the maintainers of this action, and turn off `fail-on-severity` and ' +
        '`fail-on-kev` meanwhile.',
    ],
    [
      { ...status(403, undefined), about: 'findings' },
      'The API refused to list the findings (HTTP 403): give the owner of the credential a role ' +
        'that may view the findings of the product, and check that no firewall refuses the request.',
    ],
    [
      { ...status(403, { message: 'no', permission: 'products.view' }), about: 'findings' },
      'The API refused to list the findings: the credential lacks the permission products.view ' +
        `(HTTP 403); ${ROLE}`,
    ],
    [status(418), `The API refused the request (HTTP 418): ${OTHER}`],
    [status(410, {}), `The API refused the request (HTTP 410: no): ${OTHER}`],
    [
      status(400, { message: 'bad id' }),
      'The API refused the request (HTTP 400: bad id): ' +
        'check that `product`, `image` and `scan` are IDs from the platform.',
    ],
    [status(400), `The API refused the request (HTTP 400): ${OTHER}`],
    [status(403), `The API refused the request (HTTP 403): ${OTHER}`],
    [status(403, { message: 'denied' }), `The API refused the request (HTTP 403: denied): ${ROLE}`],
    [
      status(403, { permission: 'images.view' }),
      `The credential lacks the permission images.view (HTTP 403): ${ROLE}`,
    ],
    [
      status(403, { permission: 'images.view', resourceName: 'products/p' }),
      `The credential lacks the permission images.view on products/p (HTTP 403): ${ROLE}`,
    ],
    [
      status(431),
      'The API refused the request (HTTP 431): ' +
        'the token is too large for the server, so reduce the number of roles in it.',
    ],
  ],
  certificate: [
    [
      { type: 'certificate', code: 'CERT_HAS_EXPIRED' },
      'The certificate of the server at `api-url` is not trusted (CERT_HAS_EXPIRED): ' +
        'renew the server certificate, or fix the runner clock.',
    ],
    [
      { type: 'certificate', code: 'CERT_NOT_YET_VALID' },
      'The certificate of the server at `api-url` is not trusted (CERT_NOT_YET_VALID): ' +
        'fix the runner clock, or the server certificate.',
    ],
    [
      { type: 'certificate', code: 'ERR_TLS_CERT_ALTNAME_INVALID' },
      'The certificate of the server at `api-url` is not trusted (ERR_TLS_CERT_ALTNAME_INVALID): ' +
        'set `api-url` to a host name that the certificate covers.',
    ],
    [
      { type: 'certificate', code: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
      'The certificate of the server at `api-url` is not trusted (DEPTH_ZERO_SELF_SIGNED_CERT): ' +
        'set `NODE_EXTRA_CA_CERTS` in the `env` of this step to a PEM file with the private CA that ' +
        'issued it or, if the machine already trusts that CA, set `NODE_USE_SYSTEM_CA` to 1 there.',
    ],
  ],
  'proxy-auth': [
    [
      { type: 'proxy-auth' },
      'The proxy requires credentials (HTTP 407): ' +
        'put the user name and password into the address in `https_proxy`.',
    ],
  ],
  'token-refused': [
    [
      { type: 'token-refused', message: undefined, expiredAtMs: undefined },
      `The API refused \`token\` (HTTP 401): ${RENEW}`,
    ],
    [
      { type: 'token-refused', message: 'expired', expiredAtMs: Date.UTC(2026, 0, 26, 15) },
      `\`token\` expired at 2026-01-26 15:00:00 UTC (HTTP 401: expired): ${RENEW}`,
    ],
  ],
  'fresh-token-refused': [
    [
      { type: 'fresh-token-refused', message: 'unauthenticated' },
      'The API refused a token issued moments before (HTTP 401: unauthenticated): ' +
        'check that `api-url` and `token-url` belong to the same tenant, ' +
        'and that the client may use the API.',
    ],
  ],
  'no-token-endpoint': [
    [
      { type: 'no-token-endpoint', status: 404, said: 'Realm does not exist' },
      'No token endpoint answers at `token-url` (HTTP 404: Realm does not exist): ' +
        'set `token-url` to the token endpoint of your Keycloak realm.',
    ],
  ],
  'client-refused': [
    [
      { type: 'client-refused', status: 401, said: 'Invalid client credentials' },
      'The token endpoint refused the client (HTTP 401: Invalid client credentials): ' +
        'check `client-id`, `client-secret` and `token-url`.',
    ],
    [
      {
        type: 'client-refused',
        status: 401,
        said: 'Client not enabled to retrieve service account',
      },
      'The token endpoint refused the client ' +
        '(HTTP 401: Client not enabled to retrieve service account): ' +
        'turn on service accounts for this client in Keycloak.',
    ],
    [
      { type: 'client-refused', status: 400, said: 'user_disabled' },
      'The token endpoint refused the client (HTTP 400: user_disabled): ' +
        'enable the service account user of this client in Keycloak.',
    ],
    [
      { type: 'client-refused', status: 401, said: "User 'service-account-ci' disabled" },
      "The token endpoint refused the client (HTTP 401: User 'service-account-ci' disabled): " +
        'enable the service account user of this client in Keycloak.',
    ],
    [
      { type: 'client-refused', status: 401, said: 'client_secret_jwt required' },
      'The token endpoint refused the client (HTTP 401: client_secret_jwt required): ' +
        'allow `client_secret_basic` or `client_secret_post` for this client in Keycloak.',
    ],
    [
      { type: 'client-refused', status: 403, said: '' },
      'The token endpoint refused the client (HTTP 403): ' +
        'check that the realm is enabled, and that `token-url` starts with https.',
    ],
  ],
  'id-token-refused': [
    [
      idTokenRefused(401, 'Invalid client or Invalid client credentials'),
      `${ID_TOKEN} (HTTP 401: Invalid client or Invalid client credentials): ` +
        'set `jwt.credential.sub` of the client in Keycloak to this `sub`, ' +
        'and the issuer of its identity provider to this `iss`.',
    ],
    [
      idTokenRefused(400, 'Token is not active'),
      `${ID_TOKEN} (HTTP 400: Token is not active): ` +
        'check the client and its identity provider in Keycloak.',
    ],
    [
      idTokenRefused(401, 'Client not enabled to retrieve service account'),
      `${ID_TOKEN} (HTTP 401: Client not enabled to retrieve service account): ` +
        'turn on service accounts for this client in Keycloak.',
    ],
    [
      { ...idTokenRefused(403, ''), subject: undefined, issuer: undefined },
      'The token endpoint refused the ID token with the `sub` none and the `iss` none (HTTP 403): ' +
        'check that the realm is enabled, and that `token-url` starts with https.',
    ],
  ],
  'audience-refused': [
    [
      {
        type: 'audience-refused',
        status: 400,
        said: 'Invalid token audience',
        audience: 'https://auth.example\n::error::',
      },
      'The token endpoint refused the ID token for the audience "https://auth.example ::error::" ' +
        '(HTTP 400: Invalid token audience): ' +
        'set `oidc-audience` to the issuer of the Keycloak realm.',
    ],
  ],
  'ambiguous-product': [
    [
      { type: 'ambiguous-product', given: 'Board', ids: ['p1', 'p2'] },
      'Several products are named "Board": set `product` to one of their IDs: p1, p2.',
    ],
    [
      { type: 'ambiguous-product', given: 'B', ids: ['1', '2', '3', '4', '5', '6'] },
      'Several products are named "B": ' +
        'set `product` to one of their IDs: 1, 2, 3, 4, 5 and others.',
    ],
  ],
  'unknown-product': [
    [
      { type: 'unknown-product', product: { given: 'Baord', nearest: ['Board', 'Board 2'] } },
      'No product has the ID or the name "Baord": ' +
        'check `product`; similar: "Board", "Board 2".',
    ],
    [
      { type: 'unknown-product', product: { given: 'Board', nearest: [] } },
      'No product has the ID or the name "Board": ' +
        'the credential cannot view any products, so check its roles and `product`.',
    ],
    [
      { type: 'unknown-product', product: { given: 'Board\u200b', nearest: ['Board'] } },
      'No product has the ID or the name "Board" (it has the character U+200B, which is not ' +
        'visible): check `product`; similar: "Board".',
    ],
  ],
  'too-many-findings': [
    [
      {
        type: 'too-many-findings',
        total: 100_001,
        most: 100_000,
        isComparison: false,
        switches: ['fail-on-kev'],
      },
      'The image has 100001 findings, and at most 100000 can be judged: review them in the ' +
        'Binarly dashboard, and turn off `fail-on-kev` here.',
    ],
    [
      {
        type: 'too-many-findings',
        total: 120_000,
        most: 100_000,
        isComparison: true,
        switches: ['fail-on-severity', 'fail-on-kev'],
      },
      'The image and its baseline together have 120000 findings, and at most 100000 can be ' +
        'judged: review them in the Binarly dashboard, and turn off `fail-on-severity` and ' +
        '`fail-on-kev` here.',
    ],
  ],
  'baseline-absent': [
    [
      { type: 'baseline-absent', absent: { type: 'empty-list' } },
      '`baseline-image` has no scan to compare with (the list of scans is empty): ' +
        'set it to the ID of an image in the same product whose scan has completed.',
    ],
  ],
  'baseline-not-completed': [
    [
      { type: 'baseline-not-completed', state: 'failed' },
      'The newest scan of `baseline-image` did not complete (failed): ' +
        'scan that image again, or set `baseline-image` to another one.',
    ],
  ],
  'baseline-invalid': [
    [
      { type: 'baseline-invalid', message: 'malformed' },
      'The API refused `baseline-image` (HTTP 400: malformed): ' +
        'set it to an image ID from the platform.',
    ],
  ],
  'other-product': [
    [
      { type: 'other-product', claimedId: 'p2', productId: 'p1' },
      '`product` is p1, but another input names product p2: ' +
        'make the resource names in the inputs agree with `product`.',
    ],
  ],
  'storage-refused': [
    [
      { type: 'storage-refused', host: 's3.test', status: 403, code: 'AccessDenied' },
      'The storage s3.test refused the file (HTTP 403: AccessDenied): ' +
        'check that the runner clock is right, and that no proxy changes the request.',
    ],
    [
      { type: 'storage-refused', host: 's3.test', status: 413, code: undefined },
      'The storage s3.test refused the file (HTTP 413): ' +
        'the file is too large for it, so ask the operator of the platform.',
    ],
    [
      { type: 'storage-refused', host: 's3.test', status: 302, code: undefined },
      'The storage s3.test refused the file (HTTP 302): ' +
        'this action follows no redirects, so ask the operator of the platform.',
    ],
  ],
  'storage-certificate': [
    [
      { type: 'storage-certificate', host: 's3.test', code: 'ERR_TLS_CERT_ALTNAME_INVALID' },
      'The certificate of the storage s3.test is not trusted (ERR_TLS_CERT_ALTNAME_INVALID): ' +
        'ask the operator of the platform for a certificate that covers this host name.',
    ],
  ],
  'upload-address': [
    [
      { type: 'upload-address' },
      'The API returned an upload address that is not https, or that has a user name: ' +
        'ask the operator of the platform to fix the address of its storage.',
    ],
  ],
  'file-changed': [
    [
      { type: 'file-changed' },
      'The file changed while it was uploaded: upload after the build has finished writing it.',
    ],
  ],
  'file-unreadable': [
    [
      { type: 'file-unreadable', message: 'EIO: i/o error, read' },
      'The file cannot be read (EIO: i/o error, read): check the disk on the runner, and that nothing ' +
        'deletes the file.',
    ],
  ],
  'image-exists': [
    [
      { type: 'image-exists', imageId: 'i1' },
      'The product already has an image with this name and version, i1: ' +
        'set `version` to another one, or wait for that image.',
    ],
    [
      { type: 'image-exists', imageId: undefined },
      'The product already has an image with this name and version: ' +
        'set `version` to another one, or wait for that image.',
    ],
  ],
  'images-ambiguous': [
    [
      { type: 'images-ambiguous', imageIds: ['i1', 'i2'] },
      'Several new images have this name and version: i1, i2; keep one of them in the Binarly ' +
        'dashboard, and give each job names or versions of its own.',
    ],
  ],
  'image-shared': [
    [
      { type: 'image-shared', imageId: 'image-1', shown: 'a/firmware.bin' },
      'The platform returned image image-1 for it and for a/firmware.bin, although their contents ' +
        'differ: look at that image in the Binarly dashboard, and give each file a `name` of its own.',
    ],
  ],
  'image-uncertain': [
    [
      { type: 'image-uncertain', why: 'no-list' },
      'The request that creates the image may have worked, ' +
        'but the list of images could not be read: ' +
        'an image may exist, so look for it in the Binarly dashboard before you run the job again.',
    ],
    [
      { type: 'image-uncertain', why: 'no-time' },
      'The request that creates the image may have worked, ' +
        'but the API does not say when the image with this name and version was created: ' +
        'an image may exist, so look for it in the Binarly dashboard before you run the job again.',
    ],
    [
      { type: 'image-uncertain', why: 'not-listed' },
      'The request that creates the image may have worked, ' +
        'but the API refused to repeat it, and the list of images does not have the image: ' +
        'an image may exist, so look for it in the Binarly dashboard before you run the job again.',
    ],
  ],
};

describe('reasonOfRefusal', () => {
  it.each(Object.values(REFUSALS).flat())(
    'says what happened and what to do: %j',
    (cause, text) => {
      expect(sentence(cause)).toBe(text);
    },
  );

  it('blames `token-url` for a redirect of the token endpoint', () => {
    expect(sentence({ type: 'redirect', status: 302, location: '/login' }, 'token')).toBe(
      'The token endpoint answered with a redirect (HTTP 302 to /login), which is not followed: ' +
        'set `token-url` to the address of that endpoint itself.',
    );
  });

  it.each(['DEPTH_ZERO_SELF_SIGNED_CERT', 'ERR_TLS_CERT_ALTNAME_INVALID'])(
    'never blames `api-url` for the certificate of the token endpoint: %s',
    (code) => {
      const text = sentence({ type: 'certificate', code }, 'token');
      expect(text).toContain('at `token-url`');
      expect(text).not.toContain('api-url');
    },
  );

  it('is one printable line whatever the server calls its products', () => {
    const hostile = '\n::error::##[x]\u202e\x1b[31m';
    for (const cause of [
      { type: 'ambiguous-product', given: hostile, ids: [hostile] },
      { type: 'unknown-product', product: { given: hostile, nearest: [hostile] } },
      { type: 'other-product', claimedId: hostile, productId: hostile },
    ] as const)
      expect(sentence(cause)).not.toMatch(/[\p{Cc}\p{Cf}]|##\[/u);
  });
});

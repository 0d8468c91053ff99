import { describe, expect, it } from 'vitest';
import { settings } from '../support/builders.ts';
import { CLIENT, problemInputs, problems, read } from './read.ts';

const NOT_HTTPS = 'is not an https address';
const UNENCRYPTED = 'would send a credential unencrypted over http';
const WITH_CREDENTIAL = 'has a user name or password';

describe('api-url', () => {
  it.each([
    ['https://dashboard-acme.binarly.cloud/', 'https://dashboard-acme.binarly.cloud'],
    ['https://dashboard-acme.binarly.cloud/api/v4', 'https://dashboard-acme.binarly.cloud'],
    ['https://dashboard-acme.binarly.cloud/api/v4/', 'https://dashboard-acme.binarly.cloud'],
    ['HTTPS://Dashboard-Acme.Binarly.Cloud:443', 'https://dashboard-acme.binarly.cloud'],
    ['https://binarly.corp.example:8443', 'https://binarly.corp.example:8443'],
    ['http://localhost:8080', 'http://localhost:8080'],
    ['http://127.0.0.1:8080/api/v4', 'http://127.0.0.1:8080'],
    ['http://127.1.2.3', 'http://127.1.2.3'],
    ['http://[::1]:8080', 'http://[::1]:8080'],
    ['https://tools.corp/binarly', 'https://tools.corp/binarly'],
    ['https://tools.corp/binarly/', 'https://tools.corp/binarly'],
    ['https://tools.corp/a/b/api/v4//', 'https://tools.corp/a/b'],
    ['https://notbinarly.cloud/binarly', 'https://notbinarly.cloud/binarly'],
    ['https://binarly.cloud.corp/binarly', 'https://binarly.cloud.corp/binarly'],
  ])('accepts %s', (text, apiUrl) => {
    expect(read({ 'api-url': text })).toEqual({ ok: true, settings: settings({ apiUrl }) });
  });

  it.each([
    ['acme', NOT_HTTPS],
    ['dashboard-acme.binarly.cloud', NOT_HTTPS],
    ['dashboard-acme.binarly.cloud:443', NOT_HTTPS],
    ['ftp://dashboard-acme.binarly.cloud', NOT_HTTPS],
    ['javascript:alert(1)', NOT_HTTPS],
    ['https://', NOT_HTTPS],
    ['http://dashboard-acme.binarly.cloud', UNENCRYPTED],
    ['http://10.0.0.1', UNENCRYPTED],
    ['http://127.0.0.1.evil.example', UNENCRYPTED],
    ['http://localhost.evil.example', UNENCRYPTED],
    ['https://dashboard-acme.binarly.cloud/api/v3', 'must not have a path after the host name'],
    ['https://dashboard-acme.binarly.cloud/binarly', 'must not have a path after the host name'],
    ['https://binarly.cloud/x/api/v4', 'must not have a path after the host name'],
    ['https://tools.corp/?a=b', 'must not have a query or a fragment'],
    ['https://tools.corp/binarly#a', 'must not have a query or a fragment'],
    ['https://user:password@dashboard-acme.binarly.cloud', WITH_CREDENTIAL],
    ['https://user@dashboard-acme.binarly.cloud', WITH_CREDENTIAL],
    ['https://:password@dashboard-acme.binarly.cloud', WITH_CREDENTIAL],
    ['http://user:password@localhost', WITH_CREDENTIAL],
  ])('refuses %s', (text, problem) => {
    expect(problems({ 'api-url': text })).toEqual([
      expect.stringMatching(RegExp(`^api-url: ${problem}: `)),
    ]);
  });

  it('reports a path and a query, both at once', () => {
    expect(problems({ 'api-url': 'https://dashboard-acme.binarly.cloud/x?y' })).toEqual([
      expect.stringContaining('must not have a query or a fragment'),
      expect.stringContaining('must not have a path after the host name'),
    ]);
  });
});

describe('token-url', () => {
  const PATH = '/realms/BinarlyRealm/protocol/openid-connect/token';

  it.each([
    ['https://dashboard-acme.binarly.cloud', `https://auth-acme.binarly.cloud${PATH}`],
    ['https://dashboard-acme.binarly.cloud/api/v4/', `https://auth-acme.binarly.cloud${PATH}`],
    ['https://dashboard-acme-eu.binarly.cloud', `https://auth-acme-eu.binarly.cloud${PATH}`],
    ['https://dashboard-acme.prod.binarly.cloud', `https://auth-acme.prod.binarly.cloud${PATH}`],
    ['https://dashboard.c0ffee.binarly.cloud', `https://auth.c0ffee.binarly.cloud${PATH}`],
  ])('is derived from %s', (url, tokenUrl) => {
    expect(read({ ...CLIENT, 'api-url': url })).toMatchObject({
      settings: { apiUrl: new URL(url).origin, credential: { kind: 'client', tokenUrl } },
    });
  });

  it('is taken as given, with any path', () => {
    expect(read({ ...CLIENT, 'token-url': 'http://localhost:1/token' })).toMatchObject({
      settings: { credential: { tokenUrl: 'http://localhost:1/token' } },
    });
  });

  it.each([
    'https://binarly.example.com',
    'https://dashboard-acme.binarly.cloud.example.com',
    'https://dashboard-acme.binarly.cloud:8443',
    'https://acme.binarly.cloud',
  ])('is required if it cannot be derived, as from %s', (url) => {
    expect(problems({ ...CLIENT, 'api-url': url })).toEqual([
      expect.stringMatching(/^token-url: is empty and cannot be derived from this `api-url`: /),
    ]);
  });

  it.each(['', 'nowhere'])('causes no second problem if `api-url` is %j', (url) => {
    expect(problemInputs({ ...CLIENT, 'api-url': url })).toEqual(['api-url']);
  });

  it.each([
    ['nowhere', NOT_HTTPS],
    ['http://auth.example.com/token', UNENCRYPTED],
    ['https://user@auth.example.com/token', WITH_CREDENTIAL],
  ])('refuses %s', (url, problem) => {
    expect(problems({ ...CLIENT, 'token-url': url })).toEqual([
      expect.stringMatching(RegExp(`^token-url: ${problem}: `)),
    ]);
  });
});

describe('an address', () => {
  it.each(['api-url', 'token-url'] as const)(
    'is not an expression without a value: %s',
    (input) => {
      expect(problems({ ...CLIENT, [input]: 'null' })).toContain(
        `${input}: is "null": the step before gave no value, so check the output it comes from`,
      );
    },
  );
});

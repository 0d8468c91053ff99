import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ignoredBypasses, ignoredProxy } from '../../src/http/proxy.ts';

const API = new URL('https://dashboard-acme.binarly.cloud');

describe('ignoredProxy', () => {
  beforeEach(() => {
    for (const name of ['https_proxy', 'HTTPS_PROXY', 'no_proxy', 'NO_PROXY']) vi.stubEnv(name, '');
  });

  it.each(['http://proxy.corp:3128', 'https://user:pass%25word@proxy.corp', '10.0.0.1:3128'])(
    'accepts %s, which is used',
    (proxy) => {
      vi.stubEnv('https_proxy', proxy);
      expect(ignoredProxy(API)).toBeUndefined();
    },
  );

  it.each([
    'proxy.corp:3128',
    'user:not-shown@proxy.corp:3128',
    'http://user:not-shown%@proxy.corp:3128',
    'not shown',
    'http://',
  ])('names the variable that holds %s, which is not used', (proxy) => {
    vi.stubEnv('HTTPS_PROXY', proxy);
    expect(ignoredProxy(API)).toBe('HTTPS_PROXY');
    vi.stubEnv('https_proxy', proxy);
    expect(ignoredProxy(API)).toBe('https_proxy');
  });

  it('names nothing if there is no proxy, or if it is bypassed', () => {
    expect(ignoredProxy(API)).toBeUndefined();
    vi.stubEnv('https_proxy', 'proxy.corp:3128');
    expect(ignoredProxy(new URL('https://localhost:8443'))).toBeUndefined();
    expect(ignoredProxy(new URL('http://127.0.0.1:8080'))).toBeUndefined();
    vi.stubEnv('no_proxy', '.binarly.cloud');
    expect(ignoredProxy(API)).toBeUndefined();
  });
});

describe('ignoredBypasses', () => {
  beforeEach(() => {
    for (const name of ['https_proxy', 'HTTPS_PROXY', 'no_proxy', 'NO_PROXY']) vi.stubEnv(name, '');
    vi.stubEnv('https_proxy', 'http://proxy.corp:3128');
  });

  it.each([
    ['10.0.0.0/8', ['10.0.0.0/8']],
    ['*.corp', ['*.corp']],
    ['localhost a.corp b.corp', ['localhost a.corp b.corp']],
    ['a.corp;b.corp', ['a.corp;b.corp']],
    ['https://a.corp', ['https://a.corp']],
    ['::1, fe80::1', ['::1', 'fe80::1']],
    ['localhost, 172.16.0.0/12,.corp , *.binarly.cloud', ['172.16.0.0/12', '*.binarly.cloud']],
  ])('names what has no effect in %s', (value, entries) => {
    vi.stubEnv('NO_PROXY', value);
    expect(ignoredBypasses(API)).toEqual({ variable: 'NO_PROXY', entries });
    vi.stubEnv('no_proxy', value);
    expect(ignoredBypasses(API)).toEqual({ variable: 'no_proxy', entries });
  });

  it.each(['', ' , ', 'localhost,127.0.0.1,.corp,a.corp:8443,[::1]', '*', '*,10.0.0.0/8'])(
    'names nothing in %j',
    (value) => {
      vi.stubEnv('no_proxy', value);
      expect(ignoredBypasses(API)).toBeUndefined();
    },
  );

  it('names nothing if the proxy is bypassed, not used or missing', () => {
    vi.stubEnv('no_proxy', '*.corp, binarly.cloud');
    expect(ignoredBypasses(API)).toBeUndefined();
    vi.stubEnv('no_proxy', '*.corp');
    expect(ignoredBypasses(new URL('https://localhost'))).toBeUndefined();
    vi.stubEnv('https_proxy', 'proxy.corp:3128');
    expect(ignoredBypasses(API)).toBeUndefined();
    vi.stubEnv('https_proxy', '');
    expect(ignoredBypasses(API)).toBeUndefined();
  });
});

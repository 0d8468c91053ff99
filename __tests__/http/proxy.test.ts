import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ignoredProxy } from '../../src/http/proxy.ts';

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

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ignoredNoProxy, ignoredProxy } from '../../src/http/proxy.ts';

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

describe('ignoredNoProxy', () => {
  beforeEach(() => {
    for (const name of ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY']) {
      vi.stubEnv(name, '');
      vi.stubEnv(
        name.replace(/https?/i, (it) => (it.startsWith('h') ? 'no' : 'NO')),
        '',
      );
    }
    vi.stubEnv('https_proxy', 'http://proxy.corp:3128');
  });

  it.each(['10.0.0.0/8', '*.corp.example', 'a.example b.example', 'a.example, *.b'])(
    'names the variable that has an entry like %s',
    (list) => {
      vi.stubEnv('NO_PROXY', list);
      expect(ignoredNoProxy(API)).toBe('NO_PROXY');
      vi.stubEnv('no_proxy', list);
      expect(ignoredNoProxy(API)).toBe('no_proxy');
    },
  );

  it.each(['', '*', '.corp.example, other.example:8443', '10.0.0.1'])(
    'names nothing for %j, which counts as it is',
    (list) => {
      vi.stubEnv('no_proxy', list);
      expect(ignoredNoProxy(API)).toBeUndefined();
    },
  );

  it('names nothing if there is no proxy for the address', () => {
    vi.stubEnv('no_proxy', '10.0.0.0/8');
    expect(ignoredNoProxy(new URL('http://api.example'))).toBeUndefined();
  });
});

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { proxyProblem } from '../../src/http/proxy.ts';

const API = new URL('https://dashboard-acme.binarly.cloud');

describe('proxyProblem', () => {
  beforeEach(() => {
    for (const name of ['https_proxy', 'HTTPS_PROXY', 'no_proxy', 'NO_PROXY']) vi.stubEnv(name, '');
  });

  it.each(['http://proxy.corp:3128', 'https://user:pass%25word@proxy.corp', '10.0.0.1:3128'])(
    'is none with %s',
    (proxy) => {
      vi.stubEnv('https_proxy', proxy);
      expect(proxyProblem(API)).toBeUndefined();
    },
  );

  it.each([
    'proxy.corp:3128',
    'user:not-shown@proxy.corp:3128',
    'http://user:not-shown%@proxy.corp:3128',
    'not shown',
    'http://',
  ])('is told of %s, and never shows it', (proxy) => {
    vi.stubEnv('HTTPS_PROXY', proxy);
    expect(proxyProblem(API)).toBe(
      'The proxy in HTTPS_PROXY is not used for dashboard-acme.binarly.cloud: write it like http://proxy.example:3128, and a % in its user name or password as %25.',
    );
  });

  it('is none where no proxy is named, or none is wanted', () => {
    expect(proxyProblem(API)).toBeUndefined();
    vi.stubEnv('https_proxy', 'proxy.corp:3128');
    vi.stubEnv('no_proxy', '.binarly.cloud');
    expect(proxyProblem(API)).toBeUndefined();
    expect(proxyProblem(new URL('https://localhost:8443'))).toBeUndefined();
    expect(proxyProblem(new URL('http://127.0.0.1:8080'))).toBeUndefined();
  });
});

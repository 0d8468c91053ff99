/** What the bundle loads, and when: undici is most of it, and only a proxy of `fetch` needs it. */
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

interface Undici {
  readonly ProxyAgent: new (options: { readonly uri: string }) => object;
  readonly fetch: (url: string, options?: { readonly dispatcher?: object }) => Promise<Response>;
}

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
const lazy = () =>
  import(new URL('../../dist/lazy-undici.js', import.meta.url).href) as Promise<Undici>;
const chunks = readdirSync(dist).filter((name) => /^(start|\d+\.index)\.js$/.test(name));

it('the bundle starts without undici', () => {
  const code = readFileSync(`${dist}start.js`, 'utf8');
  const imported = Array.from(
    code.matchAll(/^import .*? from "(.*?)";/gm),
    ([, name]) => name,
  ).sort();
  expect(imported).toEqual(['./lazy-undici.js', 'module']);
  expect(code.length).toBeLessThan(855_000);
  // Octokit is a chunk of its own, which a step without a commit status never loads.
  expect(code).not.toContain('/node_modules/@octokit/');
  const octokit = chunks.filter((name) =>
    readFileSync(`${dist}${name}`, 'utf8').includes('/node_modules/@octokit/'),
  );
  expect(octokit).toHaveLength(1);
});

it('the stand-in for undici has everything that the bundle takes from it', async () => {
  const names = chunks.flatMap((name) =>
    Array.from(
      readFileSync(`${dist}${name}`, 'utf8').matchAll(
        /\bundici_js_\w*\.(\w+)|\["(\w+)"\]: \(\) => \(\w*undici\w*\./g,
      ),
      (match) => match[1] ?? match[2],
    ),
  );
  expect([...new Set(names)].sort()).toEqual(Object.keys(await lazy()).sort());
});

it('`fetch` through a proxy works, and loads undici', async () => {
  const asked: (string | undefined)[] = [];
  const proxy = createServer().on('connect', (request, socket) => {
    asked.push(request.url);
    socket.write('HTTP/1.1 200 OK\r\n\r\n');
    socket.once('data', () =>
      socket.end('HTTP/1.1 200 OK\r\ncontent-length: 7\r\nconnection: close\r\n\r\nproxied'),
    );
  });
  await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening));
  try {
    const { fetch, ProxyAgent } = await lazy();
    const dispatcher = new ProxyAgent({
      uri: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    });
    const response = await fetch('http://api.test/', { dispatcher });
    expect(await response.text()).toBe('proxied');
    expect(asked).toEqual(['api.test:80']);
  } finally {
    proxy.close();
  }
});

/** What the bundle loads, and when: undici is most of it, and only a proxy of `fetch` needs it. */
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

interface Undici {
  readonly ProxyAgent: new (options: { readonly uri: string }) => object;
  readonly fetch: (url: string, options?: { readonly dispatcher?: object }) => Promise<Response>;
}

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
const lazy = () =>
  import(new URL('../../dist/lazy-packages.js', import.meta.url).href) as Promise<Undici>;
const chunks = readdirSync(dist).filter((name) => /^(start|\d+\.index)\.js$/.test(name));
const codeOf = (name: string) => readFileSync(`${dist}${name}`, 'utf8');

/** The names that it imports of each file. */
function importsOf(code: string): readonly (readonly [file: string, names: string])[] {
  const imports = code.matchAll(/^import (.*?) from "(.*?)";/gm);
  return Array.from(imports, ([, names = '', file = '']) => [file, names]);
}

it('the bundle starts without what few steps need', () => {
  const code = codeOf('start.js');
  const imported = new Set(importsOf(code).map(([file]) => file));
  expect([...imported].sort()).toEqual(['./lazy-packages.js', 'module']);
  expect(code.length).toBeLessThan(470_000);
  // The settle step, the upload step and octokit: each is loaded by the steps that use it.
  const others = chunks.filter((name) => name !== 'start.js').map(codeOf);
  const marks = ['createSettleAction(', 'createUploadAction(', 'node_modules/@octokit/'];
  expect(others).toHaveLength(marks.length);
  for (const mark of marks) {
    expect(code).not.toContain(mark);
    expect(others.filter((chunk) => chunk.includes(mark))).toHaveLength(1);
  }
});

it('Node loads neither its own undici nor what only other programs and files need', async () => {
  const script = `await import(${JSON.stringify(new URL('../../dist/start.js', import.meta.url).href)});
    console.log(process.moduleLoadList.join('\\n'));`;
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script]);
  const loaded = stdout.split('\n').filter((line) => line.startsWith('NativeModule '));
  expect(loaded).toContain('NativeModule https');
  for (const name of ['internal/deps/undici/undici', 'child_process', 'assert', 'zlib'])
    expect(loaded).not.toContain(`NativeModule ${name}`);
});

it('the stand-in for packages has everything that the bundle takes from it', async () => {
  const names = chunks.flatMap((name) => {
    const code = codeOf(name);
    return importsOf(code)
      .filter(([file]) => file === './lazy-packages.js')
      .flatMap(([, imported]) => {
        const [, namespace] = /^\* as (\w+)$/.exec(imported) ?? [];
        if (namespace === undefined) return imported.replace(/[{}]/g, '').split(',');
        return Array.from(
          code.matchAll(new RegExp(`\\b${namespace}\\.(\\w+)`, 'g')),
          ([, it]) => it,
        );
      })
      .map((it) => it?.trim());
  });
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

/**
 * The built action in a company network: behind a CONNECT proxy, with a certificate of a private
 * CA.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../emulator/binarly.ts';
import { runStep } from '../../emulator/runner.ts';
import { systemClock } from '../../src/polling/clock.ts';
import {
  type Listening,
  type ProxyScript,
  startProxy,
  startTls,
} from '../support/company-network.ts';
import { hurried } from './preload.ts';
import { expectComplete, IDS, scanIn, TOKEN } from './step.ts';

/** No name server knows it, so only the proxy can connect to it. */
const HOST = 'api.binarly.invalid';
const PASSWORD = 'p%ss:w@rd-of-the-proxy';

let folder: string;
let emulator: Emulator;
let server: Listening;
let ca: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'network-'));
  const { private: key, cert } = await generate([{ name: 'commonName', value: HOST }], {
    extensions: [
      { name: 'basicConstraints', cA: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: HOST },
          { type: 2, value: 'localhost' },
        ],
      },
    ],
  });
  ca = join(folder, 'ca.pem');
  writeFileSync(ca, cert);
  const images = [
    { productId: IDS.product, imageId: IDS.image, scans: [scanIn('completed')], counts: {} },
  ];
  const client = { id: 'client', secret: 'secret-of-the-client', lifetimeMs: 1_800_000 };
  emulator = await startEmulator({ token: TOKEN, client, images }, systemClock);
  server = await startTls(Number(new URL(emulator.url).port), key, cert);
});

afterAll(async () => {
  await server.close();
  await emulator.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Network {
  readonly proxy?: Partial<ProxyScript>;
  /** Stands before the proxy's address. */
  readonly login?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly inputs?: Readonly<Record<string, string>>;
}

/** A step that reaches the API through a proxy alone, and trusts its certificate. */
async function takeStep({ proxy: script = {}, login = '', env = {}, inputs = {} }: Network) {
  const proxy = await startProxy({ leadsTo: server.port, ...script });
  try {
    const result = await runStep(
      {
        'api-url': `https://${HOST}`,
        token: TOKEN,
        ...IDS,
        'max-outage': '2s',
        'poll-interval': '1s',
        ...inputs,
      },
      {
        env: {
          https_proxy: `http://${login}127.0.0.1:${proxy.port}`,
          NODE_EXTRA_CA_CERTS: ca,
          ...env,
        },
      },
    );
    expectComplete(result);
    expect(result.stdout + result.summary + JSON.stringify(result.outputs)).not.toMatch(
      /p(%|%25)ss(:|%3A)w(@|%40)rd|cCVzczp3/,
    );
    return { ...result, asked: proxy.asked };
  } finally {
    await proxy.close();
  }
}

describe.concurrent('a proxy', () => {
  it('carries the requests to the API', async () => {
    const { code, asked } = await takeStep({});
    expect(code).toBe(0);
    expect(asked).toEqual([`${HOST}:443`, `${HOST}:443`]);
  });

  it('carries the requests for tokens', async () => {
    const { code, asked, outputs } = await takeStep({
      inputs: {
        token: '',
        'client-id': 'client',
        'client-secret': 'secret-of-the-client',
        'token-url': emulator.tokenUrl.replace(/^http:\/\/[^/]*/, 'https://auth.binarly.invalid'),
      },
      env: { NODE_TLS_REJECT_UNAUTHORIZED: undefined },
    });
    expect(asked[0]).toBe('auth.binarly.invalid:443');
    // The certificate is not for that name.
    expect(code).toBe(1);
    // The sentence is about the endpoint that has the wrong certificate.
    expect(outputs['reason']).toContain('at token-url');
    expect(outputs['reason']).not.toContain('api-url');
  });

  const login = `user:${encodeURIComponent(PASSWORD)}@`;
  it('gets its password, and nobody else does', async () => {
    const { code, stderr } = await takeStep({ proxy: { wants: `user:${PASSWORD}` }, login });
    expect([code, stderr]).toEqual([0, '']);
  });

  it.each(['', 'user:wrong@'])(
    'is an error at once if it requires another password: %j',
    async (given) => {
      const { outputs } = await takeStep({ proxy: { wants: `user:${PASSWORD}` }, login: given });
      expect(outputs['status']).toBe('error');
      expect(outputs['reason']).toContain(
        '(HTTP 407): put the user name and password into the address in https_proxy',
      );
    },
  );

  it.each([
    ['answers 503', 'HTTP/1.1 503 Service Unavailable\r\n\r\n', 'the proxy answered HTTP 503'],
    [
      'answers with a page',
      'HTTP/1.1 302 Found\r\nLocation: http://portal/\r\nContent-Length: 6\r\n\r\n<html>',
      'the proxy answered HTTP 302',
    ],
    ['speaks something else', 'SSH-2.0-OpenSSH_9.9\r\n', ''],
    ['hangs up', '', 'the connection through the proxy failed (socket hang up)'],
  ])('that %s is tried until max-outage is over', async (_, instead, said) => {
    // On a busy machine, a request takes seconds.
    const inputs = { 'max-outage': '8s' };
    const { outputs, asked } = await takeStep({ proxy: { instead }, inputs });
    expect(outputs['status']).toBe('unavailable');
    expect(outputs['reason']).toContain(said);
    expect(asked.length).toBeGreaterThan(1);
  });

  it('that stays silent is abandoned at the time limit', async () => {
    const { outputs } = await takeStep({
      proxy: { instead: 'silence' },
      inputs: { timeout: '0s' },
      env: hurried(3),
    });
    expect(outputs['status']).toBe('unavailable');
    expect(outputs['reason']).toContain('no complete response within 5 s');
  });

  it('that is down is tried until max-outage is over', async () => {
    const closed = createServer();
    await new Promise<void>((listening) => closed.listen(0, '127.0.0.1', listening));
    const { port } = closed.address() as { port: number };
    await new Promise((done) => closed.close(done));
    const { outputs } = await takeStep({ env: { https_proxy: `http://127.0.0.1:${port}` } });
    expect(outputs['status']).toBe('unavailable');
    expect(outputs['reason']).toContain(
      'the connection through the proxy failed (connect ECONNREFUSED',
    );
  });

  it('is bypassed if `no_proxy` says so', async () => {
    const { outputs, asked } = await takeStep({ env: { no_proxy: '.invalid' } });
    expect(outputs['status']).toBe('unavailable');
    expect(outputs['reason']).toContain('the host name could not be resolved');
    expect(asked).toEqual([]);
  });

  it('says what in `no_proxy` has no effect', async () => {
    const no_proxy = 'localhost, 10.0.0.0/8, *.invalid';
    const { outputs, stdout } = await takeStep({ env: { no_proxy } });
    expect(outputs['status']).toBe('completed');
    expect(stdout).toContain(
      `In no_proxy, 10.0.0.0/8, *.invalid cannot be read, and the proxy is used for ${HOST}: `,
    );
  });

  it.each(['proxy.corp:3128', `http://user:${PASSWORD}@proxy.corp:3128`])(
    'that cannot be used is reported in the log, case %#',
    async (value) => {
      const { outputs, stdout } = await takeStep({ env: { https_proxy: value } });
      expect(outputs['status']).toBe('unavailable');
      expect(stdout).toContain(
        `Ignoring the proxy in https_proxy for ${HOST}: use the form http://proxy.example:3128`,
      );
    },
  );
});

describe.concurrent('a certificate of a private CA', () => {
  it('is refused at once, and the sentence names the variable', async () => {
    const { outputs, asked } = await takeStep({ env: { NODE_EXTRA_CA_CERTS: undefined } });
    expect(outputs['status']).toBe('error');
    expect(outputs['reason']).toMatch(
      /not trusted \(\w+\): set NODE_EXTRA_CA_CERTS .* set NODE_USE_SYSTEM_CA to 1 there/,
    );
    expect(asked).toHaveLength(1);
  });

  it('is trusted from the system store if Node is configured to use it', async () => {
    const env = { NODE_EXTRA_CA_CERTS: undefined, NODE_USE_SYSTEM_CA: '1', SSL_CERT_FILE: ca };
    const { code } = await takeStep({ env });
    // OpenSSL's variable says where the store is, on Linux only.
    if (process.platform === 'linux') expect(code).toBe(0);
  });

  it('for another host is refused at once, and the sentence says so', async () => {
    const { outputs } = await takeStep({ inputs: { 'api-url': 'https://other.binarly.invalid' } });
    expect(outputs['status']).toBe('error');
    expect(outputs['reason']).toContain('set api-url to a host name that the certificate covers');
  });
});

/**
 * The built action with client credentials, and with tokens that end; and that no secret shows in
 * anything that it writes.
 */
import { describe, expect, it } from 'vitest';
import { startEmulator } from '../../emulator/binarly.ts';
import { apiError } from '../../emulator/faults.ts';
import { runStep, type StepResult } from '../../emulator/runner.ts';
import { systemClock } from '../../src/polling/clock.ts';
import { expectComplete, IDS, once, SCAN, scanIn, takeStep } from './step.ts';

const CLIENT = { id: 'ci', secret: 'secret-of-the-emulator' };

/** Everything that a run wrote, but for the lines that ask the runner to mask something. */
function written({ stdout, stderr, summary, outputs }: StepResult): string {
  return [
    stdout.replaceAll(/^::add-mask::.*$/gm, ''),
    stderr,
    summary,
    JSON.stringify(outputs),
  ].join('\n');
}

function jwt(expiresInMs: number): string {
  const payload = { exp: Math.floor((Date.now() + expiresInMs) / 1000) };
  return `${[{ alg: 'none' }, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.unsigned`;
}

async function withClient(
  inputs: Record<string, string>,
  states: readonly { atMs: number; type: string }[],
  lifetimeMs: number,
) {
  const images = [{ productId: IDS.product, imageId: IDS.image, scans: [scanIn('', { states })] }];
  // The platform echoes the credential in an error, as a careless one might.
  const echo = apiError(500, `secret ${CLIENT.secret}`);
  const faults = [{ fault: echo, fromRequest: 2, toRequest: 2 }];
  const emulator = await startEmulator(
    { client: { ...CLIENT, lifetimeMs }, images, faults },
    systemClock,
  );
  try {
    const given = {
      'client-id': CLIENT.id,
      'client-secret': CLIENT.secret,
      'token-url': emulator.tokenUrl,
      ...inputs,
    };
    const result = await runStep(
      { 'api-url': emulator.url, ...IDS, 'poll-interval': '1s', ...given },
      { env: { RUNNER_DEBUG: '1' } },
    );
    return { ...result, issued: emulator.issued, requests: emulator.requests };
  } finally {
    await emulator.close();
  }
}

describe.concurrent('client credentials', () => {
  it('carry a wait over several tokens, all masked before they can show', async () => {
    const states = [
      { atMs: -1, type: 'running' },
      { atMs: 6_000, type: 'completed' },
    ];
    const result = await withClient({}, states, 2_000);
    expectComplete(result);
    expect(result.outputs).toMatchObject({ status: 'completed', 'scan-id': SCAN });
    expect(result.issued.length).toBeGreaterThanOrEqual(3);
    for (const secret of [CLIENT.secret, ...result.issued]) {
      expect(result.stdout).toContain(`::add-mask::${secret}\n`);
      expect(written(result)).not.toContain(secret);
    }
    expect(result.stdout).toContain('HTTP 500: secret ***');
  });

  it('that are wrong end the step at once, and name what to check', async () => {
    const result = await withClient(
      { 'client-secret': 'another-secret' },
      [{ atMs: -1, type: 'completed' }],
      60_000,
    );
    expectComplete(result);
    expect(result.outputs['status']).toBe('error');
    expect(result.outputs['reason']).toBe(
      'The token endpoint refused the client (HTTP 401: unauthorized_client: Invalid client or Invalid client credentials): check client-id, client-secret and token-url.',
    );
    expect(result.requests).toEqual([]);
    expect(written(result)).not.toContain('another-secret');
  });

  it('need an endpoint if none can be derived, and go alone', async () => {
    const result = await withClient({ 'token-url': '', token: 'not-a-token' }, [], 60_000);
    expectComplete(result);
    expect(result.outputs['reason']).toContain(
      'token cannot be combined with client-id and client-secret',
    );
    const alone = await withClient({ 'token-url': '' }, [], 60_000);
    expect(alone.outputs['reason']).toContain('token-url is empty and cannot be derived');
  });
});

describe.concurrent('a static token that is a JWT', () => {
  it('that ends before the deadline causes a warning, once', async () => {
    const token = jwt(600_000);
    const result = await takeStep({ inputs: { token }, faults: once(apiError(503, 'later')) });
    const warnings = result.annotations.filter(({ level }) => level === 'warning');
    expect(warnings).toHaveLength(1);
    expect(warnings[0]?.message).toMatch(
      /^`token` expires at \S+ \S+ UTC, before `timeout` is over: use `client-id`/,
    );
    expect(written(result)).not.toContain(token);
  });

  it('that has ended is named as the cause of a 401', async () => {
    const token = jwt(-600_000);
    const result = await takeStep({ inputs: { token } });
    expectComplete(result);
    expect(result.outputs['reason']).toMatch(
      /^token expired at \S+ \S+ UTC \(HTTP 401: unauthenticated\): /,
    );
    expect(written(result)).not.toContain(token);
  });

  it('that lasts is not mentioned', async () => {
    const result = await takeStep({ inputs: { token: jwt(600_000), timeout: '0s' } });
    expect(result.annotations.filter(({ level }) => level === 'warning')).toEqual([]);
  });
});

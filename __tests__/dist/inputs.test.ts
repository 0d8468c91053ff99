/** The built action with inputs that cannot be used: one error with every problem, no request, and a full report all the same. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { expectComplete, SCAN, TOKEN, takeStep } from './step.ts';

const folder = mkdtempSync(join(tmpdir(), 'events-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function eventFile(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

describe.concurrent('unusable inputs', () => {
  it('are all named in one error, and nothing is asked', async () => {
    const result = await takeStep({
      inputs: {
        product: '',
        image: '..',
        timeout: '300',
        'poll-interval': '0.5s',
        'on-timeout': 'ignore',
        scan: SCAN,
        'created-after': 'now',
      },
    });
    expectComplete(result);
    expect(result.code).toBe(1);
    expect(result.requests).toEqual([]);
    expect(result.outputs).toMatchObject({
      status: 'error',
      scans: '[]',
      'scan-id': '',
      'image-id': '',
      'waited-seconds': '0',
    });
    for (const input of [
      'product',
      'image',
      'timeout',
      'poll-interval',
      'on-timeout',
      'created-after',
    ])
      expect(result.outputs['reason']).toContain(`\`${input}\``);
    expect(result.summary).toContain('was not possible');
  });

  it('never show the token', async () => {
    const result = await takeStep({ inputs: { token: `Bearer ${TOKEN}`, timeout: '5 minutes' } });
    expect(result.outputs['reason']).toContain('leave that word out');
    const said =
      result.stdout.replace(`::add-mask::Bearer ${TOKEN}`, '') +
      result.summary +
      JSON.stringify(result.outputs);
    expect(said).not.toContain(TOKEN);
  });

  it('are accepted empty where there is a default', async () => {
    const result = await takeStep({
      inputs: {
        timeout: '',
        'poll-interval': '',
        'appearance-timeout': '',
        'max-outage': '',
        'on-timeout': '',
      },
    });
    expectComplete(result);
    expect(result.outputs['status']).toBe('completed');
    expect(result.stdout).toContain('Waiting up to 2 h, asking every 5 to 30 s,');
  });

  it.each(['/', '/api/v4', '/api/v4/'])('api-url may end in %s', async (apiUrlEnd) => {
    const result = await takeStep({ apiUrlEnd });
    expectComplete(result);
    expect(result.outputs['status']).toBe('completed');
    expect(result.requests[0]).toMatch(/^\/api\/v4\/products\//);
  });
});

describe.concurrent('a missing token', () => {
  const pullRequest = (head: string | null) =>
    JSON.stringify({
      repository: { full_name: 'acme/firmware' },
      pull_request: { number: 1, head: { repo: head === null ? null : { full_name: head } } },
    });
  it.each([
    ['a forgotten secret', {}, 'check that the secret exists'],
    [
      "a fork's pull request",
      { GITHUB_EVENT_PATH: eventFile('fork', pullRequest('somebody/firmware')) },
      'comes from a fork',
    ],
    [
      "a deleted fork's pull request",
      { GITHUB_EVENT_PATH: eventFile('deleted', pullRequest(null)) },
      'comes from a fork',
    ],
    [
      'a pull request of our own',
      { GITHUB_EVENT_PATH: eventFile('own', pullRequest('acme/firmware')) },
      'check that the secret exists',
    ],
    ['Dependabot', { GITHUB_ACTOR: 'dependabot[bot]' }, 'Dependabot'],
    [
      'an event that is not JSON',
      { GITHUB_EVENT_PATH: eventFile('broken', '{') },
      'check that the secret exists',
    ],
  ])('is told apart: %s', async (_, env, words) => {
    const result = await takeStep({ inputs: { token: '' }, options: { env } });
    expectComplete(result);
    expect(result.outputs['status']).toBe('error');
    expect(result.outputs['reason']).toContain('`token` is empty');
    expect(result.outputs['reason']).toContain(words);
    expect(result.requests).toEqual([]);
  });
});

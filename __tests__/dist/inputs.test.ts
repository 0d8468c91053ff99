/**
 * The built action with invalid inputs: one error with every problem, no request, and a full
 * report.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { expectComplete, IDS, SCAN, TOKEN, takeStep } from './step.ts';

const folder = mkdtempSync(join(tmpdir(), 'events-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function eventFile(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

describe.concurrent('invalid inputs', () => {
  it('are all reported in one error, and no request is made', async () => {
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
      expect(result.outputs['reason']).toContain(`${input} `);
    expect(result.summary).toMatch(/^## ❌ Invalid inputs\n/);
    // Each problem has a line of its own.
    const [annotation] = result.annotations;
    expect(annotation?.message.split('\n')).toHaveLength(1 + 7);
    expect(result.summary.split('\n').filter((line) => line.startsWith('- '))).toHaveLength(7);
  });

  it('never show the token', async () => {
    const result = await takeStep({ inputs: { token: `Bearer ${TOKEN}`, timeout: '5 minutes' } });
    expect(result.outputs['reason']).toContain('remove that prefix');
    const said =
      result.stdout.replace(`::add-mask::Bearer ${TOKEN}`, '') +
      result.summary +
      JSON.stringify(result.outputs);
    expect(said).not.toContain(TOKEN);
  });

  it('fall back to their defaults if they are empty', async () => {
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
    expect(result.stdout).toContain('Waiting up to 2 h, polling every 5 to 30 s,');
  });

  it.each(['/', '/api/v4', '/api/v4/'])('api-url may end in %s', async (apiUrlEnd) => {
    const result = await takeStep({ apiUrlEnd });
    expectComplete(result);
    expect(result.outputs['status']).toBe('completed');
    expect(result.requests[0]).toMatch(/^\/api\/v4\/products\//);
  });
});

describe.concurrent('the report of a missing token', () => {
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
      'a run for a pull request of a fork that has secrets',
      {
        GITHUB_EVENT_NAME: 'pull_request_target',
        GITHUB_EVENT_PATH: eventFile('target', pullRequest('somebody/firmware')),
      },
      'check that the secret exists',
    ],
    [
      'an event that is not JSON',
      { GITHUB_EVENT_PATH: eventFile('broken', '{') },
      'check that the secret exists',
    ],
  ])('names the cause: %s', async (_, env, words) => {
    const result = await takeStep({ inputs: { token: '' }, options: { env } });
    expectComplete(result);
    expect(result.outputs['status']).toBe('error');
    expect(result.outputs['reason']).toContain('token is empty');
    expect(result.outputs['reason']).toContain(words);
    expect(result.requests).toEqual([]);
  });
});

it('a run of a fork reports only the missing credential, because GitHub withholds variables too', async () => {
  const fork = JSON.stringify({ repository: { full_name: 'acme/firmware' }, pull_request: {} });
  const result = await takeStep({
    inputs: { token: '', product: '', timeout: '5' },
    options: { env: { GITHUB_EVENT_PATH: eventFile('fork-without-variables', fork) } },
  });
  expectComplete(result);
  expect(result.outputs['reason']).toMatch(
    /^One input is invalid: token is empty: this pull request/,
  );
});

describe.concurrent('names of resources', () => {
  it('are accepted as product, image and scan', async () => {
    const image = `products/${IDS.product}/images/${IDS.image}`;
    const result = await takeStep({
      inputs: { product: `products/${IDS.product}`, image, scan: `${image}/scans/${SCAN}` },
    });
    expectComplete(result);
    expect(result.outputs).toMatchObject({
      status: 'completed',
      'product-id': IDS.product,
      'image-id': IDS.image,
      'scan-id': SCAN,
    });
  });

  it('that disagree are an error', async () => {
    const result = await takeStep({ inputs: { image: `products/OTHER/images/${IDS.image}` } });
    expectComplete(result);
    expect(result.outputs['reason']).toContain('belongs to product OTHER');
    expect(result.requests).toEqual([]);
  });

  it('that disagree with the product of that name are an error', async () => {
    const result = await takeStep({
      products: [{ id: IDS.product, name: 'Board' }],
      inputs: { product: 'Board', image: `products/OTHER/images/${IDS.image}` },
    });
    expectComplete(result);
    expect(result.outputs['status']).toBe('error');
    expect(result.outputs['reason']).toContain('another input names product OTHER');
  });
});

it('a platform on premises may have a path before `/api/v4`', async () => {
  const result = await takeStep({
    apiUrlEnd: '/tools/binarly/api/v4/',
    inputs: { 'appearance-timeout': '0s' },
  });
  expectComplete(result);
  expect(result.requests[0]).toMatch(/^\/tools\/binarly\/api\/v4\/products\//);
});

it('a product name matches in another Unicode form and with other white space', async () => {
  const result = await takeStep({
    products: [{ id: IDS.product, name: 'Gera\u0308t  Eins' }],
    inputs: { product: 'Ger\u00e4t Eins' },
  });
  expectComplete(result);
  expect(result.outputs).toMatchObject({ status: 'completed', 'product-id': IDS.product });
});

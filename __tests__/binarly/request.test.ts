import { describe, expect, it } from 'vitest';
import { type AskApi, createApi } from '../../src/binarly/api.ts';
import { findingsPage } from '../../src/binarly/findings.ts';
import { imageDetails } from '../../src/binarly/image-details.ts';
import { LIST_PRODUCTS } from '../../src/binarly/products.ts';
import { newestScan, scanById } from '../../src/binarly/scans.ts';
import { staticCredential } from '../../src/credentials/credential.ts';
import type { HttpRequest, Reply } from '../../src/http/messages.ts';
import { systemClock } from '../../src/polling/clock.ts';
import { instant, limits, TOKEN } from '../support/builders.ts';
import { reply } from '../support/replies.ts';

const LIMITS = limits();
const CREATED = '2026-01-26T15:30:01Z';
const SCAN = { id: 's1', createTime: CREATED, latestScanState: { type: 'running' } };

const FINDINGS = { imageId: 'i', baselineImageId: undefined, page: 1 };

/** An API that gives this JSON to every question. */
function apiOf(json: unknown, more: Partial<Reply> = {}) {
  const requests: HttpRequest[] = [];
  const ask = createApi({
    apiUrl: 'https://tools.corp/binarly',
    credential: staticCredential(TOKEN, systemClock),
    http(request) {
      requests.push(request);
      return Promise.resolve(reply(200, json, more));
    },
  });
  return { ask, requests };
}

describe('a question', () => {
  it('asks for the scans of an image with their states', async () => {
    const { ask, requests } = apiOf({ scans: [SCAN] });
    expect(await ask(newestScan('i 2')('p/1'), LIMITS)).toMatchObject({
      kind: 'found',
      value: { id: 's1', createTime: instant(CREATED), state: { type: 'running' } },
    });
    expect(requests).toEqual([
      {
        url: 'https://tools.corp/binarly/api/v4/products/p%2F1/images/i%202/scans?status=true',
        headers: { accept: 'application/json', authorization: `Bearer ${TOKEN}` },
        maxBytes: 4 * 1024 * 1024,
        ...LIMITS,
      },
    ]);
  });

  it('ignores scans created before a given time', async () => {
    const { ask } = apiOf({ scans: [SCAN] });
    expect(await ask(newestScan('i', instant('2026-01-26T15:30:02Z'))('p'), LIMITS)).toMatchObject({
      kind: 'absent',
      cause: { type: 'all-too-old' },
    });
  });

  it('asks for one scan by its ID', async () => {
    const { ask, requests } = apiOf(SCAN);
    expect(await ask(scanById('i', 's1')('p/1'), LIMITS)).toMatchObject({ value: { id: 's1' } });
    expect(requests.map(({ url }) => new URL(url).pathname + new URL(url).search)).toEqual([
      '/binarly/api/v4/products/p%2F1/images/i/scans/s1?status=true',
    ]);
  });

  it.each([
    ['list of scans', (ask: AskApi) => ask(newestScan('i')('p'), LIMITS)],
    ['list of findings', (ask: AskApi) => ask(findingsPage(FINDINGS)('p'), LIMITS)],
    ['list of products', (ask: AskApi) => ask(LIST_PRODUCTS, LIMITS)],
  ])('takes no %s for whole that has another page', async (_, question) => {
    const { ask } = apiOf({ scans: [SCAN], products: [], total: 0, rows: [] }, { hasMore: true });
    expect(await question(ask)).toMatchObject({
      kind: 'failed',
      cause: { type: 'paged-list' },
    });
  });

  it.each([
    ['its list of scans', (ask: AskApi) => ask(newestScan('i')('p'), LIMITS)],
    ['its scan', (ask: AskApi) => ask(scanById('i', 's1')('p'), LIMITS)],
  ])('knows that the credential may read an image after %s', async (_, question) => {
    let status = 200;
    const ask = createApi({
      apiUrl: 'https://api.example',
      credential: staticCredential(TOKEN, systemClock),
      http({ url }) {
        const json = url.includes('/scans?') ? { scans: [SCAN] } : SCAN;
        return Promise.resolve(reply(status, status === 200 ? json : { message: 'Forbidden' }));
      },
    });
    await question(ask);
    status = 403;
    expect(await ask(scanById('i', 's1')('p/1'), LIMITS)).toMatchObject({ kind: 'failed' });
    expect(await ask(scanById('j', 's1')('p/1'), LIMITS)).toMatchObject({ kind: 'refused' });
  });

  it('knows that the credential may read findings only after it has', async () => {
    let status = 200;
    const ask = createApi({
      apiUrl: 'https://api.example',
      credential: staticCredential(TOKEN, systemClock),
      http: ({ url }) =>
        Promise.resolve(
          status === 403
            ? reply(status, { message: 'Forbidden' })
            : reply(status, url.includes('/scans') ? SCAN : { total: 0, rows: [] }),
        ),
    });
    await ask(scanById('i', 's1')('p/1'), LIMITS);
    status = 403;
    expect(await ask(findingsPage(FINDINGS)('p'), LIMITS)).toMatchObject({ kind: 'refused' });
    status = 200;
    await ask(findingsPage(FINDINGS)('p'), LIMITS);
    status = 403;
    expect(await ask(findingsPage({ ...FINDINGS, page: 2 })('p'), LIMITS)).toMatchObject({
      kind: 'failed',
    });
  });

  it('asks for an image with its counts of findings', async () => {
    const { ask, requests } = apiOf({
      id: 'i',
      name: 'Board',
      counts: { findingTypeCounts: [], kev: 2 },
    });
    expect(await ask(imageDetails('i')('p/1'), LIMITS)).toMatchObject({
      kind: 'found',
      value: { name: 'Board', version: '', findings: { counts: {}, kev: 2 } },
    });
    expect(requests[0]?.url).toBe(
      'https://tools.corp/binarly/api/v4/products/p%2F1/images/i?withCounts=true',
    );
  });

  it('takes a 403 without a permission for a failure if it has read the image’s scans', async () => {
    const answers = [reply(200, { scans: [SCAN] }), reply(403, { message: 'Forbidden' })];
    const ask = createApi({
      apiUrl: 'https://tools.corp/binarly',
      credential: staticCredential(TOKEN, systemClock),
      http: () => Promise.resolve(answers.shift() ?? reply(403, { message: 'Forbidden' })),
    });
    await ask(newestScan('i')('p'), LIMITS);
    expect(await ask(imageDetails('i')('p'), LIMITS)).toMatchObject({ kind: 'failed' });
    expect(await ask(imageDetails('j')('p'), LIMITS)).toMatchObject({ kind: 'refused' });
  });

  it('asks for the products, of which there may be many', async () => {
    const { ask, requests } = apiOf({ products: [{ id: 'p1', name: 'Board' }] });
    expect(await ask(LIST_PRODUCTS, LIMITS)).toMatchObject({
      value: [{ id: 'p1', name: 'Board' }],
    });
    expect(requests[0]).toMatchObject({
      url: 'https://tools.corp/binarly/api/v4/products',
      maxBytes: 32 * 1024 * 1024,
    });
  });

  describe('asks for findings', () => {
    const query = { imageId: 'i', baselineImageId: undefined, page: 1 };

    /** A client of a platform that answers 400 to some requests; which fields each asked for. */
    function platform(
      refuses: (fields: readonly string[], request: number) => boolean,
      refusal: object = { message: 'unknown field' },
    ) {
      const asked: boolean[] = [];
      const ask = createApi({
        apiUrl: 'https://tools.corp/binarly',
        credential: staticCredential(TOKEN, systemClock),
        http({ body = '' }) {
          const { fields } = JSON.parse(body);
          asked.push(fields.includes('knownFixedVersion'));
          return Promise.resolve(
            refuses(fields, asked.length)
              ? reply(400, refusal)
              : reply(200, { total: 0, rows: [] }),
          );
        },
      });
      return { ask, asked };
    }

    it('once more without the newer field if the platform does not know it, and remembers', async () => {
      const { ask, asked } = platform((fields) => fields.includes('knownFixedVersion'));
      expect(await ask(findingsPage(query)('p'), LIMITS)).toMatchObject({ kind: 'found' });
      expect(await ask(findingsPage(query)('p'), LIMITS)).toMatchObject({ kind: 'found' });
      expect(asked).toEqual([true, false, false]);
    });

    it('once more if the refusal is in other words', async () => {
      const { ask, asked } = platform(
        (fields, request) => request > 1 && fields.includes('knownFixedVersion'),
        { error: 'unknown field' },
      );
      for (const times of [1, 2])
        expect([times, await ask(findingsPage(query)('p'), LIMITS)]).toMatchObject([
          times,
          { kind: 'found' },
        ]);
      expect(asked).toEqual([true, true, false]);
    });

    it('once more, and no more, if the platform refuses both', async () => {
      const { ask, asked } = platform((_, request) => request < 3);
      expect(await ask(findingsPage(query)('p'), LIMITS)).toMatchObject({ kind: 'refused' });
      expect(await ask(findingsPage(query)('p'), LIMITS)).toMatchObject({ kind: 'found' });
      expect(asked).toEqual([true, false, true]);
    });
  });
});

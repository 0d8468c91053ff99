/** Fetching reports, on a clock that jumps. */
import { describe, expect, it } from 'vitest';
import type { Downloaded, DownloadRequest } from '../../../../src/http/download.ts';
import type { Clock } from '../../../../src/polling/clock.ts';
import { createAction } from '../../../../src/steps/wait/main.ts';
import { fakeDependencies } from '../../../support/dependencies.ts';
import { reply as jsonReply, scriptedHttp } from '../../../support/http.ts';
import { createJumpingClock } from '../../../support/jumping-clock.ts';
import { noReply, reply } from '../../../support/replies.ts';
import { fakeWorkflow } from '../../../support/workflow.ts';

const INPUTS = {
  'api-url': 'https://api.example',
  token: 'token-under-test',
  product: '01JZ2ZV5Q4PR0DXCT00000000A',
  image: 'i1',
  reports: 'sbom-spdx',
};
const TOKEN_URL = 'https://id.example/token';
const SAVED = { kind: 'saved', bytes: 2 } as const;
const BUSY = reply(502, { message: 'busy' });

type ApiResult = (
  request: DownloadRequest,
  count: number,
  clock: Clock,
) => Downloaded | Promise<Downloaded>;

/** Runs the step. @param answer answers the n-th request for a report, counted from 1. */
async function run(
  answer: ApiResult,
  inputs: Readonly<Record<string, string>> = {},
  signal = new AbortController().signal,
  folder: (name: string) => string = (name) => `/temp/${name}`,
  state = 'completed',
) {
  const clock = createJumpingClock();
  const workflow = { ...fakeWorkflow({ ...INPUTS, ...inputs }), folder };
  const asked: DownloadRequest[] = [];
  const limits: number[] = [];
  let tokens = 0;
  const http = scriptedHttp([state], ({ url }) => {
    if (url.endsWith('/grids/findings:gridList'))
      return Promise.resolve(
        jsonReply({ total: 1, rows: [{ id: 'f1', severity: 'high', status: 'new' }] }),
      );
    if (url !== TOKEN_URL) return undefined;
    tokens += 1;
    return Promise.resolve(jsonReply({ access_token: `token-number-${tokens}`, expires_in: 300 }));
  }).http;
  const download = async (request: DownloadRequest) => {
    asked.push(request);
    limits.push(request.limitMs());
    return answer(request, asked.length, clock);
  };
  const action = createAction(fakeDependencies({ workflow, http, clock, download }));
  const beganMs = clock.monotonicMs();
  const code = await action.run(signal);
  return { code, asked, limits, tookMs: clock.monotonicMs() - beganMs, ...workflow };
}

describe('a report', () => {
  it.each([
    ['sbom-cyclonedx', 'sbomReport:cycloneDX?contentType=json', undefined, 'json'],
    ['sbom-spdx', 'sbomReport:SPDX?contentType=json', undefined, 'json'],
    ['cbom-cyclonedx', 'cbomReport:cycloneDX', undefined, 'json'],
    ['vex-openvex', 'vexReport:openVEX', undefined, 'json'],
    ['vex-cyclonedx', 'vexReport:cycloneDX', undefined, 'json'],
    ['findings-json', 'findingsReport:json', '{}', 'json'],
    ['findings-pdf', 'findingsReport:pdf?mode=full', undefined, 'pdf'],
  ])('%s has a request and a file of its own', async (reports, end, body, format) => {
    const { code, asked, outputs } = await run(() => SAVED, { reports });
    expect(code).toBe(0);
    const [request] = asked;
    const url = `https://api.example/api/v4/products/${INPUTS.product}/images/i1/${end}`;
    expect(request).toMatchObject({ url, format, maxBytes: 1_073_741_824 });
    expect(request?.body).toBe(body);
    expect(request?.headers['accept']).toContain(`application/${format}`);
    expect(request?.path).toBe(`/temp/reports/i1/${reports}.${format}`);
    expect(outputs['reports']).toBe('/temp/reports');
  });

  it('is fetched before the verdict, which the log says', async () => {
    const { said } = await run(() => SAVED, { reports: 'sbom-spdx,vex-openvex' });
    expect(said.filter((line) => /^info (After|Result)/.test(line)).slice(-2)).toEqual([
      'info After 0 s: fetched 2 of 2 reports.',
      'info Result after 0 s: completed (scan s1).',
    ]);
  });

  it('is tried again until `max-outage` ends', async () => {
    const { code, outputs, tookMs, said } = await run(() => BUSY);
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ status: 'unavailable', reports: '/temp/reports' });
    expect(outputs['reason']).toBe(
      'The report sbom-spdx of scan s1 could not be fetched for 15 min (last: HTTP 502: busy): ' +
        'run the job again when the API is back, or raise max-outage or timeout.',
    );
    expect(tookMs).toBe(900_000);
    expect(said).toContainEqual(
      expect.stringMatching(
        /^info After 5 s: fetching the report sbom-spdx failed twice \(HTTP 502: busy\); still trying\.$/,
      ),
    );
    expect(said).toContainEqual(expect.stringMatching(/still waiting; fetching reports: 0 of 1\./));
  });

  it('is tried until 60 s after the completion, even if the time of the step is up', async () => {
    const { outputs, tookMs, limits } = await run(() => BUSY, { timeout: '0s' });
    expect(outputs['status']).toBe('unavailable');
    expect(tookMs).toBe(60_000);
    expect([limits[0], limits.at(-1)]).toEqual([65_000, 5_000]);
  });

  it('that comes late is in time', async () => {
    const { code } = await run((_, count) => (count < 4 ? BUSY : SAVED), { timeout: '0s' });
    expect(code).toBe(0);
  });

  it.each([
    [reply(404, { message: 'no such image' }), '(the API answered HTTP 404: no such image)'],
    [reply(422, { message: 'not complete' }), 'HTTP 422: not complete'],
    [reply(409, { message: 'busy' }), 'HTTP 409: busy'],
    [reply(202, {}), 'HTTP 202'],
  ])('that is not a file is tried again: %j', async (answer, words) => {
    const { outputs, said } = await run(() => answer);
    expect(outputs['status']).toBe('unavailable');
    expect(outputs['reason']).toContain(words);
    expect(said.join('\n')).toContain(words);
    expect((await run((_, count) => (count === 1 ? answer : SAVED))).code).toBe(0);
  });

  it('is not fetched of a scan that failed', async () => {
    const { asked, outputs } = await run(() => SAVED, {}, undefined, undefined, 'failed');
    expect(asked).toEqual([]);
    expect(outputs).toMatchObject({ status: 'failed', reports: '/temp/reports' });
  });

  it('that cannot be written is an error, and not tried again', async () => {
    const { asked, outputs } = await run(() => ({ kind: 'unwritable', message: 'ENOSPC' }));
    expect(asked).toHaveLength(1);
    expect(outputs).toMatchObject({
      status: 'error',
      reason: 'Could not write a file for later steps (ENOSPC): check the disk on the runner.',
    });
  });

  it('without a folder is an error, and not requested', async () => {
    const { asked, outputs } = await run(
      () => SAVED,
      {},
      undefined,
      () => {
        throw new Error('EROFS: read-only file system');
      },
    );
    expect(asked).toEqual([]);
    expect(outputs['status']).toBe('error');
    expect(outputs['reason']).toContain('EROFS');
  });

  it('that is refused outweighs one that is not there', async () => {
    const { outputs } = await run(
      ({ path }) => (path.includes('vex') ? reply(403, { message: 'no' }) : BUSY),
      { reports: 'sbom-spdx,vex-openvex' },
    );
    expect(outputs['status']).toBe('error');
    expect(outputs['reason']).toContain('the permission reports.view');
  });

  it('behind a certificate that is not trusted is an error as for any request', async () => {
    const { outputs } = await run(() => noReply({ type: 'certificate', code: 'CERT_REVOKED' }));
    expect(outputs['reason']).toContain('is not trusted (CERT_REVOKED)');
  });

  it('that is interrupted ends the wait as interrupted', async () => {
    const abort = new AbortController();
    const { outputs } = await run(
      () => {
        abort.abort();
        return noReply({ type: 'interrupted' });
      },
      {},
      abort.signal,
    );
    expect(outputs).toMatchObject({
      status: 'interrupted',
      reason:
        'The step was interrupted before the reports of scan s1 were fetched: run the job again.',
    });
  });
});

describe('a report of an image with findings', () => {
  const GATE = { 'fail-on-severity': 'high' };

  it.each<readonly [string, ApiResult, string]>([
    ['refused', () => reply(403, { message: 'no' }), 'the API refused the report sbom-spdx'],
    ['not there', () => BUSY, 'HTTP 502: busy'],
    ['interrupted', () => noReply({ type: 'interrupted' }), 'interrupted'],
  ])('leaves a red verdict if it is %s, and the log says so', async (_, answer, words) => {
    const { outputs, said } = await run(answer, GATE);
    expect(outputs['status']).toBe('findings');
    const line = said.find((it) => it.includes('could not fetch the report sbom-spdx'));
    expect(line).toContain(words);
  });
});

describe('a report of an image whose findings are let pass', () => {
  const GATE = { 'fail-on-severity': 'high', 'on-findings': 'warn' };

  it.each<readonly [string, ApiResult, number, string]>([
    ['there', () => SAVED, 0, 'findings'],
    ['refused', () => reply(403, { message: 'no' }), 1, 'error'],
    ['not there', () => BUSY, 1, 'unavailable'],
  ])('decides if it is %s', async (_, answer, exitCode, status) => {
    const { code, outputs } = await run(answer, GATE);
    expect([code, outputs['status']]).toEqual([exitCode, status]);
  });
});

describe('several images', () => {
  it('have a folder each, and one line for the same outage', async () => {
    const { asked, said, code } = await run((_, count) => (count <= 4 ? BUSY : SAVED), {
      image: 'i1\ni2',
    });
    expect(code).toBe(0);
    expect(new Set(asked.map(({ path }) => path))).toEqual(
      new Set(['/temp/reports/i1/sbom-spdx.json', '/temp/reports/i2/sbom-spdx.json']),
    );
    expect(said.filter((line) => line.includes('failed twice'))).toHaveLength(1);
  });

  it('have four reports fetched at once', async () => {
    let [now, most] = [0, 0];
    const { code, asked } = await run(
      async (_, __, clock) => {
        now += 1;
        most = Math.max(most, now);
        await clock.sleep(1_000, new AbortController().signal);
        now -= 1;
        return SAVED;
      },
      { image: 'i1\ni2\ni3', reports: 'sbom-spdx,vex-openvex,findings-pdf' },
    );
    expect(code).toBe(0);
    expect(asked).toHaveLength(9);
    expect(most).toBe(4);
  });

  it('have each report fetched with a token that is valid when its turn comes', async () => {
    const { code, asked } = await run(
      async (_, __, clock) => {
        await clock.sleep(400_000, new AbortController().signal);
        return SAVED;
      },
      {
        token: '',
        'client-id': 'ci',
        'client-secret': 'secret-under-test',
        'token-url': TOKEN_URL,
        image: 'i1\ni2\ni3',
        reports: 'sbom-spdx,vex-openvex,findings-pdf',
      },
    );
    expect(code).toBe(0);
    const tokens = asked.map(({ headers }) => headers['authorization']);
    expect(new Set(tokens).size).toBe(3);
  });

  it('are counted in the heartbeat', async () => {
    const { said } = await run(() => BUSY, { image: 'i1\ni2' });
    expect(said).toContainEqual(
      expect.stringContaining('waiting for 2 of 2 images: 2 with reports being fetched'),
    );
  });
});

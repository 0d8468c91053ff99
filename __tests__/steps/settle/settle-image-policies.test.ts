import { describe, expect, it } from 'vitest';
import { type Baselines, rememberingBaselines } from '../../../src/findings/baseline.ts';
import type { Http } from '../../../src/http/http.ts';
import { type ApiResult, failedByApi, refusedByApi } from '../../../src/model/api-result.ts';
import type { Baseline } from '../../../src/model/baseline.ts';
import type { DeferredImage } from '../../../src/model/deferred-wait.ts';
import type { Policy } from '../../../src/model/policy.ts';
import { endedGreen } from '../../../src/model/statuses.ts';
import { createSharedOutage } from '../../../src/steps/settle/outage.ts';
import { settleImage } from '../../../src/steps/settle/settle-image.ts';
import { found, policy } from '../../support/findings.ts';
import { reply } from '../../support/http.ts';
import { createJumpingClock } from '../../support/jumping-clock.ts';
import { imageOptions } from '../../support/sweep.ts';

const FIRST_COMMIT: Baseline = { kind: 'none', why: { type: 'first-commit', sha: 'abc' } };

function image(imageId: string): Baseline {
  return { kind: 'image', imageId, scannedMs: undefined, origin: undefined };
}

function imageWith(baselineImageId?: string): DeferredImage {
  return { imageId: 'i1', scanId: 's1', baselineImageId };
}

const COMPLETED = reply({ id: 's1', latestScanState: { type: 'completed' } });

interface Given {
  /** The baselines that have the image's one finding, too. */
  readonly known: readonly string[];
  readonly step?: Policy | undefined;
  readonly stepBaseline?: string;
  readonly own?: Policy | undefined;
  readonly ownBaseline?: ApiResult<Baseline>;
  /** The state of the newest scan of the step's baseline. */
  readonly state?: string;
}

async function judged({ known, step, stepBaseline, own, ownBaseline, state = 'completed' }: Given) {
  const clock = createJumpingClock();
  const compared: string[] = [];
  let lookups = 0;
  const counts = { findingTypeCounts: [{ type: 'secret', count: 1 }], kev: 0 };
  const http: Http = async ({ url, body = '{}' }) => {
    if (url.includes('withCounts')) return reply({ id: 'i1', name: 'Board', counts });
    if (url.includes('/scans/s1')) return COMPLETED;
    if (!url.includes('gridList'))
      return reply({ scans: [{ id: 'old', latestScanState: { type: state } }] });
    const filters: readonly { field: string; value: string }[] = JSON.parse(body).filters;
    const left = filters.find(({ field }) => field === 'compareLeftImageId')?.value;
    compared.push(left ?? '');
    const side = left === undefined ? {} : { compareSide: known.includes(left) ? 'both' : 'right' };
    const row = { id: 'f1', severity: 'critical', status: 'new', type: 'secret', ...side };
    return reply({ total: 1, rows: [row] });
  };
  const ownBaselines: Baselines | undefined =
    ownBaseline &&
    rememberingBaselines(() => {
      lookups += 1;
      return Promise.resolve(ownBaseline);
    });
  const options = imageOptions(http, clock, { ownPolicy: own, ownBaselines });
  const polled = await settleImage(imageWith(stepBaseline), step, options);
  const { record } = polled;
  const { ended } = record;
  const isNewOnly = ended?.status === 'findings' && ended.policy.baselineImageId !== undefined;
  const green = endedGreen(ended);
  return { polled, green, isNewOnly, status: ended?.status, record, compared, lookups };
}

describe('our own policy', () => {
  it('compares with its own baseline, never with the one that the status names', async () => {
    const forged = { step: policy(), stepBaseline: 'twin', own: policy() };
    const ownBaseline = found(image('base'));
    expect(await judged({ ...forged, known: ['twin'], ownBaseline })).toMatchObject({
      green: false,
      status: 'findings',
      isNewOnly: true,
      record: { details: { name: 'Board' } },
    });
    const blocked = await judged({ ...forged, known: [], ownBaseline });
    // What one blocks, the other cannot let pass.
    expect([blocked.green, new Set(blocked.compared)]).toEqual([false, new Set(['twin'])]);
    const both = await judged({ ...forged, known: ['twin', 'base'], ownBaseline });
    expect(both).toMatchObject({ green: true, status: 'completed' });
    expect(new Set(both.compared)).toEqual(new Set(['twin', 'base']));
    expect(both.polled.ownBaseline).toEqual(image('base'));
  });

  it('does not soften that of the step', async () => {
    const given = { step: policy(), stepBaseline: 'before', own: policy() };
    const ownBaseline = found(image('base'));
    expect((await judged({ ...given, known: ['base'], ownBaseline })).green).toBe(false);
    const warned = { ...given, step: policy({ onFindings: 'warn' }), ownBaseline };
    expect((await judged({ ...warned, known: ['base'] })).green).toBe(true);
    expect((await judged({ ...warned, known: [] })).green).toBe(false);
    expect((await judged({ ...warned, known: ['before'] })).green).toBe(false);
  });

  it('is judged together with that of the step if both compare with one image', async () => {
    const id = '01JZ2ZW8H6RE1EASE00000000F';
    const given = { step: policy(), stepBaseline: id, own: policy() };
    const ownBaseline = found(image(id.toLowerCase()));
    const { green, compared } = await judged({ ...given, known: [id], ownBaseline });
    expect(green).toBe(true);
    // Each of two reads also asks past the end.
    expect(compared).toHaveLength(4);
  });

  it('blocks every finding without a baseline', async () => {
    const given = { known: ['before'], own: policy(), ownBaseline: found(FIRST_COMMIT) };
    const alone = await judged(given);
    expect(alone).toMatchObject({ green: false, status: 'findings', isNewOnly: false });
    expect(alone.polled.ownBaseline).toEqual(FIRST_COMMIT);
    const step = { step: policy(), stepBaseline: 'before' };
    expect((await judged({ ...given, ...step })).green).toBe(false);
  });

  it('decides nothing if GitHub refuses to say what the base is', async () => {
    const refused = refusedByApi({
      type: 'github',
      problem: { type: 'no-permission', message: 'no', needs: ['contents: read'] },
    });
    const { green, status, compared } = await judged({
      known: [],
      step: policy(),
      own: policy(),
      ownBaseline: refused,
    });
    expect([green, status, compared]).toEqual([false, 'error', []]);
  });

  it('needs no baseline if it is off', async () => {
    const given = { known: [], ownBaseline: found(image('base')) };
    expect(await judged(given)).toMatchObject({ green: true, lookups: 0, compared: [] });
    expect(await judged({ ...given, step: policy() })).toMatchObject({ green: false, lookups: 0 });
  });

  it('is found within one outage for all images', async () => {
    const clock = createJumpingClock();
    const searchOutage = createSharedOutage(clock);
    const beganMs = clock.monotonicMs();
    let lookups = 0;
    const failure = failedByApi({
      type: 'github',
      problem: { type: 'network', message: 'reset' },
    });
    const ownBaselines = rememberingBaselines(() => {
      lookups += 1;
      return Promise.resolve(failure);
    });
    const options = imageOptions(async () => COMPLETED, clock, { ownPolicy: policy() });
    for (let image = 1; image <= 12; image += 1) {
      const polled = await settleImage(imageWith(), undefined, {
        ...options,
        ownBaselines,
        searchOutage,
      });
      expect(polled.record.ended).toMatchObject({ status: 'unavailable', baseline: true });
    }
    expect(clock.monotonicMs() - beganMs).toBeLessThan(45_000);
    expect(lookups).toBeLessThan(30);
  });
});

describe('a baseline that a wait carries', () => {
  it('is waited for without an error while it is scanned again', async () => {
    const given = { known: ['before'], step: policy(), stepBaseline: 'before', state: 'running' };
    const { polled, green, status } = await judged(given);
    expect([green, status, polled.isBaselineUnfinished]).toEqual([false, undefined, true]);
  });

  it('is a refusal if its scan has failed', async () => {
    const given = { known: ['before'], step: policy(), stepBaseline: 'before', state: 'failed' };
    expect(await judged(given)).toMatchObject({ green: false, status: 'error' });
  });
});

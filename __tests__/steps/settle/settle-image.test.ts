/** What a sweep makes of findings, on a clock that jumps. */
import { describe, expect, it } from 'vitest';
import type { Http } from '../../../src/http/http.ts';
import type { Policy } from '../../../src/model/policy.ts';
import { endedGreen } from '../../../src/model/statuses.ts';
import { settleImage } from '../../../src/steps/settle/settle-image.ts';
import { policy } from '../../support/findings.ts';
import { reply } from '../../support/http.ts';
import { createJumpingClock } from '../../support/jumping-clock.ts';
import { imageOptions } from '../../support/sweep.ts';

const LOW = { id: 'f1', severity: 'low', status: 'new' };
const CRITICAL = { id: 'f2', severity: 'critical', status: 'new' };

interface Platform {
  /** How long the scan has been completed when the sweep begins, in milliseconds. */
  readonly agoMs: number;
  readonly rows: (sweptMs: number) => readonly object[];
  readonly counted?: number;
  /** How long a page takes, in milliseconds. */
  readonly tookMs?: number;
}

async function sweep(
  platform: Platform,
  own: Policy | undefined,
  ofStep = policy(),
  onIncomplete: Policy['onIncomplete'] = own?.onIncomplete ?? 'fail',
) {
  const { agoMs, rows, counted = 0, tookMs = 0 } = platform;
  const clock = createJumpingClock();
  const beganMs = clock.wallMs();
  const completedAt = new Date(beganMs - agoMs).toISOString();
  const http: Http = async ({ url, body = '{}' }) => {
    if (url.includes('withCounts')) {
      const counts = { findingTypeCounts: [{ type: 'weakness', count: counted }], kev: 0 };
      return reply({ id: 'i1', counts });
    }
    if (url.includes('gridList')) {
      clock.jump(tookMs);
      const all = rows(clock.wallMs() - beganMs);
      const { num } = JSON.parse(body).page;
      return reply({ total: all.length, rows: all.slice(num * 100 - 100, num * 100) });
    }
    const latestScanState = { type: 'completed', createTime: completedAt };
    return { ...reply({ id: 's1', latestScanState }), dateMs: clock.wallMs() };
  };
  const polled = await settleImage(
    { imageId: 'i1', scanId: 's1' },
    ofStep,
    imageOptions(http, clock, { ownPolicy: own, onIncomplete }),
  );
  const tookAllMs = clock.wallMs() - beganMs;
  return { green: endedGreen(polled.record.ended), ended: polled.record.ended, tookAllMs };
}

describe('a pass in a sweep', () => {
  it('is confirmed no earlier than 20 s after the scan completed', async () => {
    const rows = (sweptMs: number) => (sweptMs < 10_000 ? [LOW] : [LOW, CRITICAL]);
    const late = await sweep({ agoMs: 8_000, rows }, undefined);
    expect([late.green, late.ended?.status]).toEqual([false, 'findings']);
    const quick = await sweep({ agoMs: 3_600_000, rows: () => [LOW] }, undefined);
    expect([quick.green, quick.tookAllMs]).toEqual([true, 5_000]);
  });

  it('needs a second whole read', async () => {
    const rows = (sweptMs: number) => [sweptMs < 3_000 ? LOW : { ...LOW, severity: 'high' }];
    expect((await sweep({ agoMs: 3_600_000, rows }, undefined)).green).toBe(false);
  });

  it('is read for as long as pages come', async () => {
    const all = Array.from({ length: 1_200 }, (_, index) => ({ ...LOW, id: `f${index}` }));
    const slow = await sweep({ agoMs: 3_600_000, rows: () => all, tookMs: 7_000 }, undefined);
    expect(slow.green).toBe(true);
    const slower = await sweep({ agoMs: 3_600_000, rows: () => all, tookMs: 13_000 }, undefined);
    expect(slower.ended?.status).toBe('unavailable');
    expect(slower.tookAllMs).toBeLessThanOrEqual(310_000);
  });

  it.each([
    ['fail', 'fail', false],
    ['warn', 'fail', false],
    ['fail', 'warn', false],
    ['warn', 'warn', true],
    ['warn', undefined, false],
  ] as const)(
    'of a list that counts contradict, with `on-incomplete` %s in the step and %s here: %s',
    async (ofStep, ofSweep, green) => {
      const own = ofSweep && policy({ onIncomplete: ofSweep });
      const platform = { agoMs: 3_600_000, rows: () => [LOW], counted: 120 };
      const polled = await sweep(platform, own, policy({ onIncomplete: ofStep }));
      expect(polled.green).toBe(green);
    },
  );

  it('of a list that counts contradict needs no policy here to be let pass, only the word', async () => {
    const platform = { agoMs: 3_600_000, rows: () => [LOW], counted: 120 };
    const lenient = policy({ onIncomplete: 'warn' });
    expect((await sweep(platform, undefined, lenient, 'warn')).green).toBe(true);
    expect((await sweep(platform, undefined, policy(), 'warn')).green).toBe(false);
  });
});

describe('a baseline that a wait carries', () => {
  /** Sweeps two images, of which each has one finding that its own baseline has, too. */
  async function sweepTwo(baselineState: string) {
    const clock = createJumpingClock();
    const images = ['i1', 'i2'].map((imageId) => {
      return { imageId, scanId: 's1', baselineImageId: `before-${imageId}` };
    });
    const completed = { id: 's1', latestScanState: { type: 'completed' } };
    const counts = { findingTypeCounts: [{ type: 'secret', count: 1 }], kev: 0 };
    const http: Http = async ({ url, body = '{}' }) => {
      if (url.includes('withCounts')) return reply({ id: /i\d/.exec(url)?.[0], counts });
      if (url.endsWith('/scans?status=true'))
        return reply({ scans: [{ id: 'old', latestScanState: { type: baselineState } }] });
      if (!url.includes('gridList')) return reply(completed);
      const filters: readonly { field: string; value: string }[] = JSON.parse(body).filters;
      const filterOn = (field: string) => filters.find((it) => it.field === field)?.value;
      const isOwn = filterOn('compareLeftImageId') === `before-${filterOn('compareRightImageId')}`;
      const row = { ...CRITICAL, type: 'secret', compareSide: isOwn ? 'both' : 'right' };
      return reply({ total: 1, rows: [row] });
    };
    const options = imageOptions(http, clock);
    const polled = await Promise.all(images.map((it) => settleImage(it, policy(), options)));
    return polled.map((it) => [endedGreen(it.record.ended), it.record.ended?.status]);
  }

  it('is that of its own image', async () => {
    expect(await sweepTwo('completed')).toEqual([
      [true, 'completed'],
      [true, 'completed'],
    ]);
  });

  it('lets nothing pass if it cannot be compared with', async () => {
    expect((await sweepTwo('running')).map(([green]) => green)).toEqual([false, false]);
    expect(await sweepTwo('failed')).toEqual([
      [false, 'error'],
      [false, 'error'],
    ]);
  });
});

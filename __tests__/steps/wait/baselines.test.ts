import { describe, expect, it } from 'vitest';
import { givenBaseline } from '../../../src/findings/baseline.ts';
import type { ApiResult } from '../../../src/model/api-result.ts';
import type { Scan } from '../../../src/model/scan.ts';
import { baselineFirst } from '../../../src/steps/wait/baselines.ts';
import { instant } from '../../support/builders.ts';
import { anyLimits, found } from '../../support/findings.ts';
import { productAnswering } from '../../support/product-images.ts';

const NOT_FOUND = { kind: 'absent', cause: { type: 'not-found', message: 'no image' } } as const;

function scanIn(type: string | undefined, more: Partial<Scan> = {}): ApiResult<Scan> {
  const state = type === undefined ? undefined : { type, since: undefined };
  return found({ id: 'scan-1', createTime: undefined, state, ...more });
}

/** Polls an image whose baseline has this answer. */
async function poll(baseline: ApiResult<Scan>, polls = 1) {
  const asked: string[] = [];
  const product = productAnswering(({ imageId }) => {
    asked.push(`scan of ${imageId}`);
    return baseline;
  });
  const baselines = givenBaseline(product, 'baseline');
  const pollImage = baselineFirst(baselines, () => () => {
    asked.push('scan');
    return Promise.resolve(scanIn('running'));
  });
  const ask = pollImage('image', () => undefined);
  let answer: ApiResult<Scan> | undefined;
  for (let count = 0; count < polls; count += 1) answer = await ask(anyLimits());
  return { answer, asked, known: baselines.known('image') };
}

describe('the first poll', () => {
  it.each(['completed', 'done'])('asks once about a baseline that is %s', async (state) => {
    const { answer, asked, known } = await poll(scanIn(state), 3);
    expect(answer).toEqual(scanIn('running'));
    expect(asked).toEqual(['scan of baseline', 'scan', 'scan', 'scan']);
    expect(known).toMatchObject({ kind: 'image', imageId: 'baseline', origin: undefined });
  });

  it('knows when the baseline was scanned, if the platform says so', async () => {
    const [createTime, since] = [instant('2026-01-01T00:00:00Z'), instant('2026-01-01T01:00:00Z')];
    const state = { type: 'done', since };
    const { known } = await poll(scanIn('done', { createTime, state }));
    expect(known).toMatchObject({ scannedMs: since.ms });
    expect((await poll(scanIn('done', { createTime }))).known).toMatchObject({
      scannedMs: createTime.ms,
    });
    expect((await poll(scanIn('done'))).known).toMatchObject({ scannedMs: undefined });
  });

  it.each(['failed', 'cancelled'])('ends in an error if the baseline is %s', async (state) => {
    const { answer, asked } = await poll(scanIn(state));
    const cause = { type: 'baseline-not-completed', state };
    expect(answer).toMatchObject({ kind: 'refused', cause });
    expect(asked).not.toContain('scan');
  });

  it('ends in an error if the baseline is missing or was never scanned', async () => {
    const unscanned = { kind: 'absent', cause: { type: 'empty-list' } } as const;
    for (const absent of [NOT_FOUND, unscanned]) {
      const cause = { type: 'baseline-absent', absent: absent.cause };
      expect((await poll(absent)).answer).toMatchObject({ kind: 'refused', cause });
    }
  });

  it('lets the question about the image decide if the 404 is about a mistyped product', async () => {
    const unknownProduct = { given: 'Bord', nearest: ['Board'] };
    const cause = { ...NOT_FOUND.cause, unknownProduct };
    expect((await poll({ ...NOT_FOUND, cause })).answer).toEqual(scanIn('running'));
  });

  it('ends in an error that names the baseline if the API refuses its ID', async () => {
    const error = {
      message: 'malformed',
      permission: undefined,
      resourceName: undefined,
      details: '',
    };
    const refusal = (status: number) =>
      ({
        kind: 'refused',
        endpoint: 'api',
        cause: { type: 'http-status', status, error },
      }) as const;
    const { answer } = await poll(refusal(400));
    expect(answer).toMatchObject({ cause: { type: 'baseline-invalid', message: 'malformed' } });
    expect((await poll(refusal(403))).answer).toEqual(refusal(403));
  });

  it('ends if it is interrupted', async () => {
    expect((await poll({ kind: 'interrupted' })).answer).toEqual({ kind: 'interrupted' });
  });
});

describe('the wait', () => {
  it.each(['new', 'running', 'paused', undefined])(
    'continues while the baseline is %s, and does not ask about it again',
    async (state) => {
      const { answer, asked } = await poll(scanIn(state), 2);
      expect(answer).toEqual(scanIn('running'));
      expect(asked).toEqual(['scan of baseline', 'scan', 'scan']);
    },
  );

  it('asks about the baseline in each poll until there is an answer', async () => {
    const cause = { type: 'http-status', status: 502, message: undefined } as const;
    const { asked } = await poll({ kind: 'failed', endpoint: 'api', cause, reached: 'busy' }, 2);
    expect(asked.filter((question) => question !== 'scan')).toHaveLength(2);
  });
});

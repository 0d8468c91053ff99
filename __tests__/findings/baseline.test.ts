import { describe, expect, it } from 'vitest';
import { givenBaseline } from '../../src/findings/baseline.ts';
import type { ApiResult } from '../../src/model/api-result.ts';
import type { Scan } from '../../src/model/scan.ts';
import { failed } from '../support/builders.ts';
import { anyLimits, found } from '../support/findings.ts';
import { productAnswering } from '../support/product-images.ts';

/** The baseline that a workflow gave, whose newest scan gets these answers, one for each request. */
function given(...answers: readonly ApiResult<Scan>[]) {
  const left = [...answers];
  return givenBaseline(
    productAnswering(() => left.shift() ?? failed()),
    'baseline',
  );
}

function scanIn(type: string): ApiResult<Scan> {
  return found({ id: 'scan-1', createTime: undefined, state: { type, since: undefined } });
}

describe('a baseline that was given', () => {
  it('is asked for once, for each image', async () => {
    const baselines = given(scanIn('completed'), scanIn('done'));
    expect(baselines.known('image')).toBeUndefined();
    for (const imageId of ['image', 'image', 'other', 'other'])
      expect(await baselines.find(imageId, anyLimits())).toMatchObject({
        kind: 'found',
        value: { kind: 'image', imageId: 'baseline' },
      });
    expect(baselines.known('other')).toMatchObject({ imageId: 'baseline' });
  });

  it('is asked for again until its scan has completed', async () => {
    const baselines = given(scanIn('running'), scanIn('completed'));
    const cause = { type: 'baseline-unfinished', state: 'running' };
    expect(await baselines.find('image', anyLimits())).toMatchObject({ kind: 'failed', cause });
    expect(baselines.known('image')).toBeUndefined();
    expect(await baselines.find('image', anyLimits())).toMatchObject({ kind: 'found' });
  });

  it('is an error without a completed scan', async () => {
    const absent = { type: 'empty-list' } as const;
    const missing = given({ kind: 'absent', cause: absent });
    expect(await missing.find('image', anyLimits())).toMatchObject({
      kind: 'refused',
      cause: { type: 'baseline-absent', absent },
    });
    expect(await given(scanIn('failed')).find('image', anyLimits())).toMatchObject({
      kind: 'refused',
      cause: { type: 'baseline-not-completed', state: 'failed' },
    });
  });
});

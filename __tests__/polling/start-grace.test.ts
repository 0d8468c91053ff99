import { describe, expect, it } from 'vitest';
import type { ApiResult } from '../../src/model/api-result.ts';
import { applyToGrace, beginGrace, graceEndMs } from '../../src/polling/start-grace.ts';
import { absent, failed, refused, scan } from '../support/builders.ts';

const BEGAN_MS = 1_000;

function contactAfter(...answers: readonly ApiResult<unknown>[]) {
  return answers.reduce(
    (grace, answer, index) => applyToGrace(grace, answer, BEGAN_MS + (index + 1) * 10_000),
    beginGrace(BEGAN_MS),
  );
}

describe('the grace period at the start', () => {
  it.each([
    ['a scan', { kind: 'found', value: scan() }],
    ['no scan', absent()],
    ['an error in its own format', failed(undefined, { reached: 'api' })],
  ] as const)('is made by %s', (_, answer) => {
    expect(contactAfter(answer).reachedApi).toBe(true);
  });

  it.each([
    ['no connection', failed(undefined, { reached: 'nothing' })],
    ['a 5xx of a proxy', failed(undefined, { reached: 'busy' })],
    ['JSON of another shape', failed(undefined, { reached: 'unclear' })],
    ['a refusal', refused()],
    ['an interruption', { kind: 'interrupted' }],
  ] as const)('is not made by %s', (_, answer) => {
    expect(contactAfter(answer).reachedApi).toBe(false);
  });

  it('is not lost again', () => {
    const silence = failed(undefined, { reached: 'nothing' });
    expect(contactAfter(absent(), silence, silence).reachedApi).toBe(true);
  });

  it('is due two minutes after the start of the step', () => {
    const silence = failed(undefined, { reached: 'nothing' });
    expect(graceEndMs(contactAfter(silence, silence), 900_000)).toBe(BEGAN_MS + 120_000);
  });

  it('is due two minutes after the last sign of a busy server', () => {
    const [busy, silence] = [failed(), failed(undefined, { reached: 'nothing' })];
    const grace = contactAfter(busy, busy, silence);
    expect(graceEndMs(grace, 900_000)).toBe(BEGAN_MS + 20_000 + 120_000);
  });

  it('is due after max-outage if that is shorter', () => {
    expect(graceEndMs(contactAfter(), 30_000)).toBe(BEGAN_MS + 30_000);
  });
});

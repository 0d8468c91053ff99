import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/model/answer.ts';
import { applyContact, beginContact, contactEndMs } from '../../src/polling/first-contact.ts';
import { absent, failed, refused, scan } from '../support/builders.ts';

const BEGAN_MS = 1_000;

function contactAfter(...answers: readonly Answer<unknown>[]) {
  return answers.reduce(
    (contact, answer, index) => applyContact(contact, answer, BEGAN_MS + (index + 1) * 10_000),
    beginContact(BEGAN_MS),
  );
}

describe('contact with the API', () => {
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
    expect(contactEndMs(contactAfter(silence, silence), 900_000)).toBe(BEGAN_MS + 120_000);
  });

  it('is due two minutes after the last sign of a busy server', () => {
    const [busy, silence] = [failed(), failed(undefined, { reached: 'nothing' })];
    const contact = contactAfter(busy, busy, silence);
    expect(contactEndMs(contact, 900_000)).toBe(BEGAN_MS + 20_000 + 120_000);
  });

  it('is due after max-outage if that is shorter', () => {
    expect(contactEndMs(contactAfter(), 30_000)).toBe(BEGAN_MS + 30_000);
  });
});

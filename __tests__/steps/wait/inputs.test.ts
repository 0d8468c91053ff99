import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { INPUTS } from '../../../src/steps/wait/settings.ts';
import { CLIENT, problemInputs, problems, read } from '../../inputs/read.ts';
import { instant, settings } from '../../support/builders.ts';

describe('readInputs', () => {
  it('has the names and defaults of action.yml', () => {
    const action = parse(readFileSync(new URL('../../../action.yml', import.meta.url), 'utf8')) as {
      inputs: Record<string, { default?: string }>;
    };
    const declared = Object.entries(action.inputs).map(([name, input]) => [
      name,
      // An expression, which the runner evaluates.
      name === 'github-token' ? '' : (input.default ?? ''),
    ]);
    expect(declared).toEqual(Object.entries(INPUTS));
  });

  it('requires four inputs and has defaults for the others', () => {
    expect(read()).toEqual({ ok: true, settings: settings() });
  });

  it('reads every input', () => {
    const inputs = read({
      scan: 'scan-1',
      timeout: '0s',
      'poll-interval': '1s',
      'appearance-timeout': '1m',
      'max-outage': '1.5h',
      'on-timeout': 'warn',
    });
    const expected = settings({
      scanId: 'scan-1',
      timeoutMs: 0,
      pollInterval: { kind: 'fixed', ms: 1_000 },
      appearanceTimeoutMs: 60_000,
      maxOutageMs: 5_400_000,
      onTimeout: 'warn',
    });
    expect(inputs).toEqual({ ok: true, settings: expected });
  });

  it('reads `created-after` to the nanosecond', () => {
    const text = '2026-01-26T16:30:01.123456789+01:00';
    expect(read({ 'created-after': text })).toEqual({
      ok: true,
      settings: settings({ createdAfter: instant(text) }),
    });
  });

  it('reports each missing input once and says what to set', () => {
    expect(problems({ 'api-url': '', token: '', product: '', image: '' })).toEqual([
      expect.stringMatching(/^api-url: is empty: .*https:\/\/dashboard-acme\.binarly\.cloud$/),
      expect.stringMatching(/^token: is empty: .*`client-id` and `client-secret`/),
      expect.stringMatching(/^product: is empty: /),
      expect.stringMatching(/^image: is empty: /),
    ]);
  });

  it('marks a missing credential, because GitHub may have withheld it', () => {
    const kinds = [{ token: '' }, { ...CLIENT, 'client-secret': '' }, { 'api-url': '' }].map(
      (given) => {
        const inputs = read(given);
        return inputs.ok ? [] : inputs.problems.map(({ kind }) => kind);
      },
    );
    expect(kinds).toEqual([['missing-credential'], ['missing-credential'], ['invalid']]);
  });

  it('reports every problem at once', () => {
    const everything = {
      'api-url': 'dashboard-acme',
      token: 'Bearer not-a-token',
      product: '..',
      image: 'image-1\n..',
      scan: '.',
      'created-after': 'yesterday',
      timeout: '90',
      'poll-interval': '0s',
      'appearance-timeout': '300abc',
      'max-outage': '121h',
      'on-timeout': 'ignore',
    };
    expect(problemInputs(everything)).toEqual([
      'api-url',
      'token',
      'product',
      'image',
      'scan',
      'created-after',
      'timeout',
      'poll-interval',
      'appearance-timeout',
      'max-outage',
      'on-timeout',
      'created-after',
      'scan',
    ]);
  });

  it('refuses `created-after` together with `scan`', () => {
    const given = { scan: 'scan-1', 'created-after': '2026-01-26T15:30:00Z' };
    expect(problems(given)).toEqual([
      'created-after: cannot be combined with `scan`: remove one of the two',
    ]);
  });

  it('refuses `scan` with several images, but accepts one image that is repeated', () => {
    expect(problemInputs({ scan: 's', image: 'a\nb' })).toEqual(['scan']);
    expect(problemInputs({ scan: 's', image: 'a\na' })).toEqual([]);
  });
});

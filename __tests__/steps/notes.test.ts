import { expect, it } from 'vitest';
import type { Workflow } from '../../src/github/workflow.ts';
import type { ServerClock } from '../../src/polling/server-clock.ts';
import { warnOfExpiry } from '../../src/steps/notes.ts';

it('a credential that is renewed does not expire', () => {
  const warnings: string[] = [];
  const workflow = { warning: (text: string) => warnings.push(text) } as unknown as Workflow;
  const idTokens = { url: 'https://id.test', token: 'not-a-token' };
  const credential = { kind: 'oidc', idTokens, audience: 'a', tokenUrl: 'https://t.test' } as const;
  const clock = { wallMs: () => 0 } as ServerClock;
  warnOfExpiry(credential as never, clock, 1, { workflow });
  expect(warnings).toEqual([]);
});

import { describe, expect, it } from 'vitest';
import {
  expiryWarning,
  ignoredBypassesLine,
  ignoredProxyLine,
} from '../../../src/report/opening.ts';
import { emptyLineWarning, openingLine } from '../../../src/steps/wait/opening-lines.ts';
import type { Settings } from '../../../src/steps/wait/settings.ts';
import { instant, settings } from '../../support/builders.ts';

/** What a hostile author would write, and how it is printed. */
const HOSTILE = '\n::error::##[x]\u202e\x1b[31m';
const TAMED = ': :error::# #[x] [31m';

describe('openingLine', () => {
  const one = 'image image-1 in product product-1.';

  it.each<[Partial<Settings>, string]>([
    [{}, `Waiting up to 2 h, polling every 5 to 30 s, for the newest scan of ${one}`],
    [
      { scanId: 'scan-9', pollInterval: { kind: 'fixed', ms: 60_000 } },
      `Waiting up to 2 h, polling every 1 min, for scan scan-9 of ${one}`,
    ],
    [
      { createdAfter: instant('2026-01-26T15:30:00+01:00'), timeoutMs: 5_400_000 },
      'Waiting up to 1 h 30 min, polling every 5 to 30 s, for the newest scan ' +
        `created at or after 2026-01-26T15:30:00+01:00 of ${one}`,
    ],
    [
      { timeoutMs: 500, pollInterval: { kind: 'fixed', ms: 1_500 } },
      `Waiting up to 0.5 s, polling every 1.5 s, for the newest scan of ${one}`,
    ],
    [
      { imageIds: ['a', 'b', 'c'] },
      'Waiting up to 2 h, polling every 5 to 30 s, for the newest scan of each of 3 images ' +
        'in product product-1.',
    ],
    [{ timeoutMs: 0 }, `Polling once for the newest scan of ${one}`],
    [
      { scanId: HOSTILE, imageIds: [HOSTILE], product: HOSTILE, timeoutMs: 0 },
      `Polling once for scan ${TAMED} of image ${TAMED} in product ${TAMED}.`,
    ],
  ])('says what is waited for, how long, and how often it is polled: case %#', (given, line) => {
    expect(openingLine(settings(given))).toBe(line);
  });
});

describe('ignoredProxyLine', () => {
  it('names the variable and shows how to write it', () => {
    expect(ignoredProxyLine('HTTPS_PROXY', 'api.example')).toBe(
      'Ignoring the proxy in HTTPS_PROXY for api.example: use the form ' +
        'http://proxy.example:3128, and write a % in its user name or password as %25.',
    );
  });
});

describe('expiryWarning', () => {
  const NOW = Date.parse('2026-01-26T15:00:00Z');
  const UNTIL = NOW + 60_000;

  it.each([
    ['nobody knows when it expires', undefined],
    ['it lasts until the end', UNTIL],
    ['it has expired', NOW],
  ])('is not needed if %s', (_, endMs) => {
    expect(expiryWarning(endMs, NOW, UNTIL)).toBeUndefined();
  });

  it('says when the token will expire', () => {
    expect(expiryWarning(UNTIL - 1, NOW, UNTIL)).toBe(
      '`token` expires at 2026-01-26 15:00:59 UTC, before `timeout` is over: ' +
        'use `client-id` and `client-secret` instead, so that this action can renew its tokens.',
    );
  });
});

describe('ignoredBypassesLine', () => {
  it('names what has no effect, and says what has', () => {
    const given = { variable: 'no_proxy', entries: ['10.0.0.0/8', '*.corp'] };
    expect(ignoredBypassesLine(given, 'api.example')).toBe(
      'In no_proxy, 10.0.0.0/8, *.corp cannot be read, and the proxy is used for api.example: ' +
        'list host names or domains, separated by commas; ranges and patterns have no effect.',
    );
  });

  it('stays short and printable', () => {
    const entries = Array.from(
      { length: 1_000 },
      (_, index) => `${index}/\n::error::${'x'.repeat(999)}`,
    );
    const line = ignoredBypassesLine({ variable: 'NO_PROXY', entries }, 'api.example');
    expect(line).toContain('…, others cannot be read');
    expect(line).not.toMatch(/\n/);
    expect(line.length).toBeLessThan(600);
  });
});

describe('emptyLineWarning', () => {
  it.each([
    [1, '1 image'],
    [3, '3 images'],
  ])('says that the step waits for %i', (count, images) => {
    expect(emptyLineWarning(count)).toBe(
      `\`image\` has an empty line between its IDs, and this step waits for ${images}: ` +
        'if that is too few, check the outputs that the lines come from.',
    );
  });
});

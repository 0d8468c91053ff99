/** Outputs pasted into a script: nothing that a server or an input can say runs there. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FailureCause } from '../../../src/model/failure-cause.ts';
import type { ImageRecord } from '../../../src/model/image-record.ts';
import type { RefusalCause } from '../../../src/model/refusal-cause.ts';
import type { Verdict } from '../../../src/model/verdict.ts';
import { outputsOf, type ScanOutput } from '../../../src/steps/wait/outputs.ts';
import {
  type Report,
  reportOf,
  reportOfCrash,
  reportOfProblems,
} from '../../../src/steps/wait/report.ts';
import {
  absent,
  ended,
  failed,
  instant,
  record,
  refused,
  snapshot,
} from '../../support/builders.ts';

function scansOf(report: Report): readonly ScanOutput[] {
  return JSON.parse(outputsOf(report).scans) as readonly ScanOutput[];
}

/** Every attack tries to leave a file behind. */
const ATTACKS = [
  '$(touch pwned)',
  '`touch pwned`',
  '"; touch pwned; "',
  "'; touch pwned; '",
  `"'; touch pwned; '"`,
  '\\"; touch pwned; \\"',
  "\\'; touch pwned; \\'",
  '\ntouch pwned\n',
  '\r\ntouch pwned\r\n',
  '" && touch pwned && "',
  '" | touch pwned | "',
  '" > pwned "',
  '" & touch pwned & "',
  '<(touch pwned) >(touch pwned)',
  '" <(touch pwned) "',
  `\${IFS+$(touch pwned)} $((1+$(touch pwned)))`,
  "$'\\x27; touch pwned; \\x27'",
  '; touch pwned; | touch pwned & touch pwned > pwned (touch pwned) {touch,pwned}',
  '\\',
  '"',
  "'",
  '`',
  '$',
  '\u2018; touch pwned; \u2019 \u201c; touch pwned; \u201d',
  '"\\u0022; touch pwned; \\u0022"',
];

/** Every report has the text in every place that a server or an input can put it. */
function hostileReports(text: string): readonly Report[] {
  const time = { ...instant('2026-01-26T15:40:00Z'), text };
  const places: Partial<ImageRecord> = {
    imageId: text,
    scan: { id: text, createTime: time, state: { type: 'completed', since: time } },
    lastState: text,
    lastKnownState: text,
    details: { name: text, version: text, findings: { counts: { [text]: 1 }, kev: 1 } },
  };
  const causes: readonly FailureCause[] = [
    { type: 'network', code: text, message: text },
    { type: 'http-status', status: 500, message: text },
    { type: 'scan-gone', absent: { type: 'not-found', message: text } },
    { type: 'unreadable-product-id', name: text },
    { type: 'encoded', encoding: text },
  ];
  const product = { given: text, nearest: [text] };
  const error = { message: text, permission: text, resourceName: text, details: text };
  const refusals: readonly RefusalCause[] = [
    { type: 'redirect', status: 302, location: text },
    { type: 'http-status', status: 403, error },
    { type: 'http-status', status: 400, error },
    { type: 'certificate', code: text },
    { type: 'token-refused', message: text, expiredAtMs: undefined },
    { type: 'client-refused', status: 401, said: text },
    { type: 'ambiguous-product', given: text, ids: [text] },
    { type: 'unknown-product', product },
    { type: 'other-product', claimedId: text, productId: text },
  ];
  const verdicts: readonly Verdict[] = [
    { status: 'failed' },
    { status: 'timed-out' },
    { status: 'no-scan' },
    { status: 'interrupted' },
    ...causes.map((cause) => {
      const failure = failed(cause);
      return { status: 'unavailable', failure, forMs: 1_000, reachedApi: true } as const;
    }),
    ...refusals.map((cause) => ({ status: 'error', refused: refused(cause) }) as const),
  ];
  const step = { ...snapshot({ scanId: text, product: text }), product: { id: text, name: text } };
  const missing = absent({ type: 'not-found', message: text });
  const records = verdicts.map((verdict) => ended(verdict, { ...places, absent: missing }));
  const problem = { input: 'product', kind: 'invalid', text } as const;
  return [
    ...records.map((known) => reportOf([known], step)),
    reportOf(records, step),
    reportOfProblems([problem], 0),
    reportOfCrash(text, { records: [record(places)], snapshot: step }, 0),
  ];
}

/** Runs the script in an empty folder. @returns what it printed and what it left behind. */
function bash(script: string) {
  const folder = mkdtempSync(join(tmpdir(), 'outputs-'));
  try {
    const stdio = ['ignore', 'pipe', 'pipe'] as const;
    const printed = execFileSync('bash', ['-c', script], { cwd: folder, stdio: [...stdio] });
    return { printed: printed.toString(), left: readdirSync(folder) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The script of a step, after the runner has pasted the value into it. */
function echo(mark: string, values: readonly string[]): string {
  return values.map((value) => `printf '%s\\n' ${mark}${value}${mark}`).join('\n');
}

describe.runIf(process.platform !== 'win32')('pasted into a script of bash', () => {
  it.each(ATTACKS)('the single outputs are text, in either kind of quotes: %j', (attack) => {
    const values = hostileReports(attack).flatMap((report) => {
      const { scans: _, ...single } = outputsOf(report);
      return Object.values(single);
    });
    const text = values.map((value) => `${value}\n`).join('');
    expect(bash(echo('"', values))).toEqual({ printed: text, left: [] });
    expect(bash(echo("'", values))).toEqual({ printed: text, left: [] });
  });

  it.each(ATTACKS)(
    'the output `scans` is JSON in single quotes, and runs nothing in either kind: %j',
    (attack) => {
      const reports = hostileReports(attack);
      const values = reports.map((report) => outputsOf(report).scans);
      const { printed, left } = bash(echo("'", values));
      expect(left).toEqual([]);
      const seen = printed
        .trimEnd()
        .split('\n')
        .map((line): unknown => JSON.parse(line));
      expect(seen).toEqual(reports.map(scansOf));
      // Double quotes take the quotes of the JSON away, and nothing else happens.
      expect(bash(echo('"', values)).left).toEqual([]);
    },
  );
});

describe('outputs from hostile text', () => {
  it.each(ATTACKS)('show readers of JSON the original: %j', (attack) => {
    for (const report of hostileReports(attack))
      for (const output of scansOf(report))
        expect(output).toMatchObject({
          productId: attack,
          imageId: attack,
          imageName: attack,
          imageVersion: attack,
          scanId: attack,
          state: attack,
          createdAt: attack,
          findings: { counts: { [attack]: 1 }, kev: 1 },
        });
  });

  it.each(ATTACKS)(
    'contain no character that PowerShell or a line break could act on: %j',
    (attack) => {
      for (const report of hostileReports(attack)) {
        const { scans, ...single } = outputsOf(report);
        expect(scans).not.toMatch(/[`$'\p{Cc}\p{Zl}\p{Zp}\u2018-\u201f]/u);
        for (const value of Object.values(single))
          expect(value).not.toMatch(/[`$'"\\\p{Cc}\p{Zl}\p{Zp}\u2018-\u201f]/u);
      }
    },
  );
});

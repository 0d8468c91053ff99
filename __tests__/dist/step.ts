/**
 * One run of the built action against an emulator, and what holds for every run whatever its
 * verdict.
 */
import { expect } from 'vitest';
import { type Emulator, startEmulator } from '../../emulator/binarly.ts';
import type { Fault } from '../../emulator/faults.ts';
import { runStep, type StepOptions, type StepResult } from '../../emulator/runner.ts';
import type { FaultScript, ScanScript, Script } from '../../emulator/script.ts';
import { systemClock } from '../../src/polling/clock.ts';
import { OUTPUTS } from '../../src/steps/wait/outputs.ts';
import { shellSafeSentence } from '../../src/util/shell-safe.ts';

export const TOKEN = 'token-of-the-emulator';
export const SCAN = '01JZ30CYZY52F5BPR3AAJ2DP89';
export const IDS = { product: '01JZ2ZV5Q4PR0DXCT00000000A', image: '01JZ2ZW8H6JMAGE000000000AA' };

/** When the runner kills the process of a cancelled step, after its first signal. */
export const RUNNER_KILLS_AFTER_MS = 10_000;

export interface Given {
  /** Scans of the image; one that has completed if left out. */
  readonly scans?: readonly ScanScript[];
  readonly appearsMs?: number;
  readonly counts?: object;
  readonly products?: NonNullable<Script['products']>;
  readonly faults?: readonly FaultScript[];
  /** Stands behind the emulator's address in `api-url`. */
  readonly apiUrlEnd?: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly options?: StepOptions;
}

export interface Taken extends StepResult {
  /** Path and query of every request for scans that arrived. */
  readonly requests: Emulator['requests'];
  /** Those of all others: for products and for findings. */
  readonly others: Emulator['requests'];
}

/** A scan that is in a state from before the start on. */
export function scanIn(type: string, more: Partial<ScanScript> = {}): ScanScript {
  return { id: SCAN, createdMs: -60_000, states: [{ atMs: -60_000, type }], ...more };
}

/** The fault for every request. */
export function always(fault: Fault): readonly FaultScript[] {
  return [{ fault }];
}

/** The fault for the first request only. */
export function once(fault: Fault): readonly FaultScript[] {
  return [{ fault, toRequest: 1 }];
}

export async function takeStep({
  scans = [scanIn('completed')],
  appearsMs,
  counts,
  products,
  faults = [],
  apiUrlEnd = '',
  inputs,
  options,
}: Given): Promise<Taken> {
  const more = {
    ...(appearsMs === undefined ? {} : { appearsMs }),
    ...(counts === undefined ? {} : { counts }),
  };
  const image = { productId: IDS.product, imageId: IDS.image, scans, ...more };
  const script = {
    token: TOKEN,
    images: [image],
    faults,
    ...(products === undefined ? {} : { products }),
  };
  const emulator = await startEmulator(script, systemClock);
  try {
    const result = await runStep(
      {
        'api-url': emulator.url + apiUrlEnd,
        token: TOKEN,
        ...IDS,
        'poll-interval': '1s',
        ...inputs,
      },
      options,
    );
    const forScans = (request: string) => request.includes('/scans');
    const requests = emulator.requests.filter(forScans);
    return {
      ...result,
      requests,
      others: emulator.requests.filter((request) => !forScans(request)),
    };
  } finally {
    await emulator.close();
  }
}

/** What the contract promises of every path. */
export function expectComplete(result: StepResult): void {
  const { code, outputs, annotations, stdout, stderr, summary } = result;
  expect(Object.keys(outputs).sort()).toEqual([...OUTPUTS].sort());
  const status = outputs['status'];
  const errors = annotations.filter(({ level }) => level === 'error');
  if (code === 0) {
    expect(['completed', 'findings', 'timed-out', 'deferred']).toContain(status);
    expect(errors).toEqual([]);
  } else {
    expect(code).toBe(1);
    expect(status).not.toBe('completed');
    expect(errors.map(({ message }) => flat(message))).toEqual(
      status === 'interrupted' ? [] : [outputs['reason']],
    );
  }
  expect(outputs['reason'] === '').toBe(status === 'completed');
  expectShellSafe(outputs);
  expect(stderr).toBe('');
  expect(summary).toMatch(/^## /);
  // Masked in the one line that asks for it, and nowhere else.
  expect(
    stdout.replace(`::add-mask::${TOKEN}`, '') + summary + JSON.stringify(outputs),
  ).not.toContain(TOKEN);
}

/** Nothing that a shell acts on, and quotes and backslashes only as the syntax of JSON. */
function expectShellSafe(outputs: StepResult['outputs']): void {
  for (const [name, value] of Object.entries(outputs)) {
    expect(value, name).not.toMatch(/[`$'\p{Cc}\u2018-\u201f]/u);
    if (name !== 'scans') expect(value, name).not.toMatch(/["\\]/);
  }
}

/** An annotation on one line, as the output `reason` has it. */
function flat(message: string): string {
  const [headline = '', ...problems] = message.split('\n');
  const list = problems.map((line) => line.replace(/\.$/, '')).join('; ');
  return shellSafeSentence(problems.length === 0 ? headline : `${headline} ${list}.`);
}

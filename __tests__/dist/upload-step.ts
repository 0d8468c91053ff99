/**
 * One run of the built upload action against an emulator, and what holds for every run whatever
 * became of the upload.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { type Emulator, startEmulator } from '../../emulator/binarly.ts';
import { runStep, type StepOptions, type StepResult } from '../../emulator/runner.ts';
import type { Script, UploadScript } from '../../emulator/script.ts';
import { systemClock } from '../../src/polling/clock.ts';
import { UPLOAD_OUTPUTS } from '../../src/steps/upload/outputs.ts';
import { shellSafeSentence } from '../../src/util/shell-safe.ts';
import { IDS, TOKEN } from './step.ts';

export interface GivenUpload {
  /** Contents by path; one small file, `firmware.bin`, if left out. */
  readonly files?: Readonly<Record<string, string | Buffer>>;
  /** What the platform does, besides taking uploads. */
  readonly uploads?: Partial<UploadScript>;
  readonly script?: Partial<Script>;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly options?: StepOptions;
  /** More inputs, which depend on the emulator. Called before the step starts. */
  readonly before?: (emulator: Emulator, workspace: string) => Readonly<Record<string, string>>;
}

export interface UploadTaken extends StepResult {
  /** Path and query of every request to the API. */
  readonly requests: Emulator['requests'];
  readonly sent: Emulator['sent'];
  readonly finishes: number;
  /** The images that were made of files. */
  readonly made: Emulator['uploaded'];
}

/** More than the operating system takes before anybody reads, in bytes. */
export const LARGE = 32 * 1024 * 1024;

export async function takeUpload(given: GivenUpload = {}): Promise<UploadTaken> {
  const { files = { 'firmware.bin': 'firmware' }, uploads, script, inputs, options } = given;
  const workspace = mkdtempSync(join(tmpdir(), 'workspace-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(workspace, path)), { recursive: true });
    writeFileSync(join(workspace, path), content);
  }
  const states = [{ atMs: 0, type: 'completed' }];
  const emulator = await startEmulator(
    { token: TOKEN, images: [], uploads: { states, ...uploads }, ...script },
    systemClock,
  );
  try {
    const more = given.before?.(emulator, workspace);
    const result = await runStep(
      {
        'api-url': emulator.url,
        token: TOKEN,
        product: IDS.product,
        file: Object.keys(files).join('\n'),
        version: 'v1',
        ...inputs,
        ...more,
      },
      {
        ...options,
        action: 'upload',
        env: { GITHUB_WORKSPACE: workspace, ...options?.env },
      },
    );
    const { requests, sent, uploaded: made } = emulator;
    return { ...result, requests, sent, made, finishes: emulator.finishes() };
  } finally {
    await emulator.close();
    rmSync(workspace, { recursive: true, force: true });
  }
}

/** What the contract promises of every path. */
export function expectWhole(result: UploadTaken): void {
  const { code, outputs, annotations, stdout, stderr, summary, sent, requests } = result;
  expect(Object.keys(outputs).sort()).toEqual([...UPLOAD_OUTPUTS].sort());
  const { status, reason = '' } = outputs;
  const errors = annotations.filter(({ level }) => level === 'error');
  expect(code).toBe(status === 'uploaded' ? 0 : 1);
  expect(reason === '').toBe(status === 'uploaded');
  const isSilent = status === 'uploaded' || status === 'interrupted';
  expect(errors.map(({ message }) => flat(message))).toEqual(isSilent ? [] : [reason]);
  expectShellSafe(outputs);
  expect(stderr).toBe('');
  expect(summary).toMatch(/^## /);
  const shown = withoutMasks(stdout) + summary + JSON.stringify(outputs);
  // Neither the token nor the signature of an address is ever shown.
  expect(shown).not.toContain(TOKEN);
  expect(shown).not.toContain('signature=');
  for (const { url } of sent) expect(shown).not.toContain(url.replace(/^.*signature=/, ''));
  // Storage never gets the token; every try has an address of its own.
  for (const { headers } of sent) expect(headers.authorization).toBeUndefined();
  expect(new Set(sent.map(({ url }) => url)).size).toBe(sent.length);
  // What was uploaded is there, and what is there was uploaded or is said to be possible.
  const files = JSON.parse(outputs['uploads'] ?? '[]') as { imageId: string; name: string }[];
  const known = files.flatMap(({ imageId }) => (imageId === '' ? [] : [imageId]));
  expect(outputs['images']).toBe(known.join('\n'));
  const made = result.made.map(({ imageId }) => imageId);
  expect(made).toEqual(expect.arrayContaining(known));
  if (status === 'uploaded') expect(known).toEqual(made);
  else if (made.length > known.length) expect(reason).toMatch(MAY_EXIST);
  expect(requests.filter((request) => request.includes('/storage/'))).toEqual([]);
}

export const MAY_EXIST = /may have been created|may exist|several new images/;

function withoutMasks(stdout: string): string {
  return stdout.replaceAll(/^::add-mask::.*$/gm, '');
}

/** Nothing that a shell acts on, and quotes and backslashes only as the syntax of JSON. */
function expectShellSafe(outputs: StepResult['outputs']): void {
  for (const [name, value] of Object.entries(outputs)) {
    const text = name === 'images' ? value.replaceAll('\n', '') : value;
    expect(text, name).not.toMatch(/[`$'\p{Cc}\u2018-\u201f]/u);
    if (name !== 'uploads') expect(text, name).not.toMatch(/["\\]/);
  }
}

/** An annotation on one line, as the output `reason` has it. */
function flat(message: string): string {
  const [headline = '', ...problems] = message.split('\n');
  const list = problems.map((line) => line.replace(/\.$/, '')).join('; ');
  return shellSafeSentence(problems.length === 0 ? headline : `${headline} ${list}.`);
}

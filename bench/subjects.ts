/** What is measured: the built action as a runner starts it, the floor, and the loop of curl and jq. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stepEnvironment } from '../emulator/runner.ts';
import { type Measured, measure } from './process.ts';
import { type Server, type ServerOptions, serve } from './server.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** Not a credential: the server takes any word. */
const TOKEN = 'bench-token';
/** An ID by its form, so that no name is looked up. */
const PRODUCT = '01JZ2ZV5Q4000000000000000A';

export interface Subject {
  readonly argv: readonly string[];
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly memory?: boolean;
}

export interface Run extends Measured, Pick<Server, 'requests' | 'polls' | 'mostSockets'> {
  /** From the start of the process to the first byte of the first request, in milliseconds. */
  readonly firstByteMs: number;
  /** When that byte came, in milliseconds since 1970. */
  readonly contactMs: number;
}

/** @param folder which bundle. */
export function action(inputs: Readonly<Record<string, string>>, folder = 'dist'): Subject {
  return { argv: [process.execPath, join(ROOT, folder, 'index.js')], inputs };
}

/** A bare Node script that makes the action's first request. */
export const FLOOR: Subject = { argv: [process.execPath, join(ROOT, 'bench/floor.mjs')] };

/** @param loops how many, side by side; each of them asks `polls` times, every `seconds`. */
export function bash(polls: number, seconds: number, loops = 1): Subject {
  const env = { POLLS: `${polls}`, INTERVAL: `${seconds}` };
  if (loops === 1) return { argv: ['bash', join(ROOT, 'bench/loop.sh')], env };
  return { argv: ['bash', join(ROOT, 'bench/loops.sh'), `${loops}`], env };
}

/** Whether the loop can be run here. */
export async function hasLoop(): Promise<boolean> {
  const { code } = await measure({ argv: ['bash', '-c', 'command -v curl && command -v jq'] });
  return code === 0;
}

/** Image IDs, one a line. */
export function images(count: number): string {
  return Array.from(
    { length: count },
    (_, index) => `01JZ2ZW8H6IMAGE${String(index).padStart(11, '0')}`,
  ).join('\n');
}

/** Runs a subject against a server of its own. */
export async function run(
  { argv, inputs = {}, env = {}, memory = false }: Subject,
  options: ServerOptions,
): Promise<Run> {
  const server = await serve(options);
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const given = {
      'api-url': server.url,
      token: TOKEN,
      product: PRODUCT,
      image: images(1),
      ...inputs,
    };
    const scansUrl = `${server.url}/api/v4/products/${PRODUCT}/images/${images(1)}/scans`;
    const measured = await measure({
      argv,
      memory,
      env: { ...stepEnvironment(given, folder), SCANS_URL: scansUrl, ...env },
    });
    const { requests, polls, mostSockets, firstByteMs: contactMs = Number.NaN } = server;
    return {
      ...measured,
      requests,
      polls,
      mostSockets,
      contactMs,
      firstByteMs: contactMs - measured.startMs,
    };
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What is compared: the built action, a bare Node script, and the loop of curl and jq. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stepEnvironment } from '../emulator/runner.ts';
import { measure } from './measured-process.ts';
import { serve } from './scan-server.ts';

const path = (file: string) => fileURLToPath(new URL(`../${file}`, import.meta.url));
const LOOP = path('bench/polling-loop.sh');
const LOOPS_AT_ONCE = `for ((loop = 0; loop < $1; loop++)); do bash "$0" & done; wait`;
/** Has the form of an ID, so the action does not look up a name. */
export const PRODUCT = '01JZ2ZV5Q4000000000000000A';

export interface Contestant {
  readonly argv: readonly string[];
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

/** @param folder which bundle. */
export function action(inputs: Readonly<Record<string, string>>, folder = 'dist'): Contestant {
  return { argv: [process.execPath, path(`${folder}/index.js`)], inputs };
}

/** Makes the action's first request and nothing else. */
export const bareNode: Contestant = { argv: [process.execPath, path('bench/bare-request.mjs')] };

/** @param polls how many requests each loop makes, every `seconds`. @param loops run at once. */
export function curlLoop(polls: number, seconds: number, loops = 1): Contestant {
  const argv = loops === 1 ? ['bash', LOOP] : ['bash', '-c', LOOPS_AT_ONCE, LOOP, `${loops}`];
  return { argv, env: { POLLS: `${polls}`, INTERVAL: `${seconds}` } };
}

/** Image IDs, one per line. */
export function imageIds(count: number): string {
  const id = (index: number) => `01JZ2ZW8H6IMAGE${String(index).padStart(11, '0')}`;
  return Array.from({ length: count }, (_, index) => id(index)).join('\n');
}

/** Runs a contestant against a server of its own, to its end. */
export async function run({ argv, inputs, env }: Contestant, completedFrom: number) {
  const server = await serve(completedFrom);
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const image = imageIds(1);
  // Not a credential: the server accepts any token.
  const defaults = { 'api-url': server.url, token: 'bench-token', product: PRODUCT, image };
  const SCANS_URL = `${server.url}/api/v4/products/${PRODUCT}/images/${image}/scans`;
  try {
    const step = stepEnvironment({ ...defaults, ...inputs }, folder);
    const measured = await measure(argv, { ...step, SCANS_URL, ...env });
    const firstByteMs = server.counts.firstByteAtMs - measured.startMs;
    return { ...measured, ...server.counts, firstByteMs };
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

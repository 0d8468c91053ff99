/** What an upload costs, compared with curl: time, CPU time and memory by the size of the file. */
import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stepEnvironment } from '../emulator/runner.ts';
import { action, PRODUCT } from './contestants.ts';
import { figure, type Part, type Target, table, targetsTable } from './markdown.ts';
import { fastest, type Measured, measure, secondsOf } from './measured-process.ts';
import { serveUploads } from './upload-server.ts';

const GIB = 1024 ** 3;
const SIZES = [0.1, 1, 2];
const SPEEDS = [
  ['1 Gbit/s', 125_000],
  ['unlimited', Number.POSITIVE_INFINITY],
] as const;
/** The best of so many runs counts. */
const ROUNDS = 3;

export async function uploading(): Promise<Part> {
  const rows: string[][] = [];
  const targets: Target[] = [];
  for (const [speed, bytesPerMs] of SPEEDS)
    for (const size of SIZES) {
      const { ours, curl } = await compare(size, speed, bytesPerMs);
      const [best, other] = [fastest(ours), fastest(curl)];
      const ratio = secondsOf(best) / secondsOf(other);
      const peakMib = (Math.max(...ours.map(({ peakMb }) => peakMb)) * 1e6) / 1024 ** 2;
      rows.push([
        `${size} GiB, ${speed}`,
        `${figure(secondsOf(best))} s`,
        `${figure(secondsOf(other))} s`,
        figure(ratio),
        `${figure(best.cpuMs / 1000)} s`,
        `${figure(other.cpuMs / 1000)} s`,
        `${peakMib.toFixed(0)} MiB`,
      ]);
      if (size === 2)
        targets.push({ what: `peak memory in MiB, ${speed}`, measured: peakMib, atMost: 150 });
      // A small file is there before Node has started.
      if (bytesPerMs < Number.POSITIVE_INFINITY && size >= 1)
        targets.push({
          what: `time of ${size} GiB compared with curl`,
          measured: ratio,
          atMost: 1.05,
        });
    }
  const header = ['file', 'the action', 'curl', 'ratio', 'CPU time', 'of curl', 'peak memory'];
  const blocks = { 'upload.runs': table(header, rows), 'upload.targets': targetsTable(targets) };
  return { blocks, targets };
}

async function compare(size: number, speed: string, bytesPerMs: number) {
  const server = await serveUploads(bytesPerMs);
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const path = join(folder, 'firmware.bin');
  const file = openSync(path, 'w');
  // Takes no room on the disk, and reading it costs no time there.
  ftruncateSync(file, Math.round(size * GIB));
  closeSync(file);
  // Not a credential: the server accepts any token.
  const target = { 'api-url': server.url, token: 'bench-token', product: PRODUCT };
  const inputs = { ...target, file: path, version: 'v1' };
  const entry = action({}).argv.map((word) => word.replace(/index\.js$/, 'upload.js'));
  const [ours, curl]: [Measured[], Measured[]] = [[], []];
  try {
    for (let round = 1; round <= ROUNDS; round += 1) {
      console.error(`upload: ${size} GiB, ${speed}, round ${round} of ${ROUNDS}`);
      ours.push(await measure(entry, stepEnvironment(inputs, folder, 'upload')));
      curl.push(
        await measure(['curl', '-fsS', '--upload-file', path, `${server.url}/storage`], {}),
      );
    }
    const failed = [...ours, ...curl].find(({ code }) => code !== 0);
    if (failed !== undefined) throw new Error(`exit code ${failed.code}`);
    return { ours, curl };
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

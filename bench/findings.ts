/** What reading findings costs: requests, time and memory by the number of findings. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmulator } from '../emulator/binarly.ts';
import { stepEnvironment } from '../emulator/runner.ts';
import { systemClock } from '../src/polling/clock.ts';
import { action } from './contestants.ts';
import { figure, type Part, type Target, table } from './markdown.ts';
import { measure } from './measured-process.ts';

/** The scan, the product's name, and the image's details at the end. */
const OTHER_REQUESTS = 3;

/** 300 MiB. */
const MOST_MB = 314;
/** How long a pass waits before it reads a second time, in seconds. */
const PAUSE_S = 5;

export async function readingFindings(): Promise<Part> {
  const rows: string[][] = [];
  const targets: Target[] = [];
  for (const count of [1_000, 10_000, 100_000]) {
    const secondsTo: Record<string, number> = {};
    for (const severity of ['high', 'low'] as const) {
      console.error(`findings: ${count} of severity ${severity}`);
      const { requests, seconds, cpuMs, peakMb, code } = await judge(count, severity);
      if (code !== (severity === 'high' ? 1 : 0)) throw new Error(`exit code ${code}`);
      rows.push([
        `${count.toLocaleString('en')}, ${severity === 'high' ? 'all of which block' : 'none of which blocks'}`,
        (requests - OTHER_REQUESTS).toLocaleString('en'),
        `${figure(seconds)} s`,
        `${figure(cpuMs / 1000)} s`,
        `${peakMb.toFixed(0)} MB`,
      ]);
      secondsTo[severity] = seconds;
      const what = `peak memory with ${count} findings, in MB`;
      targets.push({ what, measured: peakMb, atMost: MOST_MB });
    }
    const { high = 0, low = 0 } = secondsTo;
    const what = `the time of two reads of ${count} findings, compared with one`;
    if (count === 100_000) targets.push({ what, measured: (low - PAUSE_S) / high, atMost: 2.2 });
  }
  const header = ['findings', 'requests', 'duration', 'CPU time', 'peak memory'];
  return { blocks: { 'findings.runs': table(header, rows) }, targets };
}

/** Runs the step with the threshold `high` against an image with so many findings. */
async function judge(count: number, severity: 'high' | 'low') {
  const emulator = await startEmulator(scriptOf(count, severity), systemClock);
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const inputs = { 'api-url': emulator.url, token: TOKEN, product: 'P', image: 'I' };
  try {
    const { argv } = action({});
    const step = stepEnvironment({ ...inputs, 'fail-on-severity': 'high' }, folder);
    const measured = await measure(argv, { ...step, RUNNER_TEMP: folder });
    const seconds = (measured.endMs - measured.startMs) / 1000;
    return { ...measured, seconds, requests: emulator.requests.length };
  } finally {
    await emulator.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Not a credential: the emulator lives in this process and accepts this word. */
const TOKEN = 'bench-token';

function scriptOf(count: number, severity: string) {
  const rows = Array.from({ length: count }, (_, index) => ({
    id: `01JZ30CYZY52F5BPR3AA${String(index).padStart(6, '0')}`,
    name: `CVE-2024-${index}`,
    displayName: 'Heap overflow in the parser of a protocol',
    severity,
    type: 'knownVulnerability',
    status: 'new',
    identifiers: [{ cve: `CVE-2024-${index}`, brly: `BRLY-2024-${index}` }],
    componentName: 'openssl',
  }));
  const scan = { id: 'S', createdMs: -60_000, states: [{ atMs: -60_000, type: 'completed' }] };
  const image = { productId: 'P', imageId: 'I', scans: [scan], findings: { rows } };
  return { token: TOKEN, images: [image] };
}

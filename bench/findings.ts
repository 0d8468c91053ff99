/**
 * What reading findings costs, and writing them for later steps and for code scanning: requests, time
 * and memory by the number of findings.
 */
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmulator } from '../emulator/binarly.ts';
import { stepEnvironment } from '../emulator/runner.ts';
import { systemClock } from '../src/polling/clock.ts';
import { action } from './contestants.ts';
import { figure, type Part, type Target, table, targetsTable } from './markdown.ts';
import { fastest, type Measured, measure, secondsOf } from './measured-process.ts';

/** The best of so many runs counts. */
const ROUNDS = 3;
/** 30 MB more than version 2 needed for 100,000 findings, which wrote no SARIF. */
const MOST_MB = 295;
/** What code scanning shows of an image. */
const MOST_IN_SARIF = 5_000;
/** How long a pass waits before it reads a second time, in seconds. */
const PAUSE_S = 5;

export async function readingFindings(): Promise<Part> {
  const rows: string[][] = [];
  const targets: Target[] = [];
  for (const count of [1_000, 10_000, 100_000]) {
    const runs: Record<Severity, Judged[]> = { high: [], low: [] };
    for (let round = 1; round <= ROUNDS; round += 1) {
      console.error(`findings: ${count}, round ${round} of ${ROUNDS}`);
      // In turns, so that other load on the machine affects both alike.
      runs.high.push(await judge(count, 'high'));
      runs.low.push(await judge(count, 'low'));
    }
    const findings = count.toLocaleString('en');
    rows.push(
      row(`${findings}, all of which block`, runs.high),
      row(`${findings}, none of which blocks`, runs.low),
    );
    if (count < 100_000) continue;
    const [one, two] = [runs.high, runs.low].map((all) => secondsOf(fastest(all)));
    targets.push(
      {
        what: `time of two reads of ${findings} findings compared with one, without the wait`,
        measured: ((two ?? 0) - PAUSE_S) / (one ?? 0),
        atMost: 2.2,
      },
      {
        what: `peak memory with ${findings} findings, in MB`,
        measured: peakOf([...runs.high, ...runs.low]),
        atMost: MOST_MB,
      },
    );
  }
  const header = ['findings', 'requests', 'duration', 'CPU time', 'peak memory'];
  const blocks = {
    'findings.runs': table(header, rows),
    'findings.targets': targetsTable(targets),
  };
  return { blocks, targets };
}

function row(what: string, runs: readonly Judged[]): string[] {
  const best = fastest(runs);
  const requests = runs[0]?.pages ?? 0;
  return [
    what,
    requests.toLocaleString('en'),
    `${figure(secondsOf(best))} s`,
    `${figure(best.cpuMs / 1000)} s`,
    `${peakOf(runs).toFixed(0)} MB`,
  ];
}

function peakOf(runs: readonly Judged[]): number {
  return Math.max(...runs.map(({ peakMb }) => peakMb));
}

type Severity = 'high' | 'low';

/** With the number of requests for findings. */
type Judged = Measured & { readonly pages: number };

/** Runs the step with the threshold `high` against an image with so many findings. */
async function judge(count: number, severity: Severity): Promise<Judged> {
  const emulator = await startEmulator(scriptOf(count, severity), systemClock);
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const inputs = { 'api-url': emulator.url, token: TOKEN, product: 'P', image: 'I' };
  try {
    const { argv } = action({});
    const step = stepEnvironment({ ...inputs, 'fail-on-severity': 'high' }, folder);
    const measured = await measure(argv, { ...step, RUNNER_TEMP: folder });
    const blocking = severity === 'high' ? count : 0;
    if (measured.code !== Math.min(1, blocking)) throw new Error(`exit code ${measured.code}`);
    const inSarif = resultsOfSarif(folder);
    if (inSarif !== Math.min(MOST_IN_SARIF, blocking)) throw new Error(`${inSarif} in SARIF`);
    const pages = emulator.requests.filter((request) => request.includes('/findings')).length;
    return { ...measured, pages };
  } finally {
    await emulator.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How many results the SARIF file of the step has, which must be there. */
function resultsOfSarif(temp: string): number {
  const [file = 'no SARIF file'] = globSync(join(temp, 'binarly-*', 'findings.sarif'));
  const { runs } = JSON.parse(readFileSync(file, 'utf8')) as { runs: { results: unknown[] }[] };
  return runs.reduce((sum, { results }) => sum + results.length, 0);
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

/** What is measured. Processes that are compared take turns or run at once, so load hits all. */
import { bundle, write } from '../scripts/build.ts';
import { action, bareNode, type Contestant, curlLoop, imageIds, run } from './contestants.ts';
import { figure, type Part, type Target, table, targetsTable } from './markdown.ts';

type Run = Awaited<ReturnType<typeof run>>;

const [WARM_UP_ROUNDS, ROUNDS] = [2, 41];
/** A bundle without stand-ins, so that it loads every package at once. */
const EAGER_BUNDLE = 'build/bench/eager';

/** From the start of a process to its first request, and its CPU time with a single poll. */
export async function startUp(): Promise<Part> {
  write(EAGER_BUNDLE, await bundle([]));
  const contestants: readonly (readonly [string, Contestant])[] = [
    ['bare Node script', bareNode],
    ['the action', action({})],
    ['the action, undici and tunnel loaded at once', action({}, EAGER_BUNDLE)],
    ['bash, curl and jq', curlLoop(1, 1)],
  ];
  const rounds: Run[][] = [];
  for (let round = 1; round <= WARM_UP_ROUNDS + ROUNDS; round += 1) {
    if (round % 10 === 1) console.error(`start-up: round ${round} of ${WARM_UP_ROUNDS + ROUNDS}`);
    const runs: Run[] = [];
    for (const [name, contestant] of contestants) runs.push(await succeed(name, contestant, 1));
    if (round > WARM_UP_ROUNDS) rounds.push(runs);
  }
  const value = (of: 'firstByteMs' | 'cpuMs', index: number) =>
    median(rounds.map((runs) => runs[index]?.[of]));
  const ratio = (of: 'firstByteMs' | 'cpuMs', index: number) =>
    median(rounds.map((runs) => (runs[index]?.[of] ?? 0) / (runs[0]?.[of] ?? 0)));
  const rows = contestants.map(([name], index) => [
    name,
    `${value('firstByteMs', index).toFixed(0)} ms`,
    figure(ratio('firstByteMs', index)),
    `${value('cpuMs', index).toFixed(0)} ms`,
    figure(ratio('cpuMs', index)),
  ]);
  const first = { measured: ratio('firstByteMs', 1), atMost: 1.2 };
  const targets = [{ what: 'first byte compared with a bare Node script', ...first }];
  const times = table(['', 'first byte', 'ratio', 'CPU time', 'ratio'], rows);
  return {
    blocks: { 'start-up.times': times, 'start-up.targets': targetsTable(targets) },
    targets,
  };
}

/** The CPU time of polling. All processes poll at once, every second. */
export async function pollingCost(): Promise<Part> {
  const [few, many] = [10, Number(process.env['BENCH_POLLS'] || 60)];
  console.error(`polling: ${many} polls, which takes ${many} s`);
  const poll = (name: string, contestant: (polls: number) => Contestant) =>
    Promise.all([few, many].map((polls) => succeed(name, contestant(polls), polls)));
  const [ours = [], loop = []] = await Promise.all([
    poll('the action', () => action({ 'poll-interval': '1s' })),
    poll('bash, curl and jq', (polls) => curlLoop(polls, 1)),
  ]);
  const cpu = (runs: readonly Run[], index: number) => runs[index]?.cpuMs ?? Number.NaN;
  const rows = Object.entries({ 'the action': ours, 'bash, curl and jq': loop }).map(
    ([name, runs]) => [
      name,
      `${cpu(runs, 0).toFixed(0)} ms`,
      `${cpu(runs, 1).toFixed(0)} ms`,
      `${figure((cpu(runs, 1) - cpu(runs, 0)) / (many - few))} ms`,
    ],
  );
  const targets: Target[] = [few, many].map((polls, index) => ({
    what: `CPU time of ${polls} polls compared with the loop`,
    measured: cpu(ours, index) / cpu(loop, index),
    atMost: 1,
  }));
  targets.push({ what: 'peak memory in MB', measured: ours[1]?.peakMb ?? Number.NaN, atMost: 90 });
  const header = ['CPU time', `${few} polls`, `${many} polls`, 'each further poll'];
  const blocks = { 'polling.costs': table(header, rows), 'polling.targets': targetsTable(targets) };
  return { blocks, targets };
}

/** Many images in one step, and loops of curl and jq for as many: cost, and how late the end is. */
export async function manyImages(): Promise<Part> {
  // Each image is polled at 0, 5, 10, 15 and 20 s. The last of these is the deadline.
  const schedule = { timeout: '20s', 'poll-interval': '5s', 'on-timeout': 'warn' };
  const step = (images: number) => action({ ...schedule, image: imageIds(images) });
  const steps = [1, 10, 100, 1_000].map((images) => ['one step', images, step(images)] as const);
  const loops = [1, 10, 50].map(
    (images) => ['loops side by side', images, curlLoop(5, 5, images)] as const,
  );
  const rows: string[][] = [];
  for (const [name, images, contestant] of [...steps, ...loops]) {
    console.error(`images: ${name}, ${images}, which takes 20 s`);
    const finished = await run(contestant, Number.POSITIVE_INFINITY);
    const { requests, cpuMs, peakMb, mostSockets, endMs, firstByteAtMs } = finished;
    if (requests < images) throw new Error(`${name}: ${requests} requests for ${images} images`);
    rows.push([
      name,
      images.toLocaleString('en'),
      requests.toLocaleString('en'),
      `${figure(cpuMs / 1000)} s`,
      `${figure(cpuMs / images)} ms`,
      name === 'one step' ? `${peakMb.toFixed(0)} MB` : '',
      `${mostSockets}`,
      `${figure((endMs - firstByteAtMs) / 1000 - 20)} s`,
    ]);
  }
  const cpu = ['CPU time', 'CPU time per image'];
  const header = ['', 'images', 'requests', ...cpu, 'peak memory', 'most sockets', 'late by'];
  return { blocks: { 'images.runs': table(header, rows) } };
}

async function succeed(name: string, contestant: Contestant, polls: number): Promise<Run> {
  const finished = await run(contestant, polls);
  if (finished.polls === polls && finished.code === 0) return finished;
  throw new Error(`${name}: ${finished.polls} of ${polls} polls, exit code ${finished.code}`);
}

function median(values: readonly (number | undefined)[]): number {
  const sorted = values.map((value) => value ?? Number.NaN).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

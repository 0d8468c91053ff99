/** From the start of the process to the first request. The subjects take turns, so that what else the machine does meets all alike. */
import { bundle, write } from '../scripts/build.ts';
import { median } from './stats.ts';
import { action, bash, FLOOR, hasLoop, type Run, run, type Subject } from './subjects.ts';
import { against, figure, type Part } from './table.ts';

const ROUNDS = 41;
const WARM_UP = 2;
/** A bundle as ncc makes it by itself, for comparison. */
const EAGER = 'build/bench/eager';

export async function startup(): Promise<Part> {
  write(EAGER, { ...(await bundle({})), 'package.json': '{ "type": "module" }' });
  const withLoop = await hasLoop();
  const subjects: Readonly<Record<string, Subject>> = {
    'bare Node script': FLOOR,
    'the action': action({}),
    'the action, undici loaded at once': action({}, EAGER),
    ...(withLoop ? { 'bash, curl and jq': bash(1, 1) } : {}),
  };
  const runs = new Map<string, Run[]>(Object.keys(subjects).map((name) => [name, []]));
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    for (const [name, subject] of Object.entries(subjects)) {
      const taken = await run(subject, { completedFrom: 1 });
      if (taken.code !== 0) throw new Error(`${name} ended with ${taken.code}`);
      if (round >= 0) runs.get(name)?.push(taken);
    }
  }
  const of = (name: string, value: (run: Run) => number) => (runs.get(name) ?? []).map(value);
  /** Of the two runs of each round, which the machine met alike. */
  const ratio = (name: string, value: (run: Run) => number) => {
    const floor = of('bare Node script', value);
    return median(of(name, value).map((figure, index) => figure / (floor[index] ?? Number.NaN)));
  };
  const [first, cpu] = [(run: Run) => run.firstByteMs, (run: Run) => run.cpuMs];
  const data = Object.keys(subjects).map((name) => ({
    name,
    firstByteMs: median(of(name, first)),
    fastestMs: Math.min(...of(name, first)),
    cpuMs: median(of(name, cpu)),
    ratio: ratio(name, first),
    cpuRatio: ratio(name, cpu),
  }));
  return {
    data,
    tables: {
      'startup.times': {
        header: [
          '',
          'first byte, median',
          'fastest',
          'CPU time, median',
          'first byte against Node',
          'CPU time against Node',
        ],
        rows: data.map(({ name, firstByteMs, fastestMs, cpuMs, ...ratios }) => [
          name,
          ...[firstByteMs, fastestMs, cpuMs].map((ms) => `${ms.toFixed(0)} ms`),
          ratios.ratio.toFixed(2),
          ratios.cpuRatio.toFixed(2),
        ]),
      },
      'startup.targets': {
        header: ['', 'measured', 'target, at most', ''],
        rows: [
          ['first byte, against a bare Node script', ...against(ratio('the action', first), 1.35)],
        ],
      },
    },
    notes: [
      `${ROUNDS} rounds. CPU time is that of the whole process, to its end.`,
      ...(withLoop ? [] : ['curl or jq is not installed: no loop was measured.']),
      `Against undici loaded at once: ${figure(median(of('the action', first)) / median(of('the action, undici loaded at once', first)))}.`,
    ],
  };
}

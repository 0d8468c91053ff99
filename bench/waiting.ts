/** What a poll costs: the action and the loop of curl and jq ask as often, side by side, each a server of its own. */
import { setTimeout as sleep } from 'node:timers/promises';
import { median } from './stats.ts';
import { action, bash, hasLoop, type Run, run, type Subject } from './subjects.ts';
import { against, figure, type Part, type Table } from './table.ts';

/** At 1 s each, the shortest interval of the action: a minute. */
const POLLS = Number(process.env['BENCH_POLLS'] ?? 60);
const TENTH = 10;
const ROUNDS = 9;
/** So that the subjects' polls do not meet. */
const APART_MS = 230;

interface Cost {
  readonly name: string;
  /** CPU time of a whole step of so many polls, in milliseconds. */
  readonly one: number;
  readonly ten: number;
  readonly all: number;
  readonly perPoll: number;
  readonly peakMib: number;
}

export async function waiting(): Promise<Part> {
  const subjects: Record<string, (polls: number) => Subject> = {
    'the action': () => action({ 'poll-interval': '1s' }),
    ...((await hasLoop()) ? { 'bash, curl and jq': (polls: number) => bash(polls, 1) } : {}),
  };
  const ones = new Map<string, number[]>();
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [name, subject] of Object.entries(subjects)) {
      const { cpuMs } = await asking(subject, 1);
      ones.set(name, [...(ones.get(name) ?? []), cpuMs]);
    }
  const costs = await Promise.all(
    Object.entries(subjects).map(async ([name, subject], index): Promise<Cost> => {
      await sleep(index * 2 * APART_MS);
      const long = asking(subject, POLLS);
      await sleep(APART_MS);
      const [{ cpuMs: all, peakMib }, { cpuMs: ten }] = await Promise.all([
        long,
        asking(subject, TENTH),
      ]);
      const one = median(ones.get(name) ?? []);
      return { name, one, ten, all, perPoll: (all - one) / (POLLS - 1), peakMib };
    }),
  );
  const [ours, loop] = costs;
  return {
    data: { polls: POLLS, costs, crossover: crossover(ours, loop) },
    tables: { 'waiting.costs': costsTable(costs), 'waiting.targets': targetsTable(ours, loop) },
    notes: loop === undefined ? ['curl or jq is not installed: no loop was measured.'] : [],
  };
}

async function asking(subject: (polls: number) => Subject, polls: number): Promise<Run> {
  const taken = await run({ ...subject(polls), memory: polls > 1 }, { completedFrom: polls });
  if (taken.polls !== polls || taken.code !== 0)
    throw new Error(`${taken.polls} polls, not ${polls}; ended with ${taken.code}`);
  return taken;
}

/** From how many polls on the action has used less CPU time than the loop. */
function crossover(ours: Cost | undefined, loop: Cost | undefined): number {
  if (ours === undefined || loop === undefined) return Number.NaN;
  const [start, loopStart] = [ours.one - ours.perPoll, loop.one - loop.perPoll];
  return Math.max(1, Math.ceil((start - loopStart) / (loop.perPoll - ours.perPoll)));
}

function costsTable(costs: readonly Cost[]): Table {
  return {
    header: [
      '',
      'CPU, 1 poll',
      `CPU, ${TENTH} polls`,
      `CPU, ${POLLS} polls`,
      'CPU a further poll',
      'peak memory',
    ],
    rows: costs.map(({ name, one, ten, all, perPoll, peakMib }) => [
      name,
      ...[one, ten, all].map((ms) => `${ms.toFixed(0)} ms`),
      `${perPoll.toFixed(1)} ms`,
      `${peakMib.toFixed(0)} MiB`,
    ]),
  };
}

function targetsTable(ours: Cost | undefined, loop: Cost | undefined): Table {
  if (ours === undefined) throw new Error('the action was not measured');
  const compared =
    loop === undefined
      ? []
      : [
          [`CPU time of ${TENTH} polls, against the loop`, ...against(ours.ten / loop.ten, 1)],
          [`CPU time of ${POLLS} polls, against the loop`, ...against(ours.all / loop.all, 1)],
          ['polls until the action is ahead', ...against(crossover(ours, loop), TENTH)],
        ];
  return {
    header: ['', 'measured', 'target, at most', ''],
    rows: [
      ...compared,
      [
        'peak memory, MiB',
        figure(ours.peakMib),
        '85.8 (90 MB)',
        ours.peakMib * 1.048576 < 90 ? 'met' : 'missed',
      ],
    ],
  };
}

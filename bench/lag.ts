/** How late a wait notices the end of a scan, and how many requests that takes. A calculation: the same in each run, on any machine. */
import { svg } from './chart.ts';
import {
  auto,
  durations,
  equalCost,
  fixed,
  type Schedule,
  type Summary,
  summarise,
  wait,
} from './schedules.ts';
import { mean, seeded } from './stats.ts';
import { against, figure, type Part, percent, type Table } from './table.ts';

const [SECOND, MINUTE, HOUR] = [1_000, 60_000, 3_600_000];
const COUNT = 20_000;
/** What the documented loop sleeps. */
const LOOP_MS = 30_000;

/** The mixes of durations that are looked at. */
export const SETS = {
  '15 s to 3 h': [15 * SECOND, 3 * HOUR],
  '5 to 10 min': [5 * MINUTE, 10 * MINUTE],
  '10 to 60 min': [10 * MINUTE, HOUR],
  '1 to 3 h': [HOUR, 3 * HOUR],
} as const;

type SetName = keyof typeof SETS;

interface Compared {
  readonly auto: Summary;
  readonly loop: Summary;
  readonly equal: Summary;
  readonly equalMs: number;
}

/** `auto`, the loop of 30 s and the fixed interval of equal cost, over the same durations. */
function compare(set: SetName, count = COUNT): Compared {
  const [from, to] = SETS[set];
  const of = durations(from, to, count, seeded(2));
  const all = (schedule: Schedule) => summarise(of.map((ms) => wait(ms, schedule)));
  const ours = all(auto());
  const equalMs = equalCost(of, ours.requests);
  return { auto: ours, loop: all(fixed(LOOP_MS)), equal: all(fixed(equalMs)), equalMs };
}

/** @param count how many durations from each set. */
export function lag(count = COUNT): Part {
  const names = Object.keys(SETS) as SetName[];
  const data = Object.fromEntries(names.map((name) => [name, compare(name, count)])) as Record<
    SetName,
    Compared
  >;
  return {
    data,
    tables: { 'lag.sets': setsTable(data), 'lag.targets': targetsTable(data) },
    files: { 'docs/lag.svg': lagChart(), 'docs/requests.svg': requestsChart() },
  };
}

function setsTable(data: Record<SetName, Compared>): Table {
  const row = (name: string, schedule: string, of: Summary) => [
    name,
    schedule,
    `${figure(of.meanLagMs / SECOND)} s`,
    `${figure(of.p95LagMs / SECOND)} s`,
    percent(of.meanRelativeLag),
    percent(of.p95RelativeLag),
    figure(of.requests),
  ];
  return {
    header: [
      'scans of',
      'schedule',
      'lag, mean',
      'lag, 95th',
      'of the duration, mean',
      'of the duration, 95th',
      'requests',
    ],
    rows: Object.entries(data).flatMap(([name, { auto, loop, equal, equalMs }]) => [
      row(name, '`auto`', auto),
      row('', 'every 30 s', loop),
      row('', `every ${figure(equalMs / SECOND)} s, as many requests`, equal),
    ]),
  };
}

function targetsTable(data: Record<SetName, Compared>): Table {
  const {
    '15 s to 3 h': mix,
    '5 to 10 min': short,
    '10 to 60 min': middle,
    '1 to 3 h': long,
  } = data;
  return {
    header: ['`auto` against', 'measured', 'target, at most', ''],
    rows: [
      [
        'every 30 s: relative lag, 15 s to 3 h',
        ...against(mix.auto.meanRelativeLag / mix.loop.meanRelativeLag, 0.25),
      ],
      [
        'equal cost: relative lag, 15 s to 3 h',
        ...against(mix.auto.meanRelativeLag / mix.equal.meanRelativeLag, 0.45),
      ],
      [
        'every 30 s: lag, 5 to 10 min',
        ...against(short.auto.meanLagMs / short.loop.meanLagMs, 0.4),
      ],
      [
        'every 30 s: lag, 10 to 60 min',
        ...against(middle.auto.meanLagMs / middle.loop.meanLagMs, 0.7),
      ],
      ['every 30 s: lag, 1 to 3 h', ...against(long.auto.meanLagMs / long.loop.meanLagMs, 1)],
      ['every 30 s: requests, 1 to 3 h', ...against(long.auto.requests / long.loop.requests, 1.6)],
    ],
  };
}

/** A point of a curve: the mean around a duration, for at a single one a fixed loop's lag is an accident. */
function curve(
  schedule: () => Schedule,
  value: (summary: Summary) => number,
): readonly (readonly [number, number])[] {
  return Array.from({ length: 49 }, (_, index) => 15 * SECOND * 720 ** (index / 48)).map((ms) => {
    const around = durations(ms / 1.15, ms * 1.15, 400, seeded(3));
    return [mean(around), value(summarise(around.map((near) => wait(near, schedule()))))] as const;
  });
}

const DURATION = {
  label: 'duration of the scan',
  ticks: [
    [15 * SECOND, '15 s'],
    [MINUTE, '1 min'],
    [5 * MINUTE, '5 min'],
    [15 * MINUTE, '15 min'],
    [HOUR, '1 h'],
    [3 * HOUR, '3 h'],
  ],
} as const;

function lagChart(): string {
  const relative = (summary: Summary) => summary.meanRelativeLag * 100;
  return svg({
    legend: 'right',
    title: 'Lag behind the end of a scan, in % of its duration (mean)',
    x: DURATION,
    y: {
      label: 'lag, %',
      ticks: [0.1, 0.3, 1, 3, 10, 30, 100].map((value) => [value, `${value}`] as const),
    },
    curves: [
      { name: 'auto', colour: '#0969da', points: curve(auto, relative) },
      {
        name: 'every 30 s',
        colour: '#bc4c00',
        dash: '7 5',
        points: curve(() => fixed(LOOP_MS), relative),
      },
    ],
  });
}

function requestsChart(): string {
  const requests = (summary: Summary) => summary.requests;
  return svg({
    legend: 'left',
    title: 'Requests until the end of a scan is seen (mean)',
    x: DURATION,
    y: {
      label: 'requests',
      ticks: [1, 3, 10, 30, 100, 300, 1000].map((value) => [value, `${value}`] as const),
    },
    curves: [
      { name: 'auto', colour: '#0969da', points: curve(auto, requests) },
      {
        name: 'every 30 s',
        colour: '#bc4c00',
        dash: '7 5',
        points: curve(() => fixed(LOOP_MS), requests),
      },
    ],
  });
}

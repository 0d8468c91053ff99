/** How late a wait notices the end of a scan, and how many requests that takes. Calculated. */
import { figure, type Part, type Target, table, targetsTable, xychart } from './markdown.ts';
import { auto, durations, mean, RANGES, type Schedule, seeded, wait } from './polling-model.ts';

const SAMPLE_SIZE = 20_000;
/** How long the documented loop of curl and jq sleeps. */
const LOOP_MS = 30_000;
const CHART_LABELS = '15 s,30 s,1 min,2 min,5 min,10 min,15 min,30 min,1 h,2 h,3 h'.split(',');
const CHART_SECONDS = [15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 10_800];

type Summary = ReturnType<typeof summarize>;
type Comparison = ReturnType<typeof compare>;

export function lag(): Part {
  const ranges = Object.entries(RANGES).map(compare);
  const targets = targetsOf(ranges);
  return {
    blocks: {
      'lag.ranges': table(
        ['scan duration', 'schedule', 'mean lag', 'relative to the duration', 'requests'],
        ranges.flatMap(rowsOf),
      ),
      'lag.chart': chart('Mean lag in seconds', 'lag', 1_000),
      'lag.requests': chart('Mean number of requests', 'requests', 1),
      'lag.targets': targetsTable(targets),
    },
    targets,
  };
}

/** `auto`, the loop, and the fixed interval of equal cost, over the same durations. */
function compare([range, bounds]: [string, readonly [number, number]]) {
  const sample = durations(bounds, SAMPLE_SIZE, seeded(2));
  const ours = summarize(sample, auto());
  // A fixed interval makes 1.5 requests on average besides one for each interval.
  const equalMs = mean(sample) / (ours.requests - 1.5);
  const fixed = (ms: number) => summarize(sample, () => ms);
  return { range, ours, loop: fixed(LOOP_MS), equal: fixed(equalMs), equalMs };
}

function summarize(sample: readonly number[], schedule: Schedule) {
  const waits = sample.map((durationMs) => ({ durationMs, ...wait(durationMs, schedule) }));
  return {
    lag: mean(waits.map(({ lagMs }) => lagMs)),
    'relative lag': mean(waits.map(({ lagMs, durationMs }) => lagMs / durationMs)),
    requests: mean(waits.map(({ requests }) => requests)),
  };
}

function rowsOf({ range, ours, loop, equal, equalMs }: Comparison): string[][] {
  const row = (name: string, schedule: string, summary: Summary) => [
    name,
    schedule,
    `${figure(summary.lag / 1000)} s`,
    `${(summary['relative lag'] * 100).toFixed(1)} %`,
    figure(summary.requests),
  ];
  const equalCost = `every ${figure(equalMs / 1000)} s, as many requests`;
  return [row(range, '`auto`', ours), row('', 'every 30 s', loop), row('', equalCost, equal)];
}

function targetsOf([mix, short, middle, long]: readonly Comparison[]): readonly Target[] {
  const target = (of: Comparison | undefined, value: keyof Summary, atMost: number) => ({
    what: `${value} compared with every 30 s, ${of?.range}`,
    measured: (of?.ours[value] ?? Number.NaN) / (of?.loop[value] ?? Number.NaN),
    atMost,
  });
  const measured = (mix?.ours['relative lag'] ?? 0) / (mix?.equal['relative lag'] ?? 0);
  return [
    target(mix, 'relative lag', 0.25),
    { what: 'relative lag compared with equal cost, 15 s to 3 h', measured, atMost: 0.45 },
    target(short, 'lag', 0.4),
    target(middle, 'lag', 0.7),
    target(long, 'lag', 1),
    target(long, 'requests', 1.6),
  ];
}

/** Each point is the mean around a duration: at a single one, a fixed interval's lag is chance. */
function chart(title: string, value: 'lag' | 'requests', divisor: number): string {
  const points = (schedule: () => Schedule) =>
    CHART_SECONDS.map((seconds) => {
      const around = durations([(seconds * 1000) / 1.15, seconds * 1150], 400, seeded(3));
      return summarize(around, schedule())[value] / divisor;
    });
  const bar = points(() => () => LOOP_MS);
  const name = `${title}: auto (line), every 30 s (bars)`;
  return xychart(name, CHART_LABELS, { bar, line: points(() => auto()) });
}

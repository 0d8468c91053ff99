/** Many images in one step, against as many loops of curl and jq: what each image adds, and how punctual the end is. */
import { line } from './stats.ts';
import { action, bash, hasLoop, images, type Run, run } from './subjects.ts';
import { figure, type Part, type Table } from './table.ts';

const SIZES = [1, 10, 100, 1_000];
const LOOPS = [1, 10, 50];
/** Each image is asked for at 0, 5, 10, 15 and 20 s; the last of these is the deadline. */
const [INTERVAL_S, TIMEOUT_S] = [5, 20];

interface Sized extends Run {
  readonly count: number;
  /** From the deadline to the end of the process, in milliseconds. The step's time begins with its first request, within a few. */
  readonly lateMs: number;
}

export async function scale(): Promise<Part> {
  const ours: Sized[] = [];
  const notes = [];
  for (const count of SIZES) {
    const subject = action({
      image: images(count),
      timeout: `${TIMEOUT_S}s`,
      'poll-interval': `${INTERVAL_S}s`,
      'on-timeout': 'warn',
    });
    const taken = await run(
      { ...subject, memory: true },
      { completedFrom: Number.POSITIVE_INFINITY },
    );
    if (taken.code !== 0 || taken.requests < count) {
      notes.push(
        `${count} images in one step were not waited for: it ended with ${taken.code} after ${taken.requests} requests.`,
      );
      continue;
    }
    ours.push({ ...taken, count, lateMs: taken.endMs - taken.contactMs - TIMEOUT_S * 1000 });
  }
  const loops: Sized[] = [];
  if (await hasLoop()) {
    for (const count of LOOPS) {
      const taken = await run(
        { ...bash(1 + TIMEOUT_S / INTERVAL_S, INTERVAL_S, count), memory: true },
        { completedFrom: Number.POSITIVE_INFINITY },
      );
      loops.push({ ...taken, count, lateMs: taken.endMs - taken.contactMs - TIMEOUT_S * 1000 });
    }
  } else notes.push('curl or jq is not installed: no loops were measured.');
  return {
    data: { ours, loops },
    tables: { 'scale.runs': runsTable(ours, loops), 'scale.growth': growthTable(ours, loops) },
    notes,
  };
}

function runsTable(ours: readonly Sized[], loops: readonly Sized[]): Table {
  const row =
    (who: string) =>
    ({ count, requests, cpuMs, peakMib, mostSockets, lateMs }: Sized) => [
      who,
      count.toLocaleString('en'),
      requests.toLocaleString('en'),
      `${figure(cpuMs / 1000)} s`,
      `${peakMib.toFixed(0)} MiB`,
      `${mostSockets}`,
      `${figure(lateMs / 1000)} s`,
    ];
  return {
    header: [
      '',
      'images',
      'requests',
      'CPU',
      'peak memory',
      'most sockets at once',
      'end after the deadline',
    ],
    rows: [...ours.map(row('one step')), ...loops.map(row('loops side by side'))],
  };
}

function growthTable(ours: readonly Sized[], loops: readonly Sized[]): Table {
  const row = (who: string, of: readonly Sized[]) => {
    const slope = (value: (run: Sized) => number) =>
      line(of.map((run) => [run.count, value(run)])).slope;
    return [
      who,
      figure(slope(({ requests }) => requests)),
      `${figure(slope(({ cpuMs }) => cpuMs))} ms`,
      `${figure(slope(({ peakMib }) => peakMib) * 1024)} KiB`,
    ];
  };
  return {
    header: ['each further image adds', 'requests', 'CPU', 'peak memory'],
    rows: [
      ...(ours.length > 1 ? [row('one step', ours)] : []),
      ...(loops.length > 1 ? [row('loops side by side', loops)] : []),
    ],
  };
}

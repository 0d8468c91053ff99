/**
 * Measures a whole process on Linux: bash's `time` gives the CPU time, children included, to the
 * millisecond. GNU time is exact to 10 ms only, and code preloaded into the process would miss its
 * end and measure itself.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';

/** Start and CPU time go to descriptor 3. What the command prints is dropped. */
const TIMED = `echo "$EPOCHREALTIME" >&3; TIMEFORMAT='%3U %3S'
{ time "$@" > /dev/null 2> /dev/null 3>&-; } 2>&3`;

export type Measured = Awaited<ReturnType<typeof measure>>;

/**
 * Runs a command to its end. `startMs` and `endMs` are since 1970, `cpuMs` is user and system time,
 * and `peakMb` is the most memory that the command held, its children not counted.
 */
export async function measure(argv: readonly string[], env: NodeJS.ProcessEnv) {
  const child = spawn('bash', ['-c', TIMED, 'bash', ...argv], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
  });
  let peakMb = 0;
  const timer = setInterval(() => {
    peakMb = Math.max(peakMb, peakMbOfChild(child.pid ?? 0));
  }, 50);
  const closed = once(child, 'close');
  const times = await text(child.stdio[3] as unknown as NodeJS.ReadableStream);
  const endMs = wallMs();
  clearInterval(timer);
  const [code] = await closed;
  const [start = 0, user = 0, system = 0] = times.split(/\s+/).map(Number);
  return { startMs: start * 1000, endMs, cpuMs: (user + system) * 1000, peakMb, code };
}

export function secondsOf({ startMs, endMs }: Measured): number {
  return (endMs - startMs) / 1000;
}

/** The run to believe: whatever else runs on the machine only adds time. */
export function fastest(runs: readonly Measured[]): Measured {
  return runs.reduce((one, other) => (secondsOf(other) < secondsOf(one) ? other : one));
}

/** Milliseconds since 1970, with fractions. */
export function wallMs(): number {
  return performance.timeOrigin + performance.now();
}

/** What the kernel recorded so far for the command that bash runs; 0 if there is none (yet). */
function peakMbOfChild(bash: number): number {
  try {
    const child = readFileSync(`/proc/${bash}/task/${bash}/children`, 'utf8').split(' ')[0];
    const [, kib] = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${child}/status`, 'utf8')) ?? [];
    return (Number(kib ?? 0) * 1024) / 1e6;
  } catch {
    return 0;
  }
}

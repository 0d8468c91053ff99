/**
 * A measured process, on Linux. bash's `time` gives the CPU time to the millisecond, with that of all children; /proc gives the memory.
 * GNU time knows hundredths of a second only, and what a preload measures misses the end and is part of what it measures.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';

export interface Measured {
  /** When it was started and when it had ended, in milliseconds since 1970. */
  readonly startMs: number;
  readonly endMs: number;
  /** User and system time of the process and its children, in milliseconds. */
  readonly cpuMs: number;
  /** The most memory that the process and its children had resident at once, in MiB; 0 if it was not asked for. */
  readonly peakMib: number;
  readonly code: number | null;
}

export interface Command {
  readonly argv: readonly string[];
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Whether to look at its memory, every 50 ms, which would disturb where milliseconds are measured. */
  readonly memory?: boolean;
}

const SAMPLE_MS = 50;
/** The start and the CPU time go to descriptor 3, what the command prints to nowhere. */
const TIMED = `echo "$EPOCHREALTIME" >&3; TIMEFORMAT='%3U %3S'; { time "$@" > /dev/null 2> /dev/null 3>&-; } 2>&3`;

/** Runs a command to its end. */
export async function measure({ argv, env = {}, memory = false }: Command): Promise<Measured> {
  const child = spawn('bash', ['-c', TIMED, 'bash', ...argv], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
  });
  let peakKib = 0;
  const look = () => {
    peakKib = Math.max(peakKib, residentKib(child.pid ?? 0));
  };
  const timer = memory ? setInterval(look, SAMPLE_MS) : undefined;
  const ended = once(child, 'close') as Promise<[number | null]>;
  const figures = await text(child.stdio[3] as unknown as NodeJS.ReadableStream);
  const endMs = wallMs();
  const [code] = await ended;
  clearInterval(timer);
  const [start = Number.NaN, user = Number.NaN, system = Number.NaN] = figures
    .trim()
    .split(/\s+/)
    .map(Number);
  return {
    startMs: start * 1000,
    endMs,
    cpuMs: (user + system) * 1000,
    peakMib: peakKib / 1024,
    code,
  };
}

/** Milliseconds since 1970, with their fractions. */
export function wallMs(): number {
  return performance.timeOrigin + performance.now();
}

/** Of all descendants together; where there is one, the most it ever had. */
function residentKib(ancestor: number): number {
  const pids = descendants(ancestor);
  const key = pids.length === 1 ? /^VmHWM:\s+(\d+)/m : /^VmRSS:\s+(\d+)/m;
  return pids.reduce(
    (sum, pid) => sum + Number(key.exec(read(`/proc/${pid}/status`))?.[1] ?? 0),
    0,
  );
}

function descendants(pid: number): number[] {
  const own = read(`/proc/${pid}/task/${pid}/children`).split(' ');
  return own
    .filter((word) => word !== '')
    .flatMap((word) => [Number(word), ...descendants(Number(word))]);
}

/** A process may end between two looks. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

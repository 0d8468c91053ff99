/** A measured process: bash's `time` gives CPU time to the millisecond, children included; /proc gives memory. For Linux. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';

export interface Measured {
  /** When the process was started and when it had ended, in milliseconds since 1970. */
  readonly startMs: number;
  readonly endMs: number;
  /** User and system time of the process and its children, in milliseconds. */
  readonly cpuMs: number;
  /** The most memory that the process and its children had resident at once, in MiB, as seen by a sample every 50 ms. */
  readonly peakMib: number;
  readonly code: number | null;
  readonly stdout: string;
}

export interface Command {
  readonly argv: readonly string[];
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Memory costs a sample every 50 ms, which would disturb a measurement of milliseconds. */
  readonly memory?: boolean;
}

const SAMPLE_MS = 50;

/** Runs a command to its end. */
export async function measure({ argv, env = {}, memory = false }: Command): Promise<Measured> {
  const script = 'exec 4>&2; echo "$EPOCHREALTIME" >&3; TIMEFORMAT="%3U %3S"; { time "$@" 2>&4 3>&- 4>&-; } 2>&3';
  const child = spawn('bash', ['-c', script, 'bash', ...argv], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
  });
  let peakKib = 0;
  const timer = memory
    ? setInterval(() => {
        peakKib = Math.max(peakKib, residentKib(child.pid));
      }, SAMPLE_MS)
    : undefined;
  const [stdout, figures, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stdio[3] as NodeJS.ReadableStream),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  const endMs = performance.timeOrigin + performance.now();
  clearInterval(timer);
  const [start = Number.NaN, user = Number.NaN, system = Number.NaN] = figures.trim().split(/\s+/).map(Number);
  return { startMs: start * 1000, endMs, cpuMs: (user + system) * 1000, peakMib: peakKib / 1024, code, stdout };
}

/** Of the descendants of the shell that measures, without it. */
function residentKib(shell: number | undefined): number {
  return shell === undefined ? 0 : children(shell).reduce((sum, pid) => sum + ownKib(pid) + residentKib(pid), 0);
}

function children(pid: number): number[] {
  return read(`/proc/${pid}/task/${pid}/children`)
    .split(' ')
    .filter((word) => word !== '')
    .map(Number);
}

function ownKib(pid: number): number {
  return Number(/^VmRSS:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0);
}

/** A process may end between two looks. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/**
 * The life of the process: red from the first line, and green only if the action says so. Signals interrupt; whatever
 * nobody foresaw (a rejection, an exception, an event loop that runs dry) is reported, and the process ends explicitly.
 */

/** As much of `process` as is used. */
export interface Host {
  exitCode?: number | string | null | undefined;
  readonly stdout: Pick<NodeJS.WriteStream, 'write'>;
  on(event: string, listener: (...args: readonly never[]) => void): unknown;
  exit(code: number): void;
}

export interface Work {
  /** @returns the exit code. */
  run(signal: AbortSignal): Promise<number>;
  /** Reports what `run` did not foresee. */
  crashed(cause: unknown): Promise<void>;
}

/** What the runner sends on cancellation: SIGINT, then SIGTERM; on Windows Ctrl-C and Ctrl-Break. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGBREAK'];

/** Runs the work to its end and ends the process. Rejects never. */
export async function live(host: Host, work: Work): Promise<void> {
  host.exitCode = 1;
  const interruption = new AbortController();
  for (const signal of SIGNALS)
    host.on(signal, () => (interruption.signal.aborted ? host.exit(1) : interruption.abort()));
  const { promise: lost, reject } = Promise.withResolvers<never>();
  host.on('uncaughtException', reject);
  host.on('unhandledRejection', reject);
  // The event loop has run dry while the work still waits: a promise that nothing will ever settle.
  host.on('beforeExit', () => reject(new Error('nothing was left to wait for')));
  const code = await Promise.race([work.run(interruption.signal), lost]).catch(
    async (cause: unknown) => {
      await work.crashed(cause).catch(() => undefined);
      return 1;
    },
  );
  // Written text may still be on its way to a pipe; a socket behind a silent proxy would keep the process alive for ever.
  await new Promise((flushed) => host.stdout.write('', flushed));
  host.exit(code);
}

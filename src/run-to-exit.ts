/**
 * Runs the action to the end of the process. The exit code is 1 from the first line, and 0 only if
 * the action says so. A signal interrupts; anything unforeseen (a rejection, an exception, an
 * event loop that runs dry) is reported, and the process ends explicitly.
 */

export interface Action {
  /** Runs the step. @returns the exit code: 0 only for a green verdict. */
  run(signal: AbortSignal): Promise<number>;
  /** Reports an error that `run` did not foresee, with everything known so far. */
  crashed(cause: unknown): Promise<void>;
}

/** The part of `process` that we use. */
export interface ActionProcess {
  exitCode?: number | string | null | undefined;
  readonly stdout: Pick<NodeJS.WriteStream, 'write'>;
  on(event: string, listener: (...args: readonly never[]) => void): unknown;
  exit(code: number): void;
}

/**
 * What the runner sends on cancellation: SIGINT, then SIGTERM; on Windows Ctrl-C and Ctrl-Break.
 */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGBREAK'];

/** Runs the action, then ends the process. Never rejects. A second signal ends it at once. */
export async function runToExit(process: ActionProcess, action: Action): Promise<void> {
  process.exitCode = 1;
  const interruption = new AbortController();
  for (const signal of SIGNALS)
    process.on(signal, () =>
      interruption.signal.aborted ? process.exit(1) : interruption.abort(),
    );
  const { promise: lost, reject } = Promise.withResolvers<never>();
  process.on('uncaughtException', reject);
  process.on('unhandledRejection', reject);
  // The event loop has run dry while the action still waits for a promise that nothing will ever
  // settle.
  process.on('beforeExit', () => reject(new Error('nothing was left to wait for')));
  const code = await Promise.race([action.run(interruption.signal), lost]).catch(
    async (cause: unknown) => {
      await action.crashed(cause).catch(() => undefined);
      return 1;
    },
  );
  // Text may still be on its way to a pipe, and a socket behind a silent proxy would keep the
  // process alive.
  await new Promise((flushed) => process.stdout.write('', flushed));
  process.exit(code);
}

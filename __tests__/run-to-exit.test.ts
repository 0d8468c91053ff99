import { EventEmitter } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { type Action, type ActionProcess, runToExit } from '../src/run-to-exit.ts';

function fakeProcess() {
  const exit = vi.fn<(code: number) => void>();
  const events = new EventEmitter();
  const flushed = vi.fn();
  const write = (_: string, done: () => void) =>
    setImmediate(() => {
      flushed();
      done();
    });
  const process: ActionProcess & { emit: EventEmitter['emit'] } = {
    stdout: { write: write as unknown as ActionProcess['stdout']['write'] },
    on: (event, listener) => events.on(event, listener as (...args: unknown[]) => void),
    emit: (event, ...args) => events.emit(event, ...args),
    exit,
  };
  return { process, exit, flushed };
}

function actionThat(run: Action['run']) {
  const crashed = vi.fn((_: unknown) => Promise.resolve());
  return { run, crashed };
}

const never = () => new Promise<never>(() => undefined);

describe('runToExit', () => {
  it.each([0, 1])('ends the process with the exit code %i of the action', async (code) => {
    const { process, exit } = fakeProcess();
    const action = actionThat(() => Promise.resolve(code));
    await runToExit(process, action);
    expect(exit.mock.calls).toEqual([[code]]);
    expect(action.crashed).not.toHaveBeenCalled();
  });

  it('sets the exit code 1 before the action starts', () => {
    const { process } = fakeProcess();
    let seen: unknown;
    void runToExit(
      process,
      actionThat(() => {
        seen = process.exitCode;
        return never();
      }),
    );
    expect(seen).toBe(1);
  });

  it('lets the log reach its pipe before it ends the process', async () => {
    const { process, exit, flushed } = fakeProcess();
    await runToExit(
      process,
      actionThat(() => Promise.resolve(0)),
    );
    expect(flushed.mock.invocationCallOrder[0]).toBeLessThan(
      exit.mock.invocationCallOrder[0] ?? -1,
    );
  });

  it.each([
    ['an error', new Error('a bug')],
    ['a string', 'a string'],
    ['null', null],
    ['undefined', undefined],
    ['an object without a prototype', Object.create(null)],
  ])('reports %s that is thrown, and the process is red', async (_, thrown) => {
    const { process, exit } = fakeProcess();
    const action = actionThat(() => Promise.reject(thrown));
    await runToExit(process, action);
    expect(action.crashed.mock.calls).toEqual([[thrown]]);
    expect(exit.mock.calls).toEqual([[1]]);
  });

  it.each(['uncaughtException', 'unhandledRejection'])(
    'reports an %s while the action waits',
    async (event) => {
      const { process, exit } = fakeProcess();
      const action = actionThat(never);
      const ended = runToExit(process, action);
      process.emit(event, new Error('from elsewhere'));
      process.emit(event, new Error('a second one'));
      await ended;
      expect(action.crashed.mock.calls).toEqual([[new Error('from elsewhere')]]);
      expect(exit.mock.calls).toEqual([[1]]);
    },
  );

  it('reports an event loop that has run dry', async () => {
    const { process, exit } = fakeProcess();
    const action = actionThat(never);
    const ended = runToExit(process, action);
    process.emit('beforeExit', 1);
    await ended;
    expect(action.crashed.mock.calls).toEqual([[new Error('nothing was left to wait for')]]);
    expect(exit.mock.calls).toEqual([[1]]);
  });

  it('ends the process red even if the report of a crash fails', async () => {
    const { process, exit } = fakeProcess();
    await runToExit(process, {
      run: () => Promise.reject(new Error('one')),
      crashed: () => Promise.reject(new Error('two')),
    });
    expect(exit.mock.calls).toEqual([[1]]);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGBREAK'])(
    'is interrupted by %s, and ended at once by a second signal',
    (signal) => {
      const { process, exit } = fakeProcess();
      let interruption: AbortSignal | undefined;
      void runToExit(
        process,
        actionThat((given) => {
          interruption = given;
          return never();
        }),
      );
      expect(interruption?.aborted).toBe(false);
      process.emit(signal);
      expect(interruption?.aborted).toBe(true);
      expect(exit).not.toHaveBeenCalled();
      process.emit('SIGTERM');
      expect(exit.mock.calls).toEqual([[1]]);
    },
  );
});

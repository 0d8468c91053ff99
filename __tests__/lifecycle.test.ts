import { EventEmitter } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { type Host, live, type Work } from '../src/lifecycle.ts';

function host() {
  const exit = vi.fn();
  const events = new EventEmitter();
  const self: Host & { emit: EventEmitter['emit'] } = {
    stdout: {
      write: ((_: string, flushed: () => void) =>
        setImmediate(flushed)) as unknown as Host['stdout']['write'],
    },
    on: (event, listener) => events.on(event, listener as (...args: unknown[]) => void),
    emit: (event, ...args) => events.emit(event, ...args),
    exit,
  };
  return { self, exit };
}

function work(run: Work['run']) {
  const crashed = vi.fn((_: unknown) => Promise.resolve());
  return { run, crashed };
}

const never = () => new Promise<never>(() => undefined);

describe('live', () => {
  it.each([0, 1])('ends the process with the code %i that the work reached', async (code) => {
    const { self, exit } = host();
    const job = work(() => Promise.resolve(code));
    await live(self, job);
    expect(exit.mock.calls).toEqual([[code]]);
    expect(job.crashed).not.toHaveBeenCalled();
  });

  it('is red from the first line', () => {
    const { self } = host();
    let seen: unknown;
    void live(
      self,
      work(() => {
        seen = self.exitCode;
        return never();
      }),
    );
    expect(seen).toBe(1);
  });

  it.each([
    [new Error('a bug')],
    ['a string'],
    [null],
    [undefined],
    [
      {
        toString: () => {
          throw new Error('hostile');
        },
      },
    ],
  ])('reports whatever is thrown and is red: %#', async (thrown) => {
    const { self, exit } = host();
    const job = work(() => Promise.reject(thrown));
    await live(self, job);
    expect(job.crashed.mock.calls).toEqual([[thrown]]);
    expect(exit.mock.calls).toEqual([[1]]);
  });

  it.each(['uncaughtException', 'unhandledRejection'])(
    'reports an %s while it waits',
    async (event) => {
      const { self, exit } = host();
      const job = work(never);
      const life = live(self, job);
      self.emit(event, new Error('from elsewhere'));
      await life;
      expect(job.crashed.mock.calls).toEqual([[new Error('from elsewhere')]]);
      expect(exit.mock.calls).toEqual([[1]]);
    },
  );

  it('reports an event loop that ran dry', async () => {
    const { self, exit } = host();
    const job = work(never);
    const life = live(self, job);
    self.emit('beforeExit', 1);
    await life;
    expect(job.crashed.mock.calls).toEqual([[new Error('nothing was left to wait for')]]);
    expect(exit.mock.calls).toEqual([[1]]);
  });

  it('is red even if the report of a crash fails', async () => {
    const { self, exit } = host();
    await live(self, {
      run: () => Promise.reject(new Error('one')),
      crashed: () => Promise.reject(new Error('two')),
    });
    expect(exit.mock.calls).toEqual([[1]]);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGBREAK'])(
    '%s interrupts the work, and a second signal ends at once',
    async (signal) => {
      const { self, exit } = host();
      let interruption: AbortSignal | undefined;
      void live(
        self,
        work((given) => {
          interruption = given;
          return never();
        }),
      );
      expect(interruption?.aborted).toBe(false);
      self.emit(signal);
      expect(interruption?.aborted).toBe(true);
      expect(exit).not.toHaveBeenCalled();
      self.emit('SIGTERM');
      expect(exit.mock.calls).toEqual([[1]]);
    },
  );
});

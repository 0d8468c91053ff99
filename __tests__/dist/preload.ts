/**
 * Faults at the edge of the process of the built action: in Node's timers, its standard output, its
 * environment. The code runs before the action, which therefore needs no hook for tests. It never
 * reaches for what the action itself is made of, so it does not depend on the shape of its code.
 */

/**
 * @returns the environment for it. @param code as an ES module; must hold no `await` that never
 * ends.
 */
export function preload(code: string): Readonly<Record<string, string>> {
  return { NODE_OPTIONS: `--import "data:text/javascript,${encodeURIComponent(code)}"` };
}

/** Makes the first write of these words to the log throw. */
export function breakLogAt(words: string): string {
  return `
    const write = process.stdout.write;
    process.stdout.write = (text, ...more) => {
      if (!String(text).includes(${JSON.stringify(words)})) {
        return write.call(process.stdout, text, ...more);
      }
      process.stdout.write = write;
      throw new Error('the log is broken');
    };`;
}

/** Makes reading an environment variable throw. */
export function breakVariable(variable: string): string {
  return `
    process.env = new Proxy(process.env, {
      get(variables, name) {
        if (name === ${JSON.stringify(variable)}) throw new Error('the environment is broken');
        return variables[name];
      },
    });`;
}

/** Loses every sleep that is shorter than this: its promise stays pending, and no timer runs. */
export function loseSleepsUnder(ms: number): string {
  return `
    import timers from 'node:timers/promises';
    const sleep = timers.setTimeout;
    timers.setTimeout = (ms, ...more) => (ms < ${ms} ? new Promise(() => {}) : sleep(ms, ...more));`;
}

/**
 * The environment in which the process counts time this many times as fast, or slowly if that is
 * under 1: its timers and its monotonic clock, not the date. Requests get as much less real time, so
 * keep this small.
 */
export function hurried(times: number): Readonly<Record<string, string>> {
  return preload(`
    import timers from 'node:timers/promises';
    const [now, sleep, timer] = [process.hrtime.bind(process), timers.setTimeout, setTimeout];
    process.hrtime = () => {
      const [seconds, nanoseconds] = now();
      const ms = (seconds * 1000 + nanoseconds / 1e6) * ${times};
      return [Math.floor(ms / 1000), (ms % 1000) * 1e6];
    };
    timers.setTimeout = (ms, ...more) => sleep(ms / ${times}, ...more);
    globalThis.setTimeout = (done, ms, ...more) => timer(done, ms / ${times}, ...more);`);
}

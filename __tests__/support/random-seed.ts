/**
 * Runs before every test file: random inputs are the same in every run, so that a pull request is
 * not red for what it did not change. `FAST_CHECK_SEED` sets another seed, and CI draws a new one
 * every night. A property that fails prints its seed, and a path that leads straight to the failure.
 */
import fc from 'fast-check';

const DEFAULT_SEED = 20_260_126;

const given = process.env['FAST_CHECK_SEED'] || `${DEFAULT_SEED}`;
// fast-check uses 32 bits of it; another number would print a seed that is not the one given.
if (!/^-?\d+$/.test(given) || Number(given) !== (Number(given) | 0))
  throw new Error(`FAST_CHECK_SEED must be an integer of 32 bits, such as ${DEFAULT_SEED}`);

fc.configureGlobal({ seed: Number(given) });

/** Random inputs have a fixed seed, unless the environment sets another, as CI does every night. */
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';

const NAME = 'FAST_CHECK_SEED';

/** What the setup of every test file does with this environment. @returns the first inputs. */
async function inputsWith(value: string | undefined): Promise<readonly number[]> {
  vi.stubEnv(NAME, value);
  vi.resetModules();
  await import('./support/random-seed.ts');
  const drawn: number[] = [];
  fc.assert(fc.property(fc.integer(), (input) => void drawn.push(input)));
  return drawn;
}

describe('random inputs', () => {
  const before = fc.readConfigureGlobal();
  afterEach(() => fc.configureGlobal(before));

  it('have a seed in every test file', () => {
    expect(before.seed).toEqual(expect.any(Number));
  });

  it.each([undefined, '', '7'])('are the same in every run with the seed %j', async (value) => {
    expect(await inputsWith(value)).toEqual(await inputsWith(value));
  });

  it('differ with another seed', async () => {
    expect(await inputsWith('7')).not.toEqual(await inputsWith('8'));
  });

  it('of a property that fails come with the seed, which reproduces them', async () => {
    await inputsWith('-7');
    expect(() => fc.assert(fc.property(fc.nat(), (input) => input < 5))).toThrow(/seed: -7, path:/);
  });

  it.each(['x', '1.5', '4294967296'])('need a seed of 32 bits, unlike %s', async (value) => {
    await expect(inputsWith(value)).rejects.toThrow('must be an integer of 32 bits');
  });
});

import { defineConfig } from 'vitest/config';

/** These tests start the built action. */
const DIST_TESTS = [
  '__tests__/dist/**/*.test.ts',
  '__tests__/bench/measured.test.ts',
  '__tests__/scripts/demo.test.ts',
];

export default defineConfig({
  test: {
    // Tests of dist/ start processes and wait for seconds, and a slow machine must not fail them.
    testTimeout: 180_000,
    hookTimeout: 60_000,
    maxConcurrency: 8,
    // More than there are cores: most tests of dist/ wait for a process that waits.
    maxWorkers: 4,
    setupFiles: '__tests__/support/random-seed.ts',
    restoreMocks: true,
    unstubEnvs: true,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['__tests__/**/*.test.ts'], exclude: DIST_TESTS },
      },
      {
        extends: true,
        test: { name: 'dist', include: DIST_TESTS, globalSetup: 'scripts/build-before-tests.ts' },
      },
    ],
    coverage: {
      provider: 'v8',
      include: ['src/**'],
      // Files that hold only types have nothing to cover.
      reporter: [['text', { skipEmpty: true }], 'html'],
      thresholds: { lines: 100, branches: 100, functions: 100, statements: 100 },
    },
  },
});

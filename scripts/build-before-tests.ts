/** Builds dist/ before tests that start it, so they never test a stale one. */
import type { TestProject } from 'vitest/node';
import { build } from './build.ts';

export default async function setup(project: TestProject): Promise<void> {
  // CI tests what is committed. Its Linux job compares that with a build of the sources.
  if (process.env['CI'] !== undefined) return;
  await build('dist');
  project.onTestsRerun(() => build('dist'));
}

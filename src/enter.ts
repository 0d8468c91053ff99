/**
 * What an entry point does: checks the Node version, then loads the bundle that all actions share.
 * Gitea, Forgejo and act run whatever Node they find, so this file uses nothing newer than Node 16.
 */
import type { ActionName } from './start.ts';

export async function enter(name: ActionName): Promise<void> {
  process.exitCode = 1;
  const [major] = process.versions.node.split('.');
  if (Number(major) < 24) {
    console.log(
      '::error::This action needs Node.js 24, but the runner started it with ' +
        `${process.versions.node}: ` +
        'use a runner that supports node24 actions.',
    );
  } else {
    const { start } = await import('./start.ts');
    await start(name);
  }
}

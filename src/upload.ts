/**
 * The entry point of upload/action.yml: checks the Node version, then loads the bundle that it
 * shares with the waiting action. Like index.ts, this file uses nothing newer than Node 16.
 */
process.exitCode = 1;
const [major] = process.versions.node.split('.');

if (Number(major) < 24) {
  console.log(
    '::error::This action needs Node.js 24, but the runner started it with ' +
      `${process.versions.node}: ` +
      'use a runner that supports node24 actions.',
  );
} else {
  const { startUploading } = await import('./start.ts');
  await startUploading();
}

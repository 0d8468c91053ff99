/**
 * Runs before `npm start`: installs the dependencies if they are missing or older than the lock
 * file. Plain JavaScript without dependencies, because any version of Node may run it.
 */
import { execSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';

const root = new URL('..', import.meta.url);
const wanted = new URL('package-lock.json', root);
const installed = new URL('node_modules/.package-lock.json', root);

if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(wanted).mtimeMs) {
  execSync('npm ci', { cwd: root, stdio: 'inherit' });
}

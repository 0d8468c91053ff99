/**
 * `node emulator/take-step.ts ACTION [INPUT=VALUE …]`: starts the built action in that folder as a
 * runner does, with the environment and the files of this process. It is for workflow steps that
 * need an emulated GitHub: a real runner sets GITHUB_API_URL itself, whatever the step's `env`
 * says.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { inputVariables, readActionYml } from './runner.ts';

const [action = '.', ...given] = process.argv.slice(2);
const inputs = Object.fromEntries(
  given.map((text) => {
    const [name = '', ...value] = text.split('=');
    return [name, value.join('=')];
  }),
);

// The built action in the current folder, which need not be the one this file belongs to.
const child = spawn(process.execPath, [join(action, readActionYml(action).runs.main)], {
  env: { ...process.env, ...inputVariables(inputs, action) },
  stdio: 'inherit',
});
const [code] = (await once(child, 'close')) as [number | null];
process.exitCode = code ?? 1;

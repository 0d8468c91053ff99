/**
 * The runner's part in a step: starts the built action with the environment and the files that it
 * expects, and reads those files afterward.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The value of `github.token` in every step. No server would accept it. */
export const JOB_TOKEN = 'token-of-the-job';

/** The value of `github.sha` in a step without `GITHUB_SHA`. */
const JOB_SHA = '0123456789abcdef0123456789abcdef01234567';

export interface ActionYml {
  readonly inputs: Readonly<
    Record<string, { description: string; required?: boolean; default?: string }>
  >;
  readonly outputs: Readonly<Record<string, { description: string }>>;
  readonly runs: { readonly using: string; readonly main: string };
}

/** @param folder the folder of the action; the root for the waiting action. */
export function readActionYml(folder = ''): ActionYml {
  return parse(readFileSync(join(ROOT, folder, 'action.yml'), 'utf8')) as ActionYml;
}

export interface StepOptions {
  /** The folder of the action, such as `settle`; the root for the waiting action. */
  readonly action?: string;
  /** A command that runs the one behind it, such as `nice`. */
  readonly launcher?: readonly string[];
  /** Added to the environment. undefined removes a variable. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Called with the process as soon as it runs. */
  readonly started?: (child: ChildProcess) => void;
  /** Called with all of stdout so far, whenever there is more. */
  readonly printed?: (text: string, child: ChildProcess) => void;
}

export interface StepResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The last value of each output. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** In order. `level` is `error` or `warning`. */
  readonly annotations: readonly { readonly level: string; readonly message: string }[];
}

/** Runs the built action as a step. Missing inputs get the defaults of action.yml. */
export async function runStep(
  inputs: Readonly<Record<string, string>>,
  options: StepOptions = {},
): Promise<StepResult> {
  const { action = '', launcher = [] } = options;
  const { runs } = readActionYml(action);
  const folder = mkdtempSync(join(tmpdir(), 'step-'));
  const env = stepEnvironment(inputs, folder, action, options.env?.['GITHUB_SHA']);
  const [output = '', summary = ''] = [env['GITHUB_OUTPUT'], env['GITHUB_STEP_SUMMARY']];
  try {
    const [command = '', ...args] = [...launcher, process.execPath, join(ROOT, action, runs.main)];
    const child = spawn(command, args, {
      env: { ...env, ...options.env },
      cwd: folder,
    });
    const { code, stdout, stderr } = await ended(child, options);
    return {
      code,
      stdout,
      stderr,
      outputs: readOutputs(readFileSync(output, 'utf8')),
      summary: readFileSync(summary, 'utf8'),
      annotations: Array.from(
        stdout.matchAll(/^::(error|warning)(?: [^:]*)?::(.*)$/gm),
        ([, level = '', message = '']) => ({
          level,
          message: unescapeData(message),
        }),
      ),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The environment of a step. Creates the runner's files, empty, in the folder.
 * @param sha the commit of the run.
 */
export function stepEnvironment(
  inputs: Readonly<Record<string, string>>,
  folder: string,
  action = '',
  sha = JOB_SHA,
): Record<string, string | undefined> {
  const [output, summary] = [join(folder, 'output'), join(folder, 'summary')];
  for (const file of [output, summary]) writeFileSync(file, '');
  const env: Record<string, string | undefined> = {
    PATH: process.env['PATH'],
    SystemRoot: process.env['SystemRoot'],
    GITHUB_ACTIONS: 'true',
    GITHUB_OUTPUT: output,
    GITHUB_STEP_SUMMARY: summary,
    RUNNER_TEMP: folder,
  };
  return { ...env, ...inputVariables(inputs, action, sha) };
}

/** How a runner passes inputs: all of them, with the defaults of action.yml. */
export function inputVariables(
  inputs: Readonly<Record<string, string>>,
  action = '',
  sha = JOB_SHA,
): Record<string, string> {
  const known = Object.entries(readActionYml(action).inputs);
  return Object.fromEntries(
    known.map(([name, { default: value = '' }]) => [
      inputVariable(name),
      inputs[name] ?? withoutExpressions(value, sha),
    ]),
  );
}

/** What the runner makes of the expressions in defaults. */
function withoutExpressions(value: string, sha: string): string {
  return value
    .replace(/\$\{\{ github\.token \}\}/, JOB_TOKEN)
    .replace(/\$\{\{ github\.sha \}\}/, sha);
}

function ended(
  child: ChildProcess,
  { started, printed }: StepOptions,
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  let [stdout, stderr] = ['', ''];
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    printed?.(stdout, child);
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  started?.(child);
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

function inputVariable(name: string): string {
  return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;
}

/** Parses the file of GITHUB_OUTPUT: `name<<delimiter`, lines, `delimiter`. */
function readOutputs(text: string): Record<string, string> {
  const matches = text.matchAll(/^(.+?)<<(ghadelimiter_[\w-]+)\r?\n([\s\S]*?)\r?\n\2$/gm);
  return Object.fromEntries(Array.from(matches, ([, name = '', , value = '']) => [name, value]));
}

function unescapeData(message: string): string {
  return message.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

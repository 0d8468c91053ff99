/** Runs the script of a workflow step as the runner's bash does, and reads the files it writes. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { text } from 'node:stream/consumers';

export interface ScriptResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

export interface ScriptOptions {
  /** Working directory of the step. */
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Folder whose commands go before all others. */
  readonly commands?: string;
}

/** Asynchronous, so that an emulator in this process can answer the script. */
export async function runScript(
  script: string,
  { cwd, env = {}, commands }: ScriptOptions,
): Promise<ScriptResult> {
  const temp = mkdtempSync(join(tmpdir(), 'script-'));
  const [output, summary] = [join(temp, 'output'), join(temp, 'summary')];
  for (const file of [output, summary]) writeFileSync(file, '');
  try {
    const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
      cwd,
      env: {
        PATH: [...(commands === undefined ? [] : [commands]), process.env['PATH']].join(delimiter),
        HOME: temp,
        RUNNER_TEMP: temp,
        GITHUB_OUTPUT: output,
        GITHUB_STEP_SUMMARY: summary,
        ...env,
      },
    });
    const closed = new Promise<number | null>((resolve) => child.on('close', resolve));
    const [stdout, stderr, code] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      closed,
    ]);
    return {
      code,
      stdout,
      stderr,
      outputs: readOutputs(readFileSync(output, 'utf8')),
      summary: readFileSync(summary, 'utf8'),
    };
  } finally {
    rmSync(temp, { recursive: true, force: true });
  }
}

/** Both forms that a script writes: `name=value`, and `name<<END`, lines, `END`. */
function readOutputs(file: string): Record<string, string> {
  const forms = /^([\w-]+)(?:=(.*)|<<([\w-]+)\n([\s\S]*?)\n\3)$/gm;
  return Object.fromEntries(
    Array.from(file.matchAll(forms), ([, name, value, , lines]) => [name, value ?? lines ?? '']),
  );
}

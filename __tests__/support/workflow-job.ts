/**
 * Runs a job of a workflow: its scripts as the runner's bash does, its uses of this action built.
 */
import { runStep } from '../../emulator/runner.ts';
import { runScript, type ScriptOptions, type ScriptResult } from './script-step.ts';

export interface JobStep {
  readonly name?: string;
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string>>;
  readonly 'continue-on-error'?: boolean;
}

/** What expressions may name, such as `vars.X` or `steps.wait.outputs.status`, and its value. */
export type Values = Record<string, string>;

/** Fills in expressions of the forms that our workflows use; throws at a name without a value. */
function fill(text: string, values: Values): string {
  return text.replaceAll(/\$\{\{ (.+?) \}\}/g, (_, expression: string) => {
    const names = expression.split(' || ');
    const known = names.filter((name) => lookUp(name, values) !== undefined);
    if (known.length === 0) throw new Error(`no value for ${expression}`);
    return known.map((name) => lookUp(name, values)).find((value) => value !== '') ?? '';
  });
}

function lookUp(name: string, values: Values): string | undefined {
  const [, json = '', index, path = ''] = /^fromJSON\((.+)\)\[(\d)\]\.([\w.]+)$/.exec(name) ?? [];
  if (index === undefined) return values[name];
  const list = JSON.parse(values[json] ?? '[]') as unknown[];
  const found = path
    .split('.')
    .reduce((value, key) => (value as Record<string, unknown>)[key], list[Number(index)]);
  return `${found}`;
}

function fillAll(texts: Readonly<Record<string, string>> = {}, values: Values): Values {
  // YAML also has numbers and booleans here.
  const entries = Object.entries(texts).map(([key, text]) => [key, fill(String(text), values)]);
  return Object.fromEntries(entries);
}

/** @param values is given the step's outputs and outcome. */
export async function runJobStep(
  step: JobStep,
  values: Values,
  options: ScriptOptions,
): Promise<Pick<ScriptResult, 'code' | 'stdout' | 'stderr' | 'outputs'>> {
  const result =
    step.run === undefined
      ? await runStep(fillAll(step.with, values), {
          action: /^[^@]+\/[^@/]+\/([^@]+)@/.exec(step.uses ?? '')?.[1] ?? '',
          env: { GITHUB_WORKSPACE: options.cwd, ...options.env },
        })
      : await runScript(step.run, {
          ...options,
          env: { ...fillAll(step.env, values), ...options.env },
        });
  const id = `steps.${step.id}`;
  values[`${id}.outcome`] = result.code === 0 ? 'success' : 'failure';
  for (const [name, value] of Object.entries(result.outputs))
    values[`${id}.outputs.${name}`] = value;
  return result;
}

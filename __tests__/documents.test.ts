/** action.yml, the README and the code say the same of inputs, defaults, outputs and verdicts. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readActionYml } from '../emulator/runner.ts';
import { readInputs } from '../src/inputs/read-inputs.ts';
import { INPUTS } from '../src/inputs/settings.ts';
import { OUTPUTS } from '../src/outputs.ts';
import { CATALOGUE, type Effect } from './support/fault-catalog.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n');
const readme = read('README.md');
const { inputs, outputs, runs } = readActionYml();

/** The rows of the table below a heading: the names in its first cell, and the other cells. */
function table(heading: string): { names: string[]; cells: string[] }[] {
  const section = readme.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('| `'));
  return rows.map((row) => {
    const [first = '', ...cells] = row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    return { names: Array.from(first.matchAll(/`([^`]+)`/g), ([, name = '']) => name), cells };
  });
}

describe('inputs', () => {
  it('are the same in action.yml, the README and the code, in the same order', () => {
    expect(Object.keys(inputs)).toEqual(Object.keys(INPUTS));
    expect(table('Inputs').flatMap(({ names }) => names)).toEqual(Object.keys(INPUTS));
  });

  it.each(Object.entries(INPUTS))('%s has the same default', (name, value) => {
    expect(inputs[name]?.default ?? '').toBe(value);
    const [cell = ''] = table('Inputs').find(({ names }) => names.includes(name))?.cells ?? [];
    const all = { 'api-url': 'https://api.example', token: 'x', product: 'p', image: 'i' };
    const given = { ...all, [name]: '' };
    const read = readInputs((input) => (given as Record<string, string>)[input] ?? '');
    // Neither kind of credential is required, because there are others.
    expect(inputs[name]?.required ?? false).toBe(!read.ok && name !== 'token');
    expect(cell).toBe(
      inputs[name]?.required === true ? 'required' : value === '' ? '' : `\`${value}\``,
    );
  });
});

describe('outputs', () => {
  it('are the same in action.yml, the README and the code, in the same order', () => {
    expect(Object.keys(outputs)).toEqual(OUTPUTS);
    const names = table('Outputs').flatMap((row) => row.names);
    expect(names.slice(0, OUTPUTS.length)).toEqual(OUTPUTS);
  });

  it('name every status', () => {
    const statuses =
      'completed, failed, cancelled, timed-out, no-scan, unavailable, interrupted or error';
    expect(outputs['status']?.description).toContain(statuses);
    const named = table('Outputs')
      .slice(-7)
      .flatMap((row) => row.names);
    expect(named).toEqual(statuses.split(/, | or /));
  });
});

describe('action.yml', () => {
  it('runs a file that is there, on Node 24', () => {
    expect(runs).toEqual({ using: 'node24', main: 'dist/index.js' });
    expect(existsSync(join(root, runs.main))).toBe(true);
  });
});

describe('examples', () => {
  const blocks = ['README.md', 'docs/recipes.md'].flatMap((path) =>
    Array.from(
      read(path).matchAll(/^( *)```yaml\n([\s\S]*?)^ *```$/gm),
      ([, indent = '', block = '']) => block.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
    ),
  );

  it.each(blocks)(
    'are YAML, and pass inputs that exist, all required ones among them: %#',
    (block) => {
      const steps = collectSteps(parse(block)).filter(
        ({ uses }) => uses === 'OWNER/wait-for-binarly-scan@COMMIT',
      );
      for (const step of steps.filter((entry) => entry.with !== null)) {
        const passed = Object.keys(step.with ?? {});
        expect(Object.keys(inputs)).toEqual(expect.arrayContaining(passed));
        const required = Object.keys(inputs).filter((name) => inputs[name]?.required === true);
        expect(passed).toEqual(expect.arrayContaining(required));
      }
    },
  );

  it('hold one for the README at least, with this action in it', () => {
    expect(blocks.flatMap((block) => collectSteps(parse(block))).map(({ uses }) => uses)).toContain(
      'OWNER/wait-for-binarly-scan@COMMIT',
    );
  });
});

interface Step {
  readonly uses?: string;
  readonly with?: Record<string, string> | null;
}

function collectSteps(value: unknown): Step[] {
  if (typeof value !== 'object' || value === null) return [];
  return [
    'uses' in value ? (value as Step) : undefined,
    ...Object.values(value).flatMap(collectSteps),
  ].filter((step) => step !== undefined);
}

describe('docs/reliability.md', () => {
  it.each<[Effect, string]>([
    ['silence', 'Nothing shows that an API is there'],
    ['trouble', 'Nothing is learned'],
    ['absent', 'There is no scan'],
    ['error', 'Asking again cannot help'],
  ])('counts what the catalogue holds: %s', (effect, words) => {
    const count = CATALOGUE.filter((entry) => entry.effect === effect).length;
    expect(read('docs/reliability.md')).toContain(`| ${words} | ${count} |`);
  });

  it('counts all of it', () => {
    const { length } = CATALOGUE;
    expect(read('docs/reliability.md')).toContain(
      `${length} faults in four situations each: ${4 * length} waits`,
    );
    expect(new Set(CATALOGUE.map(({ name }) => name)).size).toBe(length);
  });
});

describe('links between documents', () => {
  const documents = [
    'README.md',
    'CONTRIBUTING.md',
    'SECURITY.md',
    'CHANGELOG.md',
    ...markdownIn('docs'),
    ...markdownIn('docs/decisions'),
  ];
  it.each(documents)('%s points only to files that exist', (document) => {
    const targets = Array.from(
      read(document).matchAll(/\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g),
      ([, target = '']) => target,
    );
    for (const target of targets)
      expect(existsSync(join(root, dirname(document), target)), target).toBe(true);
  });
});

function markdownIn(folder: string): string[] {
  return readdirSync(join(root, folder)).flatMap((name) =>
    name.endsWith('.md') ? [`${folder}/${name}`] : [],
  );
}

/**
 * The documents agree with action.yml and the code: inputs, defaults, outputs, statuses, counts, and
 * links between them.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readActionYml } from '../emulator/runner.ts';
import { readInputs } from '../src/inputs/read-inputs.ts';
import { INPUTS } from '../src/inputs/settings.ts';
import { OUTPUTS } from '../src/outputs.ts';
import { STATUSES } from '../src/wait/verdict.ts';
import { CATALOG, type Effect } from './support/fault-catalog.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n');
const readme = read('README.md');
const { inputs, outputs, runs } = readActionYml();

/** The rows of every table of the README whose first column has this title. */
function table(title: string): { names: string[]; cells: string[] }[] {
  const tables = readme.split(/\n\n+/).filter((block) => block.startsWith(`| ${title} |`));
  const rows = tables.flatMap((block) => block.trim().split('\n').slice(2));
  return rows.map((row) => {
    const [first = '', ...cells] = row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    return { names: Array.from(first.matchAll(/`([^`]+)`/g), ([, name = '']) => name), cells };
  });
}

/** Inputs that pass, by name. */
const VALID: Readonly<Record<string, string>> = {
  'api-url': 'https://dashboard-acme.binarly.cloud',
  token: 'any',
  product: 'Board',
  image: '01JZ2ZW8H6JMAGE000000000AA',
};

describe('inputs', () => {
  it('are the same in action.yml and in the code, in the same order', () => {
    expect(Object.keys(inputs)).toEqual(Object.keys(INPUTS));
  });

  it('are in the README once each, in the table of their group', () => {
    const names = table('input').flatMap((row) => row.names);
    expect(names.toSorted()).toEqual(Object.keys(INPUTS).toSorted());
  });

  it.each(Object.entries(INPUTS))('%s has the same default everywhere', (name, value) => {
    expect(inputs[name]?.default ?? '').toBe(value);
    const [cell = ''] = table('input').find(({ names }) => names.includes(name))?.cells ?? [];
    const without = readInputs((input) => (input === name ? '' : (VALID[input] ?? '')));
    // A credential is needed, but no kind of it is.
    const isRequired = !without.ok && without.problems.some(({ kind }) => kind === 'invalid');
    expect(inputs[name]?.required ?? false).toBe(isRequired);
    expect(cell).toBe(
      inputs[name]?.required === true ? 'required' : value === '' ? '' : `\`${value}\``,
    );
  });
});

describe('outputs', () => {
  it('are the same in action.yml, the README and the code, in the same order', () => {
    expect(Object.keys(outputs)).toEqual(OUTPUTS);
    expect(table('output').flatMap((row) => row.names)).toEqual(OUTPUTS);
  });

  it('name every status in the order of their gravity', () => {
    expect(table('`status`').flatMap((row) => row.names)).toEqual(STATUSES);
    const described = outputs['status']?.description ?? '';
    expect(described).toContain(`the first of ${STATUSES.slice(0, -1).join(', ')} that any has`);
  });
});

describe('the README', () => {
  const prose = readme
    .replaceAll(/```[\s\S]*?```/g, '')
    .split('\n')
    .filter((line) => !line.startsWith('|'))
    .join('\n');

  it('has at most 1,300 words outside tables and code', () => {
    expect(prose.split(/\s+/).length).toBeLessThanOrEqual(1_300);
  });

  it('shows the step in ten lines, on the first screen', () => {
    const lines = readme.split('\n');
    const [from, to] = [lines.indexOf('```yaml'), lines.indexOf('```')];
    expect(from).toBeGreaterThan(0);
    expect(to - from - 1).toBeLessThanOrEqual(10);
    expect(to).toBeLessThanOrEqual(25);
  });

  it('repeats the figures of the performance page, rounded', () => {
    const page = read('docs/performance.md');
    const row = (start: string) => page.split('\n').find((line) => line.startsWith(start)) ?? '';
    /** The numbers of a row, rounded, as the README writes them. */
    const figures = (start: string) =>
      Array.from(
        row(start)
          .slice(start.length)
          .matchAll(/[\d.,]+/g),
        ([text]) => Math.round(Number(text.replaceAll(',', ''))).toLocaleString('en-US'),
      );
    const [, lag, requests] = figures('| 15 s to 3 h | `auto` |');
    const [, loopLag, loopRequests] = figures('|  | every 30 s |');
    const [minutes, oneStep] = figures('| 10 to 60 min | 100 |');
    const costs = readme.split('## What it costs')[1]?.replaceAll('\n', ' ').replaceAll(/ +/g, ' ');
    expect(costs).toContain(`${lag} % of the scan's duration on average; a loop`);
    expect(costs).toContain(`30 s, ${loopLag} %.`);
    expect(costs).toContain(
      `${requests} per scan on average, where that loop makes ${loopRequests};`,
    );
    expect(costs).toContain(`takes ${oneStep} runner minutes where 100 jobs take ${minutes} `);
  });

  it('lists its contents', () => {
    const sections = Array.from(readme.matchAll(/^## (.+)$/gm), ([, name = '']) => name);
    const contents = /\*\*Contents:\*\*[\s\S]*?\n\n/.exec(readme)?.[0].replaceAll('\n', ' ') ?? '';
    for (const name of sections) expect(contents).toContain(`[${name}](#${slug(name)})`);
  });
});

/** The anchor that GitHub gives a heading. */
function slug(heading: string): string {
  const words = heading.toLowerCase().replaceAll(/[^\p{L}\p{N}\s_-]/gu, '');
  return words.replaceAll(/\s/g, '-');
}

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
  const effects: Record<Effect, string> = {
    silence: 'No sign of an API',
    trouble: 'No usable answer',
    absent: 'There is no scan',
    foreign: "A refusal that is not the API's own",
    'fresh-token': 'A token refused right after it was issued',
    error: 'Trying again cannot help',
  };

  it.each(Object.entries(effects))('counts the faults of the catalog: %s', (effect, words) => {
    const count = CATALOG.filter((entry) => entry.effect === effect).length;
    expect(read('docs/reliability.md')).toContain(`| ${words} | ${count} |`);
  });

  it('counts all faults and all waits', () => {
    const { length } = CATALOG;
    expect(read('docs/reliability.md').replaceAll('\n', ' ')).toContain(
      `${length} faults in four situations each: ${4 * length} waits`,
    );
    expect(new Set(CATALOG.map(({ name }) => name)).size).toBe(length);
  });
});

const documents = ['.', '__tests__', 'docs', 'docs/decisions'].flatMap(markdownIn);

describe('links between documents', () => {
  it.each(documents)('lead from %s to files and headings that exist', (document) => {
    const links = read(document).matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g);
    for (const [link, path = '', anchor] of links) {
      // A page of the repository on GitHub, beside its files.
      if (path.startsWith('../../')) continue;
      const target = path === '' ? document : join(dirname(document), path);
      expect(existsSync(join(root, target)), link).toBe(true);
      if (anchor !== undefined) expect(anchorsOf(target), link).toContain(anchor);
    }
  });
});

/** Where a document may start from when it names a file. */
const STARTS = ['.', 'src', 'src/report', '__tests__', '.github', '.github/workflows'];

describe('names of files', () => {
  it.each(documents)('in %s are those of files that exist', (document) => {
    const text = read(document).replaceAll(/```[\s\S]*?```/g, '');
    const names = text.matchAll(/`([\w./-]+\.(?:ts|mjs|js|yml|json|md|sh))`/g);
    for (const [, name = ''] of names) {
      // A file that the reader makes.
      if (text.includes(`as \`${name}\``)) continue;
      const exists = STARTS.some((start) => existsSync(join(root, start, name)));
      expect(exists, name).toBe(true);
    }
  });
});

function anchorsOf(document: string): string[] {
  return Array.from(read(document).matchAll(/^#+ (.+)$/gm), ([, heading = '']) => slug(heading));
}

function markdownIn(folder: string): string[] {
  return readdirSync(join(root, folder)).flatMap((name) =>
    name.endsWith('.md') ? [join(folder, name)] : [],
  );
}

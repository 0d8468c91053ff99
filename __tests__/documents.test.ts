/**
 * The documents agree with action.yml and the code: inputs, defaults, outputs, statuses, counts.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readActionYml } from '../emulator/runner.ts';
import type { InputName } from '../src/inputs/input-reader.ts';
import { STATUSES } from '../src/model/statuses.ts';
import { SETTLE_INPUTS } from '../src/steps/settle/inputs.ts';
import { SETTLE_OUTPUTS } from '../src/steps/settle/publish.ts';
import { UPLOAD_INPUTS } from '../src/steps/upload/inputs.ts';
import { UPLOAD_OUTPUTS } from '../src/steps/upload/outputs.ts';
import { readInputs } from '../src/steps/wait/inputs.ts';
import { OUTPUTS } from '../src/steps/wait/outputs.ts';
import { INPUTS } from '../src/steps/wait/settings.ts';
import { runnerDefault } from './inputs/read.ts';
import { ROOT, readDocument as read, slug, withoutCode } from './support/documents.ts';
import { CATALOG, type Effect } from './support/fault-catalog.ts';

const readme = read('README.md');
const { inputs, outputs, runs } = readActionYml();

/** The rows of every table of a document whose first column has this title. */
function table(title: string, document = readme): { names: string[]; cells: string[] }[] {
  const tables = document.split(/\n\n+/).filter((block) => block.startsWith(`| ${title} |`));
  const rows = tables.flatMap((block) => block.trim().split('\n').slice(2));
  return rows.map((row) => {
    const [first = '', ...cells] = row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    return { names: Array.from(first.matchAll(/`([^`]+)`/g), ([, name = '']) => name), cells };
  });
}

/** The inputs that every action describes by reference to the waiting one. */
const SHARED = /^(api-url|token|client-id|client-secret|oidc|oidc-audience|token-url)$/;

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

  it('are in the README once each, in the same order', () => {
    expect(table('input').flatMap((row) => row.names)).toEqual(Object.keys(INPUTS));
  });

  it.each(Object.entries(INPUTS))('%s has the same default everywhere', (name, value) => {
    // An expression, which the runner evaluates.
    const isExpression = name === 'github-token';
    expect(inputs[name]?.default ?? '').toBe(isExpression ? `\${{ github.token }}` : value);
    const [cell = ''] = table('input').find(({ names }) => names.includes(name))?.cells ?? [];
    const given = (input: string) => VALID[input] ?? runnerDefault(input as InputName);
    const without = readInputs((input) => (input === name ? '' : given(input)));
    // A credential is needed, but no kind of it is. The runner fills in a default.
    const isRequired =
      value === '' && !without.ok && without.problems.some(({ kind }) => kind === 'invalid');
    expect(inputs[name]?.required ?? false).toBe(isRequired);
    expect(cell).toBe(
      inputs[name]?.required === true
        ? 'required'
        : isExpression
          ? "the job's token"
          : value === ''
            ? ''
            : `\`${value}\``,
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
    expect(described).toContain(
      `the first of ${STATUSES.slice(0, -1).join(', ')} that any image has`,
    );
  });
});

describe('the README', () => {
  const prose = withoutCode(readme)
    .split('\n')
    .filter((line) => !line.startsWith('|'))
    .join('\n');

  it('has at most 1,300 words outside tables and code', () => {
    expect(prose.split(/\s+/).length).toBeLessThanOrEqual(1_300);
  });

  it('has at most 260 lines', () => {
    expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(260);
  });

  it('says what green means, then shows a whole workflow, each step in ten lines at most', () => {
    const lines = readme.split('\n');
    const [from, to] = [lines.indexOf('```yaml'), lines.indexOf('```')];
    expect(lines.slice(0, from).join('\n')).toContain('**Green means only');
    expect(from).toBeLessThanOrEqual(12);
    expect(to - from).toBeLessThanOrEqual(45);
    const steps = lines
      .slice(from + 1, to)
      .join('\n')
      .split(/^ {6}(?=- )/m)
      .slice(1);
    expect(steps).toHaveLength(4);
    for (const step of steps) expect(step.trimEnd().split('\n').length).toBeLessThanOrEqual(10);
  });

  it('quotes what the actions print', () => {
    const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => read(join('src', path)))
      .join('\n');
    const section = /^## When it is red\n([\s\S]*?)^## /m.exec(readme)?.[1] ?? '';
    const headings = Array.from(section.matchAll(/^### (.+)$/gm), ([, heading = '']) => heading);
    const quoted = headings.flatMap((heading) =>
      Array.from(heading.matchAll(/`([^`]+)`/g), ([, text = '']) => text),
    );
    expect(quoted.length).toBeGreaterThan(10);
    expect(quoted.filter((text) => !sources.includes(text))).toEqual([]);
  });

  it('shows an object of `scans` with fields that there are', () => {
    const [, json = ''] = /^```json\n(.*)\n```$/m.exec(readme) ?? [];
    const row = /^\| `scans` \|.*$/m.exec(readme)?.[0] ?? '';
    const fields = Object.keys(JSON.parse(json) as object);
    expect(fields.length).toBeGreaterThan(5);
    for (const field of fields) expect(row).toContain(`\`${field}\``);
  });

  it('lists its contents', () => {
    const sections = Array.from(readme.matchAll(/^## (.+)$/gm), ([, name = '']) => name);
    const contents = /\*\*Contents:\*\*[\s\S]*?\n\n/.exec(readme)?.[0].replaceAll('\n', ' ') ?? '';
    for (const name of sections) expect(contents).toContain(`[${name}](#${slug(name)})`);
  });
});

describe('action.yml', () => {
  it('runs a file that is there, on Node 24', () => {
    expect(runs).toEqual({ using: 'node24', main: 'dist/index.js' });
    expect(existsSync(join(ROOT, runs.main))).toBe(true);
  });
});

describe('settle/action.yml', () => {
  const settle = readActionYml('settle');

  it('has the inputs and outputs of the code, in the same order', () => {
    expect(Object.keys(settle.inputs)).toEqual(Object.keys(SETTLE_INPUTS));
    expect(Object.keys(settle.outputs)).toEqual(SETTLE_OUTPUTS);
  });

  it('has the defaults of the code and of the waiting action', () => {
    for (const [name, value] of Object.entries(SETTLE_INPUTS)) {
      const isExpression = name === 'github-token';
      expect(settle.inputs[name]?.default ?? '').toBe(
        isExpression ? `\${{ github.token }}` : value,
      );
      if (name !== 'branches') expect(settle.inputs[name]?.default).toBe(inputs[name]?.default);
    }
  });

  it('is described in docs/deferred.md, as far as it differs', () => {
    const page = read('docs/deferred.md');
    const own = Object.keys(SETTLE_INPUTS).filter((name) => !SHARED.test(name));
    const rows = table('settle input', page);
    expect(rows.flatMap(({ names }) => names)).toEqual(own);
    for (const { names, cells } of rows) {
      const [name = ''] = names;
      const { default: value = '', required } = settle.inputs[name] ?? {};
      const words: Readonly<Record<string, string>> = {
        'github-token': "the job's token",
        'fail-on-severity': 'as in the waiting action',
        'baseline-image': '',
        branches: 'the default branch',
      };
      expect(cells[0]).toBe(required === true ? 'required' : (words[name] ?? `\`${value}\``));
    }
    expect(table('settle output', page).flatMap(({ names }) => names)).toEqual(SETTLE_OUTPUTS);
  });

  it('runs the same bundle', () => {
    expect(settle.runs).toEqual({ using: 'node24', main: '../dist/settle.js' });
  });
});

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

describe('upload/action.yml', () => {
  const upload = readActionYml('upload');

  it('has the inputs and outputs of the code, in the same order', () => {
    expect(Object.keys(upload.inputs)).toEqual(Object.keys(UPLOAD_INPUTS));
    expect(Object.keys(upload.outputs)).toEqual(UPLOAD_OUTPUTS);
  });

  it('has the defaults of the code', () => {
    for (const [name, value] of Object.entries(UPLOAD_INPUTS)) {
      // The runner evaluates the expression.
      const isExpression = name === 'version';
      expect(upload.inputs[name]?.default ?? '').toBe(isExpression ? `\${{ github.sha }}` : value);
    }
  });

  it('is described in docs/upload.md, as far as it differs', () => {
    const page = read('docs/upload.md');
    const own = Object.keys(UPLOAD_INPUTS).filter(
      (name) => name !== 'product' && !SHARED.test(name),
    );
    const rows = table('input', page);
    expect(rows.flatMap(({ names }) => names)).toEqual(own);
    for (const { names, cells } of rows) {
      const [name = ''] = names;
      const { default: value = '', required } = upload.inputs[name] ?? {};
      const shown = name === 'name' ? "the file's base name" : `\`${value}\``;
      expect(cells[0]).toBe(required === true ? 'required' : shown);
    }
    expect(table('output', page).flatMap(({ names }) => names)).toEqual(UPLOAD_OUTPUTS);
  });

  it('runs the same bundle', () => {
    expect(upload.runs).toEqual({ using: 'node24', main: '../dist/upload.js' });
  });
});

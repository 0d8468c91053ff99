import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { debug, info, isDebug, setFailed, setOutput, setSecret, warning } from '@actions/core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { connectWorkflow } from '../../src/github/workflow.ts';

vi.mock('@actions/core', { spy: true });

const workflow = connectWorkflow();

/** What a server may say to issue a command of its own. */
const HOSTILE = 'said\n::error::injected\r##[group]x \u001b[31mred\u202E';
const TAME = 'said ::error::injected # #[group]x  [31mred';

describe('the workflow', () => {
  beforeEach(() => {
    for (const command of [setSecret, setOutput, info, debug, warning, setFailed])
      vi.mocked<(...args: never[]) => void>(command).mockImplementation(() => undefined);
  });

  it('reads an input, trimmed, from the variable that the runner sets', () => {
    vi.stubEnv('INPUT_POLL-INTERVAL', ' 5s ');
    expect(workflow.input('poll-interval')).toBe('5s');
    expect(workflow.input('timeout')).toBe('');
  });

  it('masks a secret line by line, but never the empty string', () => {
    workflow.mask('one\r\n\ntwo');
    workflow.mask('');
    expect(vi.mocked(setSecret).mock.calls).toEqual([['one'], ['two']]);
  });

  it('writes outputs unchanged', () => {
    workflow.output('state', HOSTILE);
    expect(vi.mocked(setOutput).mock.calls).toEqual([['state', HOSTILE]]);
  });

  it.each([
    ['info', info],
    ['warning', warning],
  ] as const)('prints one harmless line as %s', (method, command) => {
    workflow[method](HOSTILE);
    expect(vi.mocked<(...args: never[]) => void>(command).mock.calls).toEqual([[TAME]]);
  });

  it('fails with one annotation, in which each harmless line stands alone', () => {
    workflow.fail(['2 inputs are invalid', HOSTILE]);
    expect(vi.mocked(setFailed).mock.calls).toEqual([[`2 inputs are invalid\n${TAME}`]]);
  });

  it('prints debug lines only if debug logging is on', () => {
    vi.mocked(isDebug).mockReturnValue(false);
    workflow.debug(HOSTILE);
    expect(debug).not.toHaveBeenCalled();
    vi.mocked(isDebug).mockReturnValue(true);
    workflow.debug(HOSTILE);
    expect(vi.mocked(debug).mock.calls).toEqual([[TAME]]);
  });

  const RUN = {
    GITHUB_SERVER_URL: 'https://github.example',
    GITHUB_REPOSITORY: 'acme/firmware',
    GITHUB_RUN_ID: '7',
    GITHUB_RUN_ATTEMPT: '2',
  };

  it.each<readonly [string, Readonly<Record<string, string>>, string | undefined]>([
    ['names the attempt', RUN, '/acme/firmware/actions/runs/7/attempts/2'],
    [
      'is the first attempt’s',
      { ...RUN, GITHUB_RUN_ATTEMPT: '' },
      '/acme/firmware/actions/runs/7/attempts/1',
    ],
    ['is unknown without a server', { ...RUN, GITHUB_SERVER_URL: '' }, undefined],
    ['is unknown without a repository', { ...RUN, GITHUB_REPOSITORY: '' }, undefined],
    ['is unknown without a run', { ...RUN, GITHUB_RUN_ID: '' }, undefined],
  ])('has a page that %s', (_, variables, path) => {
    for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
    expect(workflow.pageUrl()).toBe(path && `https://github.example${path}`);
  });

  it('rejects if the summary cannot be written', async () => {
    vi.stubEnv('GITHUB_STEP_SUMMARY', '');
    await expect(workflow.summary('## text')).rejects.toThrow('GITHUB_STEP_SUMMARY');
  });

  it('appends to the summary of the job', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'summary-'));
    const file = join(folder, 'summary');
    writeFileSync(file, 'before\n');
    vi.stubEnv('GITHUB_STEP_SUMMARY', file);
    await workflow.summary('## text\n');
    expect(readFileSync(file, 'utf8')).toBe('before\n## text\n');
    rmSync(folder, { recursive: true });
  });
});

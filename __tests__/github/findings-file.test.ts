import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { actionsWorkflow } from '../../src/github/workflow.ts';

describe('a file for later steps', () => {
  const temp = mkdtempSync(join(tmpdir(), 'runner-'));
  afterAll(() => rmSync(temp, { recursive: true }));

  it('is written part by part, in a folder of its own below RUNNER_TEMP', () => {
    vi.stubEnv('RUNNER_TEMP', temp);
    const [one, other] = [['a', 'b'], ['c']].map((parts) => actionsWorkflow.file('x.json', parts));
    expect(readFileSync(`${one}`, 'utf8')).toBe('ab');
    expect(readFileSync(`${other}`, 'utf8')).toBe('c');
    expect(one).toMatch(/^\/.*\/runner-.*\/binarly-.*\/x\.json$/);
  });

  it('is in the temporary folder of the system if the runner names none', () => {
    vi.stubEnv('RUNNER_TEMP', '');
    const path = actionsWorkflow.file('x.json', ['a']);
    expect(path.startsWith(tmpdir())).toBe(true);
    rmSync(dirname(path), { recursive: true });
  });

  it('throws if it cannot be written', () => {
    vi.stubEnv('RUNNER_TEMP', join(temp, 'missing'));
    expect(() => actionsWorkflow.file('x.json', [])).toThrow('ENOENT');
  });
});

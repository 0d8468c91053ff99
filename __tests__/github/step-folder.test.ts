import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ActiveFolderError, createStepFolder } from '../../src/github/step-folder.ts';

const temp = mkdtempSync(join(tmpdir(), 'runner-'));
afterAll(() => rmSync(temp, { recursive: true }));

describe('the files for later steps', () => {
  it('are written part by part, in one new folder below RUNNER_TEMP', () => {
    const { file, folder } = createStepFolder(() => temp);
    const [one, other] = [file('x.json', ['a', 'b']), file('y.json', ['c'])];
    expect([one, other].map((path) => readFileSync(path, 'utf8'))).toEqual(['ab', 'c']);
    expect(one).toMatch(/^\/.*\/runner-.*\/binarly-[^/]*\/x\.json$/);
    expect(dirname(other)).toBe(dirname(one));
    expect(folder('reports')).toBe(`${dirname(one)}/reports`);
    expect(existsSync(folder('reports'))).toBe(true);
    expect(dirname(createStepFolder(() => temp).file('x.json', []))).not.toBe(dirname(one));
  });

  it('can be written again', () => {
    const { file } = createStepFolder(() => temp);
    file('x.json', ['longer']);
    expect(readFileSync(file('x.json', ['new']), 'utf8')).toBe('new');
  });

  it.each([undefined, '', join(temp, "it's"), join(temp, '$HOME'), join(temp, '`id`')])(
    'are in the temporary folder of the system if RUNNER_TEMP is %s',
    (runnerTemp) => {
      if (runnerTemp) mkdirSync(runnerTemp);
      const path = createStepFolder(() => runnerTemp).file('x.json', ['a']);
      expect(path.startsWith(`${tmpdir()}/binarly-`)).toBe(true);
      rmSync(dirname(path), { recursive: true });
    },
  );

  it('are nowhere if the temporary folder of the system cannot be used either', () => {
    const before = process.env['TMPDIR'];
    process.env['TMPDIR'] = join(temp, "it's");
    try {
      const { file } = createStepFolder(() => join(temp, '$HOME'));
      expect(() => file('x.json', [])).toThrow(ActiveFolderError);
    } finally {
      if (before === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = before;
    }
  });
});

describe('a file that cannot be written', () => {
  it('throws if there is no folder for it', () => {
    const { file } = createStepFolder(() => join(temp, 'missing'));
    expect(() => file('x.json', [])).toThrow('ENOENT');
  });

  it('leaves no file under its own name, whole or half', () => {
    const { file } = createStepFolder(() => temp);
    const folder = dirname(file('other.json', []));
    function* parts() {
      yield 'half';
      throw new Error('ENOSPC: no space left on device');
    }
    expect(() => file('x.json', parts())).toThrow('ENOSPC');
    expect(readdirSync(folder)).toEqual(['other.json']);
  });

  it('leaves no older file that may say the opposite, if it cannot be written again', () => {
    const { file } = createStepFolder(() => temp);
    const path = file('x.json', ['before']);
    function* parts() {
      yield 'half';
      throw new Error('ENOSPC');
    }
    expect(() => file('x.json', parts())).toThrow('ENOSPC');
    expect(existsSync(path)).toBe(false);
  });

  // Root may write anywhere.
  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'throws in a folder that is read-only',
    () => {
      const folder = mkdtempSync(join(temp, 'read-only-'));
      chmodSync(folder, 0o500);
      expect(() => createStepFolder(() => folder).file('x.json', [])).toThrow('EACCES');
    },
  );
});

import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFiles } from '../../../src/steps/upload/files.ts';

let workspace = '';
const isPosix = process.platform !== 'win32';

beforeAll(() => {
  workspace = realpathSync(mkdtempSync(join(tmpdir(), 'files-')));
  for (const path of ['b.bin', 'a.bin', 'out/c.bin', 'out/deep/d.img', 'odd[1].bin', 'empty']) {
    mkdirSync(dirname(join(workspace, path)), { recursive: true });
    writeFileSync(join(workspace, path), path === 'empty' ? '' : path);
  }
  mkdirSync(join(workspace, 'folder.bin'));
});

afterAll(() => rmSync(workspace, { recursive: true, force: true }));

async function shown(text: string) {
  const { files, problems } = await findFiles(text, workspace);
  return { files: files.map((file) => file.shown), problems };
}

describe('files', () => {
  it.each([
    ['a path', 'a.bin', ['a.bin']],
    ['several, in their order', 'b.bin\r\n\n  a.bin  ', ['b.bin', 'a.bin']],
    ['a pattern, sorted, without folders', '*.bin', ['a.bin', 'b.bin', 'odd[1].bin']],
    ['a deep pattern', '**/*.img', ['out/deep/d.img']],
    ['a class of characters', '[ab].bin', ['a.bin', 'b.bin']],
    ['a path that looks like a pattern', 'odd[1].bin', ['odd[1].bin']],
    ['one file by two ways', 'out/../b.bin\n[b].bin', ['b.bin']],
  ])('are found by %s', async (_, text, files) => {
    expect(await shown(text)).toEqual({ files, problems: [] });
  });

  it('have a size and a time', async () => {
    const { files } = await findFiles('out/c.bin', workspace);
    expect(files).toEqual([
      {
        path: join(workspace, 'out', 'c.bin'),
        shown: 'out/c.bin',
        stamp: { size: 9, modifiedNs: expect.any(BigInt) },
      },
    ]);
  });

  it('outside the workspace are shown by their whole path', async () => {
    const other = join(workspace, 'out', 'c.bin');
    const { files } = await findFiles(other, join(workspace, 'folder.bin'));
    expect(files.map((file) => file.shown)).toEqual([other.replaceAll('\\', '/')]);
  });

  it.skipIf(!isPosix)('are the same by a link', async () => {
    symlinkSync(join(workspace, 'a.bin'), join(workspace, 'link.bin'));
    expect((await shown('link.bin\na.bin')).files).toEqual(['link.bin']);
    rmSync(join(workspace, 'link.bin'));
  });

  it.each([
    ['', 'is empty: set it to the path of the file to upload'],
    [
      'none.bin',
      '"none.bin" does not exist: check that the build wrote it, relative to the workspace',
    ],
    ['*.none', '"*.none" matches no file: check the pattern, relative to the workspace'],
    ['folder.*', '"folder.*" matches no file: check the pattern, relative to the workspace'],
    ['out', '"out" is a folder: name the file in it, or write a pattern like `*.bin`'],
    ['empty', '"empty" is empty: check that the build wrote it'],
  ])('%j is a problem', async (text, problem) => {
    expect(await shown(text)).toEqual({ files: [], problems: [problem] });
  });

  it.skipIf(!isPosix)('that cannot be read are problems', async () => {
    symlinkSync(join(workspace, 'nowhere'), join(workspace, 'broken.lnk'));
    symlinkSync(join(workspace, 'loop.lnk'), join(workspace, 'loop.lnk'));
    const path = join(workspace, 'socket');
    const server = createServer();
    await new Promise<void>((listening) => server.listen(path, listening));
    expect(await shown('*.lnk\nsocket')).toEqual({
      files: [],
      problems: [
        '"broken.lnk" is gone, or links to a file that does not exist: check the build',
        '"loop.lnk" cannot be read (ELOOP): check its permissions',
        '"socket" is not a regular file',
      ],
    });
    server.close();
    // Root may read everything.
    if (process.getuid?.() === 0) return;
    chmodSync(join(workspace, 'b.bin'), 0);
    expect((await shown('b.bin')).problems).toEqual([
      '"b.bin" cannot be read (EACCES): check its permissions',
    ]);
    chmodSync(join(workspace, 'b.bin'), 0o644);
  });
});

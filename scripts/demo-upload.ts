/** The first step of `npm start -- upload`: it makes an image of a file, and the wait is for that. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runStep } from '../emulator/runner.ts';

const FILE_BYTES = 24 * 1024 * 1024;

/**
 * Uploads a file that is made for it.
 * @param inputs `api-url`, `token` and `product`.
 * @param printed called with all of the log so far, whenever there is more.
 */
export async function uploadFile(
  inputs: Readonly<Record<string, string>>,
  printed: (text: string) => void,
): Promise<Awaited<ReturnType<typeof runStep>>> {
  const folder = mkdtempSync(join(tmpdir(), 'demo-'));
  try {
    writeFileSync(join(folder, 'bootloader.bin'), Buffer.alloc(FILE_BYTES, 'firmware '));
    return await runStep(
      { ...inputs, file: '*.bin' },
      { action: 'upload', env: { GITHUB_WORKSPACE: folder }, printed },
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What reading findings keeps of huge texts, in a process with little memory. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../support/documents.ts';

/** 200 names of a megabyte each: V8 keeps the whole of a string alive for a slice of it. */
const READ_PAGES = `
  import { readFindingsPage } from './src/binarly/findings.ts';
  const kept = [];
  for (let page = 0; page < 200; page += 1) {
    const name = String(page).padStart(4, '0').repeat(250_000);
    const json = JSON.parse(JSON.stringify({ total: 200, rows: [{ id: 'f' + page, name }] }));
    kept.push(readFindingsPage(json, false).value.findings[0].name);
  }
  console.log(kept.length, kept.every((name) => name.length === 500));
`;

it('keeps only as much of a name as it shows', () => {
  const flags = ['--max-old-space-size=80', '--input-type=module', '--eval', READ_PAGES];
  const out = execFileSync(process.execPath, flags, { cwd: join(ROOT), encoding: 'utf8' });
  expect(out).toBe('200 true\n');
});

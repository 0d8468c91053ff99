/**
 * `npm run bench`: all parts, or those named (`npm run bench -- lag startup`). Prints tables, and writes them and all that was measured
 * to build/bench. With `--docs`, it also puts its tables into docs/performance.md and its curves into docs/.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lag } from './lag.ts';
import { runnerMinutes } from './minutes.ts';
import { scale } from './scale.ts';
import { startup } from './startup.ts';
import { markdown, type Part } from './table.ts';
import { waiting } from './waiting.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const OUT = join(ROOT, 'build/bench');
const DOCUMENT = join(ROOT, 'docs/performance.md');
const PARTS: Readonly<Record<string, () => Part | Promise<Part>>> = {
  lag,
  startup,
  waiting,
  scale,
  minutes: runnerMinutes,
};

const words = process.argv.slice(2);
const toDocs = words.includes('--docs');
const named = words.filter((word) => word !== '--docs');
const unknown = named.filter((word) => PARTS[word] === undefined);
if (unknown.length > 0) {
  console.error(
    `There is no part ${unknown.join(', ')}. The parts: ${Object.keys(PARTS).join(', ')}.`,
  );
  process.exit(2);
}

mkdirSync(OUT, { recursive: true });
const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'an unknown CPU'}, Node ${process.versions.node}, ${process.platform}`;
for (const name of named.length > 0 ? named : Object.keys(PARTS)) {
  const began = performance.now();
  const part = await PARTS[name]?.();
  if (part !== undefined) report(name, part, (performance.now() - began) / 1000);
}

function report(
  name: string,
  { data, tables, files = {}, notes = [] }: Part,
  seconds: number,
): void {
  const blocks = Object.entries(tables).map(([id, table]) => `### ${id}\n\n${markdown(table)}`);
  const page = [`## ${name}`, `${machine}; ${seconds.toFixed(0)} s`, ...blocks, ...notes].join(
    '\n\n',
  );
  console.log(`${page}\n`);
  writeFileSync(join(OUT, `${name}.md`), `${page}\n`);
  writeFileSync(join(OUT, `${name}.json`), `${JSON.stringify({ machine, data }, null, 2)}\n`);
  if (!toDocs) return;
  for (const [path, text] of Object.entries(files)) writeFileSync(join(ROOT, path), text);
  let document = readFileSync(DOCUMENT, 'utf8');
  for (const [id, table] of Object.entries(tables)) {
    const block = new RegExp(
      `(<!-- bench:${id.replaceAll('.', '\\.')} -->\\n)[\\s\\S]*?(<!-- end -->)`,
    );
    document = document.replace(
      block,
      (_, begin: string, end: string) => `${begin}\n${markdown(table)}\n\n${end}`,
    );
  }
  writeFileSync(DOCUMENT, document);
}

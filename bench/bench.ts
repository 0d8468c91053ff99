/**
 * `npm run bench`: runs every part, or those named (`npm run bench -- lag start-up`). Prints
 * Markdown on stdout and progress on stderr, and ends with the targets that were not met.
 * With `--docs`, also replaces the figures in docs/performance.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { readingFindings } from './findings.ts';
import { lag } from './lag.ts';
import { type Part, type Target, targetsTable } from './markdown.ts';
import { manyImages, pollingCost, startUp } from './measurements.ts';
import { runnerMinutes } from './runner-minutes.ts';
import { uploading } from './upload.ts';

const DOCUMENT = new URL('../docs/performance.md', import.meta.url);
const PARTS: Readonly<Record<string, () => Part | Promise<Part>>> = {
  lag,
  'start-up': startUp,
  polling: pollingCost,
  images: manyImages,
  findings: readingFindings,
  upload: uploading,
  minutes: runnerMinutes,
};

const words = process.argv.slice(2).filter((word) => word !== '--docs');
const unknown = words.filter((word) => PARTS[word] === undefined);
if (unknown.length > 0) {
  console.error(`Unknown part: ${unknown.join(', ')}. Parts: ${Object.keys(PARTS).join(', ')}.`);
  process.exit(2);
}

if (process.platform !== 'linux')
  console.error('What is measured needs Linux, bash 5, curl and jq.');
const [cpu] = cpus();
const machine = `${cpus().length} × ${cpu?.model ?? 'unknown CPU'}, Node ${process.versions.node}`;
console.log(`${machine}, load average ${loadavg()[0]?.toFixed(1)} at the start.`);
const targets: Target[] = [];
for (const name of words.length > 0 ? words : Object.keys(PARTS)) {
  console.error(`${name}: started`);
  const part = (await PARTS[name]?.()) ?? { blocks: {} };
  for (const [id, block] of Object.entries(part.blocks)) console.log(`\n### ${id}\n\n${block}`);
  if (process.argv.includes('--docs')) updateDocument(part);
  targets.push(...(part.targets ?? []));
}
const missed = targets.filter(({ measured, atMost }) => !(measured <= atMost));
console.log(
  missed.length > 0 ? `\nTargets missed:\n\n${targetsTable(missed)}` : '\nAll targets met.',
);

function updateDocument({ blocks }: Part): void {
  let document = readFileSync(DOCUMENT, 'utf8');
  for (const [id, block] of Object.entries(blocks)) {
    const old = new RegExp(`(?<=<!-- bench:${id} -->\\n)[\\s\\S]*?(?=<!-- end -->)`);
    if (!old.test(document)) throw new Error(`docs/performance.md has no block bench:${id}`);
    document = document.replace(old, () => `\n${block}\n\n`);
  }
  writeFileSync(DOCUMENT, document);
}

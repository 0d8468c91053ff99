/**
 * `npm start [-- SCENARIO]`: starts the built action against the emulator as a runner would, then
 * prints its log, outputs and summary.
 */
import { startEmulator } from '../emulator/binarly.ts';
import { runStep, type StepResult } from '../emulator/runner.ts';
import { systemClock } from '../src/polling/clock.ts';
import { startPullRequest } from './demo-base-branch.ts';
import { startDeferral, statusesOf, sweepUntilSettled } from './demo-deferral.ts';
import type { Repository } from './demo-repository.ts';
import { PRODUCT, SCENARIOS } from './demo-scenarios.ts';
import { uploadFile } from './demo-upload.ts';
import { markdownToText } from './markdown-to-text.ts';

/** Not a credential: the emulator lives in this process and accepts this word. */
const token = 'demo-token';

const [name = 'several'] = process.argv.slice(2);
const scenario = SCENARIOS[name];
if (scenario === undefined) {
  console.error(`There is no scenario "${name}". Try one of these:\n\n${others(name)}`);
  process.exit(2);
}

console.log(`Scenario "${name}": ${scenario.about}.\n`);
const emulator = await startEmulator(
  { token, products: [PRODUCT], ...scenario.script },
  systemClock,
);
const repository = await openRepository();
const common = { 'api-url': emulator.url, token, product: PRODUCT.name };
const uploaded = scenario.isUploaded ? await showUpload() : undefined;
const waited = await runStep(
  { ...common, ...repository?.inputs, ...scenario.inputs, ...uploaded },
  { ...(repository === undefined ? {} : { env: repository.env }), printed: printer() },
);
show(waited);
const settled = repository !== undefined && scenario.isDeferred ? await showSweeps(repository) : 0;
await emulator.close();
await repository?.github.close();
section(
  'What to try next',
  `${others(name)}
npm test                all checks and tests
README.md               how to use the action in a workflow`,
);
if (waited.code !== scenario.exitCode || settled !== 0) {
  console.error(`The step should have ended with exit code ${scenario.exitCode}.`);
  process.exitCode = 1;
}

async function openRepository(): Promise<Repository | undefined> {
  if (scenario?.isDeferred) return startDeferral();
  return scenario?.isPullRequest ? startPullRequest() : undefined;
}

/** @returns the input that names the image. */
async function showUpload(): Promise<{ readonly image: string }> {
  const result = await uploadFile(common, printer());
  show(result);
  console.log('\n--- The step that waits ---');
  return { image: result.outputs['images'] ?? '' };
}

/** Prints what is new of a log. */
function printer(): (text: string) => void {
  let shown = 0;
  return (text) => {
    const end = text.lastIndexOf('\n') + 1;
    process.stdout.write(asShownByRunner(text.slice(shown, end)));
    shown = end;
  };
}

function show({ code, outputs, summary, stderr }: StepResult): void {
  if (stderr !== '') section('Printed on stderr', stderr);
  section('Exit code', `${code}`);
  const lines = Object.entries(outputs).map(([output, value]) => {
    return `${output}: ${/^(scans|uploads)$/.test(output) ? pretty(value) : value}`;
  });
  section('Outputs', lines.join('\n'));
  section('Job summary, as text', markdownToText(summary, process.stdout.columns ?? 100));
}

async function showSweeps(deferred: Repository): Promise<number | null> {
  section('Commit status, newest first', statusesOf(deferred.github));
  return sweepUntilSettled(deferred, common, section);
}

function section(title: string, text: string): void {
  console.log(`\n--- ${title} ---\n${text.trim()}`);
}

/** A runner hides masks and shows an annotation as a line of the log. */
function asShownByRunner(log: string): string {
  return log
    .replaceAll(/^::add-mask::.*\n/gm, '')
    .replaceAll(/^::(error|warning|notice)(?: [^:]*)?::/gm, (_, level: string) => `[${level}] `)
    .replaceAll('%0A', '\n')
    .replaceAll('%25', '%');
}

function pretty(json: string): string {
  return JSON.stringify(JSON.parse(json), null, 2);
}

function others(current: string): string {
  return Object.entries(SCENARIOS)
    .filter(([other]) => other !== current)
    .map(([other, { about }]) => `${`npm start -- ${other}`.padEnd(25)}${about}`)
    .join('\n');
}

/**
 * The built action and a server that wants its words to do something: in the log, the outputs, the
 * annotations, the summary.
 */
import { describe, expect, it } from 'vitest';
import { apiError, type Fault, jsonAnswer } from '../../emulator/faults.ts';
import { JOB_TOKEN } from '../../emulator/runner.ts';
import { shellSafeText } from '../../src/util/shell-safe.ts';
import { expectComplete, IDS, SCAN, scanIn, type Taken, TOKEN, takeStep } from './step.ts';

const TEXTS: Readonly<Record<string, string>> = {
  'a command in a new line':
    'x\n::error::owned\r\n::set-output name=status::completed\r::add-mask::completed',
  'a command at the start': '::error::owned',
  'a command behind blanks': '  \t::warning file=a::owned',
  'a command anywhere in a line': 'x ##[error]owned ##[add-mask]completed',
  'an end of an output': 'x\nghadelimiter_0\nstatus<<E\ncompleted\nE',
  'escapes of a terminal': '\u001b[2J\u001b[31mx\u001b]8;;https://evil.example\u0007y\u009b31m',
  HTML: '<img src=x onerror=alert(1)><script>x</script></details></table>',
  Markdown: '[x](javascript:y) ![z](https://evil.example) **b** | c | `d` # e',
  'mermaid in a fence': '```\n\n```mermaid\ngantt\nclick x href "https://evil.example"\n```',
  'marks that turn the text around': 'a\u202eb\u2066c\u200fd\u061ce',
  'half of a character': 'a\ud800b\udc00',
  'separators of lines': 'a\u2028::error::b\u2029::error::c\u0085::error::d\u000b::error::e',
  nothing: '\u0000\u0001\u007f',
};

/** What the runner would take for more than text, and what no line of a log should hold. */
function expectHarmless({ stdout, stderr, summary, outputs }: Taken, annotations: number): void {
  const lines = stdout.split('\n');
  const commands = lines.filter((line) => /^\s*::/.test(line));
  const masks = [TOKEN, JOB_TOKEN].map((token) => `::add-mask::${token}`);
  expect(commands.filter((line) => !masks.includes(line))).toHaveLength(annotations);
  expect(stdout + stderr).not.toContain('##[');
  expect(stdout).not.toMatch(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/,
  );
  expect(stdout.isWellFormed() && !stdout.includes('\ufffd\ufffd\ufffd')).toBe(true);
  for (const line of lines) expect(line.length).toBeLessThan(5_000);
  expect(summary).not.toMatch(
    /<(img|script|\/table)|\]\(|javascript:|https:\/\/evil|^```mermaid$/m,
  );
  expect(summary.length).toBeLessThan(20_000);
  expect(outputs['status']).not.toBe('completed');
}

describe.concurrent.each(Object.entries(TEXTS))('%s', (_, text) => {
  it('as a state', async () => {
    const result = await takeStep({ scans: [scanIn(text)], inputs: { timeout: '1s' } });
    expectComplete(result);
    // A warning of the state, and the error of the timeout.
    expectHarmless(result, 2);
    expect(result.outputs['state']).toBe(shellSafeText(text));
  });

  it('as the ID of a scan', async () => {
    const result = await takeStep({
      scans: [scanIn('running', { id: text })],
      inputs: { timeout: '0s' },
    });
    expectComplete(result);
    expectHarmless(result, 1);
  });

  it('as what is refused, to whom, and on what', async () => {
    const fault = apiError(403, text, { permission: text, resourceName: text });
    const result = await takeStep({ faults: [{ fault }] });
    expectComplete(result);
    expect(result.outputs['status']).toBe('error');
    expectHarmless(result, 1);
  });

  it('as a message, and as the names of products', async () => {
    const result = await takeStep({
      products: [{ id: text, name: text }],
      faults: [{ fault: apiError(404, text), fromRequest: 2 }],
      inputs: { product: 'Board', 'appearance-timeout': '0s' },
    });
    expectComplete(result);
    expect(result.outputs['status']).toBe('error');
    expectHarmless(result, 1);
  });
});

describe.concurrent('a megabyte', () => {
  const text = 'x|<b>\n'.repeat(200_000);
  it.each<[string, Fault]>([
    ['in a message', apiError(400, text)],
    ['in a permission', apiError(403, text, { permission: text, resourceName: text })],
    [
      'in a redirect',
      {
        kind: 'answer',
        status: 302,
        body: text,
        headers: { location: `https://x/${'y'.repeat(10_000)}` },
      },
    ],
    [
      'in a state',
      jsonAnswer(200, {
        scans: [{ id: SCAN, createTime: '2026-01-26T15:30:01Z', latestScanState: { type: text } }],
      }),
    ],
    [
      'in an ID',
      jsonAnswer(200, {
        scans: [
          { id: text, createTime: '2026-01-26T15:30:01Z', latestScanState: { type: 'running' } },
        ],
      }),
    ],
  ])('%s', async (_, fault) => {
    const result = await takeStep({ faults: [{ fault }], inputs: { timeout: '0s' } });
    expectComplete(result);
    expect(result.stdout.length).toBeLessThan(10_000);
    expect(result.summary.length).toBeLessThan(10_000);
    expect(JSON.stringify(result.outputs).length).toBeLessThan(10_000);
  });
});

it('a type of findings renders nothing', async () => {
  const text = TEXTS['HTML'] ?? '';
  const result = await takeStep({
    counts: { findingTypeCounts: [{ type: `${text}\n## x`, count: 1 }], kev: 0 },
  });
  expectComplete(result);
  expect(result.summary).not.toMatch(/<img|^## x/m);
  expect(result.outputs['image-id']).toBe(IDS.image);
});

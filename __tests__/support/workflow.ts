/** A workflow that keeps what the action reports to it, in order. */
import type { Workflow } from '../../src/github/workflow.ts';
import { INPUTS } from '../../src/steps/wait/settings.ts';

export interface FakeWorkflow extends Workflow {
  /** Every call but `output` and `input`, as its name and its text. */
  readonly said: readonly string[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly summaries: readonly string[];
}

export function fakeWorkflow(inputs: Readonly<Record<string, string>> = {}): FakeWorkflow {
  // The runner gives an input that is not set its default.
  const defaults: Readonly<Record<string, string>> = INPUTS;
  const said: string[] = [];
  const outputs: Record<string, string> = {};
  const summaries: string[] = [];
  const say = (how: string) => (text: string) => void said.push(`${how} ${text}`);
  return {
    said,
    outputs,
    summaries,
    input: (name) => inputs[name] ?? defaults[name] ?? '',
    mask: (secret) => void (secret === '' || said.push(`mask ${secret}`)),
    output(name, value) {
      outputs[name] = value;
    },
    file: (name, parts) => `/temp/${name} with ${[...parts].join('').length} bytes`,
    folder: (name) => `/temp/${name}`,
    pageUrl: () => 'https://github.example/acme/firmware/actions/runs/1/attempts/1',
    info: say('info'),
    debug: say('debug'),
    warning: say('warning'),
    fail: (lines) => void said.push(`fail ${lines.join('\n')}`),
    summary(markdown) {
      summaries.push(markdown);
      return Promise.resolve();
    },
  };
}

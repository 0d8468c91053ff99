/** Warns of a version that may be another commit than the one that was built. */
import { hiddenCommit } from '../../github/run.ts';
import { isSameWord, printable, shortSha } from '../../util/text.ts';
import type { Uses } from '../runtime.ts';
import type { UploadSettings } from './inputs.ts';

/** Where the event has the commit that such a run most likely builds. */
const HEADS: ReadonlyMap<string, string> = new Map([
  ['pull_request_target', 'github.event.pull_request.head.sha'],
  ['workflow_run', 'github.event.workflow_run.head_sha'],
]);

/**
 * In some events GITHUB_SHA, the default of `version`, is a commit of the default branch or the base,
 * whatever was checked out. A pull request's image with that version would be a baseline for others.
 */
export async function warnOfVersion(
  { items: [item] }: Pick<UploadSettings, 'items'>,
  { trigger, github, workflow }: Uses<'trigger' | 'github' | 'workflow'>,
): Promise<void> {
  const { event, sha } = trigger;
  if (item === undefined || sha === '' || !isSameWord(item.version, sha)) return;
  const head = HEADS.get(event);
  if (head === undefined && hiddenCommit(trigger) !== 'event') return;
  if (event === 'workflow_run' && (await isOfRun(sha, github))) return;
  const such = head === undefined ? '' : `, such as \`\${{ ${head} }}\``;
  workflow.warning(
    `In a run of ${printable(event, 40)}, the version ${shortSha(sha)} is a commit of the base or ` +
      'default branch. If you build another one, the findings of its image become a baseline for ' +
      `others (\`baseline-image: base-branch\`): set \`version\` to the commit that you build${such}.`,
  );
}

/** Whether the triggering workflow ran on this commit. */
async function isOfRun(sha: string, github: Uses<'github'>['github']): Promise<boolean> {
  try {
    return isSameWord((await github.readRun()).commit.sha, sha);
  } catch {
    return false;
  }
}

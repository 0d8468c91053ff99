/**
 * Prints the notes of a release: `release-notes.ts <version> <owner/repository> <commit>`. They are
 * the version's section of CHANGELOG.md, below the lines that users copy to pin the release.
 */
import { readFileSync } from 'node:fs';
import { parseChangelog } from './changelog.ts';

/** @param commit full SHA of the commit that the tag will name. */
export function releaseNotes(
  changelog: string,
  version: string,
  repository: string,
  commit: string,
): string {
  const section = parseChangelog(changelog).find((entry) => entry.version === version);
  if (section === undefined) throw new Error(`CHANGELOG.md has no section for ${version}.`);
  const uses = (action: string) => `- uses: ${repository}${action}@${commit} # v${version}`;
  return `Pin this release by its commit; Dependabot keeps such lines current:

\`\`\`yaml
${uses('/upload')}
${uses('')}
${uses('/settle')}
\`\`\`

${withAbsoluteLinks(unwrapped(section.body), `https://github.com/${repository}/blob/${commit}/`)}
`;
}

/** GitHub shows every line break in the notes of a release, so wrapped lines must become one. */
function unwrapped(markdown: string): string {
  return markdown.replaceAll(/(?<!\n)\n(?!\n|\s*(?:[-*#>|]|\d+\.|```))\s*/g, ' ');
}

/** A relative link of the changelog leads nowhere from the page of a release. */
function withAbsoluteLinks(markdown: string, base: string): string {
  return markdown.replaceAll(/\]\((?!https?:|#)/g, `](${base}`);
}

if (import.meta.main) {
  const [version = '', repository = '', commit = ''] = process.argv.slice(2);
  process.stdout.write(
    releaseNotes(readFileSync('CHANGELOG.md', 'utf8'), version, repository, commit),
  );
}

/**
 * Pins the actions of this repository in all documents: `npm run pin -- <owner/repository>
 * <version> <commit>`. A commit cannot name itself, so the documents follow in a commit of their own.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A published release. */
export interface Release {
  /** Such as `acme/wait-for-binarly-scan`. */
  readonly repository: string;
  /** Without `v`. */
  readonly version: string;
  /** The full SHA of the commit that the tag names. */
  readonly commit: string;
}

/** A line that uses one of the actions, pinned or not. */
const PIN =
  /\buses: [\w.-]+\/wait-for-binarly-scan((?:\/[\w-]+)?)@(?:COMMIT|[\da-f]{40}) # v[\w.-]+/g;
/** The repository in commands and prose. */
const PLACEHOLDER = /\bOWNER\/wait-for-binarly-scan\b/g;

export function pinned(text: string, { repository, version, commit }: Release): string {
  return text
    .replaceAll(PIN, (_, folder: string) => `uses: ${repository}${folder}@${commit} # v${version}`)
    .replaceAll(PLACEHOLDER, repository);
}

/** @returns what is wrong with the arguments; undefined if nothing is. */
export function problemWith({ repository, version, commit }: Release): string | undefined {
  if (!/^[\w.-]+\/wait-for-binarly-scan$/.test(repository))
    return `The repository must be <owner>/wait-for-binarly-scan, not "${repository}".`;
  if (!/^\d+\.\d+\.\d+$/.test(version)) return `The version must be as 1.2.3, not "${version}".`;
  if (!/^[\da-f]{40}$/.test(commit))
    return `The commit must be a full SHA in lower case, not "${commit}".`;
  return undefined;
}

if (import.meta.main) {
  const [repository = '', version = '', commit = ''] = process.argv.slice(2);
  const release = { repository, version, commit };
  const problem = problemWith(release);
  if (problem !== undefined) {
    console.error(problem);
    process.exit(1);
  }
  for (const folder of ['.', 'docs'])
    for (const name of readdirSync(folder)) {
      // The changelog says what was, and the decisions why.
      if (!name.endsWith('.md') || name === 'CHANGELOG.md') continue;
      const path = join(folder, name);
      writeFileSync(path, pinned(readFileSync(path, 'utf8'), release));
    }
}

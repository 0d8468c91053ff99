/** What the documents tell people to pin. */
import { expect, it } from 'vitest';
import { parseChangelog } from '../scripts/changelog.ts';
import { DOCUMENTS, readDocument } from './support/documents.ts';

const PIN = /uses: ([\w.-]+)\/wait-for-binarly-scan(?:\/[\w-]+)?@(\S+)(.*)$/gm;
const pins = DOCUMENTS.filter((document) => document !== 'RELEASING.md').flatMap((document) =>
  Array.from(readDocument(document).matchAll(PIN), ([, owner, commit, comment]) => ({
    document,
    owner,
    commit,
    comment,
  })),
);

it('is the same everywhere', () => {
  const all = new Set(pins.map(({ owner, commit, comment }) => `${owner} ${commit}${comment}`));
  expect([...all]).toHaveLength(1);
});

it('is the commit of a release, or no commit yet with the version of package.json', () => {
  const { version } = JSON.parse(readDocument('package.json')) as { version: string };
  const released = parseChangelog(readDocument('CHANGELOG.md')).map((section) => section.version);
  const [{ commit = '', comment = '' } = {}] = pins;
  const allowed = commit === 'COMMIT' ? [version] : released;
  expect(commit).toMatch(/^(COMMIT|[\da-f]{40})$/);
  expect(allowed.map((one) => ` # v${one}`)).toContain(comment);
});

import { expect, it } from 'vitest';
import { pinned, problemWith } from '../../scripts/pin-documents.ts';
import { DOCUMENTS, readDocument } from '../support/documents.ts';

const RELEASE = {
  repository: 'acme/wait-for-binarly-scan',
  version: '1.2.3',
  commit: '0123456789abcdef0123456789abcdef01234567',
};
const LATER = { ...RELEASE, version: '1.10.0', commit: 'f'.repeat(40) };

it.each([
  ['the wait', '', '- uses: OWNER/wait-for-binarly-scan@COMMIT # v1.0.0'],
  ['the upload', '/upload', '- uses: OWNER/wait-for-binarly-scan/upload@COMMIT # v1.0.0'],
])('pins %s, and pins it again', (_, folder, line) => {
  const once = pinned(`${line}\n  with:\n`, RELEASE);
  expect(once).toBe(
    `- uses: acme/wait-for-binarly-scan${folder}@${RELEASE.commit} # v1.2.3\n  with:\n`,
  );
  expect(pinned(once, LATER)).toBe(
    `- uses: acme/wait-for-binarly-scan${folder}@${LATER.commit} # v1.10.0\n  with:\n`,
  );
});

it('names the repository in commands', () => {
  expect(pinned('gh release verify --repo OWNER/wait-for-binarly-scan', RELEASE)).toBe(
    'gh release verify --repo acme/wait-for-binarly-scan',
  );
});

it('leaves other actions alone', () => {
  const other = `- uses: actions/checkout@${'a'.repeat(40)} # v7.0.1`;
  expect(pinned(other, RELEASE)).toBe(other);
});

it('leaves no placeholder in a document that users copy from', () => {
  const copied = DOCUMENTS.filter((document) => /^(README\.md|docs\/[^/]+)$/.test(document));
  const left = copied.filter((document) =>
    /OWNER\/|@COMMIT/.test(pinned(readDocument(document), RELEASE)),
  );
  expect(left).toEqual([]);
});

it.each([
  [{ repository: 'acme/other' }, /^The repository must be/],
  [{ version: 'v1.2.3' }, /^The version must be/],
  [{ commit: 'v1.2.3' }, /^The commit must be/],
])('refuses %j', (wrong, words) => {
  expect(problemWith({ ...RELEASE, ...wrong })).toMatch(words);
  expect(problemWith(RELEASE)).toBeUndefined();
});

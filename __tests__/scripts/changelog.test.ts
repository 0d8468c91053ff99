/** CHANGELOG.md as the release reads it. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseChangelog } from '../../scripts/changelog.ts';
import { releaseNotes } from '../../scripts/release-notes.ts';

const CHANGELOG = `# Changelog

Some words.

## [Unreleased]

## [1.1.0] - 2026-02-03

### Added

- A thing.

### Fixed

- Another.

## [1.0.0] - 2026-01-31

Some
words.

- Everything: [how](docs/x.md#y),
  [why](https://example.com/).
- More.
`;

describe('the sections of a changelog', () => {
  it('are split at their headings, newest first', () => {
    expect(parseChangelog(CHANGELOG)).toEqual([
      { version: 'Unreleased', date: undefined, body: '' },
      {
        version: '1.1.0',
        date: '2026-02-03',
        body: '### Added\n\n- A thing.\n\n### Fixed\n\n- Another.',
      },
      {
        version: '1.0.0',
        date: '2026-01-31',
        body: 'Some\nwords.\n\n- Everything: [how](docs/x.md#y),\n  [why](https://example.com/).\n- More.',
      },
    ]);
  });

  it('do not depend on the line endings', () => {
    expect(parseChangelog(CHANGELOG.replaceAll('\n', '\r\n'))).toEqual(parseChangelog(CHANGELOG));
  });

  it('include a heading in another form under its own words', () => {
    expect(parseChangelog('## 1.0.0 (2026)\n\n- Everything.\n')).toEqual([
      { version: '1.0.0 (2026)', date: undefined, body: '- Everything.' },
    ]);
  });

  it('of this project name every version once', () => {
    const text = readFileSync(new URL('../../CHANGELOG.md', import.meta.url), 'utf8');
    const versions = parseChangelog(text).map(({ version }) => version);
    expect(versions).not.toEqual([]);
    expect(new Set(versions).size).toBe(versions.length);
  });
});

describe('the notes of a release', () => {
  it("are its own section below the lines that pin it by the release's commit", () => {
    const commit = '0123456789abcdef0123456789abcdef01234567';
    expect(releaseNotes(CHANGELOG, '1.0.0', 'acme/wait', commit)).toBe(`\
Pin this release by its commit; Dependabot keeps such lines current:

\`\`\`yaml
- uses: acme/wait/upload@${commit} # v1.0.0
- uses: acme/wait@${commit} # v1.0.0
- uses: acme/wait/settle@${commit} # v1.0.0
\`\`\`

Some words.

- Everything: [how](https://github.com/acme/wait/blob/${commit}/docs/x.md#y), [why](https://example.com/).
- More.
`);
  });

  it('are not written for a version that has no section', () => {
    expect(() => releaseNotes(CHANGELOG, '1.0', 'acme/wait', '')).toThrow('no section for 1.0.');
  });
});

/** CHANGELOG.md as data: its sections, newest first, in the format of Keep a Changelog. */

export interface ChangelogSection {
  /** `Unreleased` or a version without `v`. */
  readonly version: string;
  /** The release date as written, such as `2026-01-31`; undefined for `Unreleased`. */
  readonly date: string | undefined;
  /** Everything below the heading, without blank lines at either end. */
  readonly body: string;
}

/** Splits a changelog at its second-level headings: `## [1.2.3] - 2026-01-31`. */
export function parseChangelog(text: string): ChangelogSection[] {
  return text
    .replaceAll('\r\n', '\n')
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const [heading = '', ...lines] = section.split('\n');
      const [, version = heading, date] = /^\[(.+?)\](?: - (.+))?$/.exec(heading.trim()) ?? [];
      return { version, date, body: lines.join('\n').trim() };
    });
}

/** What a part of the bench hands over, and its tables as Markdown. */

export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface Part {
  /** Everything measured, for machines. */
  readonly data: unknown;
  /** By name: `lag.mix` takes the place of the block `bench:lag.mix` in docs/performance.md. */
  readonly tables: Readonly<Record<string, Table>>;
  /** Further files, by their path from the project's root. */
  readonly files?: Readonly<Record<string, string>>;
  /** What a reader has to know of this run. */
  readonly notes?: readonly string[];
}

/** Markdown, with the numbers to the right. */
export function markdown({ header, rows }: Table): string {
  const rule = header.map((_, column) => (column === 0 ? '---' : '---:'));
  return [header, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Three digits that count, or all in front of the point. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.max(Math.abs(value), 0.01))));
  return value.toLocaleString('en', {
    minimumFractionDigits: Math.min(digits, 2),
    maximumFractionDigits: Math.min(digits, 2),
  });
}

export function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

/** @param target the most that it may be. */
export function against(value: number, target: number): readonly [string, string, string] {
  return [figure(value), figure(target), value <= target ? 'met' : 'missed'];
}

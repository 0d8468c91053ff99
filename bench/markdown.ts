/** What a part of the benchmark returns, and how its figures become Markdown. */

export interface Part {
  /** Markdown by name: `lag.chart` replaces the block `bench:lag.chart` in docs/performance.md. */
  readonly blocks: Readonly<Record<string, string>>;
  readonly targets?: readonly Target[];
}

export interface Target {
  readonly what: string;
  readonly measured: number;
  readonly atMost: number;
}

export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = header.map((_, column) => (column === 0 ? '---' : '---:'));
  return [header, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

export function targetsTable(targets: readonly Target[]): string {
  const rows = targets.map(({ what, measured, atMost }) => [
    what,
    figure(measured),
    figure(atMost),
    measured <= atMost ? 'met' : 'missed',
  ]);
  return table(['target', 'measured', 'at most', ''], rows);
}

/** A chart that GitHub draws. It has no legend, so one series is a line and the other is bars. */
export function xychart(
  title: string,
  labels: readonly string[],
  series: { readonly bar: readonly number[]; readonly line: readonly number[] },
): string {
  const top = Math.ceil(Math.max(...series.bar, ...series.line));
  const plots = Object.entries(series).map(
    ([kind, values]) => `  ${kind} [${values.map((value) => value.toFixed(1)).join(', ')}]`,
  );
  const xAxis = `  x-axis "scan duration" [${labels.map((text) => `"${text}"`).join(', ')}]`;
  const head = ['xychart-beta', `  title "${title}"`, xAxis, `  y-axis 0 --> ${top}`];
  return ['```mermaid', ...head, ...plots, '```'].join('\n');
}

/** Three significant digits, or all digits before the decimal point. */
export function figure(value: number): string {
  const places = value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
  return value.toLocaleString('en', {
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  });
}

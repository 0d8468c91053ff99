/** The input `reports`. */
import type { InputReader } from '../../../inputs/input-reader.ts';
import { entriesOf, listOr } from '../../../inputs/values.ts';
import { REPORTS, type ReportName } from '../../../model/reports.ts';
import { quote } from '../../../util/text.ts';

/** @returns the reports in the order of the table, each once; none if the input is empty. */
export function readReports({ value, report }: InputReader): readonly ReportName[] {
  const given = entriesOf(value('reports'));
  const names = new Set(given.map((word) => word.toLowerCase()));
  const unknown = new Set(
    given.filter((word) => !REPORTS.some((name) => name === word.toLowerCase())),
  );
  if (unknown.size > 0) {
    const verb = unknown.size === 1 ? 'is' : 'are';
    const choices = `use ${listOr(REPORTS)}, separated by commas`;
    report('reports', `${[...unknown].map(quote).join(' and ')} ${verb} unknown: ${choices}`);
  }
  return REPORTS.filter((name) => names.has(name));
}

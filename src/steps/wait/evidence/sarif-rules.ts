/** Findings as SARIF sees them: the rule that one breaks, how grave it is, and its words. */
import { CATALOGS, type Finding, type Severity, severityOf } from '../../../model/finding.ts';
import { printable } from '../../../util/text.ts';

interface Grade {
  /** From 0 to 10, as a CVSS score; GitHub shows critical above 9.0 (its docs: SARIF support). */
  readonly score: number;
  readonly level: 'error' | 'warning' | 'note';
}

/** An unknown severity counts as the worst, as in the policy. */
const GRADES: Readonly<Record<Severity | 'unknown', Grade>> = {
  critical: { score: 9.5, level: 'error' },
  high: { score: 8, level: 'error' },
  medium: { score: 5.5, level: 'warning' },
  low: { score: 2, level: 'note' },
  unspecified: { score: 0, level: 'note' },
  unknown: { score: 9.5, level: 'error' },
};

export function gradeOf(finding: Finding): Grade {
  return GRADES[severityOf(finding) ?? 'unknown'];
}

/** The finding's name in the first catalog that has one; else its type. */
export function ruleIdOf({ identifiers, type }: Finding): string {
  const names = CATALOGS.flatMap((catalog) => identifiers.map((entry) => entry[catalog] ?? ''));
  return names.map((name) => printable(name)).find((name) => name !== '') ?? typeOf(type);
}

function typeOf(type: string | undefined): string {
  return printable(type ?? '') || 'uncategorized';
}

/** For example `Heap overflow in openssl, fixed in 3.0.14`. */
export function messageOf(finding: Finding): string {
  const { componentName, knownFixedVersion } = finding;
  const where = componentName === undefined ? '' : ` in ${plain(componentName, 80)}`;
  const fixed = knownFixedVersion === undefined ? '' : `, fixed in ${plain(knownFixedVersion, 80)}`;
  return `${titleOf(finding)}${where}${fixed}`;
}

export function titleOf({ displayName, name, id }: Finding): string {
  return plain(displayName ?? name ?? id, 200);
}

/**
 * Text from outside as a SARIF message: no link (SARIF 2.1.0, 3.11.6) and no placeholder (3.11.5).
 */
function plain(text: string, longest: number): string {
  return printable(text, longest).replaceAll('](', '] (').replace(/[{}]/g, '$&$&');
}

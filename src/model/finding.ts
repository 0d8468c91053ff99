/** A finding of an image, and what the platform's words for severity and triage status mean. */

import { fold } from '../util/text.ts';

/** The worst first. */
export const SEVERITIES = ['critical', 'high', 'medium', 'low', 'unspecified'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Where triage stands, spelled as in the platform's filters. */
export const FINDING_STATUSES = ['new', 'inProgress', 'rejected', 'remediated'] as const;
export type FindingStatus = (typeof FINDING_STATUSES)[number];

/** Texts as the API gave them, cut to a length that any real one stays under. */
export interface Finding {
  readonly id: string;
  readonly name: string | undefined;
  readonly displayName: string | undefined;
  readonly severity: string | undefined;
  readonly type: string | undefined;
  readonly status: string | undefined;
  /** A second status that the API gave under another name and that disagrees; almost never set. */
  readonly otherStatus: string | undefined;
  readonly componentName: string | undefined;
  /** The version of the component that fixes it, if the platform knows one. */
  readonly knownFixedVersion: string | undefined;
  readonly identifiers: readonly Identifiers[];
  /** In CISA's catalog of Known Exploited Vulnerabilities. */
  readonly isKev: boolean;
  /**
   * In a comparison: only in the baseline (`left`), only in the image (`right`), or in both.
   * Undefined without a baseline.
   */
  readonly side: CompareSide | undefined;
}

type CompareSide = 'left' | 'right' | 'both';

/** The names of one vulnerability in several catalogs; newer releases have more kinds. */
interface Identifiers {
  readonly cve?: string | undefined;
  readonly brly?: string | undefined;
  readonly ghsa?: string | undefined;
  readonly osv?: string | undefined;
  readonly gsd?: string | undefined;
}

/** The catalogs by whose names people know vulnerabilities, the best known first. */
export const CATALOGS = ['cve', 'brly', 'ghsa', 'osv'] as const;

/** The name in the best known catalog that has one. */
export function knownName(identifiers: Identifiers): string | undefined {
  return CATALOGS.map((catalog) => identifiers[catalog]).find((name) => name !== undefined);
}

/** @returns undefined if the API gave no severity, or an undocumented one. */
export function severityOf({ severity, type }: Finding): Severity | undefined {
  // JSON made from Protocol Buffers omits zero values, and inventory has no severity.
  if (severity === undefined) return isInventory(type) ? 'unspecified' : undefined;
  const word = fold(severity);
  // The name of the lowest one in the docs; the OpenAPI says `unspecified`.
  return word === 'informational' ? 'unspecified' : SEVERITIES.find((known) => known === word);
}

/** Whether findings of this type only describe what the image contains. */
export function isInventory(type: string | undefined): boolean {
  return type !== undefined && INVENTORY.has(fold(type));
}

const INVENTORY: ReadonlySet<string> = new Set(['cryptographicasset', 'mitigation']);

/** @returns undefined if the API gave no status, or an undocumented one. */
export function statusOf({ status }: Pick<Finding, 'status'>): FindingStatus | undefined {
  return status === undefined
    ? undefined
    : FINDING_STATUSES.find((known) => fold(known) === fold(status));
}

/** Every status that the API gave; undefined for one that is missing or undocumented. */
export function statusesOf(finding: Finding): readonly (FindingStatus | undefined)[] {
  const { otherStatus } = finding;
  return otherStatus === undefined
    ? [statusOf(finding)]
    : [statusOf(finding), statusOf({ status: otherStatus })];
}

/**
 * The worst first: by severity, then known exploitation, then the ID, so that the order of pages does
 * not matter.
 */
export function byGravity(one: Finding, other: Finding): number {
  return (
    rank(one) - rank(other) ||
    Number(other.isKev) - Number(one.isKev) ||
    (one.id < other.id ? -1 : Number(one.id > other.id))
  );
}

/** An unknown severity comes last: many of them must not push the worst known ones out of sight. */
function rank(finding: Finding): number {
  const severity = severityOf(finding);
  return severity === undefined ? SEVERITIES.length : SEVERITIES.indexOf(severity);
}

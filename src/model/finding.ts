/** A finding of an image, and what the platform's words for severity and triage status mean. */

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
  readonly componentName: string | undefined;
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
export interface Identifiers {
  readonly cve?: string | undefined;
  readonly brly?: string | undefined;
  readonly ghsa?: string | undefined;
  readonly osv?: string | undefined;
  readonly gsd?: string | undefined;
}

/** @returns undefined if the API gave no severity, or an undocumented one. */
export function severityOf({ severity, type }: Finding): Severity | undefined {
  // JSON made from Protocol Buffers omits zero values, and inventory has no severity.
  if (severity === undefined) return INVENTORY.has(type) ? 'unspecified' : undefined;
  // The name of the lowest one in the docs; the OpenAPI says `unspecified`.
  if (severity === 'informational') return 'unspecified';
  return SEVERITIES.find((known) => known === severity);
}

const INVENTORY: ReadonlySet<unknown> = new Set(['cryptographicAsset', 'mitigation']);

/** @returns undefined if the API gave no status, or an undocumented one. */
export function statusOf({ status }: Finding): FindingStatus | undefined {
  // Rows spell it with a space, filters without.
  if (status === 'in progress') return 'inProgress';
  return FINDING_STATUSES.find((known) => known === status);
}

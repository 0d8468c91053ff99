/** The reports that the platform makes of an image, by the names that workflows use for them. */

export const REPORTS = [
  'sbom-cyclonedx',
  'sbom-spdx',
  'cbom-cyclonedx',
  'vex-openvex',
  'vex-cyclonedx',
  'findings-json',
  'findings-pdf',
] as const;

export type ReportName = (typeof REPORTS)[number];

/** What a report consists of, which is also the ending of its file's name. */
export function formatOf(report: ReportName): 'json' | 'pdf' {
  return report === 'findings-pdf' ? 'pdf' : 'json';
}

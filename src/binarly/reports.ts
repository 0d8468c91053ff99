/**
 * The requests for an image's reports (docs.binarly.io: sbom-report, vex-report; OpenAPI 4.275.2).
 * Reports are made while the request waits, and answer 422 until the scan has completed.
 */
import type { ReportName } from '../model/reports.ts';
import type { Question } from './api.ts';

export interface ReportRequest
  extends Pick<Question<unknown>, 'customMethod' | 'query' | 'body' | 'accept'> {
  /** The segment behind the image's. */
  readonly segment: string;
}

/** The docs require `contentType` of an SBOM; the OpenAPI does not. */
const AS_JSON = '?contentType=json';

export const REPORT_REQUESTS: Readonly<Record<ReportName, ReportRequest>> = {
  'sbom-cyclonedx': { segment: 'sbomReport', customMethod: 'cycloneDX', query: AS_JSON },
  'sbom-spdx': { segment: 'sbomReport', customMethod: 'SPDX', query: AS_JSON },
  'cbom-cyclonedx': { segment: 'cbomReport', customMethod: 'cycloneDX' },
  'vex-openvex': { segment: 'vexReport', customMethod: 'openVEX' },
  'vex-cyclonedx': { segment: 'vexReport', customMethod: 'cycloneDX' },
  'findings-json': { segment: 'findingsReport', customMethod: 'json', body: {} },
  'findings-pdf': {
    segment: 'findingsReport',
    customMethod: 'pdf',
    query: '?mode=full',
    // An error is JSON.
    accept: 'application/pdf, application/json',
  },
};

/**
 * The requests for an image's reports (docs.binarly.io: sbom-report, vex-report; OpenAPI 4.275.2).
 * Reports are made while the request waits, and answer 422 until the scan has completed.
 */
import type { ReportName } from '../model/reports.ts';
import { type ApiRequest, imagePath, type ProductRequest, type SaveFile } from './request.ts';

/** In bytes. */
const MAX_REPORT_BYTES = 1024 * 1024 * 1024;

/** Asks for a report of an image, which is saved as a file. */
export function reportOfImage(
  imageId: string,
  report: ReportName,
  save: SaveFile,
): ProductRequest<unknown> {
  const { segment, ...request } = REPORT_REQUESTS[report];
  return (productId) => ({
    path: [...imagePath(productId, imageId), segment],
    ...request,
    maxBytes: MAX_REPORT_BYTES,
    save,
    read: (value) => ({ kind: 'found', value }),
  });
}

interface ReportRequest
  extends Pick<ApiRequest<unknown>, 'customMethod' | 'query' | 'body' | 'accept'> {
  /** The segment after the image's. */
  readonly segment: string;
}

/** The docs require `contentType` of an SBOM; the OpenAPI does not. */
const AS_JSON = '?contentType=json';

const REPORT_REQUESTS: Readonly<Record<ReportName, ReportRequest>> = {
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

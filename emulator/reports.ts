/** Plays the reports of an image: made on request, and refused until its newest scan has completed. */
import { apiError, type Fault, jsonAnswer } from './faults.ts';
import type { ImageScript } from './script.ts';

/** By method, segment and query, as Binarly's docs and OpenAPI have them. */
const ROUTES: ReadonlyMap<string, Fault> = new Map([
  [
    'GET sbomReport:cycloneDX?contentType=json',
    jsonAnswer(200, { bomFormat: 'CycloneDX', components: [{ name: 'openssl' }] }),
  ],
  ['GET sbomReport:SPDX?contentType=json', jsonAnswer(200, { spdxVersion: 'SPDX-2.3' })],
  ['GET cbomReport:cycloneDX', jsonAnswer(200, { bomFormat: 'CycloneDX', components: [] })],
  ['GET vexReport:openVEX', jsonAnswer(200, { statements: [] })],
  ['GET vexReport:cycloneDX', jsonAnswer(200, { bomFormat: 'CycloneDX', vulnerabilities: [] })],
  ['POST findingsReport:json', jsonAnswer(200, { findings: [] })],
  [
    'GET findingsReport:pdf?mode=full',
    { kind: 'answer', status: 200, body: '%PDF-1.7\n%%EOF\n', headers: {} },
  ],
]);

/** `sbomReport:SPDX` in `/api/v4/products/P/images/I/sbomReport:SPDX?contentType=json`. */
const PATH = /^\/api\/v4\/products\/([^/]+)\/images\/([^/]+)\/(\w+Report:\w+(?:\?.*)?)$/;

export function isReport(url: string): boolean {
  return PATH.test(url);
}

/** @returns undefined if the request is not for a report. */
export function answerReport(
  images: readonly ImageScript[],
  method: string,
  url: string,
  nowMs: number,
): Fault | undefined {
  const [, productId = '', imageId = '', segment = ''] = PATH.exec(url) ?? [];
  if (segment === '') return undefined;
  const image = images.find(
    (it) =>
      it.productId === decodeURIComponent(productId) && it.imageId === decodeURIComponent(imageId),
  );
  if (image === undefined) return apiError(404, 'image not found');
  const report = image.reports?.[segment] ?? ROUTES.get(`${method} ${segment}`);
  if (report === undefined) return apiError(404, 'no such report');
  const states = image.scans.at(-1)?.states.filter(({ atMs }) => atMs <= nowMs) ?? [];
  const isComplete = /^(completed|done)$/.test(states.at(-1)?.type ?? '');
  return isComplete ? report : apiError(422, 'the scan is not complete');
}

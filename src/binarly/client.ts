/** The questions that this action asks the Binarly API v4. */

import type { Answer } from '../model/answer.ts';
import type { ImageDetails } from '../model/image-details.ts';
import type { Product } from '../model/product.ts';
import type { ReportName } from '../model/reports.ts';
import type { Scan } from '../model/scan.ts';
import type {
  FinishingRequest,
  ListedImage,
  UploadAddress,
  UploadedImage,
} from '../model/upload.ts';
import type { PollLimits } from '../polling/limits.ts';
import type { Instant } from '../util/instant.ts';
import { type ApiOptions, createApi, type SaveAnswer } from './api.ts';
import {
  type FindingsPage,
  type FindingsQuery,
  findingsRequest,
  readFindingsPage,
} from './findings.ts';
import { readImageDetails } from './image-details.ts';
import { readProducts } from './products.ts';
import { REPORT_REQUESTS } from './reports.ts';
import { readNewestScan, readScan } from './scans.ts';
import { readImages, readUploadAddress, readUploadedImage } from './uploads.ts';

/** In bytes. A scan or an image has a few hundred, and an image has few scans. */
const MAX_BYTES = 4 * 1024 * 1024;
/** In bytes. A large tenant has thousands of products, and a product thousands of images. */
const MAX_LIST_BYTES = 32 * 1024 * 1024;

/** In bytes. */
const MAX_REPORT_BYTES = 1024 * 1024 * 1024;

const FINDINGS_GRID = { path: ['grids', 'findings'], customMethod: 'gridList' };

export interface BinarlyClient {
  /** The products that the caller may view (docs.binarly.io, list-products). */
  products(limits: PollLimits): Promise<Answer<readonly Product[]>>;
  /** The images of one product. */
  imagesOf(productId: string): Images;
}

/** Questions about the images of one product. Every ID must be usable as a path segment. */
export interface Images {
  /**
   * The newest scan of an image (docs.binarly.io, list-scans).
   * @param createdAfter scans created before it do not count.
   */
  newestScan(
    imageId: string,
    createdAfter: Instant | undefined,
    limits: PollLimits,
  ): Promise<Answer<Scan>>;
  /** A scan by its ID (docs.binarly.io, get-scan). */
  scan(imageId: string, scanId: string, limits: PollLimits): Promise<Answer<Scan>>;
  /** An image with its counts of findings (docs.binarly.io, get-image). */
  details(imageId: string, limits: PollLimits): Promise<Answer<ImageDetails>>;
  /** A page of an image's findings (docs.binarly.io, compare-findings). */
  findings(query: FindingsQuery, limits: PollLimits): Promise<Answer<FindingsPage>>;
  /** A new address to send a file to (OpenAPI: GenerateTempFileUploadURL). */
  uploadAddress(limits: PollLimits): Promise<Answer<UploadAddress>>;
  /** All images of the product (docs.binarly.io, list-images). */
  list(limits: PollLimits): Promise<Answer<readonly ListedImage[]>>;
  /** Creates an image of a file that was sent, and starts its scan (OpenAPI: UploadImage). */
  finishUpload(request: FinishingRequest, limits: PollLimits): Promise<Answer<UploadedImage>>;
  /** Downloads a report of an image (docs.binarly.io, sbom-report and others). */
  report(
    imageId: string,
    report: ReportName,
    save: SaveAnswer,
    limits: PollLimits,
  ): Promise<Answer<unknown>>;
}

export function createClient(options: ApiOptions): BinarlyClient {
  const ask = createApi(options);
  /** Whether the platform refuses a field of findings that older releases do not know. */
  let isOlder = false;
  return {
    products: (limits) =>
      ask(
        {
          path: ['products'],
          isList: true,
          maxBytes: MAX_LIST_BYTES,
          read: readProducts,
        },
        limits,
      ),
    imagesOf(productId) {
      const product = ['products', productId];
      const image = (imageId: string) => [...product, 'images', imageId];
      const maxBytes = MAX_BYTES;
      // A scan carries its state only with `status=true`.
      const query = '?status=true';
      return {
        newestScan(imageId, createdAfter, limits) {
          const path = [...image(imageId), 'scans'];
          const read = (json: unknown) => readNewestScan(json, createdAfter);
          return ask({ path, query, subject: imageId, isList: true, maxBytes, read }, limits);
        },
        scan(imageId, scanId, limits) {
          const path = [...image(imageId), 'scans', scanId];
          const read = (json: unknown) => readScan(json, scanId);
          return ask({ path, query, subject: imageId, maxBytes, read }, limits);
        },
        details(imageId, limits) {
          const withCounts = '?withCounts=true';
          const path = image(imageId);
          const read = (json: unknown) => readImageDetails(json, imageId);
          return ask({ path, query: withCounts, maxBytes, read }, limits);
        },
        report(imageId, report, save, limits) {
          const { segment, ...request } = REPORT_REQUESTS[report];
          const path = [...image(imageId), segment];
          const read = (saved: unknown) => ({ kind: 'found', value: saved }) as const;
          return ask({ path, ...request, maxBytes: MAX_REPORT_BYTES, save, read }, limits);
        },
        async findings(query, limits) {
          const isComparison = query.baselineImageId !== undefined;
          // Whoever may read an image may perhaps not read its findings.
          const subject = `findings of ${query.imageId}`;
          const read = (json: unknown) => readFindingsPage(json, isComparison);
          const send = (asOlder: boolean) => {
            const body = findingsRequest(productId, query, asOlder);
            return ask({ ...FINDINGS_GRID, body, subject, isList: true, maxBytes, read }, limits);
          };
          const answer = await send(isOlder);
          if (isOlder || !isBadRequest(answer)) return answer;
          const again = await send(true);
          isOlder = again.kind === 'found';
          return again;
        },
        uploadAddress(limits) {
          const path = [...product, 'tempFiles'];
          const customMethod = 'generateUploadUrl';
          return ask({ path, customMethod, maxBytes, read: readUploadAddress }, limits);
        },
        list(limits) {
          const path = [...product, 'images'];
          return ask({ path, isList: true, maxBytes: MAX_LIST_BYTES, read: readImages }, limits);
        },
        finishUpload({ tempFileId, name, version, filename }, limits) {
          const fields = { tempFileId, imageName: name, version, filename, createScan: 'true' };
          const query = `?${new URLSearchParams(fields)}`;
          const path = [...product, 'images'];
          const form = {
            asEmptyForm: true,
            customMethod: 'upload',
            read: readUploadedImage,
          } as const;
          return ask({ path, query, maxBytes, ...form }, limits);
        },
      };
    },
  };
}

function isBadRequest(answer: Answer<unknown>): boolean {
  if (answer.kind !== 'refused') return false;
  return answer.cause.type === 'http-status' && answer.cause.status === 400;
}

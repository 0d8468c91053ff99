/** Findings, policies and a platform that lists findings, for tests of the gate. */

import type { FindingsPage } from '../../src/binarly/findings.ts';
import type { ProductImages } from '../../src/binarly/resolve-product.ts';
import type { ApiResult, Found } from '../../src/model/api-result.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { ImageDetails } from '../../src/model/image-details.ts';
import { type ImagePolicy, judge } from '../../src/model/policy.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import type { CallOptions } from '../../src/polling/call-options.ts';
import { productAnswering } from './product-images.ts';

export function finding(overrides: Partial<Finding> = {}): Finding {
  return {
    id: 'finding-1',
    name: 'CVE-2024-0001',
    displayName: undefined,
    severity: 'high',
    type: 'knownVulnerability',
    status: 'new',
    otherStatus: undefined,
    componentName: 'openssl',
    knownFixedVersion: undefined,
    identifiers: [{ cve: 'CVE-2024-0001' }],
    isKev: false,
    side: undefined,
    ...overrides,
  };
}

/** So many findings with distinct IDs, which sort in this order. */
export function findings(count: number, overrides: Partial<Finding> = {}): readonly Finding[] {
  return Array.from({ length: count }, (_, index) =>
    finding({ id: `finding-${String(index).padStart(6, '0')}`, ...overrides }),
  );
}

export function policy(overrides: Partial<ImagePolicy> = {}): ImagePolicy {
  return {
    threshold: 'high',
    failOnKev: false,
    statuses: ['new', 'inProgress'],
    baselineImageId: undefined,
    onFindings: 'fail',
    onIncomplete: 'fail',
    ...overrides,
  };
}

/** The verdict on an image with one finding at or above high. */
export function broken(by = policy()): Extract<Verdict, { status: 'findings' }> {
  const judgement = judge([finding()], [by]);
  return { status: 'findings', judgement, policy: by };
}

export function found<T>(value: T): Found<T> {
  return { kind: 'found', value };
}

/** An image whose findings and details are answered by these functions. */
export function imageWith(
  askForPage: (page: number) => ApiResult<FindingsPage> | Promise<ApiResult<FindingsPage>>,
  askForDetails: () => ApiResult<ImageDetails> | Promise<ApiResult<ImageDetails>>,
): ProductImages {
  return productAnswering(({ type, question: { body } }) =>
    type === 'findings'
      ? askForPage((body as { readonly page: { readonly num: number } }).page.num)
      : askForDetails(),
  );
}

/** A page of a list of findings, as the platform cuts it. */
export function pageOf(all: readonly Finding[], page: number): Found<FindingsPage> {
  return found({ total: all.length, findings: all.slice((page - 1) * 100, page * 100) });
}

export function detailsWith(
  counts: Readonly<Record<string, number>>,
  kev = 0,
): ApiResult<ImageDetails> {
  return found({ name: '', version: '', findings: { counts, kev } });
}

/** Limits for one request, of a poll that began at zero. */
export function anyLimits(): CallOptions {
  return { limitMs: () => 30_000, signal: new AbortController().signal, beganMs: 0 };
}

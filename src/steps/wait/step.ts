/**
 * A running step: its settings, its connection to the platform, and what it knows about each image.
 */
import { type BinarlyClient, createClient } from '../../binarly/client.ts';
import { imagesOfProduct, type ProductImages } from '../../binarly/resolve-product.ts';
import { createCredential } from '../../credentials/create-credential.ts';
import { expiryOf } from '../../credentials/credential.ts';
import { hearingDates } from '../../http/hear-dates.ts';
import { beginRecord, type ImageRecord } from '../../model/image-record.ts';
import { createServerClock, type ServerClock } from '../../polling/server-clock.ts';
import { policyLine } from '../../report/findings-words.ts';
import type { Uses } from '../runtime.ts';
import { createLog, type Log } from './log.ts';
import {
  emptyLineWarning,
  expiryWarning,
  ignoredBypassesLine,
  ignoredProxyLine,
  openingLine,
} from './opening-lines.ts';
import type { StepFacts } from './report.ts';
import type { Settings } from './settings.ts';

export interface Step {
  readonly settings: Settings;
  /** By the dates in the platform's answers. */
  readonly clock: ServerClock;
  /** The product's images, for polls. */
  readonly images: ProductImages;
  /** For reading details, in parallel with the polls. */
  readonly clientForDetails: BinarlyClient;
  /** By image ID, in the order given; the latest of each. */
  readonly records: Map<string, ImageRecord>;
  readonly log: Log;
}

/** Logs what the step waits for and connects to the platform; makes no request yet. */
export function beginStep(
  settings: Settings,
  runtime: Uses<
    'workflow' | 'clock' | 'http' | 'httpForDetails' | 'ignoredProxy' | 'ignoredBypasses'
  >,
): Step {
  const { workflow, httpForDetails } = runtime;
  const clock = createServerClock(runtime.clock);
  const http = hearingDates(runtime.http, clock);
  const { apiUrl, product, claimedProductId, imageIds } = settings;
  const log = createLog(settings, clock, workflow);
  logBeginning(settings, log, runtime);
  const credential = createCredential(settings.credential, runtime.http, clock, workflow.mask);
  const input = { given: product, claimedId: claimedProductId };
  return {
    settings,
    clock,
    images: imagesOfProduct(input, createClient({ http, apiUrl, credential })),
    clientForDetails: createClient({ http: httpForDetails, apiUrl, credential }),
    records: new Map(imageIds.map((imageId) => [imageId, beginRecord(imageId)])),
    log,
  };
}

function logBeginning(
  settings: Settings,
  log: Log,
  {
    workflow,
    ignoredProxy,
    ignoredBypasses,
  }: Uses<'workflow' | 'ignoredProxy' | 'ignoredBypasses'>,
): void {
  const { apiUrl, policy, imageIds, hasEmptyLine } = settings;
  log.info(openingLine(settings));
  if (hasEmptyLine) workflow.warning(emptyLineWarning(imageIds.length));
  if (policy !== undefined) log.info(policyLine(policy));
  const url = new URL(apiUrl);
  const variable = ignoredProxy(url);
  if (variable !== undefined) log.info(ignoredProxyLine(variable, url.hostname));
  const bypasses = ignoredBypasses(url);
  if (bypasses !== undefined) log.info(ignoredBypassesLine(bypasses, url.hostname));
}

/**
 * Warns about a token that will expire, once the platform has told the time.
 * @param leftMs how long the step may still wait, in milliseconds.
 */
export function warnOfExpiry(
  { settings: { credential }, clock }: Step,
  leftMs: number,
  { workflow }: Uses<'workflow'>,
): void {
  if (credential.kind !== 'token') return;
  const nowMs = clock.wallMs();
  const warning = expiryWarning(expiryOf(credential.token), nowMs, nowMs + leftMs);
  if (warning !== undefined) workflow.warning(warning);
}

/** What the report needs to know about the step as a whole. */
export function factsOf({ settings, images, clock }: Step): StepFacts {
  return { settings, product: images.product(), nowWallMs: clock.wallMs() };
}

/** The latest record of each image, in the order given. */
export function recordsOf({ records }: Step): readonly ImageRecord[] {
  return [...records.values()];
}

/** The ID of the first image's scan; undefined until one was seen. */
export function firstScanIdOf({ settings, records }: Step): string | undefined {
  const [imageId = ''] = settings.imageIds;
  return records.get(imageId)?.scan?.id;
}

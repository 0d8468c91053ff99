/**
 * A running step: its settings, its connection to the platform, and what it knows about each image.
 */
import { type BinarlyClient, createClient } from '../../binarly/client.ts';
import { imagesOfProduct, type ProductImages } from '../../binarly/resolve-product.ts';
import { createCredential } from '../../credentials/create-credential.ts';
import { expiryOf } from '../../credentials/credential.ts';
import { beginRecord, type ImageRecord } from '../../model/image-record.ts';
import type { Clock } from '../../polling/clock.ts';
import { policyLine } from '../../report/findings-words.ts';
import type { Uses } from '../runtime.ts';
import {
  expiryWarning,
  gapWarning,
  ignoredNoProxyLine,
  ignoredProxyLine,
  openingLine,
} from './lines.ts';
import { createLog, type Log } from './log.ts';
import type { StepFacts } from './report.ts';
import type { Settings } from './settings.ts';

export interface Step {
  readonly settings: Settings;
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
  runtime: Uses<'workflow' | 'clock' | 'http' | 'httpForDetails' | ProxyNotes>,
): Step {
  const { workflow, clock, http, httpForDetails } = runtime;
  const { apiUrl, product, claimedProductId, imageIds } = settings;
  const log = createLog(settings, clock, workflow);
  logBeginning(settings, log, runtime);
  const credential = createCredential(settings.credential, http, clock, workflow.mask);
  const input = { given: product, claimedId: claimedProductId };
  return {
    settings,
    images: imagesOfProduct(input, createClient({ http, apiUrl, credential })),
    clientForDetails: createClient({ http: httpForDetails, apiUrl, credential }),
    records: new Map(imageIds.map((imageId) => [imageId, beginRecord(imageId)])),
    log,
  };
}

type ProxyNotes = 'ignoredProxy' | 'ignoredNoProxy';

function logBeginning(
  settings: Settings,
  log: Log,
  { workflow, clock, ignoredProxy, ignoredNoProxy }: Uses<'workflow' | 'clock' | ProxyNotes>,
): void {
  const { apiUrl, credential, hasGap, imageIds, policy, timeoutMs } = settings;
  log.info(openingLine(settings));
  if (policy !== undefined) log.info(policyLine(policy));
  if (hasGap) workflow.warning(gapWarning(imageIds.length));
  const url = new URL(apiUrl);
  const variable = ignoredProxy(url);
  if (variable !== undefined) log.info(ignoredProxyLine(variable, url.hostname));
  const exceptions = ignoredNoProxy(url);
  if (exceptions !== undefined) log.info(ignoredNoProxyLine(exceptions));
  if (credential.kind !== 'token') return;
  const warning = expiryWarning(expiryOf(credential.token), clock.wallMs(), timeoutMs);
  if (warning !== undefined) workflow.warning(warning);
}

/** What the report needs to know about the step as a whole. */
export function factsOf({ settings, images }: Step, clock: Clock): StepFacts {
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

/**
 * A running step: its settings, its connection to the platform, and what it knows of each image.
 */
import { type BinarlyClient, createClient } from './binarly/client.ts';
import { clientCredential } from './binarly/client-credential.ts';
import { type Credential, expiryOf, staticCredential } from './binarly/credential.ts';
import { imagesOfProduct, type ProductImages } from './binarly/resolve-product.ts';
import type { Workflow } from './github/workflow.ts';
import type { Http } from './http/http.ts';
import type { Settings } from './inputs/settings.ts';
import { expiryWarning, ignoredProxyLine, openingLine } from './report/lines.ts';
import { createLog, type Log } from './report/log.ts';
import type { StepFacts } from './report/report.ts';
import type { Clock } from './util/clock.ts';
import { beginRecord, type ImageRecord } from './wait/record.ts';

export interface Dependencies {
  readonly workflow: Workflow;
  readonly clock: Clock;
  readonly http: Http;
  /** A queue of its own, so that reading details never takes a slot from polls. */
  readonly httpForDetails: Http;
  /** From [0, 1). */
  readonly random: () => number;
  /** Why GitHub withheld the credential, as a clause; undefined if it did not. */
  readonly whyCredentialIsMissing: () => Promise<string | undefined>;
  /**
   * The variable that names a proxy which cannot be used for an address; undefined if there is
   * none.
   */
  readonly ignoredProxy: (url: URL) => string | undefined;
}

export interface Step {
  readonly settings: Settings;
  /** The product's images, for polls. */
  readonly images: ProductImages;
  /** For reading details, beside the polls. */
  readonly clientForDetails: BinarlyClient;
  /** By image ID, in the order given; the latest of each. */
  readonly records: Map<string, ImageRecord>;
  readonly log: Log;
}

/** Logs what is waited for and connects to the platform; makes no request yet. */
export function beginStep(settings: Settings, dependencies: Dependencies): Step {
  const { workflow, clock, http, httpForDetails, ignoredProxy } = dependencies;
  const { apiUrl, product, claimedProductId, imageIds } = settings;
  const log = createLog(settings, clock, workflow);
  log.info(openingLine(settings));
  const url = new URL(apiUrl);
  const variable = ignoredProxy(url);
  if (variable !== undefined) log.info(ignoredProxyLine(variable, url.hostname));
  const credential = createCredential(settings, dependencies);
  const input = { given: product, claimedId: claimedProductId };
  const images = imagesOfProduct(input, createClient({ http, apiUrl, credential }));
  return {
    settings,
    images,
    clientForDetails: createClient({ http: httpForDetails, apiUrl, credential }),
    records: new Map(imageIds.map((imageId) => [imageId, beginRecord(imageId)])),
    log,
  };
}

function createCredential(settings: Settings, { workflow, clock, http }: Dependencies): Credential {
  const { credential, timeoutMs } = settings;
  if (credential.kind === 'client')
    return clientCredential(credential, { http, clock, mask: workflow.mask });
  const warning = expiryWarning(expiryOf(credential.token), clock.wallMs(), timeoutMs);
  if (warning !== undefined) workflow.warning(warning);
  return staticCredential(credential.token, clock);
}

/** What the report needs to know of the step as a whole. */
export function factsOf({ settings, images }: Step, clock: Clock): StepFacts {
  return { settings, product: images.product(), nowWallMs: clock.wallMs() };
}

/** The latest record of each image, in the order given. */
export function recordsOf({ records }: Step): readonly ImageRecord[] {
  return [...records.values()];
}

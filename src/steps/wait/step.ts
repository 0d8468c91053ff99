/**
 * A running step: its settings, its connection to the platform, and what it knows about each image.
 */
import { type BinarlyClient, createClient } from '../../binarly/client.ts';
import { imagesOfProduct, type ProductImages } from '../../binarly/resolve-product.ts';
import { clientCredential } from '../../credentials/client-credential.ts';
import { type Credential, expiryOf, staticCredential } from '../../credentials/credential.ts';
import { type IdTokenEndpoint, idTokenIssuer } from '../../credentials/github-id-token.ts';
import { idTokenCredential } from '../../credentials/id-token-credential.ts';
import type { Workflow } from '../../github/workflow.ts';
import type { GitHubAccess } from '../../handover/step-status.ts';
import type { Http } from '../../http/http.ts';
import { beginRecord, type ImageRecord } from '../../model/image-record.ts';
import type { Clock } from '../../polling/clock.ts';
import { policyLine } from '../../report/findings-words.ts';
import { expiryWarning, ignoredProxyLine, openingLine } from './lines.ts';
import { createLog, type Log } from './log.ts';
import type { StepFacts } from './report.ts';
import type { InputName, Settings } from './settings.ts';

export interface Dependencies {
  readonly workflow: Workflow;
  readonly clock: Clock;
  readonly http: Http;
  /** A queue of its own, so that reading details never takes a slot from polls. */
  readonly httpForDetails: Http;
  /** Used only by deferred waits. */
  readonly github: GitHubAccess;
  /** From [0, 1). */
  readonly random: () => number;
  /** Where the job requests ID tokens; undefined if it may not. */
  readonly idTokens: IdTokenEndpoint | undefined;
  /** Why GitHub withheld the credential, as a clause; undefined if it did not. */
  readonly whyCredentialIsMissing: (input: InputName) => Promise<string | undefined>;
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
  /** For reading details, in parallel with the polls. */
  readonly clientForDetails: BinarlyClient;
  /** By image ID, in the order given; the latest of each. */
  readonly records: Map<string, ImageRecord>;
  readonly log: Log;
}

/** Logs what the step waits for and connects to the platform; makes no request yet. */
export function beginStep(settings: Settings, dependencies: Dependencies): Step {
  const { workflow, clock, http, httpForDetails, ignoredProxy } = dependencies;
  const { apiUrl, product, claimedProductId, imageIds } = settings;
  const log = createLog(settings, clock, workflow);
  log.info(openingLine(settings));
  if (settings.policy !== undefined) log.info(policyLine(settings.policy));
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

/** @param timeoutMs how long a token should last, in milliseconds. */
export function createCredential(
  { credential, timeoutMs }: Pick<Settings, 'credential' | 'timeoutMs'>,
  { workflow, clock, http }: Dependencies,
): Credential {
  const renewal = { http, clock, mask: workflow.mask };
  switch (credential.kind) {
    case 'client':
      return clientCredential(credential, renewal);
    case 'oidc':
      return idTokenCredential(credential, {
        ...renewal,
        issuer: idTokenIssuer(credential.endpoint, http),
      });
    case 'token': {
      const warning = expiryWarning(expiryOf(credential.token), clock.wallMs(), timeoutMs);
      if (warning !== undefined) workflow.warning(warning);
      return staticCredential(credential.token, clock);
    }
    /* v8 ignore next -- @preserve not reached: the compiler knows every case */
    default:
      return credential satisfies never;
  }
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

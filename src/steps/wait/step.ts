/**
 * A running step: its settings, its connection to the platform, and what it knows about each image.
 */
import { type AskApi, createApi } from '../../binarly/api.ts';
import type { ProductImages } from '../../binarly/resolve-product.ts';
import { beginRecord, type ImageRecord } from '../../model/image-record.ts';
import type { ServerClock } from '../../polling/server-clock.ts';
import { policyLine } from '../../report/findings-words.ts';
import { connect } from '../connect.ts';
import { noteProxy, type ProxyNotes } from '../notes.ts';
import type { Uses } from '../runtime.ts';
import { createLog, type Log } from './log.ts';
import { emptyLineWarning, openingLine } from './opening-lines.ts';
import type { StepSnapshot } from './report.ts';
import type { Settings } from './settings.ts';

export interface Step {
  readonly settings: Settings;
  /** By the dates in the platform's answers. */
  readonly clock: ServerClock;
  /** The product's images, for polls. */
  readonly images: ProductImages;
  /** For reading details, in parallel with the polls. */
  readonly askForDetails: AskApi;
  /** By image ID, in the order given; the latest of each. */
  readonly records: Map<string, ImageRecord>;
  readonly log: Log;
}

/** Logs what the step waits for and connects to the platform; makes no request yet. */
export function beginStep(
  settings: Settings,
  runtime: Uses<'workflow' | 'clock' | 'http' | 'httpForDetails' | ProxyNotes>,
): Step {
  const { workflow, httpForDetails } = runtime;
  const { apiUrl, claimedProductId, imageIds } = settings;
  const { clock, credential, images } = connect(settings, runtime, claimedProductId);
  const log = createLog(settings, clock, workflow);
  logStart(settings, log, runtime);
  return {
    settings,
    clock,
    images,
    askForDetails: createApi({ http: httpForDetails, apiUrl, credential }),
    records: new Map(imageIds.map((imageId) => [imageId, beginRecord(imageId)])),
    log,
  };
}

function logStart(settings: Settings, log: Log, runtime: Uses<'workflow' | ProxyNotes>): void {
  const { apiUrl, policy, baseline, imageIds, hasEmptyLine } = settings;
  log.info(openingLine(settings));
  if (hasEmptyLine) runtime.workflow.warning(emptyLineWarning(imageIds.length));
  if (policy !== undefined) log.info(policyLine(policy, baseline));
  noteProxy(apiUrl, log.info, runtime);
}

/** What the report needs to know about the step as a whole. */
export function snapshotOf({ settings, images, clock }: Step): StepSnapshot {
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

/**
 * Follows every image of a step to its end, side by side; one that fails does not end the wait for
 * the others.
 */
import pLimit from 'p-limit';
import { imageDetails } from '../../binarly/image-details.ts';
import { readDetails } from '../../binarly/read-details.ts';
import { newestScan, scanById } from '../../binarly/scans.ts';
import type { Baselines } from '../../findings/baseline.ts';
import type { Workflow } from '../../github/workflow.ts';
import type { ApiResult } from '../../model/api-result.ts';
import type { ImageDetails } from '../../model/image-details.ts';
import { end, type ImageRecord } from '../../model/image-record.ts';
import { STATUS_TABLE } from '../../model/statuses.ts';
import { heartbeat } from '../../polling/heartbeat.ts';
import { createStartGrace } from '../../polling/start-grace.ts';
import { reasonOfRefusal } from '../../report/error-words.ts';
import { describeAbsence, describeFailure } from '../../report/failure-words.ts';
import { describeThrown } from '../../report/sentence.ts';
import { followScan, type ScanPoll, type Update } from '../../scan/follow-scan.ts';
import { shellSafeText } from '../../util/shell-safe.ts';
import { expiryNote } from '../notes.ts';
import type { Uses } from '../runtime.ts';
import { baselineFirst } from './baselines.ts';
import { fetchReports, REPORTS_AT_ONCE } from './evidence/fetch-reports.ts';
import { judgeImage } from './judge-image.ts';
import { detailsLine } from './lines.ts';
import { recordsOf, type Step } from './step.ts';

/**
 * Keeps the records of the step up to date until every image has ended. Rejects only for a bug.
 * @param baselines undefined without `baseline-image`.
 */
export async function followImages(
  step: Step,
  baselines: Baselines | undefined,
  signal: AbortSignal,
  { random, workflow, download }: Uses<'random' | 'workflow' | 'download'>,
): Promise<void> {
  const { settings, log, records, clock } = step;
  const beganMs = clock.monotonicMs();
  const deadlineMs = beganMs + settings.timeoutMs;
  const done = new AbortController();
  const beating = heartbeat(
    { clock, signal: AbortSignal.any([signal, done.signal]) },
    log.lastLineMs,
    () => log.heartbeat(recordsOf(step)),
  );
  const noteExpiry = expiryNote(settings.credential, clock, deadlineMs, { workflow });
  function onUpdate(update: Update): void {
    noteExpiry();
    records.set(update.record.imageId, update.record);
    outputScanId(update, settings.imageIds[0], workflow);
    log.update(update);
  }
  const grace = createStartGrace(beganMs);
  const tools = { clock, random, signal, grace, onUpdate };
  const { policy } = settings;
  const gate = policy && { policy, images: step.images, baselines, deadlineMs };
  const queue = pLimit(REPORTS_AT_ONCE);
  const sources = { images: step.images, download, folder: workflow.folder, queue, deadlineMs };
  const poll = baselines === undefined ? scanPoll(step) : baselineFirst(baselines, scanPoll(step));
  await Promise.all(
    settings.imageIds.map(async (imageId) => {
      const followed = await followScan(imageId, poll, { ...settings, beganMs }, tools);
      const judged =
        gate === undefined ? followed : await judgeImage(followed, gate, settings, tools);
      const { record, ended } =
        settings.reports.length === 0
          ? judged
          : await fetchReports(judged, sources, settings, tools);
      const concluded = end({ ...record, baseline: baselines?.known(imageId) }, ended);
      records.set(imageId, concluded);
      log.ended(concluded);
      records.set(imageId, await withDetails(concluded, step, signal, { clock }));
    }),
  );
  done.abort();
  await beating;
}

/** Asks for the scan that was given or is already followed, else for the newest. */
function scanPoll({ settings, images }: Step): ScanPoll {
  const { scanId, createdAfter } = settings;
  return (imageId, followedId) =>
    images.asking(() => {
      const wantedId = scanId ?? followedId();
      return wantedId === undefined
        ? newestScan(imageId, createdAfter)
        : scanById(imageId, wantedId);
    });
}

/**
 * Writes the ID of the first image's scan at once, so that it is there however this step ends. The
 * report writes it again, and handles a failure then.
 */
function outputScanId(
  { record, changes }: Update,
  firstImageId: string | undefined,
  workflow: Workflow,
): void {
  const chosen = changes.find((change) => change.kind === 'chosen');
  if (chosen !== undefined && record.imageId === firstImageId)
    writeScanId(chosen.scan.id, workflow);
}

/** Writes the output `scan-id` by itself; a failure is only a line in the log. */
export function writeScanId(scanId: string, workflow: Workflow): void {
  try {
    workflow.output('scan-id', shellSafeText(scanId));
  } catch (error) {
    workflow.info(`Could not write the output scan-id (${describeThrown(error)}).`);
  }
}

async function withDetails(
  record: ImageRecord,
  step: Step,
  signal: AbortSignal,
  { clock }: Uses<'clock'>,
): Promise<ImageRecord> {
  const { imageId, ended } = record;
  const product = step.images.product();
  // SARIF names the image even if a report makes its verdict another one.
  const isAbout = record.judgement !== undefined || hasDetails(ended);
  if (product === undefined || !isAbout) return record;
  const request = imageDetails(imageId)(product.id);
  const result = await readDetails((call) => step.askForDetails(request, call), {
    clock,
    signal,
  });
  if (result?.kind === 'found') return { ...record, details: result.value };
  step.log.info(detailsLine(imageId, whyUnread(result, signal)));
  return record;
}

function hasDetails(ended: ImageRecord['ended']): boolean {
  return ended !== undefined && STATUS_TABLE[ended.status].hasDetails;
}

function whyUnread(
  result: Exclude<ApiResult<ImageDetails>, { kind: 'found' }> | undefined,
  { aborted }: AbortSignal,
): string {
  switch (result?.kind) {
    case undefined:
    case 'interrupted':
      return aborted ? 'interrupted' : 'timed out';
    case 'failed':
      return describeFailure(result);
    case 'absent':
      return describeAbsence(result.cause);
    case 'refused':
      return reasonOfRefusal(result).happened;
  }
}

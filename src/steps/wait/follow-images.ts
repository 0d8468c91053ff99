/**
 * Follows every image of a step to its verdict, side by side; one that fails does not end the wait
 * for the others.
 */

import { readDetails } from '../../binarly/read-details.ts';
import { createGate } from '../../findings/gate.ts';
import type { Workflow } from '../../github/workflow.ts';
import type { Answer } from '../../model/answer.ts';
import type { ImageDetails } from '../../model/image-details.ts';
import type { ImageRecord } from '../../model/image-record.ts';
import type { Status } from '../../model/verdict.ts';
import { heartbeat } from '../../polling/heartbeat.ts';
import { describeAbsence, describeFailure } from '../../report/failures.ts';
import { reasonOfRefusal } from '../../report/refusals.ts';
import { type AskForScan, createWait, type Update } from '../../scan/follow-scan.ts';
import { inertText } from '../../util/inert.ts';
import { detailsLine } from './lines.ts';
import { describeThrown } from './reasons.ts';
import { type Dependencies, recordsOf, type Step } from './step.ts';

/** How long after the deadline a poll, and then reading details, may take, in milliseconds. */
const LONGEST_AFTER_DEADLINE_MS = 20_000;

/**
 * Keeps the records of the step up to date until every image has a verdict. Rejects only for a bug.
 */
export async function followImages(
  step: Step,
  signal: AbortSignal,
  dependencies: Dependencies,
): Promise<void> {
  const { clock, random, workflow } = dependencies;
  const { settings, log, records } = step;
  const done = new AbortController();
  const beating = heartbeat(
    {
      clock,
      signal: AbortSignal.any([signal, done.signal]),
      untilMs: clock.monotonicMs() + settings.timeoutMs + LONGEST_AFTER_DEADLINE_MS,
    },
    log.lastLineMs,
    () => log.heartbeat(recordsOf(step)),
  );
  function onUpdate(update: Update): void {
    records.set(update.record.imageId, update.record);
    outputScanId(update, settings.imageIds[0], workflow);
    log.update(update);
  }
  const deadlineMs = clock.monotonicMs() + settings.timeoutMs;
  const gate = createGate(settings.policy, {
    images: step.images,
    budgets: { ...settings, deadlineMs },
    dependencies: { clock, random, signal },
    onUpdate,
  });
  const waitForImage = createWait(settings, {
    askForScan: gate.baselineFirst(scanQuestion(step)),
    clock,
    random,
    signal,
    onUpdate: (update) => onUpdate({ ...update, record: gate.beforeJudging(update.record) }),
  });
  await Promise.all(
    settings.imageIds.map(async (imageId) => {
      const record = await gate.judge(await waitForImage(imageId));
      records.set(imageId, await withDetails(record, step, { ...dependencies, signal }));
    }),
  );
  done.abort();
  await beating;
}

/** Asks for the scan that was given or is already followed, else for the newest. */
function scanQuestion({ settings, images }: Step): AskForScan {
  const { scanId, createdAfter } = settings;
  return (imageId, followedId, limits) =>
    images.ask((of) => {
      const wantedId = scanId ?? followedId;
      return wantedId === undefined
        ? of.newestScan(imageId, createdAfter, limits)
        : of.scan(imageId, wantedId, limits);
    }, limits);
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
    workflow.output('scan-id', inertText(scanId));
  } catch (error) {
    workflow.info(`Could not write the output scan-id (${describeThrown(error)}).`);
  }
}

/** The verdicts about an image that is there. */
const WITH_DETAILS: readonly Status[] = [
  'completed',
  'failed',
  'cancelled',
  'findings',
  'timed-out',
];

async function withDetails(
  record: ImageRecord,
  step: Step,
  options: Dependencies & { readonly signal: AbortSignal },
): Promise<ImageRecord> {
  const { imageId, verdict } = record;
  const product = step.images.product();
  if (product === undefined || verdict === undefined || !WITH_DETAILS.includes(verdict.status))
    return record;
  const images = step.clientForDetails.imagesOf(product.id);
  const answer = await readDetails((limits) => images.details(imageId, limits), options);
  if (answer?.kind === 'found') return { ...record, details: answer.value };
  step.log.info(detailsLine(imageId, whyUnread(answer, options.signal)));
  return record;
}

function whyUnread(
  answer: Exclude<Answer<ImageDetails>, { kind: 'found' }> | undefined,
  { aborted }: AbortSignal,
): string {
  switch (answer?.kind) {
    case undefined:
    case 'interrupted':
      return aborted ? 'interrupted' : 'timed out';
    case 'failed':
      return describeFailure(answer);
    case 'absent':
      return describeAbsence(answer.cause);
    case 'refused':
      return reasonOfRefusal(answer).happened;
    /* v8 ignore next -- @preserve not reached: the compiler knows every case */
    default:
      return answer satisfies never;
  }
}

/** Decides whether a pending status can be finished, in which words, and writes the final one. */

import type { StatusContext } from '../../github/statuses.ts';
import { continueWait, reportSharing } from '../../handover/protocol.ts';
import { type WriteOptions, writeStatus } from '../../handover/write-status.ts';
import { type ContextStatus, givenAs, type NewStatus } from '../../model/commit-status.ts';
import type { DeferredWait } from '../../model/deferred-wait.ts';
import { countBySeverity } from '../../model/policy.ts';
import { classifyState } from '../../model/scan.ts';
import { countsOf, endedGreen, endedRed, STATUS_TABLE } from '../../model/statuses.ts';
import { SHARED_DESCRIPTION } from '../../report/commit-status.ts';
import { reasonOfRefusal } from '../../report/error-words.ts';
import { blockingCount, describeCounts, isCompared } from '../../report/findings-words.ts';
import { formatUtc, printable } from '../../util/text.ts';
import type { PolledImage, SettlementOutcome } from './settlement.ts';

/** A pending status as REST lists it. */
export interface PendingInList {
  readonly status: ContextStatus;
  /** All statuses of the context, newest first. */
  readonly statuses: readonly ContextStatus[];
  /** When they were listed, a monotonic instant in milliseconds. */
  readonly listedMs: number;
  /** When `settle-within` ended, in milliseconds since the epoch; undefined if it has not. */
  readonly endedMs: number | undefined;
}

export interface ConcludeOptions extends WriteOptions {
  /** The login that this action writes as. */
  readonly login: string;
  /** The page of this run, which final statuses link to. */
  readonly pageUrl: string;
}

/** How long a list is as good as one just before the write, in milliseconds. */
const FRESH_MS = 5_000;

/** Finishes a status, or leaves it pending. */
export async function conclude(
  wait: DeferredWait,
  images: readonly PolledImage[],
  { status: { id }, statuses, listedMs, endedMs }: PendingInList,
  target: StatusContext,
  options: ConcludeOptions,
): Promise<SettlementOutcome> {
  const decision = decide(wait, images, endedMs);
  if (decision === undefined) return { kind: 'pending' };
  const final = { ...decision, page: options.pageUrl, wait };
  const isFresh = options.clock.monotonicMs() - listedMs <= FRESH_MS;
  const writing = continueWait(final, (it) => it.id === id, isFresh ? statuses : undefined);
  const written = await writeStatus(writing, target, options.login, options);
  if (!written.ok) {
    const { problem, added } = written;
    return added === undefined
      ? { kind: 'unwritten', problem }
      : { kind: 'unseen', problem, ...finalOf(final) };
  }
  const { outcome } = written;
  switch (outcome.type) {
    case 'written':
      return settledBy(final);
    case 'superseded':
    case 'overridden':
    case 'finished':
      return { kind: 'left-alone', why: outcome };
    case 'unlisted':
    case 'contended':
      return { kind: outcome.type };
    case 'shared': {
      const shared = { ...final, state: 'error', description: SHARED_DESCRIPTION } as const;
      const reported = await writeStatus(reportSharing(shared), target, options.login, options);
      return reported.ok ? settledBy(shared) : { kind: 'unwritten', problem: reported.problem };
    }
  }
}

function settledBy(status: NewStatus): SettlementOutcome {
  return { kind: 'settled', ...finalOf(status) };
}

function finalOf(status: NewStatus) {
  const { state, description } = givenAs(status);
  return { state, description };
}

/**
 * Decides as soon as one image is red or all are green. If a scan is running, missing, or in an
 * undocumented state, the status stays as it is until `settle-within` ends. The first sweep that finds
 * it after that ends it, whatever is known.
 * @param endedMs when that was, in milliseconds since the epoch; undefined if it has not ended.
 * @returns undefined: leave the status pending.
 */
export function decide(
  wait: DeferredWait,
  images: readonly PolledImage[],
  endedMs: number | undefined,
): Pick<NewStatus, 'state' | 'description'> | undefined {
  const ends = images.map(({ record }) => record.ended);
  if (ends.some(endedRed)) return { state: 'failure', description: describeRed(images) };
  if (ends.length > 0 && ends.every(endedGreen))
    return { state: 'success', description: describeVerdicts(images) };
  const statuses = ends.flatMap((ended) => ended?.status ?? []);
  if (endedMs === undefined || statuses.includes('interrupted')) return undefined;
  const isTrouble = statuses.some((status) => STATUS_TABLE[status].commitState === 'error');
  const description = describeOverdue(wait, images, endedMs);
  return { state: isTrouble ? 'error' : 'failure', description };
}

/** Findings that block are counted: `2 new findings block: 1 critical, 1 high`. */
function describeRed(images: readonly PolledImage[]): string {
  const red = images.map(({ record }) => record.ended).filter(endedRed);
  const broken = red.flatMap((ended) => (ended?.status === 'findings' ? ended : []));
  if (broken.length < red.length) return describeVerdicts(images);
  const blocking = broken.flatMap(({ judgement }) => judgement.blocking);
  const isNewOnly = broken.every(({ policy }) => isCompared(policy));
  const where = images.length === 1 ? '' : ` in ${red.length} of ${images.length} images`;
  const counts = describeCounts(countBySeverity(blocking), 'unknown');
  return `${blockingCount(blocking.length, isNewOnly)}${where}: ${counts}`;
}

/** At the end of `settle-within`: what was last known. @param endedMs since the epoch. */
function describeOverdue(
  wait: DeferredWait,
  images: readonly PolledImage[],
  endedMs: number,
): string {
  return `settle-within ended at ${formatUtc(endedMs)}${lastKnown(wait, images)}`;
}

function lastKnown({ isHandedOver }: DeferredWait, images: readonly PolledImage[]): string {
  if (!isHandedOver) return '; the step ended without a verdict';
  const [trouble] = images.flatMap((image) => troubleWith(image) ?? []);
  if (trouble !== undefined) return `; ${trouble}`;
  return `: ${describeImages(images, ', ')}`;
}

/** Why there is no verdict, as a clause; undefined if there is one, or if it is too early. */
function troubleWith({ record: { ended } }: PolledImage): string | undefined {
  if (ended?.status === 'error') return reasonOfRefusal(ended.refused).happened;
  if (ended?.status !== 'unavailable') return undefined;
  if (ended.baseline) return 'the baseline could not be found';
  return ended.findings === undefined
    ? 'no usable answer from Binarly'
    : 'the findings could not be read';
}

/** The verdicts on images, and what is known of scans without one. */
export function describeImages(images: readonly PolledImage[], separator = '; '): string {
  const notes = new Set(images.flatMap((image) => noteOn(image) ?? []));
  return [describeVerdicts(images), ...notes].join(separator);
}

/** For example `1 failed, 2 pending`. */
function describeVerdicts(images: readonly PolledImage[]): string {
  return countsOf(images.map(verdictName));
}

/** The verdict on an image; `pending` without one. */
export function verdictName({ record: { ended } }: PolledImage): string {
  return ended?.status ?? 'pending';
}

/** What is known of a scan without a verdict, as a clause; undefined if nothing is. */
function noteOn({ record, isBaselineUnfinished }: PolledImage): string | undefined {
  const { ended, absent, lastState } = record;
  if (isBaselineUnfinished) return 'its baseline is being scanned again';
  if (ended !== undefined) return undefined;
  if (absent !== undefined) return 'its scan is gone';
  if (lastState === undefined) return undefined;
  const state = printable(lastState, 40);
  return classifyState(lastState) === 'undocumented'
    ? `its state ${state} is not documented`
    : `its last state is ${state}`;
}

/** The words of the log: one line when the wait begins, one for each change, a heartbeat, one at the end; polls only in debug. */
import type { Answer } from '../binarly/answer.ts';
import { meaningOf, type Scan } from '../binarly/scan.ts';
import type { Settings } from '../inputs.ts';
import { formatDuration } from '../util/duration.ts';
import { formatUtc, printable } from '../util/text.ts';
import type { WaitEvent } from '../wait/event.ts';
import type { Progress } from '../wait/progress.ts';
import { AUTO_LONGEST_MS, AUTO_SHORTEST_MS } from '../wait/schedule.ts';
import { scanName } from './reason.ts';
import { countsOf, type Report } from './report.ts';
import { finishedBeforeNote } from './summary.ts';

export type Line = { readonly level: 'info' | 'debug' | 'warning'; readonly text: string };

/** What is waited for, how long, how often. */
export function openingLine(settings: Settings): string {
  const { scanId, imageIds, product, createdAfter, timeoutMs, pollInterval } = settings;
  const scan = scanId === undefined ? 'the newest scan' : `scan ${printable(scanId)}`;
  const after = createdAfter === undefined ? '' : ` created at or after ${createdAfter.text}`;
  const often =
    pollInterval.kind === 'fixed'
      ? `every ${exactly(pollInterval.ms)}`
      : `every ${AUTO_SHORTEST_MS / 1000} to ${AUTO_LONGEST_MS / 1000} s`;
  const long =
    timeoutMs === 0 ? 'Asking once' : `Waiting up to ${exactly(timeoutMs)}, asking ${often},`;
  const [first = '', ...others] = imageIds;
  const of =
    others.length === 0 ? `image ${printable(first)}` : `each of ${imageIds.length} images`;
  return `${long} for ${scan}${after} of ${of} in product ${printable(product)}.`;
}

/**
 * What to say at the start of a token that will not last.
 * @param endMs when it ends, in milliseconds since the epoch; undefined if nobody knows.
 */
export function expiryWarning(
  endMs: number | undefined,
  nowMs: number,
  timeoutMs: number,
): string | undefined {
  if (endMs === undefined || endMs >= nowMs + timeoutMs) return undefined;
  const when =
    endMs <= nowMs
      ? `expired at ${formatUtc(endMs)}`
      : `expires at ${formatUtc(endMs)}, before \`timeout\` is over`;
  return `\`token\` ${when}: give \`client-id\` and \`client-secret\` instead, with which this action renews its tokens.`;
}

/** What changed, as a clause for a line or a list. */
export function clauseOf(
  event: Exclude<WaitEvent, { kind: 'polled' }>,
  { appearanceTimeoutMs }: Pick<Settings, 'appearanceTimeoutMs'>,
): string {
  switch (event.kind) {
    case 'chosen': {
      const created =
        event.scan.createTime === undefined ? '' : `, created ${event.scan.createTime.text}`;
      return `following scan ${printable(event.scan.id)}${created}`;
    }
    case 'state':
      return `scan ${printable(event.scan.id)} is ${printable(event.now)}`;
    case 'undocumented':
      return `scan ${printable(event.scan.id)} is in the state "${printable(event.now)}", which Binarly does not document`;
    case 'absent':
      return `no scan yet (${event.detail}); \`appearance-timeout\` is ${exactly(appearanceTimeoutMs)}`;
    case 'outage':
      return `nothing learned from the last polls (${event.detail}); asking on`;
    case 'recovered':
      return `polls learn again; nothing was learned for ${formatDuration(event.outageMs)}`;
    /* v8 ignore next -- @preserve not reached: the compiler knows every case */
    default:
      return event satisfies never;
  }
}

/** @param subject whom it is about, as the clause's beginning; may be empty. */
export function undocumentedWarning(subject: string, clause: string): string {
  const text = `${subject}${clause}: this step waits on; look for a newer version of this action if that state means an end.`;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** The last lines: the verdict, and why where no annotation follows that says so. */
export function closingLines({ status, images, waitedSeconds, reason }: Report): readonly string[] {
  const [first, ...others] = images;
  const verdict = `Verdict after ${formatDuration(waitedSeconds * 1000)}: ${status}`;
  const why = status === 'interrupted' ? ` ${reason}` : '';
  // The reason over several begins with the counts.
  if (first === undefined || others.length > 0)
    return [why === '' ? `${verdict} (${countsOf(images)}).` : `${verdict}.${why}`];
  const { scanId, finishedAt } = first.output;
  const of = scanId === '' || why !== '' ? why : ` Scan ${printable(scanId)}.`;
  return [...(first.finishedBefore ? [finishedBeforeNote(finishedAt)] : []), `${verdict}.${of}`];
}

/** As it was set: to the millisecond, where `formatDuration` rounds down to seconds. */
export function exactly(ms: number): string {
  return ms % 1000 === 0 ? formatDuration(ms) : `${ms / 1000} s`;
}

/** Where a wait for one image stands. */
export function standingOfOne(progress: Progress, scanId: string | undefined): string {
  const { stateText, trouble } = progress;
  const scan = scanName(progress, { scanId });
  const state =
    progress.scan === undefined
      ? `${scan} was not seen yet`
      : `${scan} is ${printable(stateText ?? 'without a state')}`;
  return trouble === undefined
    ? state
    : `${state}, nothing learned from the last poll (${trouble.detail})`;
}

/** How many states a line names. */
const MOST_STATES = 6;

/** Where the waits for several images stand that have not ended. @param total how many there were at first. */
export function standingOfMany(
  waiting: readonly { readonly progress: Progress }[],
  total: number,
): string {
  const counts = new Map<string, number>();
  for (const { progress } of waiting) {
    const state =
      progress.scan === undefined
        ? 'without a scan'
        : printable(progress.stateText ?? 'without a state', 40);
    counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  const states = [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(([state, count]) => `${count} ${state}`);
  const named = states.length > MOST_STATES ? [...states.slice(0, MOST_STATES), 'others'] : states;
  const troubled = waiting.filter(({ progress }) => progress.trouble !== undefined).length;
  const trouble = troubled === 0 ? '' : `; nothing learned from the last poll of ${troubled}`;
  return `${waiting.length} of ${total} images are left: ${named.join(', ')}${trouble}`;
}

/** What a poll came back with. */
export function answerText(answer: Answer<Scan>): string {
  switch (answer.kind) {
    case 'found':
      return `scan ${printable(answer.value.id)}, ${printable(answer.value.state?.type ?? 'no state')} (${meaningOf(answer.value.state?.type)})`;
    case 'absent':
    case 'trouble':
    case 'refusal':
      return `${answer.kind}, ${answer.detail}`;
    case 'interrupted':
      return answer.kind;
    /* v8 ignore next -- @preserve not reached: the compiler knows every case */
    default:
      return answer satisfies never;
  }
}

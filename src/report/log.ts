/** The lines of the log: one when the wait begins, one for each change, a heartbeat, one at the end; polls only in debug. */
import type { Answer } from '../binarly/answer.ts';
import { meaningOf, type Scan } from '../binarly/scan.ts';
import { formatDuration } from '../duration.ts';
import { formatUtc, printable } from '../text.ts';
import type { WaitEvent } from '../wait/event.ts';
import type { Wait } from '../wait/image.ts';
import { AUTO_LONGEST_MS, AUTO_SHORTEST_MS } from '../wait/schedule.ts';
import { scanName } from './reason.ts';
import type { Report } from './report.ts';
import { finishedBeforeNote } from './summary.ts';

export type Line = { readonly level: 'info' | 'debug' | 'warning'; readonly text: string };

/** What is waited for, how long, how often. */
export function openingLine(wait: Wait): string {
  const { scanId, imageId, productId, createdAfter, timeoutMs, pollInterval } = wait;
  const scan = scanId === undefined ? 'the newest scan' : `scan ${printable(scanId)}`;
  const after = createdAfter === undefined ? '' : ` created at or after ${createdAfter.text}`;
  const often =
    pollInterval.kind === 'fixed'
      ? `every ${exactly(pollInterval.ms)}`
      : `every ${AUTO_SHORTEST_MS / 1000} to ${AUTO_LONGEST_MS / 1000} s`;
  const long = timeoutMs === 0 ? 'Asking once' : `Waiting up to ${exactly(timeoutMs)}, asking ${often},`;
  return `${long} for ${scan}${after} of image ${printable(imageId)} in product ${printable(productId)}.`;
}

/**
 * What to say at the start of a token that will not last.
 * @param endMs when it ends, in milliseconds since the epoch; undefined if nobody knows.
 */
export function expiryWarning(endMs: number | undefined, nowMs: number, timeoutMs: number): string | undefined {
  if (endMs === undefined || endMs >= nowMs + timeoutMs) return undefined;
  const when = endMs <= nowMs ? `expired at ${formatUtc(endMs)}` : `expires at ${formatUtc(endMs)}, before \`timeout\` is over`;
  return `\`token\` ${when}: give \`client-id\` and \`client-secret\` instead, with which this action renews its tokens.`;
}

export function lineOf(event: WaitEvent, wait: Wait): Line {
  const after = `After ${formatDuration(event.waitedMs)}`;
  switch (event.kind) {
    case 'polled':
      return { level: 'debug', text: `${after}: poll ${event.progress.polls}: ${answerText(event.answer)}` };
    case 'chosen': {
      const created = event.scan.createTime === undefined ? '' : `, created ${event.scan.createTime.text}`;
      return info(`Following scan ${printable(event.scan.id)}${created}.`);
    }
    case 'state':
      return info(`${after}: scan ${printable(event.scan.id)} is ${printable(event.now)}.`);
    case 'undocumented':
      return {
        level: event.first ? 'warning' : 'info',
        text:
          `Scan ${printable(event.scan.id)} is in the state "${printable(event.state)}", which Binarly does not document: ` +
          'this step waits on; look for a newer version of this action if that state means an end.',
      };
    case 'absent':
      return info(`${after}: no scan yet (${event.detail}); \`appearance-timeout\` is ${exactly(wait.appearanceTimeoutMs)}.`);
    case 'outage':
      return info(`${after}: nothing learned from the last polls (${event.detail}); asking on.`);
    case 'recovered':
      return info(`${after}: polls learn again; nothing was learned for ${formatDuration(event.outageMs)}.`);
    case 'heartbeat':
      return info(`${after} of ${exactly(wait.timeoutMs)}: still waiting; ${standing(event, wait)}.`);
    /* v8 ignore next -- @preserve not reached: the compiler knows every case */
    default:
      return event satisfies never;
  }
}

/** The last lines: the verdict, and why where no annotation follows that says so. */
export function closingLines({ status, images, waitedSeconds, reason, finishedBefore }: Report): readonly string[] {
  const scanId = images[0]?.scanId ?? '';
  const of = scanId === '' ? '' : ` Scan ${printable(scanId)}.`;
  const lines = finishedBefore === undefined ? [] : [finishedBeforeNote(finishedBefore)];
  return [
    ...lines,
    `Verdict after ${formatDuration(waitedSeconds * 1000)}: ${status}.${status === 'interrupted' ? ` ${reason}` : of}`,
  ];
}

/** As it was set: to the millisecond, where `formatDuration` rounds down to seconds. */
function exactly(ms: number): string {
  return ms % 1000 === 0 ? formatDuration(ms) : `${ms / 1000} s`;
}

function info(text: string): Line {
  return { level: 'info', text };
}

function standing({ progress }: WaitEvent, wait: Wait): string {
  const { stateText, trouble } = progress;
  const scan = scanName(progress, wait);
  const state =
    progress.scan === undefined ? `${scan} was not seen yet` : `${scan} is ${printable(stateText ?? 'without a state')}`;
  return trouble === undefined ? state : `${state}, nothing learned from the last poll (${trouble.detail})`;
}

function answerText(answer: Answer<Scan>): string {
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

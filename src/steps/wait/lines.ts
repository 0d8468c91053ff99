/**
 * The words of the log after its start: one line for each change, a heartbeat, one at the end;
 * polls in debug only.
 */
import type { ApiResult, Failed, Interrupted, Refused } from '../../model/api-result.ts';
import type { ImageRecord } from '../../model/image-record.ts';
import { classifyState, finishedAt, type Scan } from '../../model/scan.ts';
import { countsOf } from '../../model/statuses.ts';
import type { Change } from '../../model/timeline.ts';
import { reasonOfRefusal } from '../../report/error-words.ts';
import { describeAbsence, describeFailure } from '../../report/failure-words.ts';
import { describeJudgement } from '../../report/findings-words.ts';
import { formatDuration, formatExact } from '../../util/duration.ts';
import { parseInstant } from '../../util/instant.ts';
import { capitalize, countable, formatUtc, printable } from '../../util/text.ts';
import { type Report, waitedMsOf } from './report.ts';
import type { Settings } from './settings.ts';
import { scanName } from './verdict-words.ts';

/** A change, as a clause for a line or a list. */
export function describeChange(change: Change, settings: Settings): string {
  switch (change.kind) {
    case 'chosen': {
      const { createTime, id } = change.scan;
      const created = createTime === undefined ? '' : `, created ${createTime.text}`;
      return `following scan ${printable(id)}${created}`;
    }
    case 'state':
      return `scan ${printable(change.scan.id)} is ${printable(change.state)}`;
    case 'undocumented':
      return (
        `scan ${printable(change.scan.id)} is in the state "${printable(change.state)}", ` +
        'which Binarly does not document'
      );
    case 'absent':
      return (
        `no scan yet (${describeAbsence(change.cause)}); ` +
        `\`appearance-timeout\` is ${formatExact(settings.appearanceTimeoutMs)}`
      );
    case 'outage':
      return `the last 2 polls failed (${describeFailure(change.failure)}); still trying`;
    case 'recovered':
      return `polling works again after ${formatDuration(change.outageMs)} without a usable answer`;
    case 'unread':
      return (
        (change.what === 'findings' ? 'reading the findings' : 'looking for the baseline') +
        ` failed twice (${describeFailure(change.failure)}); still trying`
      );
    case 'judged':
      return describeJudgement(change.judgement, change.policy) + afterReads(change.pairs);
    case 'unfetched':
      return (
        `fetching the report ${change.report} failed twice ` +
        `(${describeFailure(change.failure)}); still trying`
      );
    case 'fetched':
      return `fetched ${change.count} of ${change.of} ${countable(change.of, 'report')}`;
    case 'report-missing':
      return `could not fetch the report ${change.report} (${whyMissing(change.why)})`;
  }
}

function whyMissing(why: Failed | Refused | Interrupted): string {
  switch (why.kind) {
    case 'failed':
      return describeFailure(why);
    case 'refused':
      return reasonOfRefusal(why).happened;
    case 'interrupted':
      return 'interrupted';
  }
}

/** Says only what is unusual: a pass takes one pair of reads, and a failure a single read. */
function afterReads(pairs: number): string {
  return pairs > 1 ? `; it took ${pairs} pairs of reads` : '';
}

/** @param clause the change, with the image it is about if there are several. */
export function undocumentedWarning(clause: string): string {
  return (
    `${capitalize(clause)}: still waiting; ` +
    'if this state is final, check for a newer version of this action.'
  );
}

/** The last lines: the verdict, and the reason unless an annotation follows with it. */
export function closingLines(report: Report): readonly string[] {
  const { status, images, reason } = report;
  const [first, ...others] = images;
  const verdict = `Result after ${formatDuration(waitedMsOf(report))}: ${status}`;
  const why = status === 'interrupted' ? ` ${reason}` : '';
  if (first === undefined || others.length > 0)
    // With several images, the reason begins with the counts.
    return [
      why === ''
        ? `${verdict} (${countsOf(images.map(({ status }) => status))}).`
        : `${verdict}.${why}`,
    ];
  const { finishedBefore, scan } = first.record;
  const ofScan = scan === undefined || why !== '' ? '' : ` (scan ${printable(scan.id)})`;
  const note = finishedBefore ? [finishedBeforeNote(first.record)] : [];
  return [...note, `${verdict}${ofScan}.${why}`];
}

/** For the log and the summary. */
export function finishedBeforeNote({ scan }: ImageRecord): string {
  const time = parseInstant(finishedAt(scan));
  const at = time === undefined ? '' : ` at ${formatUtc(time.ms)},`;
  return `This scan finished${at} before this step began.`;
}

/** @param why what went wrong, as a clause. */
export function detailsLine(imageId: string, why: string): string {
  const image = `image ${printable(imageId)}`;
  return `Could not read the details of ${image} (${why}). This does not change the result.`;
}

/** How far the wait for one image has come. */
export function progressOfOne(record: ImageRecord, scanId: string | undefined): string {
  const { outage, lastState, reading, reports } = record;
  const scan = scanName(record, { scanId });
  const state = lastState === undefined ? 'has no state yet' : `is ${printable(lastState)}`;
  const seen = record.scan === undefined ? `${scan} has not been seen yet` : `${scan} ${state}`;
  const busy = reading === undefined ? reportsOf(reports) : readingOf(reading);
  const progress = busy ?? seen;
  return outage === undefined
    ? progress
    : `${progress}, and the last poll failed (${describeFailure(outage.failure)})`;
}

/** For example `reading findings: 2,300 of 10,000`. */
function readingOf({ read, total }: NonNullable<ImageRecord['reading']>): string {
  const [some, all] = [read, total].map((count) => count.toLocaleString('en-US'));
  return `reading findings: ${some} of ${all}`;
}

/** For example `fetching reports: 2 of 3`. */
function reportsOf(reports: ImageRecord['reports']): string | undefined {
  return reports && `fetching reports: ${reports.fetched} of ${reports.of}`;
}

/** How many states a line names. */
const MOST_STATES = 6;

/**
 * How far the unfinished waits for several images have come.
 * @param total how many images there are in all.
 */
export function progressOfMany(waiting: readonly ImageRecord[], total: number): string {
  const groups = Map.groupBy(
    waiting,
    ({ scan, reading, reports, lastState = 'without a state' }) => {
      if (reading !== undefined) return 'with findings being read';
      if (reports !== undefined) return 'with reports being fetched';
      return scan === undefined ? 'without a scan' : printable(lastState, 40);
    },
  );
  const states = [...groups]
    .sort(([, one], [, other]) => other.length - one.length)
    .map(([state, members]) => `${members.length} ${state}`);
  const named = states.length > MOST_STATES ? [...states.slice(0, MOST_STATES), 'others'] : states;
  const failing = waiting.filter(({ outage }) => outage !== undefined).length;
  const trouble = failing === 0 ? '' : `; the last poll failed for ${failing}`;
  return `waiting for ${waiting.length} of ${total} images: ${named.join(', ')}${trouble}`;
}

/** What a poll came back with, for the debug log. */
export function describeResult(result: ApiResult<Scan>): string {
  switch (result.kind) {
    case 'found': {
      const { id, state } = result.value;
      const type = printable(state?.type ?? 'no state');
      return `scan ${printable(id)}, ${type} (${classifyState(state?.type)})`;
    }
    case 'absent':
      return `no scan, ${describeAbsence(result.cause)}`;
    case 'failed':
      return `failed, ${describeFailure(result)}`;
    case 'refused':
      return `refused, ${reasonOfRefusal(result).happened}`;
    case 'interrupted':
      return 'interrupted';
  }
}

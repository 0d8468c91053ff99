/**
 * The one sentence for each end of a wait: what happened and what to do. The annotation, the
 * summary and `reason` all show it.
 */

import type { ImageRecord } from '../../model/image-record.ts';
import type { Outage } from '../../model/outage.ts';
import { classifyState } from '../../model/scan.ts';
import type { Verdict } from '../../model/verdict.ts';
import { reasonOfRefusal } from '../../report/error-words.ts';
import { describeAbsence, describeCause, describeFailure } from '../../report/failure-words.ts';
import { adviceOnUnread, describeBlocking } from '../../report/findings-words.ts';
import { adviceOnGitHub } from '../../report/github-problems.ts';
import { because, type Reason } from '../../report/sentence.ts';
import { formatDuration, formatExact } from '../../util/duration.ts';
import { formatUtc, printable } from '../../util/text.ts';
import type { Settings } from './settings.ts';

/** A completed scan needs no words. */
type RedVerdict = Exclude<Verdict, { readonly status: 'completed' }>;

export function reasonOf(verdict: RedVerdict, record: ImageRecord, settings: Settings): Reason {
  const { outage } = record;
  const scan = scanName(record, settings);
  switch (verdict.status) {
    case 'failed':
      return because(
        `${scan} failed on the platform`,
        'find out why in the Binarly dashboard, then start a new scan',
      );
    case 'cancelled':
      return because(
        `${scan} was cancelled on the platform`,
        'start a new scan, unless this was intended',
      );
    case 'timed-out':
      return because(
        `${scan} ${stateAtDeadline(record, settings)} ${atDeadline(settings)}${lastPoll(outage)}`,
        adviceAtDeadline(record, settings),
      );
    case 'deferred':
      return because(
        verdict.isUnread
          ? `the findings of ${scan} could not be read in time`
          : `${scan} ${stateAtDeadline(record, settings)} ${atDeadline(settings)}${lastPoll(outage)}`,
        `the commit status ${printable(verdict.context)} stays pending until the settle action ` +
          'finishes it',
      );
    case 'no-scan':
      return reasonWithoutScan(record, settings);
    case 'unavailable':
      return reasonOfOutage(verdict, scan);
    case 'findings':
      return {
        happened: describeBlocking(verdict.judgement, verdict.policy),
        advice:
          `fix or triage ${verdict.judgement.blocking.length === 1 ? 'it' : 'them'} in the Binarly ` +
          'dashboard, or change the policy',
      };
    case 'interrupted':
      if (classifyState(record.lastKnownState) === 'completed')
        return because(
          `the step was interrupted before the ${whatWasLeft(record, scan)}`,
          'run the job again',
        );
      return record.scan === undefined
        ? because('the step was interrupted before a scan was seen', 'run the job again')
        : because(
            `the step was interrupted, and ${scan} continues on the platform`,
            settings.imageIds.length > 1
              ? 'run the job again to wait for it'
              : 'to wait for it later, set `scan` to its ID',
          );
    case 'error':
      return reasonOfRefusal(verdict.refused);
  }
}

/** What is left to do after the scan has completed. */
function whatWasLeft({ reports }: ImageRecord, scan: string): string {
  return reports === undefined
    ? `findings of ${scan} were judged`
    : `reports of ${scan} were fetched`;
}

/** The scan's name in a sentence. */
export function scanName({ scan }: ImageRecord, { scanId }: Pick<Settings, 'scanId'>): string {
  const id = scan?.id ?? scanId;
  return id === undefined ? 'the scan' : `scan ${printable(id)}`;
}

function stateAtDeadline({ lastKnownState: state }: ImageRecord, { timeoutMs }: Settings): string {
  if (state === undefined) return 'had no known state';
  switch (classifyState(state)) {
    case 'undocumented':
      return `was in the undocumented state "${printable(state)}"`;
    case 'pending':
      return `was ${timeoutMs === 0 ? '' : 'still '}${printable(state)}`;
    default:
      return 'had no known state';
  }
}

function atDeadline({ timeoutMs }: Settings): string {
  return timeoutMs === 0
    ? 'at the only poll (`timeout` is 0s)'
    : `after ${formatExact(timeoutMs)} (\`timeout\`)`;
}

function adviceAtDeadline({ lastKnownState }: ImageRecord, { onTimeout }: Settings): string {
  if (classifyState(lastKnownState) === 'undocumented')
    return 'look at the scan in the Binarly dashboard, and check for a newer version of this action';
  const raise = 'raise `timeout` and the `timeout-minutes` of the job';
  return onTimeout === 'defer' ? raise : `${raise}, or use \`on-timeout: defer\``;
}

function reasonWithoutScan(record: ImageRecord, settings: Settings): Reason {
  const { absent, outage, imageId } = record;
  const { scanId, createdAfter } = settings;
  const image = `image ${printable(imageId)}`;
  const said = absent === undefined ? '' : ` (${describeAbsence(absent.cause)})`;
  const what =
    scanId === undefined
      ? `no scan of ${image} was found`
      : `scan ${printable(scanId)} of ${image} was not found`;
  const happened = `${what}${said}${lastPoll(outage)}`;
  if (scanId !== undefined)
    return because(happened, 'check that `scan`, `image` and `product` belong together');
  const platformMs = absent?.dateMs;
  if (createdAfter !== undefined && platformMs !== undefined && createdAfter.ms > platformMs)
    return because(
      happened,
      `\`created-after\` is in the future by the clock of the platform (${formatUtc(platformMs)}), ` +
        'so check the clock of the machine that it comes from',
    );
  if (createdAfter !== undefined)
    return because(
      happened,
      'check that a scan was started after `created-after`, ' +
        'and that `product` and `image` are right',
    );
  return because(
    happened,
    'check that the upload succeeded and started a scan, and that `product` and `image` are right',
  );
}

const WHEN_BACK = 'run the job again when the API is back, or raise `max-outage` or `timeout`';

function reasonOfOutage(
  {
    failure,
    forMs,
    reachedApi,
    findings,
    baseline,
    report,
  }: Verdict & { readonly status: 'unavailable' },
  scan: string,
): Reason {
  const lasted = forMs < 1000 ? '' : ` for ${formatDuration(forMs)}`;
  const last = ` (last: ${describeCause(failure.cause, failure.endpoint)})`;
  if (failure.endpoint === 'token')
    return because(
      `the token endpoint at \`token-url\` returned no token${lasted}${last}`,
      'check `token-url`, and that the runner can connect to it, or run the job again later',
    );
  if (failure.endpoint === 'id-token')
    return because(
      `GitHub issued no ID token${lasted}${last}`,
      'check that the runner can connect to GitHub, or run the job again later',
    );
  if (baseline)
    return because(
      `could not find what to compare the image with${lasted}${last}`,
      failure.cause.type === 'github' ? adviceOnGitHub(failure.cause.problem) : WHEN_BACK,
    );
  if (!reachedApi)
    return because(
      `the API has not answered${lasted}${last}`,
      'check `api-url`, and that the runner can connect to it',
    );
  if (report !== undefined)
    return because(
      `the report ${report} of ${scan} could not be fetched${lasted}${last}`,
      WHEN_BACK,
    );
  if (findings !== undefined)
    return because(
      `the findings of ${scan} could not be read${lasted}${last}`,
      adviceOnUnread(failure.cause),
    );
  return because(`no usable answer about ${scan}${lasted}${last}`, WHEN_BACK);
}

function lastPoll(outage: Outage | undefined): string {
  return outage === undefined
    ? ''
    : `, and the last poll failed (${describeFailure(outage.failure)})`;
}

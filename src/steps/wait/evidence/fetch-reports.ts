/** Fetches the reports of an image whose scan has completed, before its wait ends. */
import { join } from 'node:path/posix';
import { reportOfImage } from '../../../binarly/reports.ts';
import type { ProductImages } from '../../../binarly/resolve-product.ts';
import { attemptWithout, resultAbout } from '../../../findings/after-scan.ts';
import type { Workflow } from '../../../github/workflow.ts';
import type { Download } from '../../../http/download.ts';
import type { HttpRequest } from '../../../http/messages.ts';
import { type Refused, refusedByApi } from '../../../model/api-result.ts';
import { formatOf, type ReportName } from '../../../model/reports.ts';
import { endedGreen } from '../../../model/statuses.ts';
import { appendTo, type Change, OUTAGE_POLLS } from '../../../model/timeline.ts';
import type { Ended } from '../../../model/verdict.ts';
import type { Decided } from '../../../polling/attempt.ts';
import { retryUntilFound } from '../../../polling/retry.ts';
import { describeThrown } from '../../../report/sentence.ts';
import type { FollowedScan, FollowTools } from '../../../scan/follow-scan.ts';
import type { Settings } from '../settings.ts';

/** Where the reports come from and go to. */
export interface ReportSources {
  readonly images: ProductImages;
  readonly download: Download;
  /** Creates a folder for files that later steps read. @throws if it cannot. */
  readonly folder: Workflow['folder'];
  /** For the reports of all images, so that few are fetched at once. */
  readonly queue: <T>(fetch: () => Promise<T>) => Promise<T>;
  /** When the time of the step is up, a monotonic instant in milliseconds. */
  readonly deadlineMs: number;
}

/** The folder of all reports, in the folder of the step. */
export const REPORTS_FOLDER = 'reports';
/** For all images together. */
export const REPORTS_AT_ONCE = 4;
/** How long to try at least, in milliseconds, even if the time of the step is up. */
const SHORTEST_FETCHING_MS = 60_000;
/** How long a download that is under way at the end may still take, in milliseconds. */
const LAST_MS = 5_000;

/** How a report was not fetched. */
type Missing = Exclude<Decided<never>, { readonly kind: 'done' }>;

/**
 * @param followed an image at the end of its wait; unless its scan completed, nothing changes. A
 * report that cannot be had takes the place of `completed`, and of `findings` that are let pass; it
 * leaves `findings` that fail the step as they are.
 */
export async function fetchReports(
  followed: FollowedScan,
  { images, download, folder, queue, deadlineMs }: ReportSources,
  settings: Pick<Settings, 'reports' | 'maxOutageMs' | 'pollInterval'>,
  { clock, random, signal, onUpdate }: FollowTools,
): Promise<FollowedScan> {
  const { reports, maxOutageMs, pollInterval: interval } = settings;
  const { status } = followed.ended;
  if (status !== 'completed' && status !== 'findings') return followed;
  const { imageId } = followed.record;
  const beganMs = clock.monotonicMs();
  const endMs = Math.max(deadlineMs, beganMs + SHORTEST_FETCHING_MS);
  let record = followed.record;
  let fetched = 0;

  function update(...changes: readonly Change[]): void {
    const waitedMs = followed.record.waitedMs + clock.monotonicMs() - beganMs;
    const timeline = appendTo(record.timeline, changes, waitedMs);
    record = { ...record, reports: { fetched, of: reports.length }, waitedMs, timeline };
    onUpdate({ record, result: undefined, changes });
  }

  async function fetchReport(report: ReportName, place: string): Promise<Missing | undefined> {
    const format = formatOf(report);
    const path = join(place, `${report}.${format}`);
    const retried = await retryUntilFound(
      (call) => {
        const limitMs = () => Math.max(endMs, call.beganMs) + LAST_MS - clock.monotonicMs();
        const save = (request: HttpRequest) => download({ ...request, path, format, limitMs });
        // The token is taken when a request leaves the queue: it may not last until then.
        return queue(() => images.ask(reportOfImage(imageId, report, save), call));
      },
      (result) => attemptWithout(resultAbout(report, result), 'report-not-found'),
      { deadlineMs: endMs, maxOutageMs, interval },
      {
        clock,
        random,
        signal,
        onAttempt(outage) {
          if (outage?.times === OUTAGE_POLLS)
            update({ kind: 'unfetched', report, failure: outage.failure });
        },
      },
    );
    if (retried.kind !== 'done') return retried;
    fetched += 1;
    update();
    return undefined;
  }

  update();
  const place = folderOf(imageId, folder);
  const missing =
    typeof place !== 'string'
      ? reports.map((report) => ({ report, why: place }))
      : await Promise.all(
          reports.map(async (report) => {
            const why = await fetchReport(report, place);
            return why === undefined ? [] : [{ report, why }];
          }),
        ).then((all) => all.flat());
  const ended = endedGreen(followed.ended) ? worstOf(missing) : undefined;
  update(
    { kind: 'fetched', count: fetched, of: reports.length },
    ...(ended === undefined ? missing.map(({ report, why }) => missingChange(report, why)) : []),
  );
  return { ...followed, record, ended: ended ?? followed.ended };
}

/** A folder's name must not lead out of its parent. @returns why there is none, if so. */
function folderOf(imageId: string, folder: ReportSources['folder']): string | Refused {
  try {
    return folder(`${REPORTS_FOLDER}/${encodeURIComponent(imageId).replaceAll('*', '%2A')}`);
  } catch (error) {
    return refusedByApi({ type: 'unwritable', message: describeThrown(error) });
  }
}

/** A refusal is worse than an interruption, and that than silence. */
function worstOf(
  missing: readonly { readonly report: ReportName; readonly why: Missing }[],
): Ended | undefined {
  const ends = missing.map(({ report, why }) => endedBy(why, report));
  const of = (status: Ended['status']) => ends.find((it) => it.status === status);
  return of('error') ?? of('interrupted') ?? of('unavailable');
}

function endedBy(why: Missing, report: ReportName): Ended {
  switch (why.kind) {
    case 'refused':
      return { status: 'error', refused: why };
    case 'interrupted':
      return { status: 'interrupted' };
    case 'gave-up': {
      const { outage, forMs } = why;
      return { status: 'unavailable', failure: outage.failure, forMs, reachedApi: true, report };
    }
  }
}

function missingChange(report: ReportName, why: Missing): Change {
  return {
    kind: 'report-missing',
    report,
    why: why.kind === 'gave-up' ? why.outage.failure : why,
  };
}

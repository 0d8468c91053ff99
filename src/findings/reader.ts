/** Carries out rules: asks for what they request, and says what each answer means for the loop. */
import { type FindingsQuery, findingsPage } from '../binarly/findings.ts';
import { imageDetails } from '../binarly/image-details.ts';
import type { ProductRequest } from '../binarly/request.ts';
import type { ProductImages } from '../binarly/resolve-product.ts';
import { type ApiResult, type Failed, failedByApi } from '../model/api-result.ts';
import type { FindingsFailure } from '../model/failure-cause.ts';
import type { Outage } from '../model/outage.ts';
import type { Attempt } from '../polling/attempt.ts';
import { attemptWithout, resultAbout } from './after-scan.ts';
import type { Lookup, LookupResult, ReadingStep, Rules } from './reading-steps.ts';

/** What is read: the findings of an image, compared with those of another or not. */
type ComparedImages = Omit<FindingsQuery, 'page'>;

/** Why the findings are not known although nothing failed to the end of a budget. */
export interface Unread {
  readonly failure: Failed;
  /** How long they could not be read, in milliseconds. */
  readonly forMs: number;
}

export function createReader<T>(
  rules: Rules<T>,
  images: ProductImages,
  compared: ComparedImages,
  maxOutageMs: number,
) {
  let step = rules.next();
  let asked = nextLookup();
  let lastProblem: Failed | undefined;
  /** Lists in a row that contradict themselves or the counts, whatever pages came in between. */
  let contradictions: Outage | undefined;

  function take(reply: LookupResult, nowMs: number): Attempt<T | Unread> {
    step = rules.next(reply);
    if (step.done === true) return { kind: 'done', value: step.value };
    const request = step.value;
    if (isLookup(request)) return { kind: 'again', pollByMs: nowMs };
    if (request.type === 'failed') return contradicted(request.cause, nowMs);
    const { untilMs, because } = request;
    lastProblem = because && failedByApi(because);
    contradictions = because && contradictions;
    return { kind: 'again', retryAfterMs: untilMs - nowMs, pollByMs: untilMs };
  }

  /** What the rules ask for next; whatever they waited for is over. */
  function nextLookup(): Lookup {
    const request = step.value as ReadingStep;
    if (isLookup(request)) return request;
    step = rules.next();
    return nextLookup();
  }

  function chooseRequest(): ProductRequest<LookupResult> {
    asked = nextLookup();
    return asked.type === 'page'
      ? findingsPage({ ...compared, page: asked.page })
      : imageDetails(compared.imageId);
  }

  /** Good pages in between do not end this outage, because the list as a whole is no better. */
  function contradicted(cause: FindingsFailure, nowMs: number): Attempt<T | Unread> {
    const failure = failedByApi(cause);
    lastProblem = failure;
    const { times, sinceMs } = contradictions ?? { times: 0, sinceMs: nowMs };
    contradictions = { failure, times: times + 1, sinceMs };
    const forMs = nowMs - sinceMs;
    return forMs >= maxOutageMs
      ? { kind: 'done', value: { failure, forMs } }
      : { kind: 'failed', failure };
  }

  return {
    /** Asks for what the rules ask for. */
    ask: images.asking(chooseRequest),
    /** The last contradiction; undefined if there was none. */
    lastProblem: () => lastProblem,
    /** The outage as it is to be reported: pages that come do not end one of whole lists. */
    outageOf: (outage: Outage | undefined): Outage | undefined =>
      outage !== undefined && outage.failure === contradictions?.failure ? contradictions : outage,
    judge(result: ApiResult<LookupResult>, nowMs: number): Attempt<T | Unread> {
      const meaning = meaningOf(result, asked);
      return meaning.kind === 'found'
        ? take(meaning.value, nowMs)
        : attemptWithout(meaning, 'findings-not-found');
    },
  };
}

function isLookup(request: ReadingStep): request is Lookup {
  return request.type !== 'pause' && request.type !== 'failed';
}

const NOTHING = { kind: 'found', value: undefined } as const;

/** What an answer means to the rules: some refusals are an answer to them. */
function meaningOf(result: ApiResult<LookupResult>, asked: Lookup): ApiResult<LookupResult> {
  if (result.kind === 'found') return result;
  const isRefused = result.kind === 'refused' && result.cause.type === 'http-status';
  // Details that the platform does not give decide as little as details without counts.
  if (asked.type === 'details') return isRefused || result.kind === 'absent' ? NOTHING : result;
  // A page past the last one most likely does not exist.
  const isNone = result.kind === 'absent' || (isRefused && result.cause.status === 400);
  return asked.isPastEnd && isNone ? NOTHING : resultAbout('findings', result);
}

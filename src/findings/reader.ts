/** Carries out rules: asks for what they request, and says what each answer means for the loop. */
import { type FindingsPage, findingsPage } from '../binarly/findings.ts';
import { imageDetails } from '../binarly/image-details.ts';
import type { ProductImages } from '../binarly/resolve-product.ts';
import { type Answer, type Failed, type FindingsFailure, failedByApi } from '../model/answer.ts';
import type { ImageDetails } from '../model/image-details.ts';
import type { Outage } from '../model/outage.ts';
import type { PollLimits } from '../polling/limits.ts';
import type { Attempt } from '../polling/retry.ts';
import { answerAbout, attemptAfterScan } from './after-scan.ts';
import type { Question, Reply, Request, Rules } from './requests.ts';

/** Where the answers about one image come from. */
export interface FindingsSources {
  /** @param page from 1. */
  readonly askForPage: (page: number, limits: PollLimits) => Promise<Answer<FindingsPage>>;
  readonly askForDetails: (limits: PollLimits) => Promise<Answer<ImageDetails>>;
}

/** The questions about one image's findings. */
export function sourcesOf(
  images: ProductImages,
  imageId: string,
  baselineImageId: string | undefined,
): FindingsSources {
  return {
    askForPage: (page, limits) =>
      images.ask(findingsPage({ imageId, baselineImageId, page }), limits),
    askForDetails: (limits) => images.ask(imageDetails(imageId), limits),
  };
}

/** Why the findings are not known although nothing failed to the end of a budget. */
export interface Unread {
  readonly failure: Failed;
  /** How long they could not be read, in milliseconds. */
  readonly forMs: number;
}

export function createReader<T>(rules: Rules<T>, sources: FindingsSources, maxOutageMs: number) {
  let step = rules.next();
  let lastProblem: Failed | undefined;
  /** Lists in a row that contradict themselves or the counts, whatever pages came in between. */
  let contradictions: Outage | undefined;

  function take(reply: Reply, nowMs: number): Attempt<T | Unread> {
    step = rules.next(reply);
    if (step.done === true) return { kind: 'done', value: step.value };
    const request = step.value;
    if (isQuestion(request)) return { kind: 'again', pollByMs: nowMs };
    if (request.type === 'failed') return contradicted(request.cause, nowMs);
    const { untilMs, because } = request;
    lastProblem = because && failedByApi(because);
    contradictions = because && contradictions;
    return { kind: 'again', retryAfterMs: untilMs - nowMs, pollByMs: untilMs };
  }

  /** What the rules ask for next; whatever they waited for is over. */
  function question(): Question {
    const request = step.value as Request;
    if (isQuestion(request)) return request;
    step = rules.next();
    return question();
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
    ask: (limits: PollLimits): Promise<Answer<Reply>> => answerTo(question(), sources, limits),
    /** The last contradiction; undefined if there was none. */
    lastProblem: () => lastProblem,
    /** The outage as it is to be reported: pages that come do not end one of whole lists. */
    outageOf: (outage: Outage | undefined): Outage | undefined =>
      outage !== undefined && outage.failure === contradictions?.failure ? contradictions : outage,
    judge: (answer: Answer<Reply>, nowMs: number): Attempt<T | Unread> =>
      attemptAfterScan(answer, 'findings-not-found', (reply) => take(reply, nowMs)),
  };
}

function isQuestion(request: Request): request is Question {
  return request.type !== 'pause' && request.type !== 'failed';
}

async function answerTo(
  question: Question,
  { askForPage, askForDetails }: FindingsSources,
  limits: PollLimits,
): Promise<Answer<Reply>> {
  switch (question.type) {
    case 'page':
      return aboutFindings(await askForPage(question.page, limits), question.isBehind);
    case 'details': {
      const answer = await askForDetails(limits);
      return isNoAnswer(answer) ? NOTHING : answer;
    }
  }
}

const NOTHING = { kind: 'found', value: undefined } as const;

/** Details that the platform does not give decide as little as details without counts. */
function isNoAnswer(answer: Answer<ImageDetails>): boolean {
  return (
    answer.kind === 'absent' || (answer.kind === 'refused' && answer.cause.type === 'http-status')
  );
}

/** @param isBehind whether a page is asked for that most likely does not exist. */
function aboutFindings(
  answer: Answer<FindingsPage>,
  isBehind: boolean,
): Answer<FindingsPage | undefined> {
  if (isBehind && answer.kind === 'absent') return NOTHING;
  const isRefused = answer.kind === 'refused' && answer.cause.type === 'http-status';
  if (isBehind && isRefused && answer.cause.status === 400) return NOTHING;
  return answerAbout('findings', answer);
}

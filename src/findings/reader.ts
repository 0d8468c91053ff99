/** Carries out rules: asks for what they request, and says what each answer means for the loop. */
import { type FindingsQuery, findingsPage } from '../binarly/findings.ts';
import { imageDetails } from '../binarly/image-details.ts';
import type { ProductQuestion } from '../binarly/question.ts';
import type { ProductImages } from '../binarly/resolve-product.ts';
import { type Answer, type Failed, type FindingsFailure, failedByApi } from '../model/answer.ts';
import type { Outage } from '../model/outage.ts';
import type { Attempt } from '../polling/retry.ts';
import { answerAbout, attemptAfterScan } from './after-scan.ts';
import type { Question, Reply, Request, Rules } from './requests.ts';

/** What is read: the findings of an image, compared with those of another or not. */
export type Subject = Omit<FindingsQuery, 'page'>;

/** Why the findings are not known although nothing failed to the end of a budget. */
export interface Unread {
  readonly failure: Failed;
  /** How long they could not be read, in milliseconds. */
  readonly forMs: number;
}

export function createReader<T>(
  rules: Rules<T>,
  images: ProductImages,
  subject: Subject,
  maxOutageMs: number,
) {
  let step = rules.next();
  let asked = nextQuestion();
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
  function nextQuestion(): Question {
    const request = step.value as Request;
    if (isQuestion(request)) return request;
    step = rules.next();
    return nextQuestion();
  }

  function chooseQuestion(): ProductQuestion<Reply> {
    asked = nextQuestion();
    return asked.type === 'page'
      ? findingsPage({ ...subject, page: asked.page })
      : imageDetails(subject.imageId);
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
    ask: images.asking(chooseQuestion),
    /** The last contradiction; undefined if there was none. */
    lastProblem: () => lastProblem,
    /** The outage as it is to be reported: pages that come do not end one of whole lists. */
    outageOf: (outage: Outage | undefined): Outage | undefined =>
      outage !== undefined && outage.failure === contradictions?.failure ? contradictions : outage,
    judge: (answer: Answer<Reply>, nowMs: number): Attempt<T | Unread> =>
      attemptAfterScan(meaningOf(answer, asked), 'findings-not-found', (reply) =>
        take(reply, nowMs),
      ),
  };
}

function isQuestion(request: Request): request is Question {
  return request.type !== 'pause' && request.type !== 'failed';
}

const NOTHING = { kind: 'found', value: undefined } as const;

/** What an answer means to the rules: some refusals are an answer to them. */
function meaningOf(answer: Answer<Reply>, asked: Question): Answer<Reply> {
  const isRefused = answer.kind === 'refused' && answer.cause.type === 'http-status';
  // Details that the platform does not give decide as little as details without counts.
  if (asked.type === 'details') return isRefused || answer.kind === 'absent' ? NOTHING : answer;
  // A page behind the last one most likely does not exist.
  const isNone = answer.kind === 'absent' || (isRefused && answer.cause.status === 400);
  return asked.isBehind && isNone ? NOTHING : answerAbout('findings', answer);
}

/**
 * ID tokens of the job: with such a token, GitHub attests which repository, branch and environment
 * the job belongs to (docs.github.com, OpenID Connect reference).
 */
import { jwtDecode } from 'jwt-decode';
import * as v from 'valibot';
import type { Http } from '../http/http.ts';
import { parseJson } from '../http/json.ts';
import type { NoReply, Reply } from '../http/messages.ts';
import { isBusy } from '../http/no-reply.ts';
import type { Failed, Interrupted, Reached } from '../model/api-result.ts';
import type { FailureCause } from '../model/failure-cause.ts';
import { printable } from '../util/text.ts';
import type { IdToken, IdTokenIssuer } from './id-token-credential.ts';

/** Where a job requests ID tokens. GitHub gives it only to jobs with `id-token: write`. */
export interface IdTokenEndpoint {
  readonly url: string;
  /** A secret: whoever has it can request ID tokens as this job. */
  readonly requestToken: string;
}

/** An ID token is a few kilobytes. */
const MAX_BYTES = 1024 * 1024;

/** @returns undefined if GitHub gave this job no endpoint: it may not request ID tokens. */
export function idTokenEndpoint(
  env: Readonly<Record<string, string | undefined>>,
): IdTokenEndpoint | undefined {
  const url = env['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '';
  const requestToken = env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] ?? '';
  return url === '' || requestToken === '' ? undefined : { url, requestToken };
}

/**
 * Requests one ID token at a time. `getIDToken` of @actions/core takes no signal and tries ten
 * times, so the request is our own. Anything but a token is a failure that may be temporary.
 */
export function idTokenIssuer({ url, requestToken }: IdTokenEndpoint, http: Http): IdTokenIssuer {
  return {
    async request(audience, call) {
      const reply = await http({
        // The URL has a query already.
        url: `${url}&audience=${encodeURIComponent(audience)}`,
        headers: { accept: 'application/json', authorization: `Bearer ${requestToken}` },
        maxBytes: MAX_BYTES,
        ...call,
      });
      return reply.kind === 'reply' ? readIdToken(reply) : ofNoReply(reply);
    },
    secrets: [requestToken],
  };
}

/** Even a refused certificate may be temporary: the address is GitHub's own, not an input. */
function ofNoReply({ problem }: NoReply): Failed | Interrupted {
  return problem.type === 'interrupted' ? { kind: 'interrupted' } : failed(problem, 'nothing');
}

const answerSchema = v.object({
  // Three parts of base64url (RFC 7515, 7.1).
  value: v.pipe(v.string(), v.regex(/^[\w-]+\.[\w-]+\.[\w-]+$/)),
});

function readIdToken({ status, body, retryAfterMs }: Reply): IdToken | Failed {
  if (status !== 200) {
    const reached = isBusy(status) ? 'busy' : 'unclear';
    return failed({ type: 'http-status', status, message: undefined }, reached, retryAfterMs);
  }
  if (!body.ok) return failed(body.problem, 'nothing', retryAfterMs);
  const parsed = v.safeParse(answerSchema, parseJson(body.text, (text) => text)?.value);
  return parsed.success
    ? { kind: 'id-token', ...parsed.output, ...claimsOf(parsed.output.value) }
    : failed({ type: 'no-id-token', status }, 'unclear', retryAfterMs);
}

function failed(cause: FailureCause, reached: Reached, retryAfterMs?: number): Failed {
  return { kind: 'failed', endpoint: 'id-token', cause, reached, retryAfterMs };
}

/** The longest claim that is quoted, in characters; a customized `sub` has many parts. */
const LONGEST_CLAIM = 500;

const claim = v.pipe(
  v.string(),
  v.transform((text) => printable(text, LONGEST_CLAIM)),
);
const maybeClaim = v.fallback(v.optional(claim), undefined);
const claimsSchema = v.object({ sub: maybeClaim, iss: maybeClaim });

/** The claims are not verified, so they are for advice only. */
function claimsOf(token: string): Pick<IdToken, 'subject' | 'issuer'> {
  try {
    const { sub: subject, iss: issuer } = v.parse(claimsSchema, jwtDecode(token));
    return { subject, issuer };
  } catch {
    return { subject: undefined, issuer: undefined };
  }
}

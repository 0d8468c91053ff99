/**
 * ID tokens of the job: a token by which GitHub says to others which repository, branch and environment
 * this is (docs.github.com, OpenID Connect reference).
 */
import { jwtDecode } from 'jwt-decode';
import * as v from 'valibot';
import type { Interrupted, Trouble } from '../binarly/answer.ts';
import { isPassing, ofFailure, parseJson, trouble } from '../binarly/reply.ts';
import type { Http, Limits, Reply } from '../http/http.ts';
import { printable } from '../util/text.ts';

/** Where a job requests ID tokens. GitHub gives it only to jobs with `permissions: id-token: write`. */
export interface IdTokenEndpoint {
  readonly url: string;
  /** A secret: whoever has it can request ID tokens as this job. */
  readonly requestToken: string;
}

export interface IdToken {
  readonly kind: 'id-token';
  /** A secret. */
  readonly value: string;
  /** Which repository, branch or environment it speaks of, printable; undefined if it does not say. */
  readonly subject: string | undefined;
  /** Who issued it, printable; undefined if it does not say. */
  readonly issuer: string | undefined;
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
 * Requests one ID token. `getIDToken` of @actions/core takes no signal and tries ten times, so the
 * request is our own. Whatever is no token is trouble that may pass.
 * @param audience whom the token is for.
 */
export async function requestIdToken(
  { url, requestToken }: IdTokenEndpoint,
  audience: string,
  http: Http,
  limits: Limits,
): Promise<IdToken | Trouble | Interrupted> {
  const reply = await http({
    // The URL has a query already.
    url: `${url}&audience=${encodeURIComponent(audience)}`,
    headers: { accept: 'application/json', authorization: `Bearer ${requestToken}` },
    maxBytes: MAX_BYTES,
    ...limits,
  });
  if (reply.kind === 'reply') return readIdToken(reply);
  const failure = ofFailure(reply);
  return failure.kind === 'refusal' ? trouble(failure.detail, 'none') : failure;
}

const answerSchema = v.object({
  // Three parts of base64url (RFC 7515, 7.1).
  value: v.pipe(v.string(), v.regex(/^[\w-]+\.[\w-]+\.[\w-]+$/)),
});

function readIdToken({ status, body, retryAfterMs }: Reply): IdToken | Trouble {
  if (status !== 200)
    return trouble(`HTTP ${status}`, isPassing(status) ? 'unclear' : 'none', retryAfterMs);
  if (!body.ok) return trouble(body.problem, 'none', retryAfterMs);
  const parsed = v.safeParse(answerSchema, parseJson(body.text)?.value);
  return parsed.success
    ? { kind: 'id-token', ...parsed.output, ...claimsOf(parsed.output.value) }
    : trouble(`HTTP ${status} without an ID token`, 'none', retryAfterMs);
}

const claimSchema = v.fallback(
  v.optional(
    v.pipe(
      v.string(),
      v.transform((text) => printable(text)),
    ),
  ),
  undefined,
);
const claimsSchema = v.object({ sub: claimSchema, iss: claimSchema });

/** Nobody verified the claims, so they are for advice only. */
function claimsOf(token: string): Pick<IdToken, 'subject' | 'issuer'> {
  try {
    const { sub: subject, iss: issuer } = v.parse(claimsSchema, jwtDecode(token));
    return { subject, issuer };
  } catch {
    return { subject: undefined, issuer: undefined };
  }
}

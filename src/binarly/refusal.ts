/** What to do about an answer that asking again cannot mend: HTTP statuses and certificate errors, with the advice for each. */
import type { Refusal } from './answer.ts';

/** An error in Binarly's own format, as far as it is used (docs.binarly.io, errors). */
export interface ApiError {
  readonly message: string;
  /** With 403: what the caller lacks, and on what. */
  readonly permission: string | undefined;
  readonly resourceName: string | undefined;
}

const ADVICE: ReadonlyMap<number, string> = new Map([
  [400, 'check that `product`, `image` and `scan` are IDs as the platform gave them'],
  [403, 'give the owner of the credential the role that allows it'],
  [407, 'put user and password into the address in `https_proxy`'],
]);

/** What any other 4xx means to a caller of a documented API: it is not that API, or not that way. */
const OTHER_ADVICE =
  'check `api-url`, and whether something between the runner and the API refuses the request';

/**
 * @param status an HTTP status that is neither success nor worth another try.
 * @param error the body, where it is in Binarly's format; printable.
 * @param location the redirect's target, where there is one; printable.
 */
export function refusalOf(
  status: number,
  error: ApiError | undefined,
  location: string | undefined,
): Refusal {
  if (status < 400) {
    const to = location === undefined ? '' : ` to ${location}`;
    return {
      kind: 'refusal',
      status,
      detail: `the API answered with a redirect (HTTP ${status}${to}), which is not followed`,
      advice: 'set `api-url` to the address at which the API itself answers',
    };
  }
  const advice = ADVICE.get(status) ?? OTHER_ADVICE;
  if (status === 403 && error?.permission !== undefined) {
    const on = error.resourceName === undefined ? '' : ` on ${error.resourceName}`;
    return {
      kind: 'refusal',
      status,
      detail: `the credential lacks the permission ${error.permission}${on} (HTTP 403)`,
      advice,
    };
  }
  const said = error === undefined ? '' : `: ${error.message}`;
  return {
    kind: 'refusal',
    status,
    detail: `the API refused the request (HTTP ${status}${said})`,
    advice,
  };
}

const CERTIFICATE_ADVICE: ReadonlyMap<string, string> = new Map([
  ['CERT_HAS_EXPIRED', 'renew the certificate of the server, or mend the clock of the runner'],
  ['CERT_NOT_YET_VALID', 'mend the clock of the runner, or the certificate of the server'],
  [
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'set `api-url` to a host name that the certificate of the server covers',
  ],
]);

/** @param code Node's or OpenSSL's code for why the certificate was refused. */
export function certificateRefusal(code: string): Refusal {
  return {
    kind: 'refusal',
    detail: `the certificate of the server is not trusted (${code})`,
    advice:
      CERTIFICATE_ADVICE.get(code) ??
      'set the environment variable `NODE_EXTRA_CA_CERTS` of this step to a PEM file with the private CA that issued it',
  };
}

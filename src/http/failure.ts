/** Classifies what Node, its TLS or the proxy agent reports when a request fails. */
import type { RequestProblem } from '../model/request-problem.ts';
import { printable } from '../util/text.ts';

/**
 * OpenSSL's and Node's codes for a refused certificate (Node: tls, X509 certificate error codes).
 */
const CERTIFICATE_CODES: ReadonlySet<string> = new Set([
  'CERT_CHAIN_TOO_LONG',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REJECTED',
  'CERT_REVOKED',
  'CERT_SIGNATURE_FAILURE',
  'CERT_UNTRUSTED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'HOSTNAME_MISMATCH',
  'INVALID_CA',
  'INVALID_PURPOSE',
  'PATH_LENGTH_EXCEEDED',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/** What OpenSSL says about an answer that is not TLS. */
const NOT_TLS = /wrong version number|packet length too long|unknown protocol|http request/i;

/** Classifies what a request was rejected with. */
export function problemOf(error: unknown): RequestProblem {
  const { code, message } = (
    error instanceof Error ? error : new Error(String(error))
  ) as NodeJS.ErrnoException;
  return proxyProblemOf(message) ?? tlsProblemOf(code, message) ?? networkProblemOf(code, message);
}

/**
 * The tunnel agent reports a proxy's answer to CONNECT as a connection reset, with the status in
 * the message only.
 */
function proxyProblemOf(message: string): RequestProblem | undefined {
  const status = /statusCode=(\d{3})/.exec(message)?.[1];
  if (status === '407') return { type: 'proxy-auth' };
  if (status !== undefined) return { type: 'proxy-status', status: Number(status) };
  const trouble = /^tunneling socket could not be established, cause=(.+)$/s.exec(message)?.[1];
  return trouble === undefined
    ? undefined
    : { type: 'proxy-connection', message: plainMessage(trouble) };
}

/** OpenSSL's messages contain addresses and source paths, so only the code is kept. */
function tlsProblemOf(code: string | undefined, message: string): RequestProblem | undefined {
  if (code === undefined) return undefined;
  if (CERTIFICATE_CODES.has(code)) return { type: 'certificate', code };
  if (code !== 'EPROTO' && !code.startsWith('ERR_SSL_')) return undefined;
  return NOT_TLS.test(`${message} ${code.replaceAll('_', ' ')}`)
    ? { type: 'no-tls' }
    : { type: 'tls-handshake', code };
}

function networkProblemOf(code: string | undefined, message: string): RequestProblem {
  return { type: 'network', code, message: plainMessage(message || String(code)) };
}

/** One printable line; of OpenSSL's message only the reason, without addresses and source paths. */
function plainMessage(message: string): string {
  const reason = /:error:[^:]*:[^:]*:[^:]*:([^:]+):/.exec(message)?.[1];
  return printable(reason ?? message);
}

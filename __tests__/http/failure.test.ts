import { describe, expect, it } from 'vitest';
import { problemOf } from '../../src/http/failure.ts';

function error(code: string | undefined, message = ''): Error {
  return Object.assign(new Error(message), { code });
}

const OPENSSL =
  '407D0B12:error:0A00010B:SSL routines:tls_validate_record_header:wrong version number:' +
  '../deps/openssl/openssl/ssl/record/methods/tlsany_meth.c:77:';

describe('problemOf', () => {
  it.each<[string, unknown, object]>([
    [
      'a host name that does not resolve',
      error('ENOTFOUND', 'getaddrinfo ENOTFOUND x'),
      { type: 'network', code: 'ENOTFOUND', message: 'getaddrinfo ENOTFOUND x' },
    ],
    [
      'an error of two lines',
      error('EHOSTUNREACH', 'no\nroute'),
      { type: 'network', code: 'EHOSTUNREACH', message: 'no route' },
    ],
    [
      'an error with a code only',
      error('EPIPE'),
      { type: 'network', code: 'EPIPE', message: 'EPIPE' },
    ],
    [
      'an error without a code',
      new Error('strange'),
      { type: 'network', code: undefined, message: 'strange' },
    ],
    ['a thrown string', 'thrown', { type: 'network', code: undefined, message: 'thrown' }],
  ])('keeps code and message of %s', (_, thrown, problem) => {
    expect(problemOf(thrown)).toEqual(problem);
  });

  it.each([
    [error('EPROTO', `write EPROTO ${OPENSSL}`)],
    [error('ERR_SSL_WRONG_VERSION_NUMBER', OPENSSL)],
    [error('ERR_SSL_PACKET_LENGTH_TOO_LONG')],
    [error('ERR_SSL_HTTP_REQUEST')],
  ])('recognizes a server that does not speak TLS by %s', (thrown) => {
    expect(problemOf(thrown)).toEqual({ type: 'no-tls' });
  });

  it('keeps only the code of another failed handshake', () => {
    const thrown = error('ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR', OPENSSL.replace('wrong', 'odd'));
    expect(problemOf(thrown)).toEqual({
      type: 'tls-handshake',
      code: 'ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR',
    });
  });

  it.each(['CERT_HAS_EXPIRED', 'ERR_TLS_CERT_ALTNAME_INVALID', 'SELF_SIGNED_CERT_IN_CHAIN'])(
    'recognizes a refused certificate by %s',
    (code) => {
      expect(problemOf(error(code, 'certificate'))).toEqual({ type: 'certificate', code });
    },
  );

  const TUNNEL = 'tunneling socket could not be established, ';

  it('reads the status that a proxy gave to CONNECT from the message', () => {
    const problems = [407, 502].map((status) =>
      problemOf(error('ECONNRESET', `${TUNNEL}statusCode=${status}`)),
    );
    expect(problems).toEqual([{ type: 'proxy-auth' }, { type: 'proxy-status', status: 502 }]);
  });

  it.each([
    ['connect ECONNREFUSED\n10.0.0.1:3128', 'connect ECONNREFUSED 10.0.0.1:3128'],
    [`write EPROTO ${OPENSSL}`, 'wrong version number'],
    [OPENSSL, 'wrong version number'],
  ])('keeps why a proxy gave no connection, without source paths: %j', (cause, message) => {
    expect(problemOf(error('ECONNRESET', `${TUNNEL}cause=${cause}`))).toEqual({
      type: 'proxy-connection',
      message,
    });
  });
});

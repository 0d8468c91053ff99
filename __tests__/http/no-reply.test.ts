import { describe, expect, it } from 'vitest';
import { isBusy, ofNoReply } from '../../src/http/no-reply.ts';
import type { RequestProblem } from '../../src/model/request-problem.ts';
import { CUT, noReply } from '../support/replies.ts';

const CERTIFICATE: RequestProblem = { type: 'certificate', code: 'CERT_HAS_EXPIRED' };

describe('ofNoReply', () => {
  it.each<RequestProblem>([
    CUT,
    { type: 'no-time' },
    { type: 'too-slow', limitMs: 5_000 },
    { type: 'no-tls' },
    { type: 'tls-handshake', code: 'ERR_SSL_X' },
    { type: 'proxy-connection', message: 'x' },
    { type: 'proxy-status', status: 403 },
  ])('is a failure that shows no server after $type', (cause) => {
    const expected = { kind: 'failed', endpoint: 'api', cause, reached: 'nothing' };
    expect(ofNoReply(noReply(cause), 'api')).toEqual(expected);
  });

  it('is a failure that passes by itself if the proxy is busy', () => {
    const cause = { type: 'proxy-status', status: 503 } as const;
    const expected = { kind: 'failed', endpoint: 'token', cause, reached: 'busy' };
    expect(ofNoReply(noReply(cause), 'token')).toEqual(expected);
  });

  it.each<RequestProblem>([CERTIFICATE, { type: 'proxy-auth' }])(
    'is final after $type, unless the endpoint has worked before',
    (cause) => {
      const refused = { kind: 'refused', endpoint: 'token', cause };
      expect(ofNoReply(noReply(cause), 'token')).toEqual(refused);
      const failed = { kind: 'failed', endpoint: 'token', cause, reached: 'nothing' };
      expect(ofNoReply(noReply(cause), 'token', true)).toEqual(failed);
    },
  );

  it('is an interruption after an interruption', () => {
    const interrupted = { kind: 'interrupted' };
    expect(ofNoReply(noReply({ type: 'interrupted' }), 'api')).toEqual(interrupted);
  });
});

describe('isBusy', () => {
  it('knows the statuses that pass by themselves', () => {
    const statuses = [200, 302, 400, 401, 403, 404, 407, 408, 425, 429, 431, 500, 502, 503, 504];
    expect(statuses.filter(isBusy)).toEqual([408, 429, 500, 502, 503, 504]);
  });
});

/**
 * GitHub's endpoint for the ID tokens of a job: HTTP on loopback, signed tokens, scripted faults.
 * GitHub: docs.github.com, OpenID Connect reference, and @actions/core, `getIDToken`.
 */
import { generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../src/polling/clock.ts';
import { type Fault, jsonAnswer, play } from './faults.ts';

export interface IdTokenScript {
  /** The subject of the tokens; a job in the environment `binarly` if left out. */
  readonly subject?: string;
  /** The issuer of the tokens; github.com if left out. */
  readonly issuer?: string;
  /**
   * Gives every token this ID instead of a unique one, so that each looks like a copy of the first.
   */
  readonly tokenId?: string;
  /** How far GitHub's clock is ahead, in milliseconds; 0 if left out. */
  readonly aheadMs?: number;
  /** Faults instead of answers, by the number of the request, counted from 1. */
  readonly faults?: Readonly<Record<number, Fault>>;
}

export interface IdTokenEndpoint {
  /** What the runner puts into the environment of a step that may request ID tokens. */
  readonly env: {
    readonly ACTIONS_ID_TOKEN_REQUEST_URL: string;
    readonly ACTIONS_ID_TOKEN_REQUEST_TOKEN: string;
  };
  readonly issuer: string;
  readonly subject: string;
  /** What the tokens are signed with; GitHub publishes it as a JWKS. */
  readonly publicKey: KeyObject;
  /** Every ID token issued so far. */
  readonly issued: readonly string[];
  /** The audience of every request so far; null if a request named none. */
  readonly audiences: readonly (string | null)[];
  close(): Promise<void>;
}

const ISSUER = 'https://token.actions.githubusercontent.com';
const SUBJECT = 'repo:acme/firmware:environment:binarly';
/** How long an ID token lasts, in seconds. */
const LIFETIME = 300;

/** Listens on the loopback interface. */
export async function startIdTokenEndpoint(
  script: IdTokenScript,
  clock: Clock,
): Promise<IdTokenEndpoint> {
  const { issuer = ISSUER, subject = SUBJECT, tokenId, aheadMs = 0, faults } = script;
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const requestToken = `emulated-request-token-${randomUUID()}`;
  const issued: string[] = [];
  const audiences: (string | null)[] = [];

  function answer({ url = '', method, headers }: IncomingMessage): Fault {
    const { pathname, searchParams } = new URL(url, 'http://emulator');
    audiences.push(searchParams.get('audience'));
    const fault = faults?.[audiences.length];
    if (fault !== undefined) return fault;
    if (pathname !== PATH || method !== 'GET') return jsonAnswer(404, { message: 'Not Found' });
    if (headers.authorization !== `Bearer ${requestToken}`)
      return jsonAnswer(401, { message: 'Unauthorized' });
    const iat = Math.floor((clock.wallMs() + aheadMs) / 1000);
    const claims = {
      iss: issuer,
      sub: subject,
      aud: searchParams.get('audience') ?? 'https://github.com/acme',
      jti: tokenId ?? randomUUID(),
      iat,
      nbf: iat,
      exp: iat + LIFETIME,
    };
    const token = signed(claims, privateKey);
    issued.push(token);
    return jsonAnswer(200, { count: token.length, value: token });
  }

  const server = createServer((request, response) => play(answer(request), response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    env: {
      ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${port}${PATH}?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: requestToken,
    },
    issuer,
    subject,
    publicKey,
    issued,
    audiences,
    close() {
      server.closeAllConnections();
      return new Promise((closed) => server.close(() => closed()));
    },
  };
}

/** As with the real endpoint, a query follows, so that `&audience=…` can be appended. */
const PATH = '/12/idtoken/3f0a/7d1c';

/** A JWT with RS256 (RFC 7515), as GitHub signs its ID tokens. */
function signed(claims: object, privateKey: KeyObject): string {
  const parts = [{ alg: 'RS256', typ: 'JWT', kid: 'emulated' }, claims].map((part) =>
    Buffer.from(JSON.stringify(part)).toString('base64url'),
  );
  const content = parts.join('.');
  return `${content}.${sign('RSA-SHA256', Buffer.from(content), privateKey).toString('base64url')}`;
}

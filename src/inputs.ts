/** The action's inputs, checked all at once: `Settings`, or every problem with its fix. */
import type { Client } from './binarly/credential.ts';
import { parseDuration } from './util/duration.ts';
import { type Instant, parseInstant } from './util/instant.ts';
import { isPathSegment, printable } from './util/text.ts';
import type { Wait } from './wait/image.ts';
import { type PollInterval, SHORTEST_MS } from './wait/schedule.ts';

export interface Settings extends Omit<Wait, 'productId' | 'imageId'> {
  /** The product's ID or its exact name. */
  readonly product: string;
  /** At least one, none twice. */
  readonly imageIds: readonly string[];
  /** The tenant's address without a path. */
  readonly apiUrl: string;
  readonly credential:
    | { readonly kind: 'token'; readonly token: string }
    | ({ readonly kind: 'client' } & Client);
  readonly onTimeout: 'fail' | 'warn';
}

/** Every input with its default, as in action.yml; an empty optional input means its default. */
export const INPUTS = {
  'api-url': '',
  token: '',
  'client-id': '',
  'client-secret': '',
  'token-url': '',
  product: '',
  image: '',
  scan: '',
  'created-after': '',
  timeout: '2h',
  'poll-interval': 'auto',
  'appearance-timeout': '5m',
  'max-outage': '15m',
  'on-timeout': 'fail',
} as const;

export type InputName = keyof typeof INPUTS;

/** One thing wrong with one input; never with the value of a secret in it. */
export interface Problem {
  readonly input: InputName;
  /** `missing` is told apart, for a missing secret has causes of its own. */
  readonly kind: 'missing' | 'invalid';
  /** What is wrong and how to mend it, as a clause that follows the input's name. */
  readonly text: string;
}

export type Inputs =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads and checks all inputs.
 * @param get a trimmed input by name, empty if it is not set.
 */
export function readInputs(get: (name: InputName) => string): Inputs {
  const problems: Problem[] = [];
  const value = (input: InputName) => get(input) || INPUTS[input];
  const report = (input: InputName, text: string) =>
    void problems.push({ input, kind: 'invalid', text });
  const required = (input: InputName, example: string) => {
    const text = value(input);
    if (text === '') problems.push({ input, kind: 'missing', text: `is empty: ${example}` });
    return text;
  };
  const id = (input: 'product' | 'image' | 'scan', text: string) => {
    const problem = text === '' ? undefined : idProblem(input, text);
    if (problem !== undefined) report(input, problem);
    return text;
  };
  const duration = (input: InputName) => {
    const parsed = parseDuration(value(input));
    if (parsed.ok) return parsed.ms;
    report(input, `${quote(value(input))} ${parsed.problem}`);
    return 0;
  };

  const settings: Settings = {
    apiUrl: apiUrl(
      required(
        'api-url',
        'set it to the address of your tenant, as in https://dashboard-acme.binarly.cloud',
      ),
      report,
    ),
    credential: credential(value, problems),
    product: id(
      'product',
      required('product', 'set it to the ID of the product, or to its exact name'),
    ),
    imageIds: [
      ...new Set(linesOf(required('image', 'set it to the ID that the upload answered with'))),
    ].map((line) => id('image', line)),
    scanId: id('scan', value('scan')) || undefined,
    createdAfter: createdAfter(value('created-after'), report),
    timeoutMs: duration('timeout'),
    pollInterval: pollInterval(value('poll-interval'), duration, report),
    appearanceTimeoutMs: duration('appearance-timeout'),
    maxOutageMs: duration('max-outage'),
    onTimeout: onTimeout(value('on-timeout'), report),
  };
  if (settings.scanId !== undefined && value('created-after') !== '')
    report(
      'created-after',
      'does not go with `scan`, which names one scan whatever its age: leave one of them out',
    );
  if (settings.scanId !== undefined && settings.imageIds.length > 1)
    report(
      'scan',
      'names one scan, but `image` has several lines: give one image, or leave `scan` out',
    );
  return problems.length === 0 ? { ok: true, settings } : { ok: false, problems };
}

/** The lines with something on them, trimmed. */
function linesOf(text: string): readonly string[] {
  return text
    .split(/\r\n|\n|\r/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

type Report = (input: InputName, text: string) => void;

function quote(text: string): string {
  return `"${printable(text, 60)}"`;
}

const URL_EXAMPLE = 'write it like https://dashboard-acme.binarly.cloud';

/** A trailing slash or `/api/v4` is accepted, for both stand in Binarly's own examples. */
function apiUrl(text: string, report: Report): string {
  const url = text === '' ? undefined : address('api-url', text, URL_EXAMPLE, report);
  if (
    url !== undefined &&
    (!/^\/(api\/v4\/?)?$/.test(url.pathname) || url.search !== '' || url.hash !== '')
  )
    report('api-url', `goes on after the host name: ${URL_EXAMPLE}`);
  return url?.origin ?? '';
}

/** Checks what an address that a secret is sent to must be; plain http is for this machine only. */
function address(input: InputName, text: string, example: string, report: Report): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !['https:', 'http:'].includes(url.protocol)) {
    // Not quoted: what stands in an address that is none may be a credential.
    report(input, `is not an https address: ${example}`);
    return undefined;
  }
  if (url.username !== '' || url.password !== '')
    report(
      input,
      'holds a user name or password: leave it out, the credential has inputs of its own',
    );
  if (url.protocol === 'http:' && !isLoopback(url.hostname))
    report(input, 'would send a credential unencrypted over http: write https');
  return url;
}

/** The hosts for which @actions/http-client passes by the proxy. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

const CHECK_SECRET = 'check that the secret exists under that name and that this job may read it';

/** One credential of the two kinds. */
function credential(
  value: (input: InputName) => string,
  problems: Problem[],
): Settings['credential'] {
  const report: Report = (input, text) => void problems.push({ input, kind: 'invalid', text });
  const missing = (input: InputName, text: string) =>
    void problems.push({ input, kind: 'missing', text });
  const [token, clientId, clientSecret] = [
    value('token'),
    value('client-id'),
    value('client-secret'),
  ];
  if (token !== '') {
    if (clientId !== '' || clientSecret !== '')
      report(
        'token',
        'does not go with `client-id` and `client-secret`: give the one or the other',
      );
    checkToken(token, report);
    return { kind: 'token', token };
  }
  if (clientId === '' && clientSecret === '')
    missing(
      'token',
      `is empty, and so are \`client-id\` and \`client-secret\`: give these two, or the one; ${CHECK_SECRET}`,
    );
  else if (clientSecret === '')
    missing('client-secret', `is empty: set it from a secret; ${CHECK_SECRET}`);
  else if (clientId === '')
    missing(
      'client-id',
      'is empty: set it to the ID of the client that `client-secret` belongs to',
    );
  else
    return {
      kind: 'client',
      clientId,
      clientSecret,
      tokenUrl: tokenUrl(value('token-url'), value('api-url'), report),
    };
  return { kind: 'token', token };
}

function checkToken(token: string, report: Report): void {
  if (/^bearer(\s|$)/i.test(token)) report('token', 'starts with "Bearer": leave that word out');
  else if (/[^\x21-\x7e]/.test(token))
    report(
      'token',
      'holds a space, a line break or a character that no token has: check the secret',
    );
}

/** Keycloak's path, the same for every tenant (docs.binarly.io, get-m2m-token). */
const TOKEN_PATH = '/realms/BinarlyRealm/protocol/openid-connect/token';

/** As given, or the one that stands beside a dashboard of Binarly's cloud. */
function tokenUrl(given: string, apiUrl: string, report: Report): string {
  const example = `write it like https://auth-acme.binarly.cloud${TOKEN_PATH}`;
  if (given !== '') return address('token-url', given, example, report)?.href ?? '';
  const host = URL.canParse(apiUrl) ? new URL(apiUrl).host : '';
  // dashboard-{slug}.binarly.cloud, or the older dashboard.{id}.binarly.cloud.
  const [, rest] = /^dashboard([-.][a-z0-9-]+\.binarly\.cloud)$/.exec(host) ?? [];
  if (rest !== undefined) return `https://auth${rest}${TOKEN_PATH}`;
  if (host !== '')
    report('token-url', `is empty, and cannot be derived from this \`api-url\`: ${example}`);
  return '';
}

function idProblem(input: 'product' | 'image' | 'scan', text: string): string | undefined {
  if (/[\r\n]/.test(text)) return `has several lines: give one ${input}`;
  if (/\p{Cc}/u.test(text)) return 'holds a control character: give the ID as the platform gave it';
  if (!isPathSegment(text))
    return `${quote(text)} cannot be an ID: give the ID as the platform gave it`;
  return undefined;
}

function createdAfter(text: string, report: Report): Instant | undefined {
  const time = parseInstant(text);
  if (text !== '' && time === undefined)
    report(
      'created-after',
      `${quote(text)} is not an RFC 3339 time with an offset: write it like 2026-01-26T15:30:00Z`,
    );
  return time;
}

function pollInterval(
  text: string,
  duration: (input: InputName) => number,
  report: Report,
): PollInterval {
  if (text === 'auto') return { kind: 'auto' };
  const ms = duration('poll-interval');
  if (parseDuration(text).ok && ms < SHORTEST_MS)
    report('poll-interval', `${quote(text)} is too short: write at least 1s, or auto`);
  return { kind: 'fixed', ms };
}

function onTimeout(text: string, report: Report): 'fail' | 'warn' {
  if (text !== 'fail' && text !== 'warn')
    report('on-timeout', `${quote(text)} is unknown: write fail or warn`);
  return text === 'warn' ? 'warn' : 'fail';
}

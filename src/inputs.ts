/** The action's inputs, checked all at once: `Settings`, or every problem with its fix. */
import { parseDuration } from './duration.ts';
import { type Instant, parseInstant } from './rfc3339.ts';
import { isPathSegment, printable } from './text.ts';
import type { Wait } from './wait/image.ts';
import { type PollInterval, SHORTEST_MS } from './wait/schedule.ts';

export interface Settings extends Wait {
  /** The tenant's address without a path. */
  readonly apiUrl: string;
  /** A bearer token. A secret. */
  readonly token: string;
  readonly onTimeout: 'fail' | 'warn';
}

/** Every input with its default, as in action.yml; an empty optional input means its default. */
export const INPUTS = {
  'api-url': '',
  token: '',
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
  const report = (input: InputName, text: string) => void problems.push({ input, kind: 'invalid', text });
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
      required('api-url', 'set it to the address of your tenant, as in https://dashboard-acme.binarly.cloud'),
      report,
    ),
    token: token(required('token', 'set it to an access token, from a secret'), report),
    productId: id('product', required('product', 'set it to the ID of the product')),
    imageId: id('image', required('image', 'set it to the ID that the upload answered with')),
    scanId: id('scan', value('scan')) || undefined,
    createdAfter: createdAfter(value('created-after'), report),
    timeoutMs: duration('timeout'),
    pollInterval: pollInterval(value('poll-interval'), duration, report),
    appearanceTimeoutMs: duration('appearance-timeout'),
    maxOutageMs: duration('max-outage'),
    onTimeout: onTimeout(value('on-timeout'), report),
  };
  if (settings.scanId !== undefined && value('created-after') !== '')
    report('created-after', 'does not go with `scan`, which names one scan whatever its age: leave one of them out');
  return problems.length === 0 ? { ok: true, settings } : { ok: false, problems };
}

type Report = (input: InputName, text: string) => void;

function quote(text: string): string {
  return `"${printable(text, 60)}"`;
}

/** A trailing slash or `/api/v4` is accepted, for both stand in Binarly's own examples; plain http only to this machine. */
function apiUrl(text: string, report: Report): string {
  if (text === '') return text;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const example = 'write it like https://dashboard-acme.binarly.cloud';
  // Not quoted: what stands in an address that is none may be a credential.
  if (url === undefined || !['https:', 'http:'].includes(url.protocol)) {
    report('api-url', `is not an https address: ${example}`);
    return '';
  }
  if (url.username !== '' || url.password !== '')
    report('api-url', 'holds a user name or password: leave it out, `token` is the credential');
  if (url.protocol === 'http:' && !isLoopback(url.hostname))
    report('api-url', 'would send the token unencrypted over http: write https');
  if (!/^\/(api\/v4\/?)?$/.test(url.pathname) || url.search !== '' || url.hash !== '')
    report('api-url', `goes on after the host name: ${example}`);
  return url.origin;
}

/** The hosts for which @actions/http-client passes by the proxy. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

function token(text: string, report: Report): string {
  if (/^bearer(\s|$)/i.test(text)) report('token', 'starts with "Bearer": leave that word out');
  else if (/[^\x21-\x7e]/.test(text))
    report('token', 'holds a space, a line break or a character that no token has: check the secret');
  return text;
}

function idProblem(input: 'product' | 'image' | 'scan', text: string): string | undefined {
  if (/[\r\n]/.test(text)) return `has several lines: give one ${input} ID`;
  if (/\p{Cc}/u.test(text)) return 'holds a control character: give the ID as the platform gave it';
  if (!isPathSegment(text)) return `${quote(text)} cannot be an ID: give the ID as the platform gave it`;
  return undefined;
}

function createdAfter(text: string, report: Report): Instant | undefined {
  const time = parseInstant(text);
  if (text !== '' && time === undefined)
    report('created-after', `${quote(text)} is not an RFC 3339 time with an offset: write it like 2026-01-26T15:30:00Z`);
  return time;
}

function pollInterval(text: string, duration: (input: InputName) => number, report: Report): PollInterval {
  if (text === 'auto') return { kind: 'auto' };
  const ms = duration('poll-interval');
  if (parseDuration(text).ok && ms < SHORTEST_MS)
    report('poll-interval', `${quote(text)} is too short: write at least 1s, or auto`);
  return { kind: 'fixed', ms };
}

function onTimeout(text: string, report: Report): 'fail' | 'warn' {
  if (text !== 'fail' && text !== 'warn') report('on-timeout', `${quote(text)} is unknown: write fail or warn`);
  return text === 'warn' ? 'warn' : 'fail';
}

/** The words for causes: why a poll failed, why there is no scan, why trying again cannot help. */
import type { AbsentCause, Endpoint, Expected, Failed, FailureCause } from '../model/answer.ts';
import { printable, quote } from '../util/text.ts';

/** Why a poll failed, as a clause; printable. */
export function describeFailure({ endpoint, cause }: Failed): string {
  return FAILED_AT[endpoint] + describeCause(cause, endpoint);
}

const FAILED_AT: Readonly<Record<Endpoint, string>> = {
  api: '',
  token: 'no token from `token-url`: ',
  'id-token': 'no ID token from GitHub: ',
};

/** The input that holds the address of the endpoint; for GitHub's, the runner's variable. */
export function inputOf(endpoint: Endpoint): string {
  return INPUT_OF[endpoint];
}

const INPUT_OF: Readonly<Record<Endpoint, string>> = {
  api: '`api-url`',
  token: '`token-url`',
  'id-token': '`ACTIONS_ID_TOKEN_REQUEST_URL`',
};

/**
 * Why a request or its response was unusable, as a clause that does not name the endpoint;
 * printable.
 */
export function describeCause(cause: FailureCause, endpoint: Endpoint): string {
  switch (cause.type) {
    case 'no-time':
      return 'no time was left for another request';
    case 'too-slow':
      return `no complete response within ${Math.round(cause.limitMs / 1000)} s`;
    case 'network':
      return describeNetwork(cause.code, cause.message);
    case 'no-tls':
      return `the server does not speak TLS: is ${inputOf(endpoint)} right?`;
    case 'tls-handshake':
      return `the TLS handshake failed (${cause.code})`;
    case 'certificate':
      return `the server certificate is not trusted (${cause.code})`;
    case 'proxy-auth':
      return 'the proxy requires credentials (HTTP 407)';
    case 'proxy-status':
      return `the proxy answered HTTP ${cause.status}`;
    case 'proxy-connection':
      return `the connection through the proxy failed (${cause.message})`;
    case 'too-large':
      return `the response is larger than ${cause.maxBytes / 1024 / 1024} MiB`;
    case 'not-utf8':
      return 'the response is not UTF-8 text';
    case 'encoded':
      return `the response is compressed (${cause.encoding}), which the request did not allow`;
    case 'not-json':
      return `HTTP ${cause.status} with a body that is not JSON and ${looksWrong(endpoint)}`;
    case 'http-status':
      return `HTTP ${cause.status}${after(cause.message)}`;
    case 'unexpected-answer':
      return `the response is not ${EXPECTED[cause.expected]}`;
    case 'other-scan':
      return 'the response is about another scan';
    case 'scan-without-id':
      return 'the response is a scan without a readable ID';
    case 'unrankable-scan':
      return 'a scan in the list has no readable ID and creation time';
    case 'scan-listed-twice':
      return 'the list has the same scan twice, in different states';
    case 'paged-list':
      return 'the list continues on another page, which this action cannot read';
    case 'status-unavailable':
      return 'the API reports `status_unavailable`';
    case 'no-state':
      return 'the API gives no state for the scan';
    case 'scan-gone':
      return `${describeAbsence(cause.absent)}, although the scan was there before`;
    case 'unreadable-product-id':
      return `the product named ${quote(cause.name)} has no readable ID`;
    case 'fresh-token-refused':
      return `the API refused a token issued moments before (HTTP 401${after(cause.message)})`;
    case 'no-access-token':
      return `HTTP ${cause.status} without an access token`;
    case 'no-id-token':
      return `HTTP ${cause.status} without an ID token`;
    case 'findings-not-found':
      return `the findings were not found (${describeAbsence(cause.absent)})`;
    case 'findings-changed':
      return `the list of findings changed while it was read${fromTo(cause.from, cause.to)}`;
    case 'finding-listed-twice':
      return 'the list of findings has the same finding twice';
    case 'findings-missing':
      return `the list of findings should have ${cause.total}, but ${cause.read} were read`;
    case 'findings-not-listed':
      return cause.counted === undefined
        ? 'the list of findings is empty, and the image has no counts to confirm that'
        : `the list of findings is empty, but the image has ${cause.counted}`;
    case 'kev-not-listed':
      return `no finding is listed as known to be exploited, but the image has ${cause.counted}`;
    case 'baseline-unfinished':
      return `the scan of \`baseline-image\` is ${printable(cause.state ?? 'without a state')}`;
    /* v8 ignore next -- @preserve not reached: the compiler knows every case */
    default:
      return cause satisfies never;
  }
}

/** Empty if findings were only replaced by others. */
function fromTo(from: number, to: number): string {
  return from === to ? '' : `, from ${from} to ${to}`;
}

function looksWrong(endpoint: Endpoint): string {
  return `looks like a web page: is ${inputOf(endpoint)} right?`;
}

const EXPECTED: Readonly<Record<Expected, string>> = {
  scan: 'a scan',
  scans: 'a list of scans',
  products: 'a list of products',
  image: 'an image',
  findings: 'a list of findings',
};

const NETWORK_ERRORS: ReadonlyMap<string, string> = new Map([
  ['ENOTFOUND', 'the host name could not be resolved'],
  ['EAI_AGAIN', 'the host name cannot be resolved right now'],
  ['ECONNREFUSED', 'the connection was refused'],
  ['ECONNRESET', 'the connection was reset'],
  ['ETIMEDOUT', 'the connection timed out'],
]);

function describeNetwork(code: string | undefined, message: string): string {
  const words = code === undefined ? undefined : NETWORK_ERRORS.get(code);
  return words === undefined ? message : `${words}, ${code}`;
}

/** Why there is no scan, as a clause; printable. */
export function describeAbsence(cause: AbsentCause): string {
  switch (cause.type) {
    case 'empty-list':
      return 'the list of scans is empty';
    case 'no-scans':
      return 'the API reports `no_scans`';
    case 'all-too-old':
      return 'every scan in the list is older than `created-after`';
    case 'not-found':
      return `the API answered HTTP 404: ${cause.message}`;
    /* v8 ignore next -- @preserve not reached: the compiler knows every case */
    default:
      return cause satisfies never;
  }
}

/** `: said`, or nothing. */
export function after(said: string | undefined): string {
  return said === undefined || said === '' ? '' : `: ${said}`;
}

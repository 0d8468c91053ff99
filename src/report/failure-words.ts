/** The words for failures: why a poll failed, or why there is no scan. */
import type { Endpoint, Failed } from '../model/api-result.ts';
import type { AbsentCause, Expected, FailureCause } from '../model/failure-cause.ts';
import type { NotJson } from '../model/request-problem.ts';
import type { StorageProblem } from '../model/upload.ts';
import { formatDuration } from '../util/duration.ts';
import { printable, quote } from '../util/text.ts';
import { describeContradiction } from './findings-words.ts';
import { describeGitHubProblem } from './github-problems.ts';
import { after } from './sentence.ts';

/** Why a poll failed, as a clause; printable. */
export function describeFailure({ endpoint, cause }: Failed): string {
  return FAILED_AT[endpoint] + describeCause(cause, endpoint);
}

const FAILED_AT: Readonly<Record<Endpoint, string>> = {
  api: '',
  token: 'no token from `token-url`: ',
  'id-token': 'no ID token from GitHub: ',
  github: '',
  storage: '',
};

/** The input that holds the address of the endpoint; for GitHub's, the runner's variable. */
export function inputOf(endpoint: Endpoint): string {
  return INPUT_OF[endpoint];
}

const INPUT_OF: Readonly<Record<Endpoint, string>> = {
  api: '`api-url`',
  token: '`token-url`',
  'id-token': '`ACTIONS_ID_TOKEN_REQUEST_URL`',
  github: '`GITHUB_API_URL`',
  storage: 'the upload address',
};

/**
 * Why a request or its response was unusable, as a clause that does not name the endpoint;
 * printable.
 */
export function describeCause(cause: FailureCause, endpoint: Endpoint): string {
  const words: string | Words<never> = CAUSES[cause.type];
  return typeof words === 'string' ? words : (words as Words<FailureCause>)(cause, endpoint);
}

type Words<Cause> = (cause: Cause, endpoint: Endpoint) => string;

/** A new cause does not compile without its words. */
const CAUSES: {
  readonly [Type in FailureCause['type']]:
    | string
    | Words<Extract<FailureCause, { readonly type: Type }>>;
} = {
  'no-time': 'no time was left for another request',
  'too-slow': (cause) => `no complete response within ${Math.round(cause.limitMs / 1000)} s`,
  network: (cause) => describeNetwork(cause.code, cause.message),
  'no-tls': (_, endpoint) => `the server does not speak TLS: is ${inputOf(endpoint)} right?`,
  'tls-handshake': (cause) => `the TLS handshake failed (${cause.code})`,
  certificate: (cause) => `the server certificate is not trusted (${cause.code})`,
  'proxy-auth': 'the proxy requires credentials (HTTP 407)',
  'proxy-status': (cause) => `the proxy answered HTTP ${cause.status}`,
  'proxy-connection': (cause) => `the connection through the proxy failed (${cause.message})`,
  'too-large': (cause) => `the response is larger than ${cause.maxBytes / 1024 / 1024} MiB`,
  'not-utf8': 'the response is not UTF-8 text',
  stalled: (cause) => `no data arrived for ${Math.round(cause.afterMs / 1000)} s`,
  'not-whole': (cause) => `the response is not a whole ${cause.format} file`,
  encoded: (cause) => `the response is encoded (${cause.encoding}) and could not be decoded`,
  'not-json': (cause, endpoint) => `HTTP ${cause.status} ${NOT_JSON[cause.body](endpoint)}`,
  'http-status': (cause) => `HTTP ${cause.status}${after(cause.message)}`,
  'unexpected-answer': (cause) => `the response is not ${EXPECTED[cause.expected]}`,
  'other-scan': 'the response is about another scan',
  'other-image': 'the response is about another image',
  'scan-without-id': 'the response is a scan without a readable ID',
  'unrankable-scan': 'a scan in the list has no readable ID and creation time',
  'scan-listed-twice': 'the list has the same scan twice, in different states',
  'paged-list': 'the list continues on another page, which this action cannot read',
  'status-unavailable': 'the API reports `status_unavailable`',
  'no-state': 'the API gives no state for the scan',
  'scan-gone': (cause) => `${describeAbsence(cause.absent)}, although the scan was there before`,
  'unreadable-product-id': (cause) => `the product named ${quote(cause.name)} has no readable ID`,
  'fresh-token-refused': (cause) =>
    `the API refused a token issued moments before (HTTP 401${after(cause.message)})`,
  'no-access-token': (cause) => `HTTP ${cause.status} without an access token`,
  github: (cause) => describeGitHubProblem(cause.problem),
  'no-id-token': (cause) => `HTTP ${cause.status} without an ID token`,
  'findings-not-found': (cause) => `the findings were not found (${describeAbsence(cause.absent)})`,
  'report-not-found': (cause) => `the report was not found (${describeAbsence(cause.absent)})`,
  'findings-changed': (cause) =>
    `the list of findings changed while it was read${fromTo(cause.from, cause.to)}`,
  'finding-listed-twice': 'the list of findings has the same finding twice',
  'findings-missing': (cause) =>
    `the list of findings should have ${cause.total}, but ${cause.read} were read`,
  'finding-unreadable': (cause) =>
    `row ${cause.row} of a page of findings has no ${cause.lacks === 'id' ? 'readable ID' : '`compareSide`'}`,
  'findings-unfinished': (cause) =>
    `time was up before all findings were read twice; the last read had ${cause.read} of ${cause.total}`,
  'findings-not-listed': (cause) =>
    cause.counted === undefined
      ? 'the list of findings is empty, and the image has no readable counts to confirm that'
      : describeContradiction(cause),
  'kev-not-listed': (cause) =>
    cause.counted === undefined
      ? 'the image has no readable count of findings in CISA KEV'
      : describeContradiction(cause),
  'baseline-unfinished': (cause) =>
    `the scan of \`baseline-image\` is ${printable(cause.state ?? 'without a state')}`,
  storage: ({ host, problem }) => `the storage ${printable(host)}: ${describeStorage(problem)}`,
};

/** Why the storage does not have the file, as a clause; printable. */
function describeStorage(problem: StorageProblem): string {
  switch (problem.type) {
    case 'stalled':
      return `it accepted no data for ${formatDuration(problem.forMs)}`;
    case 'unanswered':
      return `it accepted all of the file, and then did not answer for ${formatDuration(problem.forMs)}`;
    case 'storage-status':
      return `HTTP ${problem.status}${after(problem.code)}`;
    case 'early-answer':
      return `HTTP ${problem.status} before the whole file was sent`;
    case 'md5-differs':
      return 'the MD5 of its copy differs from that of the file';
    default:
      return describeCause(problem, 'storage');
  }
}

/** Empty if findings were only replaced by others. */
function fromTo(from: number, to: number): string {
  return from === to ? '' : `, from ${from} to ${to}`;
}

const NOT_JSON: Readonly<Record<NotJson, (endpoint: Endpoint) => string>> = {
  empty: () => 'with an empty body',
  'broken-off': () => 'with JSON that breaks off',
  'web-page': (endpoint) =>
    `with a body that looks like a web page: is ${inputOf(endpoint)} right?`,
  other: (endpoint) => `with a body that is not JSON: is ${inputOf(endpoint)} right?`,
};

const EXPECTED: Readonly<Record<Expected, string>> = {
  scan: 'a scan',
  scans: 'a list of scans',
  products: 'a list of products',
  image: 'an image',
  images: 'a list of images',
  findings: 'a list of findings',
  'upload-address': 'an upload address',
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
  const words: string | ((cause: never) => string) = ABSENCES[cause.type];
  return typeof words === 'string' ? words : (words as (cause: AbsentCause) => string)(cause);
}

const ABSENCES: {
  readonly [Type in AbsentCause['type']]:
    | string
    | ((cause: Extract<AbsentCause, { readonly type: Type }>) => string);
} = {
  'empty-list': 'the list of scans is empty',
  'no-scans': 'the API reports `no_scans`',
  'all-too-old': ({ createdAfter, newest }) =>
    `the newest scan in the list is from ${newest}, and \`created-after\` is ${createdAfter}`,
  'not-found': ({ message }) => `the API answered HTTP 404: ${message}`,
};

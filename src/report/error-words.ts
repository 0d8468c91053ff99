/** The words for problems that retrying cannot fix: what happened, and what to do about it. */
import { invisibleIn } from '../inputs/words.ts';
import type { Refused } from '../model/api-result.ts';
import type { GitHubRefusal } from '../model/github-problem.ts';
import type { RefusalCause } from '../model/refusal-cause.ts';
import { formatUtc, printable, quote } from '../util/text.ts';
import { adviceOnCertificate } from './certificates.ts';
import { describeAbsence, inputOf } from './failure-words.ts';
import { adviceOnGitHub, describeGitHubProblem } from './github-problems.ts';
import { reasonOfFindings, reasonOfReport, reasonOfStatus } from './http-status-words.ts';
import { adviceOnClient, adviceOnIdToken, claimsOf } from './keycloak.ts';
import { after, because, type Reason } from './sentence.ts';
import { reasonOfUploadRefusal } from './upload-error-words.ts';

export function reasonOfRefusal({ endpoint, cause }: Refused): Reason {
  switch (cause.type) {
    case 'redirect': {
      const to = cause.location === undefined ? '' : ` to ${cause.location}`;
      const [subject, itself] =
        endpoint === 'api' ? ['the API', 'the API'] : ['the token endpoint', 'that endpoint'];
      return because(
        `${subject} answered with a redirect (HTTP ${cause.status}${to}), which is not followed`,
        `set ${inputOf(endpoint)} to the address of ${itself} itself`,
      );
    }
    case 'http-status':
      if (cause.about === undefined) return reasonOfStatus(cause.status, cause.error);
      return cause.about === 'findings'
        ? reasonOfFindings(cause.status, cause.error)
        : reasonOfReport(cause.about, cause.status, cause.error);
    case 'unwritable':
      return because(
        `could not write a file for later steps (${cause.message})`,
        'check the disk on the runner',
      );
    case 'certificate':
      return because(
        `the certificate of the server at ${inputOf(endpoint)} is not trusted (${cause.code})`,
        adviceOnCertificate(cause.code, inputOf(endpoint)),
      );
    case 'proxy-auth':
      return because(
        'the proxy requires credentials (HTTP 407)',
        'put the user name and password into the address in `https_proxy`',
      );
    case 'github':
      return reasonOfBase(cause.problem);
    case 'token-refused':
      return reasonOfTokenRefusal(cause);
    case 'fresh-token-refused':
      return because(
        `the API refused a token issued moments before (HTTP 401${after(cause.message)})`,
        'check that `api-url` and `token-url` belong to the same tenant, ' +
          'and that the client may use the API',
      );
    case 'no-token-endpoint':
      return because(
        `no token endpoint answers at \`token-url\` (HTTP ${cause.status}${after(cause.said)})`,
        'set `token-url` to the token endpoint of your Keycloak realm',
      );
    case 'client-refused':
      return because(
        `the token endpoint refused the client (HTTP ${cause.status}${after(cause.said)})`,
        adviceOnClient(cause.status, cause.said),
      );
    case 'id-token-refused':
      return because(
        `the token endpoint refused the ID token with ${claimsOf(cause)} ` +
          `(HTTP ${cause.status}${after(cause.said)})`,
        adviceOnIdToken(cause.status, cause.said),
      );
    case 'audience-refused':
      return because(
        `the token endpoint refused the ID token for the audience "${printable(cause.audience)}" ` +
          `(HTTP ${cause.status}${after(cause.said)})`,
        'set `oidc-audience` to the issuer of the Keycloak realm',
      );
    case 'ambiguous-product':
      return because(
        `several products are named ${quote(cause.given)}`,
        `set \`product\` to one of their IDs: ${listed(cause.ids)}`,
      );
    case 'unknown-product': {
      const { given, nearest } = cause.product;
      return because(
        `no product has the ID or the name ${quote(given)}${unseen(given)}`,
        nearest.length === 0
          ? 'the credential cannot view any products, so check its roles and `product`'
          : `check \`product\`; similar: ${nearest.map(quote).join(', ')}`,
      );
    }
    case 'too-many-findings':
      return because(
        `${cause.isComparison ? 'the image and its baseline together have' : 'the image has'} ` +
          `${cause.total} findings, and at most ${cause.most} can be judged`,
        'review them in the Binarly dashboard, and turn off ' +
          `${cause.switches.map((input) => `\`${input}\``).join(' and ')} here`,
      );
    case 'baseline-absent':
      return because(
        `\`baseline-image\` has no scan to compare with (${describeAbsence(cause.absent)})`,
        'set it to the ID of an image in the same product whose scan has completed',
      );
    case 'baseline-not-completed':
      return because(
        `the newest scan of \`baseline-image\` did not complete (${printable(cause.state)})`,
        'scan that image again, or set `baseline-image` to another one',
      );
    case 'baseline-invalid':
      return because(
        `the API refused \`baseline-image\` (HTTP 400${after(cause.message)})`,
        'set it to an image ID from the platform',
      );
    case 'other-product':
      return because(
        `\`product\` is ${printable(cause.productId)}, ` +
          `but another input names product ${printable(cause.claimedId)}`,
        'make the resource names in the inputs agree with `product`',
      );
    default:
      return reasonOfUploadRefusal(cause);
  }
}

/** A quotation does not show every character. */
function unseen(text: string): string {
  const character = invisibleIn(text);
  return character === undefined ? '' : ` (it has ${character}, which is not visible)`;
}

/** No other request to GitHub can end a wait. */
function reasonOfBase(problem: GitHubRefusal): Reason {
  const isMissing = problem.type === 'refused' && [404, 422].includes(problem.status);
  return because(
    `could not read the commits of the base branch (${describeGitHubProblem(problem)})`,
    isMissing
      ? 'check that `github-token` may read the repository, and that the commit still exists'
      : adviceOnGitHub(problem),
  );
}

/** The first few of a list. */
function listed(ids: readonly string[]): string {
  const few = ids.slice(0, 5).map((id) => printable(id, 60));
  return `${few.join(', ')}${ids.length > few.length ? ' and others' : ''}`;
}

function reasonOfTokenRefusal(cause: RefusalCause & { readonly type: 'token-refused' }): Reason {
  const { expiredAtMs, message } = cause;
  const happened =
    expiredAtMs === undefined
      ? 'the API refused `token`'
      : `\`token\` expired at ${formatUtc(expiredAtMs)}`;
  return because(
    `${happened} (HTTP 401${after(message)})`,
    'access tokens are valid for 30 minutes, so request `token` just before this step, or use ' +
      '`client-id` and `client-secret` instead, so that this action can renew its tokens',
  );
}

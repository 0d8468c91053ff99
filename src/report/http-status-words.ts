/** The words for HTTP statuses of the API that retrying cannot fix. */
import type { ApiError } from '../model/refusal-cause.ts';
import type { ReportName } from '../model/reports.ts';
import { after, because, type Reason } from './sentence.ts';

/** Any other 4xx means that this is not the API, or that something sits in between. */
const OTHER_ADVICE =
  'check `api-url`, and whether something between the runner and the API refuses the request';

/**
 * @param error undefined if the body is not in Binarly's format, so it may not be from Binarly.
 */
export function reasonOfStatus(status: number, error: ApiError | undefined): Reason {
  if (status === 403 && error?.permission !== undefined) return because(lacks(error), GRANT_ROLE);
  const happened = `the API refused the request (HTTP ${status}${after(error?.message)})`;
  if (status === 431)
    return because(
      happened,
      'the token is too large for the server, so reduce the number of roles in it',
    );
  if (error === undefined) return because(happened, OTHER_ADVICE);
  if (status === 400)
    return because(happened, 'check that `product`, `image` and `scan` are IDs from the platform');
  return because(happened, status === 403 ? GRANT_ROLE : OTHER_ADVICE);
}

function lacks({ permission, resourceName }: ApiError): string {
  const on = resourceName === undefined ? '' : ` on ${resourceName}`;
  return `the credential lacks the permission ${permission}${on} (HTTP 403)`;
}

/** The same for the request for findings: `product`, `image` and `scan` have worked by then. */
export function reasonOfFindings(status: number, error: ApiError | undefined): Reason {
  if (error?.permission !== undefined)
    return {
      happened: `the API refused to list the findings: ${lacks(error)}`,
      advice: GRANT_ROLE,
      mark: ';',
    };
  const { message = '', details = '' } = error ?? {};
  const said = [message, details].filter((text) => text !== '').join('; ');
  const happened = `the API refused to list the findings (HTTP ${status}${after(said)})`;
  return because(
    happened,
    status === 403
      ? 'give the owner of the credential a role that may view the findings of the product, ' +
          'and check that no firewall refuses the request'
      : 'report this to the maintainers of this action, and turn off `fail-on-severity` and ' +
          '`fail-on-kev` meanwhile',
  );
}

export function reasonOfReport(
  report: ReportName,
  status: number,
  error: ApiError | undefined,
): Reason {
  const why =
    error?.permission === undefined
      ? `(HTTP ${status}${after(error?.message)})`
      : `because ${lacks(error)}`;
  return because(
    `the API refused the report ${report} ${why}`,
    status === 403
      ? 'give the owner of the credential a role with the permission `reports.view`'
      : 'remove it from `reports`, or check whether this release of the platform has it',
  );
}

const GRANT_ROLE = 'give the owner of the credential a role that allows it';

/** The action's inputs with their defaults, and the settings that they become. */
import type { ClientCredentials } from '../../credentials/client-credential.ts';
import type { IdTokenEndpoint } from '../../credentials/github-id-token.ts';
import type { IdTokenCredentials } from '../../credentials/id-token-credential.ts';
import type { Policy } from '../../model/policy.ts';
import type { PollInterval } from '../../polling/schedule.ts';
import type { Instant } from '../../util/instant.ts';

/** Durations in milliseconds. */
export interface Settings {
  /** The address before `/api/v4`. */
  readonly apiUrl: string;
  readonly credential: CredentialSettings;
  /** The product's ID or its exact name. */
  readonly product: string;
  /**
   * The product that resource names in `image` and `scan` belong to; undefined if they name none.
   */
  readonly claimedProductId: string | undefined;
  /** At least one, without duplicates. */
  readonly imageIds: readonly string[];
  /** This scan instead of the newest. */
  readonly scanId: string | undefined;
  readonly createdAfter: Instant | undefined;
  readonly timeoutMs: number;
  readonly pollInterval: PollInterval;
  readonly appearanceTimeoutMs: number;
  readonly maxOutageMs: number;
  readonly onTimeout: OnTimeout;
  /** The policy on findings; undefined if findings decide nothing. */
  readonly policy: Policy | undefined;
  /** Undefined without `on-timeout: defer`. */
  readonly deferral: Deferral | undefined;
}

export type OnTimeout = 'fail' | 'warn' | 'defer';

/** How a wait is handed over to a commit status. */
export interface Deferral {
  readonly githubToken: string;
  /** The name of the commit status. */
  readonly context: string;
  /** How long after the start of this step the status may stay pending, in milliseconds. */
  readonly settleWithinMs: number;
}

export type CredentialSettings =
  | { readonly kind: 'token'; readonly token: string }
  | ({ readonly kind: 'client' } & ClientCredentials)
  | ({ readonly kind: 'oidc'; readonly endpoint: IdTokenEndpoint } & IdTokenCredentials);

/**
 * Every input with its default, as in action.yml; an empty optional input means its default. The
 * default of `github-token` is an expression, which the runner evaluates.
 */
export const INPUTS = {
  'api-url': '',
  token: '',
  'client-id': '',
  'client-secret': '',
  oidc: 'false',
  'oidc-audience': '',
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
  'fail-on-severity': 'none',
  'fail-on-kev': 'false',
  'fail-on-status': 'new,inProgress',
  'baseline-image': '',
  'on-findings': 'fail',
  'github-token': '',
  'status-context': 'binarly-scan',
  'settle-within': '24h',
} as const;

export type InputName = keyof typeof INPUTS;

/** The inputs whose values are secrets. */
export const SECRET_INPUTS = [
  'token',
  'client-secret',
  'github-token',
] as const satisfies readonly InputName[];

/** The action's inputs with their defaults, and the settings that they become. */

import type { Ids } from '../../inputs/ids.ts';
import type { InputDefaults } from '../../inputs/input-reader.ts';
import { PLATFORM_INPUTS, type PlatformSettings } from '../../inputs/platform.ts';
import type { BaselineChoice } from '../../model/baseline.ts';
import type { Policy } from '../../model/policy.ts';
import type { ReportName } from '../../model/reports.ts';
import type { PollInterval } from '../../polling/schedule.ts';
import type { Instant } from '../../util/instant.ts';

/** Durations in milliseconds. */
export interface Settings extends PlatformSettings, Omit<Ids, 'baseline'> {
  readonly createdAfter: Instant | undefined;
  readonly timeoutMs: number;
  readonly pollInterval: PollInterval;
  readonly appearanceTimeoutMs: number;
  readonly maxOutageMs: number;
  readonly onTimeout: OnTimeout;
  /** The policy on findings; undefined if findings decide nothing. */
  readonly policy: Policy | undefined;
  /** What findings are compared with; undefined without `baseline-image`. */
  readonly baseline: BaselineSettings | undefined;
  /** The reports to fetch of each image whose scan completed. */
  readonly reports: readonly ReportName[];
  /** Undefined without `on-timeout: defer`. */
  readonly deferral: Deferral | undefined;
}

type BaselineSettings =
  | Extract<BaselineChoice, { readonly kind: 'image' }>
  | { readonly kind: 'base-branch'; readonly githubToken: string };

export type OnTimeout = 'fail' | 'warn' | 'defer';

/** How a wait is handed over to a commit status. */
export interface Deferral {
  readonly githubToken: string;
  /** The name of the commit status. */
  readonly context: string;
  /** How long after the start of this step the status may stay pending, in milliseconds. */
  readonly settleWithinMs: number;
}

/**
 * Every input with its default, as in action.yml; an empty optional input means its default. The
 * default of `github-token` is an expression, which the runner evaluates.
 */
export const INPUTS = {
  ...PLATFORM_INPUTS,
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
  'on-incomplete': 'fail',
  reports: '',
  'github-token': '',
  'status-context': 'binarly-scan',
  'settle-within': '24h',
} as const satisfies InputDefaults;

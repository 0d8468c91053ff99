/** Attempts that failed in a row, up to now. */
import type { Failed } from './api-result.ts';

export interface Outage {
  /** Why the last of them failed. */
  readonly failure: Failed;
  readonly times: number;
  /** When the first of them ended, a monotonic instant in milliseconds. */
  readonly sinceMs: number;
}

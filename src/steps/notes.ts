/** What every step says about a proxy and a token that it cannot use to its end. */
import type { CredentialSettings } from '../credentials/create-credential.ts';
import { expiryOf } from '../credentials/credential.ts';
import type { ServerClock } from '../polling/server-clock.ts';
import { expiryWarning, ignoredBypassesLine, ignoredProxyLine } from '../report/opening.ts';
import type { Uses } from './runtime.ts';

export type ProxyNotes = 'ignoredProxy' | 'ignoredBypasses';

/** @param info logs a line. */
export function noteProxy(
  apiUrl: string,
  info: (line: string) => void,
  { ignoredProxy, ignoredBypasses }: Uses<ProxyNotes>,
): void {
  const url = new URL(apiUrl);
  const variable = ignoredProxy(url);
  if (variable !== undefined) info(ignoredProxyLine(variable, url.hostname));
  const bypasses = ignoredBypasses(url);
  if (bypasses !== undefined) info(ignoredBypassesLine(bypasses, url.hostname));
}

/**
 * Warns about a token that will expire, once the platform has told the time.
 * @param leftMs how long the step may still take, in milliseconds.
 */
export function warnOfExpiry(
  credential: CredentialSettings,
  clock: ServerClock,
  leftMs: number,
  { workflow }: Uses<'workflow'>,
): void {
  if (credential.kind !== 'token') return;
  const nowMs = clock.wallMs();
  const warning = expiryWarning(expiryOf(credential.token), nowMs, nowMs + leftMs);
  if (warning !== undefined) workflow.warning(warning);
}

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
 * Warns, once, about a token that will expire before the step must end.
 * @param deadlineMs on the monotonic clock.
 * @returns a function to call repeatedly: it does nothing until the platform's time is known.
 */
export function expiryNote(
  credential: CredentialSettings,
  clock: ServerClock,
  deadlineMs: number,
  { workflow }: Uses<'workflow'>,
): () => void {
  if (credential.kind !== 'token') return () => {};
  let isDue = true;
  return () => {
    if (!isDue || !clock.isSet()) return;
    isDue = false;
    const nowMs = clock.wallMs();
    const endMs = nowMs + deadlineMs - clock.monotonicMs();
    const warning = expiryWarning(expiryOf(credential.token), nowMs, endMs);
    if (warning !== undefined) workflow.warning(warning);
  };
}

/** What replies and failures have in common, whichever endpoint they come from. */

import type { Failure } from '../http/http.ts';
import type { Interrupted, Refusal, Trouble } from './answer.ts';
import { certificateRefusal, refusalOf } from './refusal.ts';

export function trouble(
  detail: string,
  contact: Trouble['contact'],
  retryAfterMs?: number,
): Trouble {
  return { kind: 'trouble', detail, contact, retryAfterMs };
}

/** What a request without a reply means. */
export function ofFailure({ cause, detail }: Failure): Trouble | Refusal | Interrupted {
  switch (cause) {
    case 'interrupted':
      return { kind: 'interrupted' };
    case 'certificate':
      return certificateRefusal(detail);
    case 'proxy-auth':
      return refusalOf(407, undefined, undefined);
    case 'network':
      return trouble(detail, 'none');
    /* v8 ignore next -- @preserve not reached: the compiler knows every case */
    default:
      return cause satisfies never;
  }
}

/** Statuses that say nothing of what was asked and pass by themselves. */
export function isPassing(status: number): boolean {
  return status === 408 || status === 429 || status >= 500;
}

/**
 * @param redact applied to every string within: after parsing, so that no escape hides a secret.
 * @returns the value, or undefined for what is not JSON.
 */
export function parseJson(
  text: string,
  redact = (value: string) => value,
): { readonly value: unknown } | undefined {
  try {
    return {
      value: JSON.parse(text, (_, value: unknown) =>
        typeof value === 'string' ? redact(value) : value,
      ) as unknown,
    };
  } catch {
    return undefined;
  }
}

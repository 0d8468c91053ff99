/** What distinguishes one wait from every other. */
import { randomUUID } from 'node:crypto';

/** @returns twelve lower-case letters and digits. */
export function newNonce(): string {
  return randomUUID().replaceAll('-', '').slice(0, 12);
}

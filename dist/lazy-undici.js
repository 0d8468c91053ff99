/**
 * Stands in for `undici` in the bundle, as dist/lazy-undici.js, and loads it when it is first used. The libraries import it at
 * the top for proxies of `fetch`; this action's requests use node:http, so most steps never need it. See docs/decisions/0010.
 */
import { createRequire } from 'node:module';

const undici = () => createRequire(import.meta.url)('./undici.cjs');

/** A function and not a class, for `new` may answer with another object. */
export function ProxyAgent(options) {
  return new (undici().ProxyAgent)(options);
}

export function fetch(...args) {
  return undici().fetch(...args);
}

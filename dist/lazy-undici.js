/**
 * Replaces `undici` in the bundle, as dist/lazy-undici.js, and loads it on first use. The libraries
 * import it eagerly, for proxies of `fetch`. This action's requests use node:http, so most steps
 * never need it. See docs/decisions/0010-undici-on-demand.md.
 */
import { createRequire } from 'node:module';

const undici = () => createRequire(import.meta.url)('./undici.cjs');

/** A function and not a class, so that `new` can return an object of undici's class. */
export function ProxyAgent(options) {
  return new (undici().ProxyAgent)(options);
}

export function fetch(...args) {
  return undici().fetch(...args);
}

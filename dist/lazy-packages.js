/**
 * Replaces `undici` and `tunnel` in the bundle, as dist/lazy-packages.js, and loads each on first
 * use. The libraries import them eagerly, for proxies: undici for those of `fetch`, tunnel for those
 * of node:http. This action's requests use node:http, and most runners have no proxy. See
 * docs/decisions/0010-undici-on-demand.md.
 */
import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);
const undici = () => load('./undici.cjs');
const tunnel = () => load('./tunnel.cjs');

/** A function and not a class, so that `new` can return an object of undici's class. */
export function ProxyAgent(options) {
  return new (undici().ProxyAgent)(options);
}

export function fetch(...args) {
  return undici().fetch(...args);
}

export function httpOverHttp(options) {
  return tunnel().httpOverHttp(options);
}

export function httpsOverHttp(options) {
  return tunnel().httpsOverHttp(options);
}

export function httpOverHttps(options) {
  return tunnel().httpOverHttps(options);
}

export function httpsOverHttps(options) {
  return tunnel().httpsOverHttps(options);
}

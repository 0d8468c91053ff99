/** Http functions for tests that need no network. */
import type { Http } from '../../src/http/http.ts';
import type { HttpRequest, Reply } from '../../src/http/messages.ts';
import { reply as replyWith } from './replies.ts';

export function reply(json: unknown, status = 200): Reply {
  return replyWith(status, JSON.stringify(json));
}

export interface ScriptedHttp {
  readonly http: Http;
  /** The path and query of every request, below `/api/v4`. */
  readonly asked: string[];
}

/**
 * Answers each question about scans with the next of these states, the last one again and again,
 * and other questions by `others`.
 */
export function scriptedHttp(
  states: readonly string[],
  others: (request: HttpRequest) => ReturnType<Http> | undefined = () => undefined,
): ScriptedHttp {
  const asked: string[] = [];
  let polls = 0;
  function answer(request: HttpRequest): ReturnType<Http> {
    asked.push(request.url.replace(/^.*\/api\/v4/, ''));
    const other = others(request);
    if (other !== undefined) return other;
    const [, imageId] = /images\/([^/?]+)\?withCounts/.exec(request.url) ?? [];
    if (imageId !== undefined) return Promise.resolve(reply({ id: imageId, name: 'Board' }));
    const type = states[Math.min(polls, states.length - 1)];
    polls += 1;
    const [, asListed] = /scans\/([^?]+)/.exec(request.url) ?? [];
    const scan = {
      id: asListed ?? 's1',
      createTime: '2026-01-26T15:00:00Z',
      latestScanState: { type },
    };
    return Promise.resolve(reply(asListed === undefined ? { scans: [scan] } : scan));
  }
  return { http: answer, asked };
}

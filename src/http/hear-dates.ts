import type { ServerClock } from '../polling/server-clock.ts';
import type { Http } from './http.ts';

/** Requests to one server, each of whose answers sets that server's clock. */
export function hearingDates(http: Http, clock: ServerClock): Http {
  return async (request) => {
    const answer = await http(request);
    if (answer.kind === 'reply') clock.hear(answer.aheadMs);
    return answer;
  };
}

/** The agents that requests share, which know the proxy of the environment. */
import type { Agent } from 'node:http';
import { HttpClient } from '@actions/http-client';

/**
 * Returns the agent for a URL: through the proxy that the environment names, or one that all
 * requests of a protocol share, which resumes TLS sessions. No keep-alive: polls are seconds apart,
 * and a server that closes an idle connection just then costs a poll.
 */
export function createAgents(): (url: URL) => Agent {
  const client = () => new HttpClient(undefined, [], { keepAlive: false });
  // A client keeps its first agent, even if the next URL has another protocol.
  const [forPlain, forTls] = [client(), client()];
  return (url) => (url.protocol === 'https:' ? forTls : forPlain).getAgent(url.href);
}

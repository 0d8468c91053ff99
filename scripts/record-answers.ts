/**
 * `node scripts/record-answers.ts API_URL PORT FILE`: listens on that port of this machine, passes
 * every request on to the API, and appends to the file one line of JSON per answer, without what
 * belongs to the tenant. Nothing of a request is kept but its method and its address; a raw answer is
 * never written. Prints its own address as soon as it listens, and runs until it is killed.
 */
import { appendFileSync } from 'node:fs';
import {
  createServer,
  type IncomingMessage,
  request as requestPlain,
  type ServerResponse,
} from 'node:http';
import { request as requestTls } from 'node:https';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream';
import { type Anonymizer, createAnonymizer } from './anonymize.ts';

/** A larger body, such as a report, is only measured, in bytes. */
const LONGEST_BODY = 1024 * 1024;

/** Headers that the action acts on, with values that name nobody. */
const HEADERS = ['content-type', 'content-encoding', 'retry-after'];

export interface Recorder {
  readonly url: string;
  close(): Promise<void>;
}

/** @param port 0 for any that is free. */
export async function startRecorder(apiUrl: string, port: number, file: string): Promise<Recorder> {
  const anonymizer = createAnonymizer();
  const base = apiUrl.replace(/\/+$/, '').replace(/\/api\/v4$/, '');
  const server = createServer((request, response) => {
    const asked = { method: request.method, address: anonymizer.address(request.url ?? '') };
    passOn(request, response, base, (answer) => {
      appendFileSync(file, `${JSON.stringify({ ...asked, ...answer(anonymizer) })}\n`);
    });
  });
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', () => listening()));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      return new Promise((closed) => server.close(() => closed()));
    },
  };
}

type ApiResult = (anonymizer: Anonymizer) => object;

function passOn(
  request: IncomingMessage,
  response: ServerResponse,
  base: string,
  record: (answer: ApiResult) => void,
): void {
  const target = new URL(base + (request.url ?? ''));
  const { host: _, connection: __, ...headers } = request.headers;
  const send = target.protocol === 'https:' ? requestTls : requestPlain;
  const outgoing = send(target, { method: request.method, headers });
  outgoing.on('error', (error: NodeJS.ErrnoException) => {
    // What the client abandons has no answer, whatever the connection says of its end.
    const cause = response.destroyed ? 'abandoned' : (error.code ?? 'unknown');
    record(() => ({ error: cause }));
    response.destroy();
  });
  response.on('close', () => outgoing.destroy());
  outgoing.on('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    const chunks: Buffer[] = [];
    let bytes = 0;
    answer.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= LONGEST_BODY) chunks.push(chunk);
    });
    answer.on('close', () => {
      const body = bytes <= LONGEST_BODY ? Buffer.concat(chunks).toString() : '';
      record((anonymizer) => described(answer, bytes, body, anonymizer));
    });
    // Ends either side if the other breaks off.
    pipeline(answer, response, () => undefined);
  });
  request.pipe(outgoing);
}

function described(
  { statusCode, headers, complete }: IncomingMessage,
  bytes: number,
  body: string,
  anonymizer: Anonymizer,
): object {
  return {
    status: statusCode,
    headers: Object.fromEntries(
      Object.keys(headers).map((name) => [name, HEADERS.includes(name) ? headers[name] : '…']),
    ),
    bytes,
    ...(complete ? {} : { complete }),
    ...parsed(body, anonymizer),
  };
}

/** Nothing of a body that is not JSON, because a text may name anything. */
function parsed(body: string, anonymizer: Anonymizer): object {
  try {
    return { body: anonymizer.value(JSON.parse(body)) };
  } catch {
    return {};
  }
}

if (import.meta.main) {
  const [apiUrl = '', port = '', file = ''] = process.argv.slice(2);
  if (!URL.canParse(apiUrl) || !/^\d+$/.test(port) || file === '') {
    console.error('Usage: node scripts/record-answers.ts API_URL PORT FILE');
    process.exit(2);
  }
  const recorder = await startRecorder(apiUrl, Number(port), file);
  console.log(recorder.url);
}

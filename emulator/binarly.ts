/**
 * A Binarly in this process, over real HTTP on loopback: products, images and scans that live on a scripted timeline, with
 * faults. The clock is passed in: the real one for the demo, a jumping one for tests of long waits.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../src/clock.ts';
import { apiError, type Fault, jsonAnswer, play } from './faults.ts';

/** All instants in milliseconds from the first request on, which may be negative: a process that starts slowly misses nothing. */
export interface Script {
  /** The one bearer token that is accepted. */
  readonly token: string;
  readonly images: readonly ImageScript[];
  readonly faults?: readonly FaultScript[];
}

interface ImageScript {
  readonly productId: string;
  readonly imageId: string;
  /** Before it, the image answers 404. */
  readonly appearsMs?: number;
  readonly scans: readonly ScanScript[];
}

export interface ScanScript {
  readonly id: string;
  /** From then on it is in the list. */
  readonly createdMs: number;
  /** In order of time; `type` left out gives a scan without a state. */
  readonly states: readonly { readonly atMs: number; readonly type?: string }[];
}

/** A fault in place of an answer, for the API requests (counted from 1) and the stretch of time given; both bounds count. */
export interface FaultScript {
  readonly fault: Fault;
  readonly fromRequest?: number;
  readonly toRequest?: number;
  readonly fromMs?: number;
  readonly toMs?: number;
}

export interface Emulator {
  /** What `api-url` is to be. */
  readonly url: string;
  /** Path and query of every request so far. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** Listens on the loopback interface. @param port 0: any that is free. */
export async function startEmulator(script: Script, clock: Clock, port = 0): Promise<Emulator> {
  let start: { readonly monotonicMs: number; readonly wallMs: number } | undefined;
  const requests: string[] = [];

  function answer(request: IncomingMessage): Fault {
    requests.push(request.url ?? '');
    start ??= { monotonicMs: clock.monotonicMs(), wallMs: clock.wallMs() };
    const { wallMs } = start;
    const nowMs = clock.monotonicMs() - start.monotonicMs;
    const fault = script.faults?.find((entry) => applies(entry, requests.length, nowMs));
    if (fault !== undefined) return fault.fault;
    if (request.headers.authorization !== `Bearer ${script.token}`) return apiError(401, 'unauthenticated');
    return route(request.url ?? '', nowMs, (ms) => new Date(wallMs + ms).toISOString());
  }

  function route(url: string, nowMs: number, time: (ms: number) => string): Fault {
    const { pathname, searchParams } = new URL(url, 'http://emulator');
    const withState = searchParams.get('status') === 'true';
    const segments = pathname.split('/').slice(1).map(decodeURIComponent);
    const [api, version, products, productId, images, imageId, scans, scanId, ...rest] = segments;
    if (`${api}/${version}/${products}/${images}/${scans}` !== 'api/v4/products/images/scans' || rest.length > 0)
      return apiError(404, 'no such route');
    const image = script.images.find((entry) => entry.productId === productId && entry.imageId === imageId);
    if (image === undefined || nowMs < (image.appearsMs ?? -Infinity)) return apiError(404, 'image not found');
    const created = image.scans.filter(({ createdMs }) => createdMs <= nowMs);
    if (scanId === undefined) return jsonAnswer(200, { scans: created.map((scan) => body(scan, nowMs, withState, time)) });
    const scan = created.find(({ id }) => id === scanId);
    return scan === undefined ? apiError(404, 'scan not found') : jsonAnswer(200, body(scan, nowMs, withState, time));
  }

  function body(scan: ScanScript, nowMs: number, withState: boolean, time: (ms: number) => string): object {
    const state = withState ? scan.states.findLast(({ atMs }) => atMs <= nowMs) : undefined;
    const latestScanState =
      state?.type === undefined ? {} : { latestScanState: { type: state.type, createTime: time(state.atMs) } };
    return { id: scan.id, createTime: time(scan.createdMs), author: 'user@example.com', ...latestScanState };
  }

  const server = createServer((request: IncomingMessage, response: ServerResponse) => play(answer(request), response));
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  const { port: listensOn } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${listensOn}`,
    requests,
    close() {
      server.closeAllConnections();
      return new Promise((closed) => server.close(() => closed()));
    },
  };
}

function applies(
  { fromRequest = 1, toRequest = Infinity, fromMs = -Infinity, toMs = Infinity }: FaultScript,
  request: number,
  nowMs: number,
) {
  return request >= fromRequest && request <= toRequest && nowMs >= fromMs && nowMs <= toMs;
}

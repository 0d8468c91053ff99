/**
 * A Binarly in this process, over real HTTP on loopback: products, images and scans that live on a
 * scripted timeline, with faults. The clock is passed in: the real one for the demo, a jumping one
 * for tests of long waits.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Clock } from '../src/polling/clock.ts';
import { apiError, type Fault, jsonAnswer, play } from './faults.ts';
import { answerGrid, GRID_PATH } from './findings.ts';
import { createKeycloak, TOKEN_PATH } from './keycloak.ts';
import { answerReport, isReport } from './reports.ts';
import type { FaultScript, ImageScript, ScanScript, Script } from './script.ts';
import { createUploads, type StorageRequest } from './upload.ts';

export interface Emulator {
  /** The value for `api-url`. */
  readonly url: string;
  /** The value for `token-url`. */
  readonly tokenUrl: string;
  /** The path and query of every request to the API so far. */
  readonly requests: readonly string[];
  /** Every token issued so far. */
  readonly issued: readonly string[];
  /** The images that were uploaded. */
  readonly uploaded: readonly ImageScript[];
  /** Every request to the storage so far, which `requests` does not have. */
  readonly sent: readonly StorageRequest[];
  /** How many requests that make an image were made. */
  finishes(): number;
  /** How many times a token was requested. */
  tokenRequests(): number;
  close(): Promise<void>;
}

const DAY_MS = 86_400_000;
const LIST_PATH = /^\/api\/v4\/products\/[^/]+\/images$/;

/** Listens on the loopback interface. @param port 0 picks any free port. */
export async function startEmulator(script: Script, clock: Clock, port = 0): Promise<Emulator> {
  let start: { readonly monotonicMs: number; readonly wallMs: number } | undefined;
  const requests: string[] = [];
  let findingsRequests = 0;
  let listRequests = 0;
  let reportRequests = 0;
  const keycloak = script.client && createKeycloak(script.client, clock);
  const uploads = script.uploads && createUploads(script.uploads, script.images);

  async function answer(request: IncomingMessage): Promise<Fault> {
    start ??= { monotonicMs: clock.monotonicMs(), wallMs: clock.wallMs() };
    const { wallMs } = start;
    const nowMs = clock.monotonicMs() - start.monotonicMs;
    const elsewhere =
      (await keycloak?.answer(request, nowMs)) ?? (await uploads?.store(request, nowMs));
    if (elsewhere !== undefined) return elsewhere;
    requests.push(request.url ?? '');
    const isGrid = request.method === 'POST' && request.url === GRID_PATH;
    const isList = request.method === 'GET' && LIST_PATH.test(request.url ?? '');
    if (isGrid) findingsRequests += 1;
    if (isList) listRequests += 1;
    const isForReport = isReport(request.url ?? '');
    if (isForReport) reportRequests += 1;
    const fault = script.faults?.find((entry) => {
      if (entry.only === 'findings') return isGrid && applies(entry, findingsRequests, nowMs);
      if (entry.only === 'images') return isList && applies(entry, listRequests, nowMs);
      if (entry.only === 'reports') return isForReport && applies(entry, reportRequests, nowMs);
      return applies(entry, requests.length, nowMs);
    });
    if (fault !== undefined) return fault.fault;
    if (!(await accepted(request.headers.authorization?.replace('Bearer ', '') ?? '', nowMs)))
      return apiError(401, 'unauthenticated');
    const uploaded = await uploads?.answer(request, nowMs);
    if (uploaded !== undefined) return uploaded;
    const images = [...script.images, ...(uploads?.images ?? [])];
    const report = answerReport(images, request.method ?? '', request.url ?? '', nowMs);
    if (report !== undefined) return report;
    if (isGrid) return answerGrid(images, await text(request), findingsRequests);
    return route(request.url ?? '', nowMs, (ms) => new Date(wallMs + ms).toISOString());
  }

  async function accepted(token: string, nowMs: number): Promise<boolean> {
    if (token === script.token || (await script.accepts?.(token)) === true) return true;
    return keycloak?.accepts(token, nowMs) === true;
  }

  function route(url: string, nowMs: number, time: (ms: number) => string): Fault {
    const { pathname, searchParams } = new URL(url, 'http://emulator');
    if (pathname === '/api/v4/products')
      return jsonAnswer(200, { products: script.products ?? [] });
    const withState = searchParams.get('status') === 'true';
    const segments = pathname.split('/').slice(1).map(decodeURIComponent);
    const [api, version, products, productId, images, imageId, scans, scanId, ...rest] = segments;
    if (
      `${api}/${version}/${products}/${images}/${scans ?? 'scans'}` !==
        'api/v4/products/images/scans' ||
      rest.length > 0
    )
      return apiError(404, 'no such route');
    const known = [...script.images, ...(uploads?.images ?? [])].filter(
      (entry) => entry.productId === productId,
    );
    if (imageId === undefined) return jsonAnswer(200, { images: listed(known, nowMs, time) });
    const image = known.find((entry) => entry.imageId === imageId);
    if (image === undefined || nowMs < (image.appearsMs ?? -Infinity))
      return apiError(404, 'image not found');
    if (scans === undefined) {
      const { counts, name = 'firmware', version } = image;
      const withCounts = searchParams.get('withCounts') === 'true' && counts !== undefined;
      return jsonAnswer(200, { id: imageId, name, version, ...(withCounts ? { counts } : {}) });
    }
    const created = image.scans.filter(({ createdMs }) => createdMs <= nowMs);
    if (scanId === undefined)
      return jsonAnswer(200, { scans: created.map((scan) => body(scan, nowMs, withState, time)) });
    const scan = created.find(({ id }) => id === scanId);
    return scan === undefined
      ? apiError(404, 'scan not found')
      : jsonAnswer(200, body(scan, nowMs, withState, time));
  }

  function body(
    scan: ScanScript,
    nowMs: number,
    withState: boolean,
    time: (ms: number) => string,
  ): object {
    const state = withState ? scan.states.findLast(({ atMs }) => atMs <= nowMs) : undefined;
    const latestScanState =
      state?.type === undefined
        ? {}
        : { latestScanState: { type: state.type, createTime: time(state.atMs) } };
    return {
      id: scan.id,
      createTime: time(scan.createdMs),
      author: 'user@example.com',
      ...latestScanState,
    };
  }

  function listed(
    images: readonly ImageScript[],
    nowMs: number,
    time: (ms: number) => string,
  ): readonly object[] {
    const there = images.filter(({ appearsMs = -Infinity }) => nowMs >= appearsMs);
    return there.map(({ imageId, name = 'firmware', createdMs = -DAY_MS, scans, ...image }) => ({
      id: imageId,
      name,
      version: image.version,
      isArchived: image.isArchived,
      createTime: time(createdMs),
      scans: scans.map((scan) => ({ id: scan.id, createTime: time(scan.createdMs) })),
    }));
  }

  const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    const fault = await answer(request);
    response.setHeader('date', new Date(clock.wallMs()).toUTCString());
    play(fault, response);
  });
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  const { port: listensOn } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${listensOn}`,
    tokenUrl: `http://127.0.0.1:${listensOn}${TOKEN_PATH}`,
    requests,
    uploaded: uploads?.images ?? [],
    sent: uploads?.sent ?? [],
    finishes: () => uploads?.finishes() ?? 0,
    get issued() {
      return keycloak?.issued() ?? [];
    },
    tokenRequests: () => keycloak?.requests() ?? 0,
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

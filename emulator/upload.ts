/**
 * Plays the platform's part in an upload: the address to send a file to, the storage there, the
 * request that makes the file an image and starts a scan, and the call that starts another one.
 * Source: Binarly's "Upload Image" page and its OpenAPI, which take the fields of the last call as a
 * multipart form and as a query.
 */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { apiError, type Fault, jsonAnswer } from './faults.ts';
import type { ImageScript, ScanScript, UploadScript } from './script.ts';
import { storageAnswer, takeFile, xmlError } from './storage.ts';

export interface Uploads {
  /** What was uploaded, with its scans. */
  readonly images: readonly ImageScript[];
  /** Every request to the storage, in order. */
  readonly sent: readonly StorageRequest[];
  /** How many requests for an image were made. */
  finishes(): number;
  /** Answers storage, which takes no token; undefined if the request is not for storage. */
  store(request: IncomingMessage, nowMs: number): Promise<Fault | undefined>;
  /** Answers an authorized call; undefined for any other call. */
  answer(request: IncomingMessage, nowMs: number): Promise<Fault | undefined>;
}

export interface StorageRequest {
  readonly method: string;
  /** With the signature. */
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
}

interface TempFile {
  readonly signature: string;
  readonly createdMs: number;
  /** What was sent, as its MD5; undefined until then. */
  md5: string | undefined;
}

interface UploadedImage extends ImageScript {
  readonly scans: ScanScript[];
}

const ROUTES = {
  storage: /^\/storage\/([^/]+)$/,
  url: /^\/api\/v4\/products\/[^/]+\/tempFiles:generateUploadUrl$/,
  upload: /^\/api\/v4\/products\/([^/]+)\/images:upload$/,
  scans: /^\/api\/v4\/products\/[^/]+\/images\/([^/]+)\/scans$/,
};

const NOTHING_FOUND = { counts: { findingTypeCounts: [], kev: 0 }, findings: { rows: [] } };

/** @param others images that were not uploaded here. */
export function createUploads(script: UploadScript, others: readonly ImageScript[] = []): Uploads {
  const { states, findings = NOTHING_FOUND, urlLifetimeMs = Infinity, uploadUrl } = script;
  const files = new Map<string, TempFile>();
  const images: UploadedImage[] = [];
  const sent: StorageRequest[] = [];
  let ids = 0;
  let finishes = 0;

  /** In the form of a ULID. */
  function newId(): string {
    ids += 1;
    return `01JZ2ZW8H6${String(ids).padStart(16, '0')}`;
  }

  function newScan(nowMs: number): ScanScript {
    const shifted = states.map((state) => ({ ...state, atMs: nowMs + state.atMs }));
    return { id: newId(), createdMs: nowMs, states: shifted };
  }

  async function store(request: IncomingMessage, nowMs: number): Promise<Fault | undefined> {
    const { pathname, searchParams } = urlOf(request);
    const [, id] = ROUTES.storage.exec(pathname) ?? [];
    if (id === undefined) return undefined;
    const { method = '', url = '', headers } = request;
    sent.push({ method, url, headers });
    const fault = script.storage?.find(
      ({ from = 1, to = Infinity }) => sent.length >= from && sent.length <= to,
    )?.fault;
    const taken = await takeFile(request, fault);
    if ('kind' in taken) return taken;
    if (method !== 'PUT') return { kind: 'answer', status: 405, body: '' };
    // As cloud storage does: the signature in the address is the only authentication.
    if (headers.authorization !== undefined) return xmlError(400, 'InvalidArgument');
    if (headers['content-length'] === undefined) return xmlError(411, 'MissingContentLength');
    const file = files.get(id);
    if (file === undefined || searchParams.get('signature') !== file.signature)
      return xmlError(403, 'SignatureDoesNotMatch');
    if (nowMs > file.createdMs + urlLifetimeMs) return xmlError(400, 'ExpiredToken');
    file.md5 = taken.md5;
    return storageAnswer(taken, fault);
  }

  function generateUrl(request: IncomingMessage, nowMs: number): Fault {
    const id = newId();
    const signature = `${randomUUID()}${randomUUID()}`;
    files.set(id, { signature, createdMs: nowMs, md5: undefined });
    const path = `/storage/${id}?signature=${signature}`;
    const host = `http://${request.headers.host}`;
    return jsonAnswer(200, { id, uploadUrl: uploadUrl?.(path, host) ?? `${host}${path}` });
  }

  async function upload(request: IncomingMessage, productId: string, nowMs: number) {
    finishes += 1;
    const fields = await readFields(request);
    if (typeof fields === 'string') return apiError(400, fields);
    const fault = script.finishing?.find(
      ({ from = 1, to = Infinity }) => finishes >= from && finishes <= to,
    );
    if (fault?.isUnmade) return fault.answer;
    const made = make(fields, productId, nowMs, fault?.listedAfterMs);
    const image = images.at(-1);
    if (fault?.isDoubled && image) images.push({ ...image, imageId: newId() });
    return fault?.answer ?? made;
  }

  function make(
    { tempFileId = '', imageName: name, version }: Readonly<Record<string, string | undefined>>,
    productId: string,
    nowMs: number,
    listedAfterMs = 0,
  ): Fault {
    if (name === undefined) return apiError(400, 'tempFileId and imageName are required');
    const isSame = (it: ImageScript) => it.name === name && it.version === version;
    if (script.hasUniqueNames === true && [...others, ...images].some(isSame))
      return apiError(409, 'image exists');
    if (files.get(tempFileId)?.md5 === undefined)
      return apiError(400, 'nothing was uploaded for this tempFileId');
    files.delete(tempFileId);
    const [imageId, scan] = [newId(), newScan(nowMs)];
    const appearsMs = nowMs + listedAfterMs;
    const image = { productId, imageId, name, createdMs: nowMs, appearsMs, scans: [scan] };
    images.push({ ...image, ...(version === undefined ? {} : { version }), ...findings });
    const createTime = new Date().toISOString();
    const scans = [{ id: scan.id, createTime }];
    return jsonAnswer(201, { id: imageId, name, version, createTime, scans });
  }

  function rescan(imageId: string, nowMs: number): Fault {
    const image = images.find((entry) => entry.imageId === imageId);
    if (image === undefined) return apiError(404, 'image not found');
    const scan = newScan(nowMs);
    image.scans.push(scan);
    return jsonAnswer(201, { id: scan.id });
  }

  async function answer(request: IncomingMessage, nowMs: number): Promise<Fault | undefined> {
    const { pathname } = urlOf(request);
    if (request.method === 'GET')
      return ROUTES.url.test(pathname) ? generateUrl(request, nowMs) : undefined;
    if (request.method !== 'POST') return undefined;
    const [, productId] = ROUTES.upload.exec(pathname) ?? [];
    if (productId !== undefined) return upload(request, decodeURIComponent(productId), nowMs);
    const [, imageId] = ROUTES.scans.exec(pathname) ?? [];
    return imageId === undefined ? undefined : rescan(decodeURIComponent(imageId), nowMs);
  }

  return { images, sent, finishes: () => finishes, store, answer };
}

function urlOf(request: IncomingMessage): URL {
  return new URL(request.url ?? '', 'http://emulator');
}

/**
 * The fields of the last call, from the query if the form is empty. A server that was generated from
 * the OpenAPI refuses a body that is no form; the documentation requires the file in a form with
 * fields, even though the content was sent before.
 * @returns what is wrong, if something is.
 */
async function readFields(
  request: IncomingMessage,
): Promise<Record<string, string | undefined> | string> {
  const type = request.headers['content-type'] ?? '';
  const body = await buffer(request);
  if (!type.startsWith('multipart/form-data')) return 'the body is not multipart/form-data';
  const form = await new Response(new Uint8Array(body), {
    headers: { 'content-type': type },
  }).formData();
  const entries = [...form];
  if (entries.length === 0) return Object.fromEntries(urlOf(request).searchParams);
  if (!(form.get('file') instanceof Blob)) return 'file is required';
  const texts = entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return Object.fromEntries(texts);
}

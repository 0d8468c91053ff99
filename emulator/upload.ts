/**
 * Plays what runs before the action: the calls that upload an image, which starts a scan, and the
 * call that starts another one. Source: Binarly's "Upload Image" page and its OpenAPI, which take
 * the fields of the last call as a multipart form and as a query.
 */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { apiError, type Fault, jsonAnswer } from './faults.ts';
import type { ImageScript, ScanScript, UploadScript } from './script.ts';

export interface Uploads {
  /** What was uploaded, with its scans. */
  readonly images: readonly ImageScript[];
  /** Answers storage, which takes no token; undefined if the request is not for storage. */
  store(request: IncomingMessage): Promise<Fault | undefined>;
  /** Answers an authorized call; undefined for any other call. */
  answer(request: IncomingMessage, nowMs: number): Promise<Fault | undefined>;
}

interface TempFile {
  readonly signature: string;
  /** undefined until the file was sent. */
  bytes: number | undefined;
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

export function createUploads({ states, findings = NOTHING_FOUND }: UploadScript): Uploads {
  const files = new Map<string, TempFile>();
  const images: UploadedImage[] = [];
  let ids = 0;

  /** In the form of a ULID. */
  function newId(): string {
    ids += 1;
    return `01JZ2ZW8H6${String(ids).padStart(16, '0')}`;
  }

  function newScan(nowMs: number): ScanScript {
    const shifted = states.map((state) => ({ ...state, atMs: nowMs + state.atMs }));
    return { id: newId(), createdMs: nowMs, states: shifted };
  }

  async function store(request: IncomingMessage): Promise<Fault | undefined> {
    const { pathname, searchParams } = urlOf(request);
    const [, id] = ROUTES.storage.exec(pathname) ?? [];
    if (id === undefined) return undefined;
    const file = files.get(id);
    const { length } = await buffer(request);
    if (request.method !== 'PUT') return { kind: 'answer', status: 405, body: '' };
    // As cloud storage does: the signature in the address is the only authentication.
    if (request.headers.authorization !== undefined)
      return { kind: 'answer', status: 400, body: 'Only one auth mechanism allowed' };
    if (file === undefined || searchParams.get('signature') !== file.signature)
      return { kind: 'answer', status: 403, body: 'SignatureDoesNotMatch' };
    file.bytes = length;
    return { kind: 'answer', status: 200, body: '' };
  }

  function generateUrl(request: IncomingMessage): Fault {
    const id = newId();
    const signature = randomUUID();
    files.set(id, { signature, bytes: undefined });
    const uploadUrl = `http://${request.headers.host}/storage/${id}?signature=${signature}`;
    return jsonAnswer(200, { id, uploadUrl });
  }

  async function upload(request: IncomingMessage, productId: string, nowMs: number) {
    const fields = await readFields(request);
    if (fields === undefined) return apiError(400, 'file is required');
    const { tempFileId, imageName: name, version } = fields;
    if (tempFileId === undefined || name === undefined)
      return apiError(400, 'tempFileId and imageName are required');
    if (files.get(tempFileId)?.bytes === undefined)
      return apiError(400, 'nothing was uploaded for this tempFileId');
    files.delete(tempFileId);
    const image = { productId, imageId: newId(), scans: [newScan(nowMs)], ...findings };
    images.push(image);
    return jsonAnswer(201, { id: image.imageId, name, version });
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
      return ROUTES.url.test(pathname) ? generateUrl(request) : undefined;
    if (request.method !== 'POST') return undefined;
    const [, productId] = ROUTES.upload.exec(pathname) ?? [];
    if (productId !== undefined) return upload(request, decodeURIComponent(productId), nowMs);
    const [, imageId] = ROUTES.scans.exec(pathname) ?? [];
    return imageId === undefined ? undefined : rescan(decodeURIComponent(imageId), nowMs);
  }

  return { images, store, answer };
}

function urlOf(request: IncomingMessage): URL {
  return new URL(request.url ?? '', 'http://emulator');
}

/**
 * The fields of the last call, from a query without a body or from a form. Undefined if a form
 * lacks the file, which the documentation requires even though the content was sent before.
 */
async function readFields(
  request: IncomingMessage,
): Promise<Record<string, string | undefined> | undefined> {
  const body = await buffer(request);
  const { searchParams } = urlOf(request);
  if (body.length === 0) return Object.fromEntries(searchParams);
  const headers = { 'content-type': request.headers['content-type'] ?? '' };
  const form = await new Response(new Uint8Array(body), { headers }).formData();
  if (!(form.get('file') instanceof Blob)) return undefined;
  const texts = [...form].filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(texts);
}

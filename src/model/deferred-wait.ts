/**
 * A deferred wait: everything that a later run needs to finish it. It lives in the `target_url` of
 * a commit status and nowhere else, so anyone who may write statuses may have written it.
 */
import type { FindingStatus } from './finding.ts';
import { isSameId, SERVER_ID } from './ids.ts';
import { type Policy, THRESHOLDS } from './policy.ts';

export interface DeferredWait {
  /** The run and its attempt that wait: digits. */
  readonly runId: string;
  readonly attempt: string;
  /** Undefined until a product's name is resolved; always set once a wait is handed over. */
  readonly productId: string | undefined;
  /** From 1 to 10. */
  readonly images: readonly DeferredImage[];
  /** Whether the step has ended and someone else must finish the wait. */
  readonly isHandedOver: boolean;
  /** The step's policy on findings, which whoever finishes the wait also applies. */
  readonly policy: Policy | undefined;
  /**
   * How long the status that carries this may stay pending, in milliseconds, to the second. Counts
   * from when GitHub says that the status was created: a runner's clock may be wrong.
   */
  readonly leftMs: number;
  /** Distinguishes this wait from any other on the same commit. */
  readonly nonce: string;
  /** The commit that it is about, as `commitOf` shortens it: a copy elsewhere is no wait. */
  readonly commit: string;
}

export interface DeferredImage {
  readonly imageId: string;
  /** Undefined until a scan was seen; always set once a wait is handed over. */
  readonly scanId: string | undefined;
  /**
   * The image that the step compares this one with, or would have. Undefined without a baseline,
   * and until it was found.
   */
  readonly baselineImageId?: string | undefined;
}

/** More would not fit in a `target_url`. */
export const MOST_IMAGES = 10;
/** The longest `target_url` that we write, in characters. */
export const LONGEST_TARGET_URL = 1_000;

/** Version 1 named no commit, so its statuses could be copied. */
const VERSION = '2';
const PARAMETER = 'binarly';
/** None of these may be in an ID (`SERVER_ID`), and none needs escaping in the query of a URL (RFC 3986). */
const [FIELD, IMAGE, PART] = ['*', '!', ','];
const NONCE = /^[a-z0-9]{8,40}$/;
const RUN = /^(\d{1,20})\.(\d{1,10})$/;
/** Seconds in base 36. */
const SECONDS = /^[a-z0-9]{1,8}$/;
const COMMIT_LENGTH = 12;
/** The letter that stands for each status of a finding. */
const STATUS_LETTERS = new Map([
  ['n', 'new'],
  ['i', 'inProgress'],
  ['r', 'rejected'],
  ['m', 'remediated'],
] as const satisfies readonly (readonly [string, FindingStatus])[]);

/** What findings do (`f`: fail, `w`: warn), and `i` if a contradiction is let pass. */
const MARKS = ['f', 'w', 'fi', 'wi'];

/** What a wait keeps of a commit: the first twelve digits of its SHA. */
export function commitOf(sha: string): string {
  return sha.slice(0, COMMIT_LENGTH);
}

/** Whether an ID can be carried. */
export function isCarriable(id: string): boolean {
  return SERVER_ID.test(id) && !isDotSegment(id);
}

/** Every URL parser resolves these away in a path. */
function isDotSegment(id: string): boolean {
  return id === '.' || id === '..';
}

/** @param pageUrl the page that the status links to: an address without a query. */
export function toTargetUrl(pageUrl: string, wait: DeferredWait): string {
  const fields = [
    VERSION,
    `${wait.runId}.${wait.attempt}`,
    wait.productId ?? '',
    wait.isHandedOver ? 'h' : 'w',
    Math.floor(wait.leftMs / 1000).toString(36),
    wait.nonce,
    wait.commit,
    wait.policy === undefined ? '' : encodePolicy(wait.policy),
    wait.images.map(encodeImage).join(IMAGE),
  ];
  return `${pageUrl}?${PARAMETER}=${fields.join(FIELD)}`;
}

/** The baseline is left out if there is none. */
function encodeImage({ imageId, scanId = '', baselineImageId }: DeferredImage): string {
  return [imageId, scanId, ...(baselineImageId === undefined ? [] : [baselineImageId])].join(PART);
}

function encodePolicy(policy: Policy): string {
  const letters = [...STATUS_LETTERS].filter(([, status]) => policy.statuses.includes(status));
  return [
    policy.threshold,
    policy.failOnKev ? 'k' : '',
    letters.map(([letter]) => letter).join(''),
    (policy.onFindings === 'warn' ? 'w' : 'f') + (policy.onIncomplete === 'warn' ? 'i' : ''),
  ].join(PART);
}

/**
 * Reads what `toTargetUrl` wrote. Never throws, whatever the input.
 * @param sha the commit that has the status.
 * @returns undefined if the address carries no wait for this commit, or anything in it is invalid.
 */
export function readTargetUrl(targetUrl: string, sha: string): DeferredWait | undefined {
  if (targetUrl.length > LONGEST_TARGET_URL || !URL.canParse(targetUrl)) return undefined;
  const fields = new URL(targetUrl).searchParams.get(PARAMETER)?.split(FIELD) ?? [];
  if (fields.length !== 9) return undefined;
  const [version, run = '', product, mark, left = '', nonce = '', commit = '', ...rest] = fields;
  const [policyText, imagesText] = rest;
  const [, runId, attempt] = RUN.exec(run) ?? [];
  const productId = readId(product);
  const images = readImages(imagesText);
  const policy = policyText === '' ? undefined : readPolicy(policyText);
  const isHandedOver = mark === 'h';
  const isComplete = productId.id !== undefined && images?.every((it) => it.scanId !== undefined);
  if (version !== VERSION || runId === undefined || attempt === undefined) return undefined;
  if (!productId.ok || images === undefined || policy === 'invalid') return undefined;
  if (!(isHandedOver || mark === 'w') || (isHandedOver && isComplete !== true)) return undefined;
  if (!SECONDS.test(left) || !NONCE.test(nonce)) return undefined;
  if (commit !== commitOf(sha)) return undefined;
  const leftMs = Number.parseInt(left, 36) * 1000;
  const known = { runId, attempt, productId: productId.id, images, isHandedOver };
  return { ...known, policy, leftMs, nonce, commit };
}

/** An ID that may be missing. */
function readId(text = ''): { readonly ok: boolean; readonly id: string | undefined } {
  return { ok: text === '' || isCarriable(text), id: text === '' ? undefined : text };
}

/** @returns undefined if any of them is invalid, or one is named twice. */
function readImages(text = ''): readonly DeferredImage[] | undefined {
  const parts = text.split(IMAGE).map((entry) => entry.split(PART));
  if (parts.length > MOST_IMAGES) return undefined;
  const images: DeferredImage[] = [];
  for (const [imageId = '', scanText, baselineText, ...rest] of parts) {
    const [scan, baseline] = [readId(scanText), readId(baselineText)];
    const isWhole = scanText !== undefined && baselineText !== '' && rest.length === 0;
    // Compared with itself, an image has nothing that is new.
    if (baseline.id !== undefined && isSameId(baseline.id, imageId)) return undefined;
    const isValid = isWhole && isCarriable(imageId) && scan.ok && baseline.ok;
    if (!isValid || images.some((image) => image.imageId === imageId)) return undefined;
    images.push({ imageId, scanId: scan.id, baselineImageId: baseline.id });
  }
  return images;
}

function readPolicy(text = ''): Policy | 'invalid' {
  const [thresholdText, kev, letters = '', mark, ...rest] = text.split(PART);
  const threshold = THRESHOLDS.find((name) => name === thresholdText);
  const statuses = [...STATUS_LETTERS].filter(([letter]) => letters.includes(letter));
  const isValid =
    (kev === 'k' || kev === '') &&
    statuses.map(([letter]) => letter).join('') === letters &&
    statuses.length > 0 &&
    MARKS.some((known) => known === mark) &&
    rest.length === 0;
  if (threshold === undefined || !isValid) return 'invalid';
  return {
    threshold,
    failOnKev: kev === 'k',
    statuses: statuses.map(([, status]) => status),
    onFindings: mark?.startsWith('w') ? 'warn' : 'fail',
    onIncomplete: mark?.endsWith('i') ? 'warn' : 'fail',
  };
}

/** The script that the emulated Binarly plays: products, images, scans, and what goes wrong. */
import type { Fault } from './faults.ts';
import type { FindingsScript } from './findings.ts';
import type { ClientScript } from './keycloak.ts';

/**
 * All instants in milliseconds since the first request; they may be negative, so that a process
 * that starts slowly misses nothing.
 */
export interface Script {
  /** A bearer token that is always accepted. */
  readonly token?: string;
  /** The client that Keycloak issues tokens to; if left out, there is no Keycloak. */
  readonly client?: ClientScript;
  /** Which other tokens are accepted, if a real provider issues them. */
  readonly accepts?: (token: string) => Promise<boolean>;
  readonly images: readonly ImageScript[];
  /** What the list of products contains; empty if left out. */
  readonly products?: readonly { readonly id?: unknown; readonly name?: unknown }[];
  readonly faults?: readonly FaultScript[];
  /** What happens to images that are uploaded; the upload calls answer 404 if left out. */
  readonly uploads?: UploadScript;
}

export interface ImageScript {
  readonly productId: string;
  readonly imageId: string;
  /** Until then, requests for the image get a 404. */
  readonly appearsMs?: number;
  readonly scans: readonly ScanScript[];
  /** What was found in the image, as the API counts it; an answer without counts if left out. */
  readonly counts?: object;
  readonly name?: string;
  readonly version?: string;
  readonly findings?: FindingsScript;
}

export interface ScanScript {
  readonly id: string;
  /** From then on, it is in the list. */
  readonly createdMs: number;
  /** In order of time; `type` left out gives a scan without a state. */
  readonly states: readonly { readonly atMs: number; readonly type?: string }[];
}

/**
 * A fault in place of an answer, for the given API requests (counted from 1) and the given time
 * span; both bounds are inclusive.
 */
export interface FaultScript {
  readonly fault: Fault;
  /** Only requests for findings, which are then counted separately. */
  readonly only?: 'findings';
  readonly fromRequest?: number;
  readonly toRequest?: number;
  readonly fromMs?: number;
  readonly toMs?: number;
}

export interface UploadScript {
  /** States of every scan that an upload starts, in milliseconds from its creation. */
  readonly states: ScanScript['states'];
  /** What is found in every image; nothing if left out. */
  readonly findings?: Pick<ImageScript, 'counts' | 'findings'>;
}

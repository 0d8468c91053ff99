/** The script that the emulated Binarly plays: products, images, scans, and what goes wrong. */
import type { Fault } from './faults.ts';
import type { FindingsScript } from './findings.ts';
import type { ClientScript } from './keycloak.ts';
import type { StorageFault } from './storage.ts';

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
  readonly isArchived?: boolean;
  /** When it was created; long ago if left out. */
  readonly createdMs?: number;
  readonly findings?: FindingsScript;
  /** In place of a report, by its segment and query, as in `sbomReport:SPDX?contentType=json`. */
  readonly reports?: Readonly<Record<string, Fault>>;
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
  /** Limits the fault to one kind of request, which is then counted on its own. */
  readonly only?: 'findings' | 'images' | 'reports';
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
  /** How long an address to upload to is valid; forever if left out. */
  readonly urlLifetimeMs?: number;
  /** The address that the API gives, if not that of the storage here. */
  readonly uploadUrl?: (path: string, host: string) => string;
  /** Whether a second image of one name and version is refused (409). */
  readonly hasUniqueNames?: boolean;
  /** What goes wrong at the storage, by the number of the request to it. */
  readonly storage?: readonly (Requests & { readonly fault: StorageFault })[];
  /** What goes wrong with the request that makes an image, by its number. */
  readonly finishing?: readonly (Requests & FinishingFault)[];
}

/** Counted from 1; both bounds are inclusive. */
interface Requests {
  readonly from?: number;
  readonly to?: number;
}

interface FinishingFault {
  /** The answer, whether or not an image was made. */
  readonly answer: Fault;
  /** Whether no image is made. */
  readonly isUnmade?: true;
  /** Whether somebody else makes another image of that name and version at the same moment. */
  readonly isDoubled?: true;
  /** How much later the list of images has it. */
  readonly listedAfterMs?: number;
}

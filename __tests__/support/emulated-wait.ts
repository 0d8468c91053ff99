/** Waits against the emulator over real HTTP, on a clock that jumps: hours in milliseconds. */
import { startEmulator } from '../../emulator/binarly.ts';
import type { ClientScript } from '../../emulator/keycloak.ts';
import type { FaultScript, ScanScript, Script } from '../../emulator/script.ts';
import { createApi } from '../../src/binarly/api.ts';
import { imagesOfProduct } from '../../src/binarly/resolve-product.ts';
import { newestScan, scanById } from '../../src/binarly/scans.ts';
import { clientCredential } from '../../src/credentials/client-credential.ts';
import { staticCredential } from '../../src/credentials/credential.ts';
import { createHttp, type Http } from '../../src/http/http.ts';
import { end, type ImageRecord } from '../../src/model/image-record.ts';
import { createServerClock } from '../../src/polling/server-clock.ts';
import { createStartGrace } from '../../src/polling/start-grace.ts';
import {
  followScan,
  type ScanPoll,
  type Update,
  type WaitBudgets,
} from '../../src/scan/follow-scan.ts';
import { TOKEN } from './builders.ts';
import { createJumpingClock, type JumpingClock } from './jumping-clock.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** A product ID that needs no list of products. */
export const PRODUCT_ID = '01JZ30CYZY52F5BPR3AAJ2DP80';

export function patience(overrides: Partial<WaitBudgets> = {}): WaitBudgets {
  return {
    timeoutMs: 2 * HOUR,
    pollInterval: { kind: 'auto' },
    appearanceTimeoutMs: 5 * MINUTE,
    maxOutageMs: 15 * MINUTE,
    ...overrides,
  };
}

export function scanScript(
  id: string,
  createdMs: number,
  ...states: readonly (readonly [atMs: number, type: string])[]
): ScanScript {
  return { id, createdMs, states: states.map(([atMs, type]) => ({ atMs, type })) };
}

export interface GivenWaits {
  /** The scans of each image that the platform has. */
  readonly images: Readonly<Record<string, readonly ScanScript[]>>;
  /** What to wait for; every image that the platform has if left out. */
  readonly imageIds?: readonly string[];
  readonly faults?: readonly FaultScript[];
  readonly patience?: Partial<WaitBudgets>;
  readonly scanId?: string;
  /** `product` as given; an ID that needs no list if left out. */
  readonly product?: string;
  readonly products?: Script['products'];
  readonly signal?: AbortSignal;
  /** In place of a static token. */
  readonly client?: ClientScript;
  /** By how much the platform's wall clock is ahead of the runner's, in milliseconds. */
  readonly skewMs?: number;
  readonly random?: () => number;
  readonly onUpdate?: (update: Update, clock: JumpingClock) => void;
  /** Stands between the wait and the network. */
  readonly throughHttp?: (http: Http, clock: JumpingClock) => Http;
}

/** Follows each image to its verdict. */
export async function runWaits(given: GivenWaits) {
  const {
    images,
    imageIds = Object.keys(images),
    faults = [],
    skewMs = 0,
    client: account,
  } = given;
  const { product = PRODUCT_ID, products = [], signal = new AbortController().signal } = given;
  const clock = createJumpingClock();
  const script: Script = {
    images: Object.entries(images).map(([imageId, scans]) => ({
      productId: PRODUCT_ID,
      imageId,
      scans,
    })),
    products,
    faults,
    ...(account === undefined ? { token: TOKEN } : { client: account }),
  };
  const platformClock = { ...clock, wallMs: () => clock.wallMs() + skewMs };
  const emulator = await startEmulator(script, platformClock);
  const network = createHttp('test', clock);
  const held: Http = (request) => clock.hold(() => network(request));
  const http = given.throughHttp?.(held, clock) ?? held;
  const credential =
    account === undefined
      ? staticCredential(TOKEN, clock)
      : clientCredential(
          { clientId: account.id, clientSecret: account.secret, tokenUrl: emulator.tokenUrl },
          { http, clock, mask: () => undefined },
        );
  const serverClock = createServerClock(clock);
  const askApi = createApi({ http, apiUrl: emulator.url, credential, clock: serverClock });
  const resolved = imagesOfProduct({ given: product, claimedId: undefined }, askApi);
  const updates: Update[] = [];
  try {
    const poll: ScanPoll = (imageId, followedId) =>
      resolved.asking(() => {
        const wantedId = given.scanId ?? followedId();
        return wantedId === undefined ? newestScan(imageId) : scanById(imageId, wantedId);
      });
    const beganMs = clock.monotonicMs();
    const tools = {
      clock: serverClock,
      random: given.random ?? (() => 0.5),
      signal,
      grace: createStartGrace(beganMs),
      onUpdate(update: Update) {
        updates.push(update);
        given.onUpdate?.(update, clock);
      },
    };
    const wait = { ...patience(given.patience), beganMs };
    const records = await Promise.all(
      imageIds.map(async (imageId) => {
        const { record, ended } = await followScan(imageId, poll, wait, tools);
        return end(record, ended);
      }),
    );
    const { requests } = emulator;
    return { records, updates, requests, tokens: emulator.tokenRequests(), clock };
  } finally {
    await emulator.close();
  }
}

/** Follows one image. */
export async function runWait(
  given: Omit<GivenWaits, 'images' | 'imageIds'> & { readonly scans: readonly ScanScript[] },
) {
  const waits = await runWaits({ ...given, images: { 'image-1': given.scans } });
  const [record] = waits.records;
  if (record === undefined) throw new Error('a wait leaves a record');
  return { ...waits, record, sleeps: sleepsBetween(waits.updates) };
}

/** Milliseconds from each answered poll to the next. */
function sleepsBetween(updates: readonly Update[]): readonly number[] {
  const polled = updates.filter(({ result }) => result !== undefined);
  const instants = polled.map(({ record }: { record: ImageRecord }) => record.waitedMs);
  return instants.slice(1).map((ms, index) => ms - (instants[index] ?? 0));
}

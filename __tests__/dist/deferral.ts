/** A repository on an emulated GitHub, with the built actions running for it. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmulator } from '../../emulator/binarly.ts';
import { startGitHub } from '../../emulator/github.ts';
import type { GitHub, GitHubScript } from '../../emulator/github-script.ts';
import { runStep, type StepOptions, type StepResult } from '../../emulator/runner.ts';
import type { Script } from '../../emulator/script.ts';
import { type DeferredWait, readTargetUrl } from '../../src/model/deferred-wait.ts';
import { systemClock } from '../../src/polling/clock.ts';
import { IDS, scanIn, TOKEN } from './step.ts';

export const GITHUB_TOKEN = 'token-of-the-job';
export const HEAD = 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00';

type Image = Script['images'][number];

export interface Repository {
  readonly github: GitHub;
  /** Runs the waiting action while the platform has these images. */
  wait(images: readonly Image[], inputs?: Inputs, more?: More): Promise<StepResult>;
  /** Runs the settle action. */
  sweep(images: readonly Image[], inputs?: Inputs, more?: More): Promise<StepResult>;
  /** The states of the head's statuses, newest first. */
  states(sha?: string): readonly string[];
  close(): Promise<void>;
}

type Inputs = Readonly<Record<string, string>>;

export interface More {
  readonly run?: string;
  readonly attempt?: string;
  readonly event?: object;
  readonly options?: StepOptions;
  readonly script?: Partial<Script>;
}

/** An image whose scan is in this state from before the start on. */
export function imageIn(type: string, overrides: Partial<Image> = {}): Image {
  return { productId: IDS.product, imageId: IDS.image, scans: [scanIn(type)], ...overrides };
}

export async function openRepository(script: Partial<GitHubScript> = {}): Promise<Repository> {
  const github = await startGitHub({
    repository: 'acme/firmware',
    token: GITHUB_TOKEN,
    pullRequests: [HEAD],
    branches: { main: [] },
    ...script,
  });

  async function run(
    action: 'wait' | 'settle',
    images: readonly Image[],
    inputs: Inputs,
    { run: runId = '1', attempt = '1', event = {}, options = {}, script: more = {} }: More,
  ): Promise<StepResult> {
    const { client } = more;
    const account = client === undefined ? { token: TOKEN } : {};
    const binarly = await startEmulator({ ...account, images, ...more }, systemClock);
    const eventFile = join(mkdtempSync(join(tmpdir(), 'event-')), 'event.json');
    writeFileSync(eventFile, JSON.stringify(event));
    const env = {
      GITHUB_API_URL: github.url,
      GITHUB_SERVER_URL: 'https://github.test',
      GITHUB_REPOSITORY: 'acme/firmware',
      GITHUB_RUN_ID: runId,
      GITHUB_RUN_ATTEMPT: attempt,
      GITHUB_SHA: HEAD,
      GITHUB_EVENT_PATH: eventFile,
    };
    const common = {
      'api-url': binarly.url,
      ...(client === undefined
        ? { token: TOKEN }
        : {
            'client-id': client.id,
            'client-secret': client.secret,
            'token-url': binarly.tokenUrl,
          }),
      product: IDS.product,
      'github-token': GITHUB_TOKEN,
    };
    const waiting = {
      image: images.map(({ imageId }) => imageId).join('\n'),
      'on-timeout': 'defer',
      timeout: '0s',
      'poll-interval': '1s',
    };
    try {
      return await runStep(
        { ...common, ...(action === 'wait' ? waiting : {}), ...inputs },
        {
          ...options,
          ...(action === 'settle' ? { action } : {}),
          env: { ...env, ...options.env },
        },
      );
    } finally {
      await binarly.close();
    }
  }

  return {
    github,
    wait: (images, inputs = {}, more = {}) => run('wait', images, inputs, more),
    sweep: (images, inputs = {}, more = {}) => run('settle', images, inputs, more),
    states: (sha = HEAD) => github.statuses(sha).map(({ state }) => state),
    close: () => github.close(),
  };
}

/** What the newest status of a commit carries. */
export function carried(github: GitHub, sha = HEAD): DeferredWait | undefined {
  return readTargetUrl(github.statuses(sha)[0]?.target_url ?? '', sha);
}

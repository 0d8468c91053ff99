/** Every image of a step, with its details, against a made-up API on a clock that jumps. */
import { describe, expect, it } from 'vitest';
import type { Http } from '../../../src/http/http.ts';
import type { NoReply, Reply } from '../../../src/http/messages.ts';
import { followImages } from '../../../src/steps/wait/follow-images.ts';
import type { Settings } from '../../../src/steps/wait/settings.ts';
import { beginStep, recordsOf } from '../../../src/steps/wait/step.ts';
import { settings } from '../../support/builders.ts';
import { fakeDependencies } from '../../support/dependencies.ts';
import { MINUTE, PRODUCT_ID } from '../../support/emulated-wait.ts';
import { policy } from '../../support/findings.ts';
import { reply } from '../../support/replies.ts';
import { fakeWorkflow } from '../../support/workflow.ts';

function json(status: number, value: unknown): Reply {
  return reply(status, JSON.stringify(value));
}

/** The image's newest scan, in the state that its ID names. */
const scansByState: Http = ({ url }) => {
  if (url.endsWith('/products')) return Promise.resolve(json(403, { message: 'denied' }));
  if (url.endsWith('/grids/findings:gridList')) {
    const rows = [{ id: 'f1', severity: 'critical', status: 'new' }];
    return Promise.resolve(json(200, { total: 1, rows }));
  }
  const type = /images\/([a-z]+)/.exec(url)?.[1];
  const scan = { id: `scan-of-${type}`, createTime: '2026-01-26T15:00:00Z' };
  const one = { ...scan, latestScanState: { type } };
  if (type === 'none') return Promise.resolve(json(200, { scans: [] }));
  return Promise.resolve(json(200, url.includes('/scans?') ? { scans: [one] } : one));
};

interface More {
  readonly settings?: Partial<Settings>;
  readonly outputFails?: boolean;
}

async function follow(imageIds: readonly string[], httpForDetails: Http, more: More = {}) {
  const controller = new AbortController();
  const workflow = fakeWorkflow();
  const write = workflow.output;
  const dependencies = fakeDependencies({
    workflow: {
      ...workflow,
      output(name: string, value: string) {
        if (more.outputFails) throw new Error('disk full');
        write(name, value);
      },
    },
    http: scansByState,
    httpForDetails,
  });
  const once = { product: PRODUCT_ID, imageIds, timeoutMs: 0, appearanceTimeoutMs: 0 };
  const step = beginStep(settings({ ...once, ...more.settings }), dependencies);
  await followImages(step, undefined, controller.signal, dependencies);
  return { records: recordsOf(step), workflow };
}

describe('the details', () => {
  const details: Http = ({ url }) => {
    const [, id] = /images\/([^?]+)/.exec(url) ?? [];
    return Promise.resolve(json(200, { id, name: 'Board', version: '1.2' }));
  };

  it('are read for every image that is there, and for no other', async () => {
    const asked: string[] = [];
    const { records } = await follow(
      ['completed', 'failed', 'cancelled', 'running', 'none'],
      (request) => {
        asked.push(request.url.replace(/^.*images\//, ''));
        return details(request);
      },
    );
    expect(records.map(({ ended, details: read }) => [ended?.status, read?.name])).toEqual([
      ['completed', 'Board'],
      ['failed', 'Board'],
      ['cancelled', 'Board'],
      ['timed-out', 'Board'],
      ['no-scan', undefined],
    ]);
    expect(asked.sort()).toEqual(
      ['cancelled', 'completed', 'failed', 'running'].map((id) => `${id}?withCounts=true`),
    );
  });

  it('are read for an image whose findings block it', async () => {
    const { records } = await follow(['completed'], details, {
      settings: { policy: policy() },
    });
    expect(records[0]).toMatchObject({
      ended: { status: 'findings' },
      details: { name: 'Board' },
    });
  });

  it('are not requested if the product was never resolved', async () => {
    const { records } = await follow(['completed'], () => Promise.reject(new Error('asked')), {
      settings: { product: 'Board' },
    });
    expect(records[0]).toMatchObject({ ended: { status: 'error' }, details: undefined });
  });

  const noReply: NoReply = { kind: 'no-reply', problem: { type: 'too-slow', limitMs: 10_000 } };
  it.each([
    ['a failed request', noReply],
    ['an absent image', json(404, { message: 'image not found' })],
    ['a refusal', json(403, { message: 'denied' })],
    ['an interruption', { kind: 'no-reply', problem: { type: 'interrupted' } } as NoReply],
  ])('that are missing because of %s are one line in the log', async (_, reply) => {
    const { records, workflow } = await follow(['completed'], () => Promise.resolve(reply));
    expect(records[0]).toMatchObject({ ended: { status: 'completed' }, details: undefined });
    expect(workflow.said.filter((line) => line.includes('details'))).toHaveLength(1);
  });

  it('that never come delay the verdict by 10 s and are one line in the log', async () => {
    const { records, workflow } = await follow(['completed'], () => new Promise(() => undefined));
    expect(records[0]).toMatchObject({ ended: { status: 'completed' }, waitedMs: 0 });
    expect(workflow.said.filter((line) => line.includes('timed out'))).toHaveLength(1);
  });
});

it('a long wait without news logs a heartbeat every five minutes', async () => {
  const { workflow } = await follow(['running'], () => new Promise(() => undefined), {
    settings: { timeoutMs: 19 * MINUTE },
  });
  expect(workflow.said.filter((line) => line.includes('still waiting'))).toHaveLength(3);
});

describe('the output scan-id', () => {
  const noDetails: Http = () => Promise.resolve(json(404, { message: 'image not found' }));

  it('is written as soon as the first image’s scan is known', async () => {
    const { workflow } = await follow(['running', 'completed'], noDetails);
    expect(workflow.outputs).toEqual({ 'scan-id': 'scan-of-running' });
  });

  it('that cannot be written yet does not end the wait', async () => {
    const { records, workflow } = await follow(['completed'], noDetails, { outputFails: true });
    expect(records[0]).toMatchObject({ ended: { status: 'completed' } });
    expect(workflow.said.filter((line) => line.includes('disk full'))).toHaveLength(1);
  });
});

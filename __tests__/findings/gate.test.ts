import { describe, expect, it } from 'vitest';
import type { Images } from '../../src/binarly/client.ts';
import type { FindingsQuery } from '../../src/binarly/findings.ts';
import type { ProductImages } from '../../src/binarly/resolve-product.ts';
import { createGate, type Gate } from '../../src/findings/gate.ts';
import type { Answer } from '../../src/model/answer.ts';
import { beginRecord, end, type ImageRecord } from '../../src/model/image-record.ts';
import type { Policy } from '../../src/model/policy.ts';
import type { Scan } from '../../src/model/scan.ts';
import type { Ended } from '../../src/model/verdict.ts';
import type { PollLimits } from '../../src/polling/limits.ts';
import type { FollowedScan, Update } from '../../src/scan/follow-scan.ts';
import {
  anyLimits,
  detailsWith,
  finding,
  findings,
  found,
  pageOf,
  policy,
} from '../support/findings.ts';
import { createJumpingClock } from '../support/jumping-clock.ts';

const NOT_FOUND = { kind: 'absent', cause: { type: 'not-found', message: 'no image' } } as const;
const BAD_GATEWAY = {
  kind: 'failed',
  endpoint: 'api',
  cause: { type: 'http-status', status: 502, message: undefined },
  reached: 'busy',
} as const;

function scanIn(type: string | undefined): Answer<Scan> {
  const state = type === undefined ? undefined : { type, since: undefined };
  return found({ id: 'scan-1', createTime: undefined, state });
}

function waited(ended: Ended): FollowedScan {
  return { record: { ...beginRecord('image-1'), polls: 3, waitedMs: 90_000 }, ended };
}

async function judged(gate: Gate, followed: FollowedScan): Promise<ImageRecord> {
  const { record, ended } = await gate.judge(followed);
  return end(record, ended);
}

/** A gate before a platform; every question about it is kept. */
function gateBefore(answers: Partial<Images>, given: Policy | undefined, signal?: AbortSignal) {
  const clock = createJumpingClock();
  const asked: string[] = [];
  const queries: FindingsQuery[] = [];
  const updates: Update[] = [];
  const unexpected = () => Promise.reject(new Error('not expected'));
  const images: Images = {
    newestScan(imageId, createdAfter, limits) {
      asked.push(`scan of ${imageId} after ${createdAfter}`);
      return answers.newestScan?.(imageId, createdAfter, limits) ?? unexpected();
    },
    scan: unexpected,
    details: (imageId, limits) => {
      asked.push(`details of ${imageId}`);
      return answers.details?.(imageId, limits) ?? unexpected();
    },
    findings(query, limits) {
      asked.push(`page ${query.page}`);
      queries.push(query);
      return answers.findings?.(query, limits) ?? unexpected();
    },
  };
  const product: ProductImages = {
    ask: <T>(question: (of: Images) => Promise<Answer<T>>, _: PollLimits) => question(images),
    product: () => undefined,
  };
  const gate = createGate(given, {
    images: product,
    budgets: {
      deadlineMs: clock.monotonicMs() + 3_600_000,
      maxOutageMs: 60_000,
      pollInterval: { kind: 'auto' },
    },
    dependencies: { clock, random: () => 0.5, signal: signal ?? new AbortController().signal },
    onUpdate: (update) => void updates.push(update),
  });
  return { gate, asked, queries, updates };
}

const listing = (all: ReturnType<typeof findings>): Partial<Images> => ({
  findings: ({ page }) => Promise.resolve(pageOf(all, page)),
  details: () => Promise.resolve(detailsWith({ weakness: all.length })),
});

describe('without a policy', () => {
  it('a completed scan is the verdict, and nothing is asked', async () => {
    const { gate, asked, updates } = gateBefore({}, undefined);
    const record = waited({ status: 'completed' });
    expect(await gate.judge(record)).toBe(record);
    const ask = () => Promise.resolve(scanIn('new'));
    expect(gate.baselineFirst(ask)).toBe(ask);
    expect([...asked, ...updates]).toEqual([]);
  });
});

describe('with a policy', () => {
  it('any other verdict stands, and nothing is requested', async () => {
    const { gate, asked } = gateBefore({}, policy());
    const ask = () => Promise.resolve(scanIn('new'));
    expect(gate.baselineFirst(ask)).toBe(ask);
    const record = waited({ status: 'cancelled' });
    expect(await gate.judge(record)).toBe(record);
    expect(asked).toEqual([]);
  });

  it('an image without findings that count is completed', async () => {
    const { gate, updates } = gateBefore(listing(findings(2, { severity: 'low' })), policy());
    const record = await judged(gate, waited({ status: 'completed' }));
    expect(record).toMatchObject({
      ended: { status: 'completed' },
      judgement: { open: { low: 2 } },
    });
    expect(record.waitedMs).toBe(95_000);
    expect(record.timeline.entries).toMatchObject([
      { waitedMs: 95_000, change: { kind: 'judged' } },
    ]);
    expect(updates.at(-1)?.record).toEqual({ ...record, ended: undefined });
  });

  it('an image with a finding that counts breaks it', async () => {
    const given = policy();
    const { gate, queries } = gateBefore(listing([finding()]), given);
    const record = await judged(gate, waited({ status: 'completed' }));
    expect(record.ended).toEqual({
      status: 'findings',
      judgement: record.judgement,
      policy: given,
    });
    expect(queries).toEqual([{ imageId: 'image-1', baselineImageId: undefined, page: 1 }]);
  });

  it('findings that cannot be read lead to no verdict but `unavailable`', async () => {
    const { gate, updates } = gateBefore(
      { findings: () => Promise.resolve(BAD_GATEWAY) },
      policy(),
    );
    const record = await judged(gate, waited({ status: 'completed' }));
    expect(record).toMatchObject({
      judgement: undefined,
      ended: { status: 'unavailable', reachedApi: true, findings: 'max-outage', forMs: 60_000 },
    });
    const kinds = updates.flatMap(({ changes }) => changes.map(({ kind }) => kind));
    expect(kinds).toEqual(['unread']);
    expect(updates.slice(0, -1).every(({ record: { ended } }) => ended === undefined)).toBe(true);
    expect(updates[0]?.record.outage?.failure).toEqual(BAD_GATEWAY);
  });

  it('a read that fails at first leaves no failure behind', async () => {
    let requests = 0;
    const { gate } = gateBefore(
      {
        findings: ({ page }) => {
          requests += 1;
          return Promise.resolve(requests === 1 ? BAD_GATEWAY : pageOf([finding()], page));
        },
      },
      policy(),
    );
    const record = await judged(gate, waited({ status: 'completed' }));
    expect(record).toMatchObject({ outage: undefined, ended: { status: 'findings' } });
  });

  it('a refusal is an error', async () => {
    const cause = { type: 'http-status', status: 403, error: undefined } as const;
    const refused = { kind: 'refused', endpoint: 'api', cause } as const;
    const { gate } = gateBefore({ findings: () => Promise.resolve(refused) }, policy());
    const { ended: verdict } = await judged(gate, waited({ status: 'completed' }));
    expect(verdict).toEqual({ status: 'error', refused });
  });

  it('an interruption is not a verdict on findings', async () => {
    const interruption = AbortSignal.abort();
    const { gate } = gateBefore(listing([]), policy(), interruption);
    const { ended: verdict } = await judged(gate, waited({ status: 'completed' }));
    expect(verdict).toEqual({ status: 'interrupted' });
  });
});

describe('with a baseline', () => {
  const compared = policy({ baselineImageId: 'baseline' });
  const firstPoll = async (baseline: Answer<Scan>, polls = 1) => {
    const { gate, asked } = gateBefore({ newestScan: () => Promise.resolve(baseline) }, compared);
    const ask = gate.baselineFirst(() => {
      asked.push('scan');
      return Promise.resolve(scanIn('running'));
    });
    let answer: Answer<Scan> | undefined;
    for (let poll = 0; poll < polls; poll += 1)
      answer = await ask('image-1', undefined, anyLimits());
    return { answer, asked };
  };

  it.each(['completed', 'done'])('the first poll asks once for one that is %s', async (state) => {
    const { answer, asked } = await firstPoll(scanIn(state), 3);
    expect(answer).toEqual(scanIn('running'));
    expect(asked).toEqual(['scan of baseline after undefined', 'scan', 'scan', 'scan']);
  });

  it.each(['failed', 'cancelled'])('the first poll ends in an error if it is %s', async (state) => {
    const { answer, asked } = await firstPoll(scanIn(state));
    expect(answer).toMatchObject({
      kind: 'refused',
      cause: { type: 'baseline-not-completed', state },
    });
    expect(asked).not.toContain('scan');
  });

  it('the first poll ends in an error if it is missing or was never scanned', async () => {
    const unscanned = { kind: 'absent', cause: { type: 'empty-list' } } as const;
    for (const absent of [NOT_FOUND, unscanned]) {
      const { answer } = await firstPoll(absent);
      expect(answer).toMatchObject({
        kind: 'refused',
        cause: { type: 'baseline-absent', absent: absent.cause },
      });
    }
  });

  it('the question about the image decides if the 404 is about a mistyped product', async () => {
    const unknownProduct = { given: 'Bord', nearest: ['Board'] };
    const { answer } = await firstPoll({
      ...NOT_FOUND,
      cause: { ...NOT_FOUND.cause, unknownProduct },
    });
    expect(answer).toEqual(scanIn('running'));
  });

  it('the first poll ends in an error that names it if the API refuses its ID', async () => {
    const error = { message: 'malformed', permission: undefined, resourceName: undefined };
    const refusal = (status: number) =>
      ({
        kind: 'refused',
        endpoint: 'api',
        cause: { type: 'http-status', status, error },
      }) as const;
    const { answer } = await firstPoll(refusal(400));
    expect(answer).toMatchObject({ cause: { type: 'baseline-invalid', message: 'malformed' } });
    expect((await firstPoll(refusal(403))).answer).toEqual(refusal(403));
  });

  it.each(['new', 'running', 'paused', undefined])(
    'the wait continues while it is %s, and asks about it again only when it is needed',
    async (state) => {
      const { answer, asked } = await firstPoll(scanIn(state), 2);
      expect(answer).toEqual(scanIn('running'));
      expect(asked).toEqual(['scan of baseline after undefined', 'scan', 'scan']);
    },
  );

  it('each poll asks about it until there is an answer', async () => {
    const { asked } = await firstPoll(BAD_GATEWAY, 2);
    expect(asked.filter((question) => question !== 'scan')).toHaveLength(2);
  });

  it('an interruption ends the poll', async () => {
    const { answer } = await firstPoll({ kind: 'interrupted' });
    expect(answer).toEqual({ kind: 'interrupted' });
  });

  it('it is compared with, and only what is new counts', async () => {
    const all = [
      finding({ id: 'a', side: 'left' }),
      finding({ id: 'b', side: 'both' }),
      finding({ id: 'c', side: 'right' }),
    ];
    const { gate, queries } = gateBefore(
      { ...listing(all), newestScan: () => Promise.resolve(scanIn('completed')) },
      compared,
    );
    const { judgement } = await judged(gate, waited({ status: 'completed' }));
    expect(judgement?.blocking.map(({ id }) => id)).toEqual(['c']);
    expect(queries).toEqual([{ imageId: 'image-1', baselineImageId: 'baseline', page: 1 }]);
  });

  it('it is asked about once if it was good at the first poll', async () => {
    const { gate, asked } = gateBefore(
      { ...listing([]), newestScan: () => Promise.resolve(scanIn('completed')) },
      compared,
    );
    await gate.baselineFirst(() => Promise.resolve(scanIn('completed')))(
      'image-1',
      undefined,
      anyLimits(),
    );
    const { ended: verdict } = await judged(gate, waited({ status: 'completed' }));
    expect(verdict).toEqual({ status: 'completed' });
    expect(asked).toEqual([
      'scan of baseline after undefined',
      'page 1',
      'details of image-1',
      'page 1',
    ]);
  });

  it.each(['running', 'paused', undefined])(
    'no verdict but `unavailable` follows from one that is still %s',
    async (state) => {
      const { gate, asked } = gateBefore(
        { ...listing([]), newestScan: () => Promise.resolve(scanIn(state)) },
        compared,
      );
      const { ended: verdict } = await judged(gate, waited({ status: 'completed' }));
      const failure = { cause: { type: 'baseline-unfinished', state } };
      expect(verdict).toMatchObject({ status: 'unavailable', failure });
      expect(asked).not.toContain('page 1');
    },
  );
});

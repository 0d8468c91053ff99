import { describe, expect, it } from 'vitest';
import type { ImageRecord } from '../../../src/model/image-record.ts';
import type { Change } from '../../../src/model/timeline.ts';
import type { Verdict } from '../../../src/model/verdict.ts';
import {
  describeChange,
  describeResult,
  progressOfMany,
  progressOfOne,
  undocumentedWarning,
} from '../../../src/steps/wait/lines.ts';
import { createLog } from '../../../src/steps/wait/log.ts';
import { imageReport } from '../../../src/steps/wait/report.ts';
import type { Settings } from '../../../src/steps/wait/settings.ts';
import { ended, failed, record, scan, settings } from '../../support/builders.ts';
import { createJumpingClock } from '../../support/jumping-clock.ts';
import { fakeWorkflow } from '../../support/workflow.ts';

function logOf(overrides: Partial<Settings> = {}) {
  const clock = createJumpingClock();
  const { said, ...workflow } = fakeWorkflow();
  const given = settings(overrides);
  const log = createLog(given, clock, workflow);
  const poll = (known: ImageRecord) => log.update({ record: known, result: failed(), changes: [] });
  const change = (imageId: string, ...changes: readonly Change[]) =>
    log.update({ record: record({ imageId, waitedMs: 5_000 }), result: undefined, changes });
  const end = (imageId: string, verdict: Verdict) => log.ended(ended(verdict, { imageId }));
  const clause = (it: Change) => describeChange(it, given);
  return { log, clock, poll, change, end, clause, said };
}

const CHOSEN: Change = { kind: 'chosen', scan: scan() };
const STATE: Change = { kind: 'state', scan: scan(), state: 'running' };
const ODD: Change = { kind: 'undocumented', scan: scan(), state: 'odd' };
const OUTAGE: Change = { kind: 'outage', failure: failed() };
const OTHER_OUTAGE: Change = { kind: 'outage', failure: failed({ type: 'no-state' }) };
const RECOVERED: Change = { kind: 'recovered', outageMs: 60_000 };

describe('the log of one image', () => {
  it('has a line for each change', () => {
    const { change, clause, said } = logOf();
    const changes = [CHOSEN, STATE, OUTAGE, RECOVERED];
    change('image-1', ...changes);
    expect(said).toEqual(changes.map((it) => `info After 5 s: ${clause(it)}.`));
  });

  it('has polls in debug only', () => {
    const { poll, said } = logOf();
    poll(record());
    expect(said).toEqual([`debug After 1 min 30 s: poll 3: ${describeResult(failed())}`]);
  });

  it('has no line for the end, because the closing line says it', () => {
    const { end, said } = logOf();
    end('image-1', { status: 'timed-out' });
    expect(said).toEqual([]);
  });

  it('says in a heartbeat how far the wait is', () => {
    const { log, clock, said } = logOf();
    clock.jump(300_000);
    log.heartbeat([record()]);
    const standing = progressOfOne(record(), undefined);
    expect(said).toEqual([`info After 5 min of 2 h: still waiting; ${standing}.`]);
  });

  it('is silent while only details are left to read, but counts that as a heartbeat', () => {
    const { log, clock, said } = logOf();
    clock.jump(300_000);
    log.heartbeat([ended({ status: 'completed' })]);
    expect(said).toEqual([]);
    expect(log.lastLineMs()).toBe(clock.monotonicMs());
  });
});

describe('the log of several images', () => {
  const IMAGES = { imageIds: ['a', 'b', 'c'] };

  it('names the image in each line, and names a scan with its first state', () => {
    const { change, poll, clause, said } = logOf(IMAGES);
    change('a', CHOSEN, STATE);
    poll(record({ imageId: 'b' }));
    expect(said).toEqual([
      `info After 5 s: image a: ${clause(STATE)}.`,
      `debug After 1 min 30 s: image b: poll 3: ${describeResult(failed())}`,
    ]);
  });

  it('makes the IDs of images printable', () => {
    const { change, said } = logOf(IMAGES);
    change('a\n::error::\u202e', STATE);
    expect(said[0]).toMatch(/^info After 5 s: image a ::error::: scan/);
  });

  it('warns once of undocumented states, and then logs them', () => {
    const { change, clause, said } = logOf(IMAGES);
    change('b', ODD);
    change('a', ODD);
    expect(said).toEqual([
      `warning ${undocumentedWarning(`image b: ${clause(ODD)}`)}`,
      `info After 5 s: image a: ${clause(ODD)}.`,
    ]);
  });

  it('reports a shared outage once, and its end when the last image has left it', () => {
    const { change, clause, said } = logOf(IMAGES);
    change('a', OUTAGE);
    change('b', OUTAGE);
    change('c', OTHER_OUTAGE);
    change('a', RECOVERED);
    change('b', RECOVERED);
    change('a', OUTAGE);
    expect(said).toEqual([
      `info After 5 s: image a: ${clause(OUTAGE)}.`,
      `info After 5 s: image c: ${clause(OTHER_OUTAGE)}.`,
      `info After 5 s: image b: ${clause(RECOVERED)}.`,
      `info After 5 s: image a: ${clause(OUTAGE)}.`,
    ]);
  });

  it('knows a shared outage by its cause, however its messages differ', () => {
    const { change, said } = logOf(IMAGES);
    for (const imageId of IMAGES.imageIds) {
      const message = `internal error, request ${imageId}`;
      const cause = { type: 'http-status', status: 500, message } as const;
      change(imageId, { kind: 'outage', failure: failed(cause) });
    }
    const cause = { type: 'http-status', status: 503, message: undefined } as const;
    change('a', { kind: 'outage', failure: failed(cause) });
    expect(said).toHaveLength(2);
  });

  it('does not report the recovery of an image whose outage had no line of its own', () => {
    const { change, said } = logOf(IMAGES);
    change('a', RECOVERED);
    expect(said).toEqual([]);
  });

  it('removes an image that ended from its outage', () => {
    const { change, end, said } = logOf(IMAGES);
    change('a', OUTAGE);
    end('a', { status: 'timed-out' });
    change('b', OUTAGE);
    expect(said).toHaveLength(3);
  });

  it('says why an image ended, unless the state of its scan has said it', () => {
    const { end, said } = logOf(IMAGES);
    end('b', { status: 'timed-out' });
    expect(said).toHaveLength(1);
    const why = imageReport(ended({ status: 'timed-out' }), settings()).reason;
    expect(said[0]).toBe(`info After 1 min 30 s: image b: timed-out, ${why?.happened}.`);
  });

  it('does not repeat the end of an image whose scan says it', () => {
    const { end, said } = logOf(IMAGES);
    end('b', { status: 'failed' });
    expect(said).toEqual([]);
  });

  it('has one heartbeat for all images that are left', () => {
    const { log, clock, said } = logOf(IMAGES);
    clock.jump(300_000);
    const waiting = [record({ imageId: 'b' }), record({ imageId: 'c', scan: undefined })];
    log.heartbeat([ended({ status: 'completed' }), ...waiting]);
    expect(said).toEqual([`info After 5 min of 2 h: ${progressOfMany(waiting, 3)}.`]);
  });
});

describe('lastLineMs', () => {
  it('is when a line was last logged, debug lines aside', () => {
    const { log, poll, change, clock } = logOf();
    const beganMs = log.lastLineMs();
    expect(beganMs).toBe(clock.monotonicMs());
    clock.jump(1_000);
    poll(record());
    expect(log.lastLineMs()).toBe(beganMs);
    change('image-1', STATE);
    expect(log.lastLineMs()).toBe(beganMs + 1_000);
    clock.jump(1_000);
    change('image-1', ODD);
    expect(log.lastLineMs()).toBe(beganMs + 2_000);
    clock.jump(1_000);
    log.info('a line');
    expect(log.lastLineMs()).toBe(beganMs + 3_000);
  });
});

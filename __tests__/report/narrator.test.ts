import { describe, expect, it } from 'vitest';
import type { Settings } from '../../src/inputs.ts';
import type { Line } from '../../src/report/log.ts';
import { createNarrator } from '../../src/report/narrator.ts';
import type { Change, WaitEvent } from '../../src/wait/event.ts';
import type { Verdict } from '../../src/wait/verdict.ts';
import { outcome, progress, scan, settings } from '../support/builders.ts';
import { createJumpingClock } from '../support/jumping-clock.ts';

const TROUBLE = {
  kind: 'trouble',
  detail: 'HTTP 502',
  contact: 'unclear',
  retryAfterMs: undefined,
} as const;

function narrator(overrides: Partial<Settings> = {}) {
  const clock = createJumpingClock();
  const lines: Line[] = [];
  const self = createNarrator(settings(overrides), clock, (line) => lines.push(line));
  const tell = (imageId: string, change: Change, waitedMs = 5_000) =>
    self.tell(imageId, { ...change, waitedMs, progress: progress() } as WaitEvent);
  const end = (imageId: string, verdict: Verdict, findings?: string) =>
    self.ended(imageId, { outcome: outcome(verdict), findings });
  return { self, clock, tell, end, lines, texts: () => lines.map(({ text }) => text) };
}

const STATE: Change = { kind: 'state', scan: scan(), now: 'running' };
const ODD: Change = { kind: 'undocumented', scan: scan(), now: 'odd' };
const OUTAGE: Change = { kind: 'outage', detail: 'HTTP 502' };

describe('of one image', () => {
  it('every change is a line, and a poll one for debugging', () => {
    const { tell, lines } = narrator();
    tell('image-1', { kind: 'polled', answer: TROUBLE });
    tell('image-1', { kind: 'chosen', scan: scan() });
    tell('image-1', STATE);
    tell('image-1', OUTAGE);
    tell('image-1', { kind: 'recovered', outageMs: 60_000 });
    expect(lines).toEqual([
      { level: 'debug', text: 'After 5 s: poll 3: trouble, HTTP 502' },
      { level: 'info', text: 'After 5 s: following scan scan-1, created 2026-01-26T15:30:01Z.' },
      { level: 'info', text: 'After 5 s: scan scan-1 is running.' },
      {
        level: 'info',
        text: 'After 5 s: nothing learned from the last polls (HTTP 502); asking on.',
      },
      { level: 'info', text: 'After 5 s: polls learn again; nothing was learned for 1 min.' },
    ]);
  });

  it('the end is no line of its own: the last lines of the log say it', () => {
    const { end, texts } = narrator();
    end('image-1', { status: 'timed-out', trouble: undefined });
    expect(texts()).toEqual([]);
  });

  it('a heartbeat says where it stands', () => {
    const { self, clock, texts } = narrator();
    clock.jump(300_000);
    self.beat();
    expect(texts()).toEqual(['After 5 min of 2 h: still waiting; the scan was not seen yet.']);
  });

  it('a heartbeat says nothing while only the findings are awaited, and comes not again at once', () => {
    const { self, end, texts, clock } = narrator();
    end('image-1', { status: 'completed' });
    clock.jump(300_000);
    self.beat();
    expect(texts()).toEqual([]);
    expect(self.saidMs()).toBe(clock.monotonicMs());
  });
});

describe('of several images', () => {
  const IMAGES = { imageIds: ['a', 'b', 'c'] };

  it('each line says of which, and a scan is not named before it has a state', () => {
    const { tell, texts } = narrator(IMAGES);
    tell('a', { kind: 'chosen', scan: scan() });
    tell('a', STATE);
    tell('b', { kind: 'polled', answer: TROUBLE });
    expect(texts()).toEqual([
      'After 5 s: image a: scan scan-1 is running.',
      'After 5 s: image b: poll 3: trouble, HTTP 502',
    ]);
  });

  it('one warning is given for undocumented states, and then lines', () => {
    const { tell, lines } = narrator(IMAGES);
    tell('b', ODD);
    tell('a', ODD);
    tell('b', { ...ODD, now: 'odder' });
    expect(lines.map(({ level }) => level)).toEqual(['warning', 'info', 'info']);
    expect(lines[0]?.text).toMatch(
      /^Image b: scan scan-1 is in the state "odd", which Binarly does not document: /,
    );
    expect(lines[2]?.text).toMatch(/image b: .*"odder", which Binarly does not document\.$/);
  });

  it('an outage is told of once, by what it is, and its end when all are out of it', () => {
    const { tell, end, texts } = narrator(IMAGES);
    const recovered: Change = { kind: 'recovered', outageMs: 60_000 };
    tell('a', OUTAGE);
    tell('b', OUTAGE);
    tell('c', { kind: 'outage', detail: 'HTTP 503' });
    tell('a', recovered);
    tell('b', recovered);
    tell('a', OUTAGE);
    end('a', { status: 'completed' });
    tell('b', OUTAGE);
    tell('a', recovered);
    expect(texts()).toEqual([
      'After 5 s: image a: nothing learned from the last polls (HTTP 502); asking on.',
      'After 5 s: image c: nothing learned from the last polls (HTTP 503); asking on.',
      'After 5 s: image b: polls learn again; nothing was learned for 1 min.',
      'After 5 s: image a: nothing learned from the last polls (HTTP 502); asking on.',
      'After 5 s: image b: nothing learned from the last polls (HTTP 502); asking on.',
    ]);
  });

  it('an end is told where no state of the scan has told it', () => {
    const { end, texts } = narrator(IMAGES);
    end('a', { status: 'completed' });
    end('b', { status: 'timed-out', trouble: undefined });
    expect(texts()).toEqual([
      'After 1 min 30 s: image b: timed-out, scan scan-1 was still in_progress when time was up after 2 h.',
    ]);
  });

  it('one heartbeat speaks of all that are left', () => {
    const { self, tell, end, texts, clock } = narrator(IMAGES);
    tell('b', STATE);
    end('a', { status: 'completed' });
    clock.jump(300_000);
    self.beat();
    expect(texts().at(-1)).toBe(
      'After 5 min of 2 h: still waiting; 2 of 3 images are left: 1 in_progress, 1 without a scan.',
    );
  });

  it('what is not known of the findings is a note', () => {
    const { end, texts } = narrator(IMAGES);
    end('a', { status: 'completed' }, 'HTTP 500');
    expect(texts()).toEqual([
      'The findings of image a are not known (HTTP 500); the verdict stands.',
    ]);
  });
});

it('remembers when it last said something that is not for debugging', () => {
  const { self, tell, clock } = narrator();
  const beganMs = self.saidMs();
  clock.jump(1_000);
  tell('image-1', { kind: 'polled', answer: TROUBLE });
  expect(self.saidMs()).toBe(beganMs);
  tell('image-1', STATE);
  expect(self.saidMs()).toBe(beganMs + 1_000);
});

describe('endings', () => {
  it('are in the order given, with what happened', () => {
    const { self, tell, end } = narrator({ imageIds: ['a', 'b'] });
    tell('b', STATE);
    end('b', { status: 'no-scan', detail: undefined, trouble: undefined });
    end('a', { status: 'completed' });
    const [a, b] = self.endings();
    expect(a).toMatchObject({
      imageId: 'a',
      status: 'completed',
      reason: undefined,
      waitedMs: 90_000,
    });
    expect(b?.timeline).toEqual({
      entries: [
        { waitedMs: 5_000, text: 'scan scan-1 is running' },
        { waitedMs: 90_000, text: 'no-scan' },
      ],
      more: 0,
    });
  });

  it('of images that have none are errors, for the reason given', () => {
    const { self, tell, end } = narrator({ imageIds: ['a', 'b'] });
    tell('a', STATE);
    end('b', { status: 'completed' });
    const [a, b] = self.endings(new Error('a bug'));
    expect(a).toMatchObject({ status: 'error', waitedMs: 5_000, progress: { polls: 3 } });
    expect(a?.reason?.happened).toContain('(Error: a bug)');
    expect(b).toMatchObject({ status: 'completed', reason: undefined });
  });

  it('keep thirty entries of a state that flaps', () => {
    const { self, tell } = narrator();
    for (let poll = 0; poll < 100; poll++) tell('image-1', STATE);
    expect(self.endings()[0]?.timeline).toMatchObject({ more: 70, entries: { length: 30 } });
  });

  it('are of no other images', () => {
    expect(() => narrator().tell('image-9', STATE)).toThrow('nobody waits for the image image-9');
  });
});

/** Tells the log what happens, as it happens, and remembers it for the report: each image's standing, and its timeline. */

import type { Settings } from '../inputs.ts';
import type { Clock } from '../util/clock.ts';
import { formatDuration } from '../util/duration.ts';
import { printable } from '../util/text.ts';
import type { WaitEvent } from '../wait/event.ts';
import type { Ending } from '../wait/images.ts';
import { begin } from '../wait/progress.ts';
import {
  answerText,
  clauseOf,
  exactly,
  type Line,
  standingOfMany,
  standingOfOne,
  undocumentedWarning,
} from './log.ts';
import { reasonOf, reasonOfCrash } from './reason.ts';
import type { ImageEnding } from './report.ts';

export interface Narrator {
  tell(imageId: string, event: WaitEvent): void;
  ended(imageId: string, ending: Ending): void;
  /** One line that says that the wait goes on, and for what. */
  beat(): void;
  /** When something was last said, a monotonic instant in milliseconds. */
  saidMs(): number;
  /** Every image's end, in the order given. @param cause what ended those that have no end of their own. */
  endings(cause?: unknown): readonly ImageEnding[];
}

/** How many entries a timeline keeps: a state may flap for days. */
const LONGEST_TIMELINE = 30;

type Chapter = { -readonly [K in keyof ImageEnding]: ImageEnding[K] } & { ended: boolean };

export function createNarrator(
  settings: Settings,
  clock: Clock,
  say: (line: Line) => void,
): Narrator {
  const { imageIds } = settings;
  const beganMs = clock.monotonicMs();
  const several = imageIds.length > 1;
  const chapters = new Map(imageIds.map((imageId) => [imageId, blank(imageId, beganMs)]));
  /** Which images share an outage, by what they met: one line tells of all. */
  const outages = new Map<string, Set<string>>();
  let saidMs = beganMs;
  let warned = false;

  function speak(line: Line): void {
    saidMs = clock.monotonicMs();
    say(line);
  }

  function inform(waitedMs: number, text: string): void {
    speak({ level: 'info', text: `After ${formatDuration(waitedMs)}: ${text}.` });
  }

  function tell(imageId: string, event: WaitEvent): void {
    const chapter = chapterOf(imageId);
    const { waitedMs, progress } = event;
    Object.assign(chapter, { progress, waitedMs });
    const subject = several ? `image ${printable(imageId)}: ` : '';
    if (event.kind === 'polled') {
      say({
        level: 'debug',
        text: `After ${formatDuration(waitedMs)}: ${subject}poll ${progress.polls}: ${answerText(event.answer)}`,
      });
      return;
    }
    const clause = clauseOf(event, settings);
    remember(chapter, waitedMs, clause);
    if (event.kind === 'undocumented' && !warned) {
      warned = true;
      speak({ level: 'warning', text: undocumentedWarning(subject, clause) });
    } else if (isNews(imageId, event)) inform(waitedMs, subject + clause);
  }

  /** Of several images, only the first in an outage and the last out of it are told of; and no scan before its state. */
  function isNews(imageId: string, event: WaitEvent): boolean {
    if (event.kind === 'outage') {
      const members = outages.get(event.detail) ?? new Set();
      outages.set(event.detail, members.add(imageId));
      return members.size === 1;
    }
    if (event.kind === 'recovered') return leaveOutage(imageId);
    return !(several && event.kind === 'chosen');
  }

  /** @returns whether nobody is left in it. */
  function leaveOutage(imageId: string): boolean {
    for (const [detail, members] of outages) {
      if (!members.delete(imageId) || members.size > 0) continue;
      outages.delete(detail);
      return true;
    }
    return false;
  }

  function ended(imageId: string, { outcome, findings }: Ending): void {
    const { verdict, progress, waitedMs, finishedBefore } = outcome;
    const chapter = chapterOf(imageId);
    const reason = reasonOf(outcome, { ...settings, productId: settings.product, imageId });
    const known = typeof findings === 'string' ? undefined : findings;
    Object.assign(chapter, {
      status: verdict.status,
      progress,
      waitedMs,
      reason,
      findings: known,
      finishedBefore,
      ended: true,
    });
    leaveOutage(imageId);
    // What the scan itself came to was told as its state.
    const told = ['completed', 'failed', 'cancelled'].includes(verdict.status);
    if (!told) remember(chapter, waitedMs, verdict.status);
    if (several && !told)
      inform(waitedMs, `image ${printable(imageId)}: ${verdict.status}, ${reason?.happened}`);
    if (typeof findings === 'string')
      speak({
        level: 'info',
        text: `The findings of image ${printable(imageId)} are not known (${findings}); the verdict stands.`,
      });
  }

  function beat(): void {
    const waiting = [...chapters.values()].filter((chapter) => !chapter.ended);
    const [first] = waiting;
    saidMs = clock.monotonicMs();
    // Where only findings are left to read, the end is seconds away.
    if (first === undefined) return;
    const standing = several
      ? standingOfMany(waiting, imageIds.length)
      : standingOfOne(first.progress, settings.scanId);
    const waited = `${formatDuration(saidMs - beganMs)} of ${exactly(settings.timeoutMs)}`;
    say({ level: 'info', text: `After ${waited}: still waiting; ${standing}.` });
  }

  function chapterOf(imageId: string): Chapter {
    const chapter = chapters.get(imageId);
    if (chapter === undefined) throw new Error(`nobody waits for the image ${imageId}`);
    return chapter;
  }

  function endings(cause?: unknown): readonly ImageEnding[] {
    const reason = reasonOfCrash(cause);
    return [...chapters.values()].map(({ ended, ...chapter }) =>
      ended ? chapter : { ...chapter, reason },
    );
  }

  return { tell, ended, beat, saidMs: () => saidMs, endings };
}

/** Until an end is known, the worst is assumed. */
function blank(imageId: string, beganMs: number): Chapter {
  return {
    imageId,
    status: 'error',
    progress: begin(beganMs),
    waitedMs: 0,
    reason: undefined,
    findings: undefined,
    finishedBefore: false,
    timeline: { entries: [], more: 0 },
    ended: false,
  };
}

function remember(chapter: Chapter, waitedMs: number, text: string): void {
  const { entries, more } = chapter.timeline;
  chapter.timeline =
    entries.length < LONGEST_TIMELINE
      ? { entries: [...entries, { waitedMs, text }], more }
      : { entries, more: more + 1 };
}

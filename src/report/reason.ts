/** The one sentence of each end: what happened and what to do. The annotation, the summary and `reason` all show this one. */
import type { Trouble } from '../binarly/answer.ts';
import { type Meaning, meaningOf } from '../binarly/scan.ts';
import type { Problem } from '../inputs.ts';
import { formatDuration } from '../util/duration.ts';
import { printable } from '../util/text.ts';
import type { Outcome, Wait } from '../wait/image.ts';
import type { Progress } from '../wait/progress.ts';

/** What happened and what to do, each a clause for a sentence. */
export interface Reason {
  readonly happened: string;
  readonly advice: string;
}

/** @returns undefined when the scan completed. */
export function reasonOf({ verdict, progress }: Outcome, wait: Wait): Reason | undefined {
  const image = `image ${printable(wait.imageId)}`;
  const scan = scanName(progress, wait);
  switch (verdict.status) {
    case 'completed':
      return undefined;
    case 'failed':
      return because(
        `${scan} failed on the platform`,
        'see why in the Binarly dashboard, then start a new scan',
      );
    case 'cancelled':
      return because(
        `${scan} was cancelled on the platform`,
        'start a new scan, unless that was meant',
      );
    case 'timed-out':
      return because(
        `${scan} ${stateAtDeadline(progress)} ${whenTimeWasUp(wait)}${aside(verdict.trouble)}`,
        adviceAtDeadline(progress),
      );
    case 'no-scan': {
      const said = verdict.detail === undefined ? '' : ` (${verdict.detail})`;
      const what =
        wait.scanId === undefined
          ? `no scan of ${image} was seen`
          : `${scan} of ${image} was not found`;
      return because(`${what}${said}${aside(verdict.trouble)}`, adviceWithoutScan(wait));
    }
    case 'unavailable': {
      const { trouble, forMs, contact } = verdict;
      const met = `${forMs < 1000 ? '' : ` for ${formatDuration(forMs)}`} (last: ${trouble.detail})`;
      if (contact)
        return because(
          `the API told nothing of ${scan}${met}`,
          'run the job again once it does, or raise `max-outage` or `timeout`',
        );
      return because(
        `the API has not answered${met}`,
        'check `api-url`, and that the runner may connect to it',
      );
    }
    case 'interrupted':
      return progress.scan === undefined
        ? because(
            'the step was interrupted before a scan was seen',
            'run the job again to wait for one',
          )
        : because(
            `the step was interrupted, and ${scan} goes on without it`,
            'to wait for it later, give its ID as `scan`',
          );
    case 'error':
      return because(verdict.refusal.detail, verdict.refusal.advice);
    /* v8 ignore next -- @preserve not reached: the compiler knows every case */
    default:
      return verdict satisfies never;
  }
}

/** The sentence for inputs that cannot be used: all problems, each with its fix. */
export function reasonOfProblems(problems: readonly Problem[]): string {
  const list = problems.map(({ input, text }) => `\`${input}\` ${text}`).join('; ');
  const count = new Set(problems.map(({ input }) => input)).size;
  return `${count === 1 ? 'One input is' : `${count} inputs are`} unusable: ${list}.`;
}

/** The sentence for what should not be possible. */
export function reasonOfCrash(cause: unknown): Reason {
  return because(
    `this action met an error that it does not know (${describe(cause)})`,
    'run the job again, and report this sentence to the maintainers of the action if it comes back',
  );
}

/** Anything that can be thrown, as one printable line. */
export function describe(cause: unknown): string {
  try {
    return printable(String(cause));
  } catch {
    return 'a value that cannot be printed';
  }
}

/** The scan's name in a sentence. */
export function scanName({ scan }: Progress, { scanId }: Pick<Wait, 'scanId'>): string {
  const id = scan?.id ?? scanId;
  return id === undefined ? 'the scan' : `scan ${printable(id)}`;
}

/** The last word on the scan itself; what the API said since of no scan in particular does not count. */
function stateWord({ scan, stateText }: Progress): {
  readonly text: string;
  readonly meaning: Meaning;
} {
  const type = scan?.state?.type ?? stateText;
  return { text: printable(type ?? ''), meaning: meaningOf(type) };
}

function stateAtDeadline(progress: Progress): string {
  const { text, meaning } = stateWord(progress);
  if (meaning === 'undocumented') return `was in the undocumented state "${text}"`;
  return meaning === 'pending' ? `was still ${text}` : 'had no known state';
}

function whenTimeWasUp({ timeoutMs }: Wait): string {
  return timeoutMs === 0
    ? 'at the only poll'
    : `when time was up after ${formatDuration(timeoutMs)}`;
}

function adviceAtDeadline(progress: Progress): string {
  if (stateWord(progress).meaning === 'undocumented')
    return 'look at the scan in the Binarly dashboard, and for a newer version of this action';
  return 'raise `timeout`, and the `timeout-minutes` of the job with it, or look at the scan in the Binarly dashboard';
}

function adviceWithoutScan({ scanId, createdAfter }: Wait): string {
  if (scanId !== undefined) return 'check that `scan`, `image` and `product` belong together';
  if (createdAfter !== undefined)
    return 'check that a scan was started after `created-after`, and that `product` and `image` are right';
  return 'check that the upload succeeded, that it started a scan, and that `product` and `image` are right';
}

function aside(trouble: Trouble | undefined): string {
  return trouble === undefined ? '' : `, and the last poll learned nothing (${trouble.detail})`;
}

function because(happened: string, advice: string): Reason {
  return { happened, advice };
}

/** As a sentence of its own. */
export function sentenceOf({ happened, advice }: Reason): string {
  return `${happened.charAt(0).toUpperCase()}${happened.slice(1)}: ${advice}.`;
}

/** The one sentence of each end: what happened and what to do. The annotation, the summary and `reason` all show this one. */
import type { Trouble } from '../binarly/answer.ts';
import { type Meaning, meaningOf } from '../binarly/scan.ts';
import { formatDuration } from '../duration.ts';
import type { Problem } from '../inputs.ts';
import { printable } from '../text.ts';
import type { Outcome, Wait } from '../wait/image.ts';
import type { Progress } from '../wait/progress.ts';

/** @returns the sentence; empty when the scan completed. */
export function reasonOf({ verdict, progress }: Outcome, wait: Wait): string {
  const image = `image ${printable(wait.imageId)}`;
  const scan = scanName(progress, wait);
  switch (verdict.status) {
    case 'completed':
      return '';
    case 'failed':
      return sentence(`${scan} failed on the platform`, 'see why in the Binarly dashboard, then start a new scan');
    case 'cancelled':
      return sentence(`${scan} was cancelled on the platform`, 'start a new scan, unless that was meant');
    case 'timed-out':
      return sentence(
        `${scan} ${stateAtDeadline(progress)} ${whenTimeWasUp(wait)}${aside(verdict.trouble)}`,
        adviceAtDeadline(progress),
      );
    case 'no-scan': {
      const said = verdict.detail === undefined ? '' : ` (${verdict.detail})`;
      const what = wait.scanId === undefined ? `no scan of ${image} was seen` : `${scan} of ${image} was not found`;
      return sentence(`${what}${said}${aside(verdict.trouble)}`, adviceWithoutScan(wait));
    }
    case 'unavailable': {
      const { trouble, forMs, contact } = verdict;
      const met = `${forMs < 1000 ? '' : ` for ${formatDuration(forMs)}`} (last: ${trouble.detail})`;
      if (contact)
        return sentence(
          `the API told nothing of ${scan}${met}`,
          'run the job again once it does, or raise `max-outage` or `timeout`',
        );
      return sentence(`the API has not answered${met}`, 'check `api-url`, and that the runner may connect to it');
    }
    case 'interrupted':
      return progress.scan === undefined
        ? sentence('the step was interrupted before a scan was seen', 'run the job again to wait for one')
        : sentence(`the step was interrupted, and ${scan} goes on without it`, 'to wait for it later, give its ID as `scan`');
    case 'error':
      return sentence(verdict.refusal.detail, verdict.refusal.advice);
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
export function reasonOfCrash(cause: unknown): string {
  return sentence(
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
export function scanName({ scan }: Progress, { scanId }: Wait): string {
  const id = scan?.id ?? scanId;
  return id === undefined ? 'the scan' : `scan ${printable(id)}`;
}

/** The last word on the scan itself; what the API said since of no scan in particular does not count. */
function stateWord({ scan, stateText }: Progress): { readonly text: string; readonly meaning: Meaning } {
  const type = scan?.state?.type ?? stateText;
  return { text: printable(type ?? ''), meaning: meaningOf(type) };
}

function stateAtDeadline(progress: Progress): string {
  const { text, meaning } = stateWord(progress);
  if (meaning === 'undocumented') return `was in the undocumented state "${text}"`;
  return meaning === 'pending' ? `was still ${text}` : 'had no known state';
}

function whenTimeWasUp({ timeoutMs }: Wait): string {
  return timeoutMs === 0 ? 'at the only poll' : `when time was up after ${formatDuration(timeoutMs)}`;
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

function sentence(happened: string, advice: string): string {
  return `${happened.charAt(0).toUpperCase()}${happened.slice(1)}: ${advice}.`;
}

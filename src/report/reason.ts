/** The one sentence of each end: what happened and what to do. The annotation, the summary and `reason` all show this one. */
import type { Trouble } from '../binarly/answer.ts';
import { meaningOf } from '../binarly/scan.ts';
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
        `${scan} ${stateAtDeadline(progress, wait.timeoutMs)}${aside(verdict.trouble)}`,
        adviceAtDeadline(progress),
      );
    case 'no-scan': {
      const said = verdict.detail === undefined ? '' : ` (${verdict.detail})`;
      const what = wait.scanId === undefined ? `${image} has no scan to wait for` : `${scan} of ${image} was not found`;
      return sentence(`${what}${said}${aside(verdict.trouble)}`, adviceWithoutScan(wait));
    }
    case 'unavailable': {
      const { trouble, forMs, contact } = verdict;
      const met = `for ${formatDuration(forMs)} (last: ${trouble.detail})`;
      if (contact)
        return sentence(
          `the API told nothing of the scan ${met}`,
          'run the job again once it answers, or raise `max-outage` or `timeout`',
        );
      return sentence(`the API could not be reached ${met}`, 'check `api-url`, and that the runner may connect to it');
    }
    case 'interrupted':
      return sentence(`the step was interrupted; ${scan} goes on on the platform`, 'run the job again to wait for it');
    case 'error':
      return sentence(verdict.refusal.detail, verdict.refusal.advice);
    default:
      return verdict satisfies never;
  }
}

/** The sentence for inputs that cannot be used: all problems, each with its fix. */
export function reasonOfProblems(problems: readonly Problem[]): string {
  const list = problems.map(({ input, text }) => `\`${input}\` ${text}`).join('; ');
  return `${problems.length === 1 ? 'One input is' : `${problems.length} inputs are`} unusable: ${list}.`;
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

function stateAtDeadline({ scan, stateText }: Progress, timeoutMs: number): string {
  const after = `when time was up after ${formatDuration(timeoutMs)}`;
  if (stateText === undefined) return `had no known state ${after}`;
  if (meaningOf(scan?.state?.type) === 'undocumented') return `was in the undocumented state "${printable(stateText)}" ${after}`;
  return `was still ${printable(stateText)} ${after}`;
}

function adviceAtDeadline({ scan }: Progress): string {
  if (meaningOf(scan?.state?.type) === 'undocumented')
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

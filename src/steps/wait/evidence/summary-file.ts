/** The content of `summary-file`: the job summary, cut so that it fits in a comment. */
import type { Report } from '../report.ts';
import { type Room, summaryBlocks, summaryOf } from '../summary.ts';

/** GitHub refuses a comment of more than 65,536; the rest is room for a marker of the workflow. */
export const MOST_CHARACTERS = 65_000;

/** For a summary that must be cut, in bytes of UTF-8: no text has more characters than bytes. */
const ROOM: Room = { table: 20_000, findings: 20_000, timelines: 12_000 };

const NOTE =
  'Some parts are left out here, because a comment has little room: see the job summary.';

export function summaryFile(report: Report): string {
  const whole = summaryOf(report);
  if (whole.length <= MOST_CHARACTERS) return whole;
  return fitted(summaryBlocks(report, ROOM), MOST_CHARACTERS);
}

/** Leaves out whole blocks, because half a table or an open `<details>` is no valid Markdown. */
export function fitted(blocks: readonly string[], most: number): string {
  const whole = joined(blocks);
  if (whole.length <= most) return whole;
  const kept: string[] = [];
  for (const block of blocks) if (joined([...kept, block, NOTE]).length <= most) kept.push(block);
  return joined([...kept, NOTE]);
}

function joined(blocks: readonly string[]): string {
  return `${blocks.join('\n\n')}\n`;
}

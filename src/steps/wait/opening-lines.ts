/** The words at the start of the log: what the step waits for. */
import { AUTO_LONGEST_MS, AUTO_SHORTEST_MS } from '../../polling/schedule.ts';
import { formatExact } from '../../util/duration.ts';
import { printable } from '../../util/text.ts';
import type { Settings } from './settings.ts';

/** What the step waits for, how long, and how often it polls. */
export function openingLine(settings: Settings): string {
  const { scanId, imageIds, product, createdAfter, timeoutMs, pollInterval } = settings;
  const scan = scanId === undefined ? 'the newest scan' : `scan ${printable(scanId)}`;
  const after = createdAfter === undefined ? '' : ` created at or after ${createdAfter.text}`;
  const often =
    pollInterval.kind === 'fixed'
      ? formatExact(pollInterval.ms)
      : `${AUTO_SHORTEST_MS / 1000} to ${AUTO_LONGEST_MS / 1000} s`;
  const wait =
    timeoutMs === 0
      ? 'Polling once'
      : `Waiting up to ${formatExact(timeoutMs)}, polling every ${often},`;
  const [first = '', ...others] = imageIds;
  const image =
    others.length === 0 ? `image ${printable(first)}` : `each of ${imageIds.length} images`;
  return `${wait} for ${scan}${after} of ${image} in product ${printable(product)}.`;
}

/** The warning about an empty line between IDs, which a mistyped output leaves. */
export function emptyLineWarning(imageCount: number): string {
  const images = imageCount === 1 ? '1 image' : `${imageCount} images`;
  return (
    `\`image\` has an empty line between its IDs, and this step waits for ${images}: ` +
    'if that is too few, check the outputs that the lines come from.'
  );
}

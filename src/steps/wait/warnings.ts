/** What a step that is green warns of. */
import { contradictionsIn } from '../../report/findings-words.ts';
import { type Report, reasonOver } from './report.ts';

/** The sentences of a green report that deserve a warning: at most one of each kind. */
export function warningsOf({ images, green }: Report): readonly string[] {
  if (!green) return [];
  const statuses = (['findings', 'timed-out'] as const).filter((status) =>
    images.some((image) => image.status === status),
  );
  const reasons = statuses.map((status) => reasonOver(images, status));
  return [...reasons, ...contradictionsIn(images.map(({ record }) => record))];
}

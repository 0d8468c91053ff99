/** What a step that is green warns of. */
import { describeContradiction } from '../../report/findings-words.ts';
import { sentenceOf } from '../../report/sentence.ts';
import { printable } from '../../util/text.ts';
import { type ImageReport, type Report, reasonOver } from './report.ts';

/** The sentences of a green report that deserve a warning: at most one of each kind. */
export function warningsOf({ images, green }: Report): readonly string[] {
  if (!green) return [];
  const statuses = (['findings', 'timed-out'] as const).filter((status) =>
    images.some((image) => image.status === status),
  );
  return [...statuses.map((status) => reasonOver(images, status)), ...contradictionsOf(images)];
}

/** At most one sentence: what `on-incomplete` let pass in the first image that has such findings. */
export function contradictionsOf(images: readonly ImageReport[]): readonly string[] {
  const advice = 'judged as listed, because `on-incomplete` is warn';
  const sentences = images.flatMap(({ record: { imageId, judgement } }) => {
    if (judgement?.contradiction === undefined) return [];
    const happened = `image ${printable(imageId)}: ${describeContradiction(judgement.contradiction)}`;
    return [sentenceOf({ happened, advice, mark: ';' })];
  });
  return sentences.slice(0, 1);
}

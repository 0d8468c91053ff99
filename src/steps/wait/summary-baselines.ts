/** The summary's part on what images were compared with. */
import { comparedSentence, reasonWithoutBaseline, staleHint } from '../../report/baseline-words.ts';
import { cutTo } from '../../report/cut.ts';
import { plainText } from '../../report/markdown.ts';
import { sentenceOf } from '../../report/sentence.ts';
import { countable } from '../../util/text.ts';
import type { ImageReport, Report } from './report.ts';

/** Room for the images' lines; GitHub rejects a summary above 1 MiB. */
const LINES_BYTES = 50_000;

/** A sentence for one image, a list for several; only for images whose findings were judged. */
export function baselineNotes({ images, madeWallMs }: Report): readonly string[] {
  const judged = images.filter(({ record }) => record.judgement !== undefined);
  const of = (imageId: string) => (images.length === 1 ? undefined : imageId);
  const lines = judged.flatMap(({ record: { imageId, baseline } }) => {
    if (baseline === undefined) return [];
    return baseline.kind === 'image'
      ? [plainText(comparedSentence(baseline, madeWallMs, of(imageId)))]
      : [plainText(sentenceOf(reasonWithoutBaseline(imageId, baseline.why)))];
  });
  if (lines.length === 0) return [];
  const { kept, left } = cutTo(lines, LINES_BYTES);
  const more = left === 0 ? [] : [`and ${left} more ${countable(left, 'image')}: see the log`];
  const block =
    images.length === 1 ? lines : [[...kept, ...more].map((line) => `- ${line}`).join('\n')];
  return [...block, ...hintOf(judged, madeWallMs)];
}

/** Once, if an image has new findings and what it was compared with was scanned long ago. */
function hintOf(judged: readonly ImageReport[], nowMs: number): readonly string[] {
  const hints = judged.flatMap(({ record: { baseline, judgement } }) => {
    return judgement?.blocking.length === 0 ? [] : (staleHint(baseline, nowMs) ?? []);
  });
  return hints.slice(0, 1).map(plainText);
}

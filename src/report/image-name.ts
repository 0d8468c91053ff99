/** How people know an image. */
import type { ImageRecord } from '../model/image-record.ts';
import { escapeMarkdown, printable, shortSha } from '../util/text.ts';
import { code } from './markdown.ts';

/** In Markdown: its name and version with the ID, or the ID alone if the name is unknown. */
export function imageName({ imageId, details }: ImageRecord): string {
  const name = printable(`${details?.name ?? ''} ${shortSha(details?.version ?? '')}`, 80);
  return name === '' ? code(imageId) : `${escapeMarkdown(name)} (${code(imageId)})`;
}

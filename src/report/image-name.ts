/** How people know an image. */
import type { ImageRecord } from '../model/image-record.ts';
import { escapeMarkdown, printable, shortSha } from '../util/text.ts';
import { code } from './markdown.ts';

/** Its name and version; printable, and empty if unknown. */
export function displayName({ details }: Pick<ImageRecord, 'details'>): string {
  return printable(`${details?.name ?? ''} ${shortSha(details?.version ?? '')}`, 80);
}

/** In Markdown: its name and version with the ID, or the ID alone if the name is unknown. */
export function imageName(record: ImageRecord): string {
  const [name, id] = [displayName(record), code(record.imageId)];
  return name === '' ? id : `${escapeMarkdown(name)} (${id})`;
}

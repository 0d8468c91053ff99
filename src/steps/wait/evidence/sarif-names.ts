/** What an image is called in SARIF: its name, or its ID if it has none. */
import { printable } from '../../../util/text.ts';

export interface Named {
  readonly imageId: string;
  /** As the platform has it; may be empty. */
  readonly name: string;
}

export function imageNameOf({ imageId, name }: Named): string {
  return printable(name) || printable(imageId);
}

/**
 * The name as a relative URI that leads nowhere else: no scheme, no leading slash, no step up.
 * Never empty.
 */
export function locationOf(image: Named): string {
  return uriOf(imageNameOf(image)) || uriOf(printable(image.imageId)) || 'image';
}

function uriOf(name: string): string {
  return name
    .split('/')
    .filter((segment) => !/^\.*$/.test(segment))
    .map((segment) => encodeURIComponent(segment).replace(/[!'()*]/g, percent))
    .join('/');
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

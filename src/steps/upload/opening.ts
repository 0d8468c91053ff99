/** The first lines of an upload's log. */
import { formatExact } from '../../util/duration.ts';
import { formatBytes, printable } from '../../util/text.ts';
import { noteProxy, type ProxyNotes } from '../notes.ts';
import type { Uses } from '../runtime.ts';
import type { UploadSettings } from './inputs.ts';

export function logStart(settings: UploadSettings, runtime: Uses<'workflow' | ProxyNotes>): void {
  const { info } = runtime.workflow;
  info(openingLine(settings));
  noteProxy(settings.apiUrl, info, runtime);
}

function openingLine({ items, product, timeoutMs }: UploadSettings): string {
  const bytes = items.reduce((sum, { stamp }) => sum + stamp.size, 0);
  const what = items.length === 1 ? '1 file' : `${items.length} files`;
  const time = `within ${formatExact(timeoutMs)}`;
  return `Uploading ${what} (${formatBytes(bytes)}) to product ${printable(product)} ${time}.`;
}

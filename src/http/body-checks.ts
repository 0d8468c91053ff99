/** Checks a file while it comes, without holding it: is it of its format, and whole? */
import { type BodyCheck, createJsonCheck } from './json-check.ts';

export type Format = 'json' | 'pdf';

/**
 * @param isFramed whether HTTP says where the file ends. If the end of the connection is the end of
 * the file, only the file itself shows that it is whole.
 */
export function createCheck(format: Format, isFramed: boolean): BodyCheck {
  return format === 'json' ? createJsonCheck() : createPdfCheck(isFramed);
}

const START = '%PDF';
const END = '%%EOF';
/** How far from the end of the file its last mark may be, in bytes, as PDF readers have it. */
const END_BYTES = 1024;

/** Whether it begins as a PDF does and, unless it is framed, ends as one. */
function createPdfCheck(isFramed: boolean): BodyCheck {
  let start = '';
  let end = Buffer.alloc(0);
  return {
    write(part) {
      start += Buffer.from(part.subarray(0, START.length - start.length)).toString('latin1');
      end = Buffer.concat([end, part.subarray(-END_BYTES)]).subarray(-END_BYTES);
      return START.startsWith(start);
    },
    end: () => start === START && (isFramed || end.includes(END)),
  };
}

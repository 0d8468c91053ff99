/** Cuts a list of texts to the room there is. */

/**
 * @param bytes room in UTF-8, with a line break after each text.
 * @returns the first texts that fit, and how many are left out.
 */
export function cutTo(
  texts: readonly string[],
  bytes: number,
): { readonly kept: readonly string[]; readonly left: number } {
  let used = 0;
  const end = texts.findIndex((text) => {
    used += Buffer.byteLength(text) + 1;
    return used > bytes;
  });
  const kept = end === -1 ? texts : texts.slice(0, end);
  return { kept, left: texts.length - kept.length };
}

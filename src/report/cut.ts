/** Cuts a list of texts to what there is room for. */

/** @returns the longest beginning whose texts take at most `bytes` in UTF-8, a line break after each, and how many are left out. */
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

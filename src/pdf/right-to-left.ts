/** Hebrew, Arabic and what else is written from right to left. */
export const rightToLeft =
  /(?!\p{Nd})[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

const letters = /\p{L}/u;

/**
 * The texts of glyphs in the order in which they are read. Glyphs are drawn from left to right: those of letters from right to left are there in
 * reverse, with what has no direction of its own between them.
 */
export function glyphsInOrder(texts: readonly string[]): readonly string[] {
  if (!texts.some((text) => rightToLeft.test(text))) return texts;
  const isOther = (text: string): boolean => letters.test(text) && !rightToLeft.test(text);
  if (!texts.some(isOther)) return texts.toReversed();
  const ordered: string[][] = [];
  for (let i = 0; i < texts.length;) {
    let end = i + 1;
    if (rightToLeft.test(texts[i]!))
      for (let k = end; k < texts.length && !isOther(texts[k]!); k++) if (rightToLeft.test(texts[k]!)) end = k + 1;
    ordered.push(texts.slice(i, end).reverse());
    i = end;
  }
  return ordered.flat();
}

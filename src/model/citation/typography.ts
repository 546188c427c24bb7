/** Most texts are as they should be. */
const needsWork = /[`'\t\n\r]|^ | $| {2}/;
const opensBefore = /(^|[\s([{—–“‘/])'(?=[\p{L}“])/gu;

/**
 * Text as bibliographies print it: white space single, apostrophes typographic. LaTeX knows no straight apostrophe and readers of BibTeX
 * make it a typographic one; so the three citation formats agree only if all have it from the start. All else stays as the source has it.
 */
export function typographic(text: string): string {
  if (!needsWork.test(text)) return text;
  return text
    .replace(/[ \t\n\r]+/g, ' ')
    .replace(/^ | $/g, '')
    .replace(opensBefore, '$1‘')
    .replace(/`/g, '‘')
    .replace(/'/g, '’');
}

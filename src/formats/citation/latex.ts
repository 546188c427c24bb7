/** Text in BibTeX values: UTF-8 as it is, and only what TeX would take for a command or a ligature is escaped. */

const commands: Readonly<Record<string, string>> = {
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '\\': '\\textbackslash{}',
};

/** TeX joins these to one character: an empty group keeps them apart. */
const ligature = /-(?=-)|<(?=<)|>(?=>)|,(?=,)|'(?=')|[?!](?=`)|`(?=`)/g;

/** BibTeX counts braces, escaped or not: those that come in pairs may be written as `\{`, others need a name. */
function braces(text: string): Readonly<Record<string, string>> {
  let depth = 0;
  for (const c of text) {
    if (c === '{') depth++;
    if (c === '}' && --depth < 0) break;
  }
  return depth === 0 ? { '{': '\\{', '}': '\\}' } : { '{': '\\textbraceleft{}', '}': '\\textbraceright{}' };
}

/** Text → the inside of a BibTeX value. */
export function toLatex(text: string): string {
  const table = { ...commands, ...braces(text) };
  return text
    .replace(ligature, '$&\x00')
    .replace(/[&%$#_~^\\{}]/g, (c) => table[c]!)
    .replace(/\x00/g, '{}');
}

const named: Readonly<Record<string, string>> = {
  textasciitilde: '~',
  textasciicircum: '^',
  textbackslash: '\\',
  textbraceleft: '{',
  textbraceright: '}',
};

/** The text of a BibTeX value that `toLatex` made; braces that only group are dropped. */
export function fromLatex(value: string): string {
  return value.replace(
    /\\([A-Za-z]+)(?:\{\})?|\\([^A-Za-z])|[{}]/g,
    (whole, name: string | undefined, c: string | undefined) =>
      name === undefined ? (c ?? '') : (named[name] ?? whole),
  );
}

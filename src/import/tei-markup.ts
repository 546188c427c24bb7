/**
 * Writing markup: escaping, tags, and lines that break only where the text has white space. A space inside a tag is
 * held by a symbol of its own until the lines are laid out, so that no tag is broken.
 */

/** Stands for a space at which a line must not break. */
const held = '\u0001';
const width = 140;

/** Characters XML 1.0 (section 2.2) allows; anything else cannot be written. */

const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Text as XML. White space becomes single spaces, no-break spaces stay. */
export function escapeText(text: string): string {
  return text
    .replace(/[ \t\r\n\f\v\u2028\u2029]+/g, ' ')
    .replace(forbidden, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}

const escapeAttribute = (value: string): string => escapeText(value).replace(/"/g, '&quot;').replace(/ /g, held);

export type Attributes = Readonly<Record<string, string | undefined>>;

/** The inside of a start tag. */
function startTag(name: string, attributes: Attributes): string {
  const given = Object.entries(attributes).filter((a): a is [string, string] => a[1] !== undefined && a[1] !== '');
  return name + given.map(([key, value]) => `${held}${key}="${escapeAttribute(value)}"`).join('');
}

/** An element in running text. */
export function inlineElement(name: string, attributes: Attributes, content: string): string {
  return content === '' ? `<${startTag(name, attributes)}/>` : `<${startTag(name, attributes)}>${content}</${name}>`;
}

/** Lines of a file; indentation is two spaces a level. */
export type Lines = string[];

const indent = (lines: Lines): Lines => lines.map((l) => `  ${l}`);

/** An element that holds text. The text is laid out when the file is written. */
export function textElement(name: string, attributes: Attributes, content: string): Lines {
  return [inlineElement(name, attributes, content.replace(/^ +| +$/g, ''))];
}

/** An element that holds elements only. */
export function element(name: string, attributes: Attributes, ...content: readonly Lines[]): Lines {
  const inside = content.flat();
  if (inside.length === 0) return [`<${startTag(name, attributes)}/>`];
  return [`<${startTag(name, attributes)}>`, ...indent(inside), `</${name}>`];
}

/** Breaks one long line at its spaces; further lines are indented by two more spaces. */
function wrap(line: string): string[] {
  const lead = /^ */.exec(line)![0];
  const words = line.slice(lead.length).split(' ');
  const out: string[] = [];
  let current = lead + words[0]!;
  for (const word of words.slice(1)) {
    if (current.length + 1 + word.length > width) {
      out.push(current);
      current = `${lead}  ${word}`;
    } else current += ` ${word}`;
  }
  return [...out, current];
}

/** The file. */
export function layOut(lines: Lines): string {
  return `${lines.flatMap(wrap).join('\n').replaceAll(held, ' ')}\n`;
}

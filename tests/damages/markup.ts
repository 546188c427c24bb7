import type { Chance } from '../harness/chance.ts';

/**
 * Markup seen as a stranger sees it who has only the file: tags found by their shape and paired by a stack. Nothing of the program is used here,
 * so that a mistake of its writers or readers cannot hide a damage from the generator.
 */

export interface Element {
  readonly name: string;
  /** The start tag. */
  readonly start: number;
  readonly startEnd: number;
  /** The end tag; of an empty element the place behind it, twice. */
  readonly end: number;
  readonly endEnd: number;
  readonly attributes: readonly Attribute[];
}

export interface Attribute {
  readonly name: string;
  readonly value: string;
  /** From the white space before the name to behind the closing quote. */
  readonly start: number;
  readonly end: number;
  readonly valueStart: number;
}

const tag =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/g;

function attributesOf(text: string, from: number): Attribute[] {
  return [...text.matchAll(/\s+([\w:.-]+)\s*=\s*(["'])(.*?)\2/gs)].map((match) => {
    const [whole, name, , value] = match as unknown as [string, string, string, string];
    const start = from + match.index;
    return { name, value, start, end: start + whole.length, valueStart: start + whole.length - 1 - value.length };
  });
}

/** All elements of a file in the order of their start tags. */
export function elementsOf(content: string): Element[] {
  const found: Element[] = [];
  const open: { index: number; name: string }[] = [];
  for (const match of content.matchAll(tag)) {
    const [whole, slash, name, attributes = '', empty] = match;
    if (name === undefined) continue;
    const start = match.index;
    const startEnd = start + whole.length;
    if (slash) {
      const at = open.findLastIndex((one) => one.name === name);
      if (at < 0) continue;
      const { index } = open[at]!;
      open.length = at;
      found[index] = { ...found[index]!, end: start, endEnd: startEnd };
      continue;
    }
    const own = attributesOf(attributes, start + whole.indexOf(attributes, 1 + name.length));
    found.push({ name, start, startEnd, end: startEnd, endEnd: startEnd, attributes: own });
    if (!empty) open.push({ index: found.length - 1, name });
  }
  return found;
}

export const attribute = (element: Element, name: string): Attribute | undefined =>
  element.attributes.find((one) => one.name === name);

/** Replaces a stretch of a text. */
export const splice = (content: string, start: number, end: number, by: string): string =>
  content.slice(0, start) + by + content.slice(end);

/** Gives an element another name, at both ends. */
export function rename(content: string, element: Element, name: string): string {
  const ended = element.end === element.endEnd ? content : splice(content, element.end, element.endEnd, `</${name}>`);
  return splice(ended, element.start + 1, element.start + 1 + element.name.length, name);
}

/** Takes the tags of an element away and leaves what is in it. */
export const unwrap = (content: string, { start, startEnd, end, endEnd }: Element): string =>
  content.slice(0, start) + content.slice(startEnd, end) + content.slice(endEnd);

/** Stretches of characters between tags that hold a word, inside `from`–`to`. */
export function textsOf(content: string, from: number, to: number): { start: number; end: number }[] {
  const texts: { start: number; end: number }[] = [];
  let at = from;
  const add = (start: number, end: number): void => {
    if (/[\p{L}\p{N}]/u.test(content.slice(start, end))) texts.push({ start, end });
  };
  for (const match of content.slice(from, to).matchAll(tag)) {
    add(at, from + match.index);
    at = from + match.index + match[0].length;
  }
  add(at, to);
  return texts;
}

/** A word of a stretch, not one that is part of a character reference. */
export function aWord(content: string, { start, end }: { start: number; end: number }, luck: Chance) {
  const words = [...content.slice(start, end).matchAll(/(?<![&#\w\p{L}])[\p{L}\p{N}]+(?![;\p{L}\p{N}])/gu)];
  if (words.length === 0) return undefined;
  const word = luck.pick(words);
  return { start: start + word.index, end: start + word.index + word[0].length, text: word[0] };
}

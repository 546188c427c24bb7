/** Where references and tags are in a text, for those who have to put something in their places. Mistakes of XML are left to the scanner. */

/** `&name;` */
export interface Reference {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

export interface TagPlaces {
  /** Of a start tag, as written; absent where it is another tag, or not a whole one. */
  readonly name?: string;
  /** After the name. */
  readonly nameEnd: number;
  /** Names of its attributes. */
  readonly attributes: ReadonlySet<string>;
  /** The references in its values. */
  readonly references: readonly Reference[];
}

export interface Places {
  /** In text; not in comments, sections and instructions, where `&` is a character. */
  reference(reference: Reference): void;
  tag(tag: TagPlaces): void;
}

const special = /[<&]/g;
const inTag = /["'<>]/g;
const named = /&([\p{L}_:][\p{L}\p{N}_:.\u00b7-]*);/uy;
const tagName = /<([\p{L}_:][\p{L}\p{N}_:.\u00b7-]*)/uy;
const attributeName = /([\p{L}_:][\p{L}\p{N}_:.\u00b7-]*)[ \t\r\n]*=[ \t\r\n]*$/u;

/** Longer names of attributes, with the space around them, are mistakes. */
const longestName = 1100;

/** Sections in which nothing is markup, by their beginnings. */
const sections: readonly (readonly [string, string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
];

function find(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.index ?? -1;
}

/** One pass over a text from `from` on. Each character is looked at a few times at most, whatever the text. */
export function placesIn(text: string, from: number, places: Places): void {
  let at = find(special, text, from);
  while (at >= 0) {
    const isReference = text.charCodeAt(at) === 38;
    const reference = isReference ? referenceAt(text, at) : undefined;
    if (reference) places.reference(reference);
    const end = reference?.end ?? (isReference ? at + 1 : passMarkup(text, at, places));
    at = end < 0 ? -1 : find(special, text, end);
  }
}

function referenceAt(text: string, start: number): Reference | undefined {
  named.lastIndex = start;
  const found = named.exec(text);
  return found ? { name: found[1]!, start, end: start + found[0].length } : undefined;
}

/** After a tag or section; negative where it never ends. */
function passMarkup(text: string, at: number, places: Places): number {
  for (const [beginning, ending] of sections) {
    if (!text.startsWith(beginning, at)) continue;
    const end = text.indexOf(ending, at + beginning.length);
    return end < 0 ? -1 : end + ending.length;
  }
  tagName.lastIndex = at;
  const name = tagName.exec(text)?.[1];
  return passTag(text, at + 1 + (name?.length ?? 0), name, places);
}

function passTag(text: string, nameEnd: number, name: string | undefined, places: Places): number {
  const attributes = new Set<string>();
  const references: Reference[] = [];
  const broken = { nameEnd, attributes, references };
  let last = nameEnd;
  for (let at = find(inTag, text, nameEnd); at >= 0; at = find(inTag, text, last)) {
    const sign = text.charAt(at);
    if (sign === '<' || sign === '>') {
      // A `<` begins the next tag: this one lacks its end.
      places.tag(sign === '>' && name !== undefined ? { ...broken, name } : broken);
      return sign === '<' ? at : at + 1;
    }
    const attribute = attributeName.exec(text.slice(Math.max(last, at - longestName), at))?.[1];
    if (attribute !== undefined) attributes.add(attribute);
    const end = text.indexOf(sign, at + 1);
    if (end < 0) break;
    references.push(...referencesIn(text, at + 1, end));
    last = end + 1;
  }
  places.tag(broken);
  return -1;
}

/** The references in the value of an attribute. */
export function referencesIn(text: string, from: number, to: number): Reference[] {
  const found: Reference[] = [];
  for (let at = text.indexOf('&', from); at >= 0 && at < to;) {
    const reference = referenceAt(text, at);
    if (reference) found.push(reference);
    at = text.indexOf('&', reference?.end ?? at + 1);
  }
  return found;
}

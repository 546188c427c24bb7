/** Where in the markup a cursor stands. The text may be half written: nothing is asked of it but what is before. */

export interface WrittenAttribute {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** Inside the quotes; absent where there is no value yet. */
  readonly valueStart?: number;
  readonly valueEnd?: number;
}

/** A start tag as far as it is written. */
export interface WrittenTag {
  /** The `<`. */
  readonly start: number;
  readonly name: string;
  readonly nameEnd: number;
  readonly attributes: readonly WrittenAttribute[];
  /** The `>`; absent where it is missing. */
  readonly end?: number;
}

export type Cursor =
  /** In a comment, an instruction, a CDATA section or the like. */
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'text' }
  | { readonly kind: 'element' | 'attribute'; readonly tag: WrittenTag; readonly from: number; readonly to: number }
  | { readonly kind: 'end-tag'; readonly start: number; readonly from: number; readonly to: number }
  | { readonly kind: 'value'; readonly tag: WrittenTag; readonly attribute: WrittenAttribute };

const nameAt = /[\p{L}_:][\p{L}\p{N}\p{M}._:·-]*/uy;

function readName(text: string, at: number): string {
  nameAt.lastIndex = at;
  return nameAt.exec(text)?.[0] ?? '';
}

const isSpace = (unit: number): boolean => unit === 32 || unit === 10 || unit === 13 || unit === 9;

function skipSpace(text: string, at: number): number {
  let next = at;
  while (isSpace(text.charCodeAt(next))) next++;
  return next;
}

/** The value after `=`; one whose closing quote is missing ends at the next `<`. */
function readValue(text: string, at: number): { valueStart: number; valueEnd: number; next: number } | undefined {
  const quote = text[at];
  if (quote !== '"' && quote !== "'") return undefined;
  let end = at + 1;
  while (end < text.length && text[end] !== quote && text[end] !== '<') end++;
  return { valueStart: at + 1, valueEnd: end, next: text[end] === quote ? end + 1 : end };
}

/** Reads the start tag whose `<` is at `start`, as far as it is one. */
function readTag(text: string, start: number): WrittenTag {
  const name = readName(text, start + 1);
  const nameEnd = start + 1 + name.length;
  const attributes: WrittenAttribute[] = [];
  let at = nameEnd;
  for (;;) {
    at = skipSpace(text, at);
    const unit = text[at];
    if (unit === '>') return { start, name, nameEnd, attributes, end: at };
    if (unit === undefined || unit === '<') return { start, name, nameEnd, attributes };
    const attribute = readName(text, at);
    if (attribute === '') {
      at++;
      continue;
    }
    const end = at + attribute.length;
    const equals = skipSpace(text, end);
    const value = text[equals] === '=' ? readValue(text, skipSpace(text, equals + 1)) : undefined;
    attributes.push({
      name: attribute,
      start: at,
      end,
      ...(value && { valueStart: value.valueStart, valueEnd: value.valueEnd }),
    });
    at = value?.next ?? end;
  }
}

/** Is `offset` between the last `open` before it and a `close` that is still to come? */
function isInside(text: string, offset: number, open: string, close: string): boolean {
  const begun = text.lastIndexOf(open, offset - open.length);
  if (begun < 0 || offset < open.length) return false;
  const ended = text.indexOf(close, begun + open.length);
  return ended < 0 || ended + close.length > offset;
}

const closed = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!DOCTYPE', '>'],
] as const;

/** Where the cursor at `offset` stands. */
export function cursorAt(text: string, offset: number): Cursor {
  if (closed.some(([open, close]) => isInside(text, offset, open, close))) return { kind: 'elsewhere' };
  const start = offset === 0 ? -1 : text.lastIndexOf('<', offset - 1);
  if (start < 0) return { kind: 'text' };
  if (text[start + 1] === '/') {
    const from = start + 2;
    const to = from + readName(text, from).length;
    return offset >= from && offset <= to ? { kind: 'end-tag', start, from, to } : { kind: 'text' };
  }
  if (text[start + 1] === '!') return { kind: 'elsewhere' };
  return cursorInTag(text, offset, readTag(text, start));
}

function cursorInTag(text: string, offset: number, tag: WrittenTag): Cursor {
  if (tag.end !== undefined && offset > tag.end) return { kind: 'text' };
  if (offset <= tag.nameEnd) return { kind: 'element', tag, from: tag.start + 1, to: tag.nameEnd };
  if (tag.name === '') return { kind: 'text' };
  for (const attribute of tag.attributes) {
    const { start, end, valueStart, valueEnd } = attribute;
    if (offset >= start && offset <= end) return { kind: 'attribute', tag, from: start, to: end };
    if (valueStart !== undefined && offset >= valueStart && offset <= valueEnd!)
      return { kind: 'value', tag, attribute };
  }
  // An attribute begins after white space only.
  const free = isSpace(text.charCodeAt(offset - 1));
  return free ? { kind: 'attribute', tag, from: offset, to: offset } : { kind: 'elsewhere' };
}

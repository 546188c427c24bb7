/** What a person is writing at a place of a document. */
export interface Point {
  /** `content`: between tags; `elsewhere`: in a comment, an instruction or the like, where a schema has nothing to say. */
  readonly kind: 'content' | 'tag-name' | 'end-tag' | 'attribute-name' | 'attribute-value' | 'elsewhere';
  /** Where the tag begins, or the place itself. */
  readonly tagStart: number;
  /** The name of the tag, and the attributes that it has so far. */
  readonly tagName: string;
  readonly attributes: readonly { readonly name: string; readonly value: string }[];
  /** The attribute whose value is written. */
  readonly attribute: string | undefined;
  /** The range that is written already: what a completion replaces. */
  readonly start: number;
  readonly end: number;
}

const nameCharacter = /[\p{L}\p{N}_.:-]/u;

/** Finds out from the text alone what is written at `offset`. */
export function pointAt(text: string, offset: number): Point {
  const tagStart = text.lastIndexOf('<', offset - 1);
  const inTag = tagStart >= 0 && !isClosed(text, tagStart, offset);
  if (isInside(text, offset, '<!--', '-->') || isInside(text, offset, '<![CDATA[', ']]>'))
    return plain('elsewhere', offset);
  if (!inTag) return plain('content', offset);
  const second = text.charAt(tagStart + 1);
  if (second === '!' || second === '?') return plain('elsewhere', offset);
  const nameStart = tagStart + (second === '/' ? 2 : 1);
  const nameEnd = endOfName(text, nameStart);
  if (offset <= nameEnd) {
    const kind = second === '/' ? 'end-tag' : 'tag-name';
    const end = offset === nameStart ? offset : nameEnd;
    return { ...plain(kind, tagStart), tagName: text.slice(nameStart, end), start: nameStart, end };
  }
  return inAttributes(text, offset, tagStart, nameStart, nameEnd);
}

const plain = (kind: Point['kind'], at: number): Point => ({
  kind,
  tagStart: at,
  tagName: '',
  attributes: [],
  attribute: undefined,
  start: at,
  end: at,
});

/** Does the tag end before `offset`? Brackets in values do not count. */
function isClosed(text: string, from: number, offset: number): boolean {
  let quote = '';
  for (let at = from; at < offset; at++) {
    const sign = text.charAt(at);
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '>') return true;
    else if (sign === '"' || sign === "'") quote = sign;
  }
  return false;
}

function isInside(text: string, offset: number, opening: string, closing: string): boolean {
  const start = text.lastIndexOf(opening, offset - 1);
  return start >= 0 && text.indexOf(closing, start + opening.length) + closing.length > offset;
}

function endOfName(text: string, from: number): number {
  let end = from;
  while (nameCharacter.test(text.charAt(end))) end++;
  return end;
}

function inAttributes(text: string, offset: number, tagStart: number, nameStart: number, nameEnd: number): Point {
  const attributes: { name: string; value: string }[] = [];
  const one = /([^\s=<>"'/]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;
  one.lastIndex = nameEnd;
  for (let found = one.exec(text); found !== null && one.lastIndex <= offset; found = one.exec(text)) {
    attributes.push({ name: found[1]!, value: found[2] ?? found[3] ?? '' });
  }
  const tag = { ...plain('attribute-name', tagStart), tagName: text.slice(nameStart, nameEnd), attributes };
  const open = /([^\s=<>"'/]+)\s*=\s*("([^"<]*)|'([^'<]*))$/.exec(text.slice(nameEnd, offset));
  if (open !== null) {
    const start = offset - (open[3] ?? open[4] ?? '').length;
    const close = text.indexOf(open[2]!.charAt(0), offset);
    const next = text.slice(offset).search(/[<>\n]/);
    const end = close >= 0 && (next < 0 || close < offset + next) ? close : offset;
    return { ...tag, kind: 'attribute-value', attribute: open[1], start, end };
  }
  let start = offset;
  while (start > nameEnd && nameCharacter.test(text.charAt(start - 1))) start--;
  return { ...tag, start, end: endOfName(text, offset) };
}

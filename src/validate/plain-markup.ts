/** Where markup ends, for `plainText`: well-formed markup as XML 1.0 says, anything else as early as it can be said to end. */

/** Markup that begins at a `<`. `content` is the text it holds: that of a CDATA section. */
export interface Markup {
  readonly end: number;
  readonly content?: readonly [start: number, end: number];
}

/** A text with what was found out about it, so that nothing is searched for twice. */
export interface Reading {
  readonly text: string;
  /** The next place of a closing character at or after the place where it was last asked for. */
  readonly next: Map<string, { from: number; at: number }>;
  /** Is there a tag of this name in the file? */
  readonly tagged: Map<string, boolean>;
  /** A start tag was met. */
  inside: boolean;
}

export const startReading = (text: string): Reading => ({ text, next: new Map(), tagged: new Map(), inside: false });

const NAME = '[\\p{L}_:][\\p{L}\\p{N}\\p{M}_.:·-]*';
const sticky = (pattern: string): RegExp => new RegExp(pattern, 'yu');

const name = sticky(NAME);
const strictAttribute = sticky(`[ \\t\\r\\n]+${NAME}[ \\t\\r\\n]*=[ \\t\\r\\n]*(?:"[^"<]*"|'[^'<]*')`);
const tagClose = sticky('[ \\t\\r\\n]*/?>');
const endTag = sticky(`</${NAME}[ \\t\\r\\n]*>`);
const looseEndTag = sticky(`</[ \\t\\r\\n]*(${NAME})`);
const looseClose = sticky('[ \\t\\r\\n]*(?:/[ \\t\\r\\n]*)?>');
const follows = `(?=[ \\t\\r\\n/>]|${NAME}[ \\t\\r\\n]*=)`;
const quoted = (quote: string): string =>
  `${quote}[^${quote}<>]*${quote}${follows}|${quote}[^${quote}>\\r\\n]*${quote}(?=[ \\t\\r\\n/>])`;
const unclosed = (quote: string): string => `${quote}[^"'<>\\r\\n]*?(?:["']|(?=[ \\t]+${NAME}[ \\t]*=)|(?=[ \\t]*/?>))`;
const curly = '[“”„‘’«»][^<>"“”„‘’«»]*[“”’‘»«"\']?';
const bareValue = `[^ \\t\\r\\n"'“”„‘’«»<>=]+?(?=[ \\t\\r\\n"'>]|/>)["']?`;
const value = [quoted('"'), quoted("'"), curly, unclosed('"'), unclosed("'")].join('|');
const looseAttribute = sticky(
  `[ \\t\\r\\n]*${NAME}[ \\t\\r\\n]*(?:=[ \\t\\r\\n]*(?:${value}|${bareValue})|(?:${quoted('"')}|${quoted("'")}))`,
);
/** `w hen="…"`: the first half of a name with a space in it. */
const halfName = sticky(`[ \\t\\r\\n]+${NAME}(?=[ \\t\\r\\n]+${NAME}[ \\t\\r\\n]*=[ \\t\\r\\n]*["'])`);
const junk = sticky('[ \\t\\r\\n]*[^\\p{L}\\p{N}\\s<>]+');

const after = (pattern: RegExp, text: string, at: number): number | undefined => {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
};

/** Where `sign` is next; each range of the text is searched once. */
function next({ text, next: known }: Reading, sign: string, from: number): number {
  const before = known.get(sign);
  if (before !== undefined && before.from <= from && (before.at < 0 || before.at >= from)) return before.at;
  const at = text.indexOf(sign, from);
  known.set(sign, { from, at });
  return at;
}

/** The markup that begins with the `<` at `at`; undefined where it is a character of the text. */
export function markupEnd(reading: Reading, at: number): Markup | undefined {
  const { text } = reading;
  const second = text.charAt(at + 1);
  if (second === '!') return declaration(reading, at);
  if (second === '?') return instruction(reading, at);
  if (second === '/') return ending(text, at);
  const wrongSlash = second === '\\' ? after(/\\[^\s<>]+[ \t]*>/y, text, at + 1) : undefined;
  if (wrongSlash !== undefined) return { end: wrongSlash };
  if (after(name, text, at + 1) !== undefined) {
    reading.inside = true;
    return { end: startTag(text, at + 1) };
  }
  return spaced(reading, at);
}

function startTag(text: string, nameAt: number): number {
  const nameEnd = after(name, text, nameAt)!;
  let at = nameEnd;
  for (let end = after(strictAttribute, text, at); end !== undefined; end = after(strictAttribute, text, at)) at = end;
  return after(tagClose, text, at) ?? looseTag(text, nameEnd);
}

/**
 * The end of a tag with a mistake in it: after its `>`, or where that cannot be told from text, after its last
 * attribute.
 */
function looseTag(text: string, nameEnd: number): number {
  let sure = nameEnd;
  let at = nameEnd;
  for (;;) {
    const close = after(looseClose, text, at);
    if (close !== undefined) return close;
    const attribute = after(looseAttribute, text, at);
    const skipped = attribute ?? after(halfName, text, at) ?? after(junk, text, at);
    if (skipped === undefined) return sure;
    if (attribute !== undefined) sure = attribute;
    at = skipped;
  }
}

function ending(text: string, at: number): Markup | undefined {
  const strict = after(endTag, text, at);
  if (strict !== undefined) return { end: strict };
  const nameless = after(/<\/[ \t\r\n]*>/y, text, at);
  if (nameless !== undefined) return { end: nameless };
  const nameEnd = after(looseEndTag, text, at);
  if (nameEnd === undefined) return undefined;
  let behind = nameEnd;
  for (let end = after(strictAttribute, text, behind); end !== undefined; end = after(strictAttribute, text, behind))
    behind = end;
  const close = after(tagClose, text, behind);
  if (close !== undefined) return { end: close };
  // A full stop after a tag without “>” belongs to the sentence.
  return { end: nameEnd - /[.:·-]*$/.exec(text.slice(at, nameEnd))![0].length };
}

/** `< p>`: a tag only if the file has such tags, or if it has attributes: “a < b > c” is a text. */
function spaced(reading: Reading, at: number): Markup | undefined {
  const { text } = reading;
  const nameAt = after(/<[ \t\r\n]+\/?/y, text, at);
  const nameEnd = nameAt === undefined ? undefined : after(name, text, nameAt);
  if (nameAt === undefined || nameEnd === undefined) return undefined;
  const written = text.slice(nameAt, nameEnd);
  const close = after(tagClose, text, nameEnd);
  const end = close ?? (after(strictAttribute, text, nameEnd) === undefined ? undefined : startTag(text, nameAt));
  return end !== undefined && (close === undefined || isTagged(reading, written)) ? { end } : undefined;
}

function isTagged({ text, tagged }: Reading, written: string): boolean {
  const known = tagged.get(written);
  if (known !== undefined) return known;
  const found = text.includes(`</${written}>`) || text.includes(`<${written}>`) || text.includes(`<${written}/>`);
  tagged.set(written, found);
  return found;
}

function declaration(reading: Reading, at: number): Markup | undefined {
  const { text } = reading;
  if (text.startsWith('<!--', at)) return { end: comment(reading, at) };
  if (/<!\[cdata\[/iy.test(text.slice(at, at + 9))) return cdata(reading, at);
  if (/<!doctype(?![\p{L}\p{N}])/iuy.test(text.slice(at, at + 10))) return { end: doctype(reading, at) };
  const spoilt = after(/<!-?[ \t][^<>]*-{1,2}>/y, text, at);
  return spoilt === undefined ? undefined : { end: spoilt };
}

const onLine = (pattern: RegExp, text: string, from: number): RegExpExecArray | null => {
  const stop = text.slice(from, from + 10_000).search(/[\r\n]/);
  return pattern.exec(text.slice(from, stop < 0 ? from + 10_000 : from + stop));
};

/** A comment without end, or one in which the next begins, ends at what looks like its end on the same line, or with its line. */
function comment(reading: Reading, at: number): number {
  const { text } = reading;
  const from = at + 4;
  const close = next(reading, '-->', from);
  const nested = next(reading, '<!--', from);
  if (close >= 0 && (nested < 0 || nested > close)) return close + 3;
  const spoilt = onLine(/-{1,2}[ \t]+>|-{1,2}!?>|[–—]>/, text, from);
  if (spoilt !== null) return from + spoilt.index + spoilt[0].length;
  const line = /[\r\n]|$/g;
  line.lastIndex = from;
  return line.exec(text)!.index;
}

function cdata(reading: Reading, at: number): Markup {
  const { text } = reading;
  const from = at + 9;
  const close = next(reading, ']]>', from);
  if (close >= 0) return { end: close + 3, content: [from, close] };
  const spoilt = onLine(/\]{1,2}[ \t]*>/, text, from);
  if (spoilt === null) return { end: from };
  return { end: from + spoilt.index + spoilt[0].length, content: [from, from + spoilt.index] };
}

/** An instruction may hold a `<`, but one that does has more probably lost its end. */
function instruction(reading: Reading, at: number): Markup | undefined {
  const { text } = reading;
  const close = next(reading, '?>', at + 2);
  const less = next(reading, '<', at + 2);
  if (close >= 0 && (less < 0 || less > close)) return { end: close + 2 };
  const spoilt = onLine(/\?[ \t]+>|>/, text, at);
  return spoilt === null ? undefined : { end: at + spoilt.index + spoilt[0].length };
}

const doctypeStart = sticky(
  `<!doctype[ \\t\\r\\n]+${NAME}(?:[ \\t\\r\\n]+(?:system|public(?:[ \\t\\r\\n]+(?:"[^"<>]*"|'[^'<>]*'))?)[ \\t\\r\\n]+(?:"[^"<>]*"|'[^'<>]*'))?[ \\t\\r\\n]*`,
);
const doctypeStartAnyCase = new RegExp(doctypeStart.source, 'iyu');

/** Before the root a declaration with all it declares; anywhere else only up to its `>`. */
function doctype(reading: Reading, at: number): number {
  const { text, inside } = reading;
  const head = after(doctypeStartAnyCase, text, at);
  if (head !== undefined && text.charAt(head) === '>') return head + 1;
  const subset = head !== undefined && !inside && text.charAt(head) === '[' ? subsetEnd(text, head + 1) : undefined;
  return subset ?? at + 9;
}

/** After the `]>` of an internal subset. */
function subsetEnd(text: string, from: number): number | undefined {
  const part = /"[^"]*"|'[^']*'|<!--[^]*?-->|<\?[^]*?\?>|\]/g;
  part.lastIndex = from;
  for (let found = part.exec(text); found !== null; found = part.exec(text)) {
    if (found[0] === ']') return after(/[ \t\r\n]*>/y, text, part.lastIndex);
  }
  return undefined;
}

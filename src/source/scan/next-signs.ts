/**
 * Where the characters that end plain text come next. Asking the text for them natively, once for each, is far quicker
 * than looking at every character: most runs of text and most values hold none.
 */
export interface NextSigns {
  less: number;
  ampersand: number;
  rare: number;
  /** Where other signs come next: from which place that was asked, and what was found. */
  readonly others: Map<string, { readonly asked: number; readonly found: number }>;
}

/**
 * As `text.indexOf(sign, at)`, but what was found is remembered: a file full of beginnings without an end is not searched to its end for each
 * of them.
 */
export function nextOf({ others }: NextSigns, text: string, sign: string, at: number): number {
  const known = others.get(sign);
  if (known && known.asked <= at && (known.found < 0 || known.found >= at)) return known.found;
  const found = text.indexOf(sign, at);
  others.set(sign, { asked: at, found });
  return found;
}

/** Forbidden characters, halves of pairs (which may be well paired), and the end of a CDATA section. */
const rare = /[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]|\]\]>/g;

/** The next `<` from `at`, or the end of the text. */
export function nextLess(next: NextSigns, text: string, at: number): number {
  if (next.less >= at) return next.less;
  const found = text.indexOf('<', at);
  return (next.less = found < 0 ? text.length : found);
}

/**
 * Does the range hold neither a `&` nor anything that needs a second look? Places must be asked for in ascending order.
 */
export function isPlainStretch(next: NextSigns, text: string, from: number, to: number): boolean {
  if (next.ampersand < from) {
    const found = text.indexOf('&', from);
    next.ampersand = found < 0 ? Infinity : found;
  }
  if (next.ampersand < to) return false;
  if (next.rare < from) {
    rare.lastIndex = from;
    next.rare = rare.exec(text)?.index ?? Infinity;
  }
  return next.rare >= to;
}

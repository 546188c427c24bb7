import { report } from './state.ts';
import type { Scan } from './state.ts';
import type { XmlAttribute } from './events.ts';

/** The wording of everything that can be wrong with an attribute. */

const nameAt = (scan: Scan, start: number): string => /[^\s=<>"'/]*/y.exec(scan.text.slice(start, start + 200))![0];

/** A value without quotes, or with a closing quote only. */
export function reportUnquoted(scan: Scan, nameStart: number, start: number, end: number, replaced: number): void {
  const value = scan.text.slice(start, end);
  const sign = value.includes('"') ? "'" : '"';
  report(scan, {
    code: 'unquoted-attribute',
    message: `The value of the attribute “${nameAt(scan, nameStart)}” is not in quotes.`,
    start: nameStart,
    end: replaced,
    why: 'In XML every value is in quotes; without them no program can tell where it ends.',
    fix: `Write ${nameAt(scan, nameStart)}=${sign}${value}${sign}.`,
    edit: [start, replaced, sign + value + sign],
  });
}

/** A value in “curly” quotes, as word processors make them. */
export function reportTypographicQuotes(
  scan: Scan,
  nameStart: number,
  start: number,
  end: number,
  value: string,
): void {
  report(scan, {
    code: 'typographic-quotes',
    message: `The value of the attribute “${nameAt(scan, nameStart)}” is in typographic quotes.`,
    start: nameStart,
    end,
    why: 'XML allows only the straight quotes " and \'; word processors often change them.',
    fix: `Write ${nameAt(scan, nameStart)}="${value}".`,
    edit: [start, end, `"${value}"`],
  });
}

/** A value whose closing quote is missing or of the other kind; `end` is where it is taken to end. */
export function reportUnclosedQuote(scan: Scan, nameStart: number, start: number, end: number, quote: string): void {
  const found = scan.text.charAt(end);
  const wrong = found === '"' || found === "'";
  report(scan, {
    code: 'unclosed-quote',
    message: `The value of the attribute “${nameAt(scan, nameStart)}” begins with ${quote} but ${wrong ? `ends with ${found}` : 'is not closed'}.`,
    start: nameStart,
    end: wrong ? end + 1 : end,
    why: 'Everything that follows, up to the next quote, would belong to the value.',
    fix: `Write ${nameAt(scan, nameStart)}=${quote}${scan.text.slice(start, Math.min(end, start + 60))}${quote}.`,
    edit: [end, wrong ? end + 1 : end, quote],
  });
}

/** A `<` within a value. */
export function reportLessThan(scan: Scan, start: number, end: number): void {
  const at = scan.text.indexOf('<', start);
  report(scan, {
    code: 'less-than-in-attribute',
    message: 'There is a “<” in the value of an attribute.',
    start: at,
    end: at + 1,
    why: 'XML reserves this character for tags; in a value it is written &lt;.',
    fix: 'Write “&lt;”.',
    edit: [at, end, scan.text.slice(at, end).replaceAll('<', '&lt;')],
  });
}

/** A name without `=` and value. */
export function reportNoValue(scan: Scan, name: string, start: number, end: number): void {
  report(scan, {
    code: 'attribute-without-value',
    message: `The attribute “${name}” has no value.`,
    start,
    end,
    fix: `Write ${name}="…", or remove it.`,
  });
}

/** A name and a value in quotes, and no `=` between them. */
export function reportNoEquals(scan: Scan, start: number, nameEnd: number, quote: number): void {
  const name = scan.text.slice(start, nameEnd);
  report(scan, {
    code: 'attribute-without-value',
    message: `Between the attribute “${name}” and its value there is no “=”.`,
    start,
    end: nameEnd,
    fix: `Write ${name}=${scan.text.charAt(quote)}…${scan.text.charAt(quote)}.`,
    edit: [nameEnd, quote, '='],
  });
}

/** The same attribute twice; `first` is the one that counts. */
export function reportDuplicate(
  scan: Scan,
  name: string,
  start: number,
  end: number,
  first: XmlAttribute,
  cut: number,
): void {
  const same =
    scan.text.slice(first.valueStart, first.valueEnd) ===
    scan.text.slice(end - 1 - (first.valueEnd - first.valueStart), end - 1);
  report(scan, {
    code: 'duplicate-attribute',
    message: `The attribute “${name}” is given twice.`,
    start,
    end,
    why: 'An element has each attribute at most once; no program could know which of the two counts.',
    fix: same ? 'Remove one of the two; they say the same.' : `Keep one of the two; the first says “${first.value}”.`,
    [same ? 'edit' : 'suggestion']: [cut, end, ''] as const,
    related: [['The attribute is first given here.', first.start, first.valueEnd + 1]],
  });
}

/** No white space before an attribute. */
export function reportNoSpace(scan: Scan, name: string, start: number, end: number): void {
  report(scan, {
    code: 'no-space-before-attribute',
    message: `There is no space before the attribute “${name}”.`,
    start,
    end,
    fix: 'Put a space before it.',
    edit: [start, start, ' '],
  });
}

/** Something in a tag that is neither name nor value. */
export function reportJunk(scan: Scan, tag: string, start: number, end: number): void {
  const junk = scan.text.slice(start, Math.min(end, start + 40));
  report(scan, {
    code: 'junk-in-tag',
    message: `“${junk}” does not belong in the tag <${tag}>.`,
    start,
    end,
    why: 'A tag contains its name and attributes of the form name="value", nothing else.',
    fix: 'Remove it, or complete it to an attribute.',
    ...(/^[^\p{L}\p{N}]+$/u.test(junk) && end - start <= 40 && { edit: [start, end, ''] as const }),
  });
}

/** A name with colons in impossible places. */
export function reportMalformedName(scan: Scan, name: string, start: number, end: number): void {
  report(scan, {
    code: 'malformed-name',
    message: `“${name}” is not a possible name: one colon separates a prefix from a name.`,
    start,
    end,
    fix: 'Write the name with one prefix, or without a prefix.',
  });
}

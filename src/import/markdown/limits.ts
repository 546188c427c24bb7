/**
 * What the parser of Markdown cannot read in a time that grows with the length of a text: its work grows with the square of the levels that a line
 * opens, of the signs of emphasis in one paragraph, and of the quotations of a text.
 */
import { NestedTooDeep, TooMany } from '../limits.ts';

const deepest = 100;
/** A long paragraph in which every other word is italic has some hundreds. */
const mostSigns = 2000;
/** Reading so many takes half a minute. */
const mostQuotations = 10_000;

const markers = /^[ \t]*(?:(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))[ \t]*)+/;
/** A line of nothing but one symbol is a rule between parts (CommonMark 4.1). */
const rule = /^[ \t]*([-*])[ \t]*(?:\1[ \t]*)+$/;
const quoted = /^[ \t]*(?:>[ \t]?)+/;
const fence = /^[ \t]*(`{3,}|~{3,})/;
const code = /^(?: {4}|\t)/;
const delimiters = /^\|?[ \t]*:?-+:?[ \t]*(?:\||$)/;

function checkDepth(line: string, at: number): void {
  const [found] = markers.exec(line) ?? [''];
  if (found.length <= deepest || rule.test(line)) return;
  if (found.match(/>|[-+*]|\d+[.)]/g)!.length > deepest) throw new NestedTooDeep(at);
}

/** Counts the signs of emphasis of each paragraph: of the lines up to a blank one, the next item, row or heading. */
class Signs {
  private count = 0;
  private fenced = '';
  private inList = false;
  private inTable = false;

  /** A line without the marks of quotations; true where there are too many signs now. */
  areTooMany(line: string): boolean {
    const mark = fence.exec(line)?.[1];
    if (mark?.startsWith(this.fenced)) this.fenced = this.fenced === '' ? mark : '';
    if (line.trim() === '') {
      this.inTable = this.inList = false;
      this.count = 0;
    } else if (this.begins(line)) this.count = 0;
    const isCode = this.fenced !== '' || (this.count === 0 && code.test(line));
    if (!isCode) this.count += line.match(/\*+|_+|~~+/g)?.length ?? 0;
    return this.count > mostSigns;
  }

  private begins(line: string): boolean {
    const [item, number] = /^[ \t]*(?:[-+*]|(\d{1,9})[.)])[ \t]/.exec(line) ?? [];
    // Only a list that begins with 1 can follow a paragraph without a blank line (CommonMark 5.3).
    if (item !== undefined && (number === undefined || number === '1')) this.inList = true;
    if (delimiters.test(line.trim())) this.inTable = true;
    return this.inTable || (item !== undefined && this.inList) || /^ {0,3}#{1,6}[ \t]/.test(line);
  }
}

/** Throws `NestedTooDeep` or `TooMany` at the first line where a text has more than any text needs. */
export function checkLimits(text: string): void {
  const signs = new Signs();
  let quotations = 0;
  let wasQuoted = false;
  for (const { 0: line, index } of text.matchAll(/[^\r\n]*(?:\r\n?|\n)|[^\r\n]+/g)) {
    checkDepth(line, index);
    const isQuoted = quoted.test(line);
    if (isQuoted && !wasQuoted && ++quotations > mostQuotations) throw new TooMany(index, 'quotations');
    if (signs.areTooMany(line.replace(quoted, ''))) throw new TooMany(index, 'signs of emphasis in one paragraph');
    wasQuoted = isQuoted;
  }
}

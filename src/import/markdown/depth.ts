/** Markers of quotations and lists at the beginning of a line open one level each; the parser's work grows with their square. */
import { NestedTooDeep } from '../too-deep.ts';

const deepest = 100;
const markers = /^[ \t]*(?:(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))[ \t]*)+/gm;
/** A line of nothing but one symbol is a rule between parts (CommonMark 4.1). */
const rule = /^[ \t]*([-*])[ \t]*(?:\1[ \t]*)+$/;

/** Throws `NestedTooDeep` at the first line that opens more levels than any text needs. */
export function checkDepth(text: string): void {
  for (const { 0: found, index } of text.matchAll(markers)) {
    if (found.length <= deepest || rule.test(found)) continue;
    if (found.match(/>|[-+*]|\d+[.)]/g)!.length > deepest) throw new NestedTooDeep(index);
  }
}

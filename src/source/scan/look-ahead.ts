import type { Scan } from './state.ts';
import { nameWidth } from './characters.ts';

/**
 * The names of the next end tags that close elements opened before `from`, at most `wanted`: what the rest of the file expects to be open.
 * It stops where the rest has a mistake of its own. Needed only where a tag does not fit, to tell what the mistake is.
 */
export function closersAhead(scan: Scan, from: number, wanted: number): { names: string[]; complete: boolean } {
  const { text } = scan;
  const names: string[] = [];
  const inner: string[] = [];
  let at = text.indexOf('<', from);
  while (at >= 0 && names.length < wanted && scan.lookahead > 0) {
    scan.lookahead--;
    const tag = readTag(text, at);
    if (tag === undefined) {
      at = text.indexOf('<', skipMarkup(text, at));
      continue;
    }
    if (!tag.isEnd) {
      if (!tag.empty) inner.push(tag.name);
    } else if (inner.length === 0) names.push(tag.name);
    else if (inner.pop() !== tag.name) return { names, complete: false };
    at = text.indexOf('<', tag.end);
  }
  return { names, complete: at < 0 && inner.length === 0 };
}

interface RoughTag {
  readonly name: string;
  readonly isEnd: boolean;
  readonly empty: boolean;
  readonly end: number;
}

/** The tag at `at`, read without care for anything but its name and its end. */
function readTag(text: string, at: number): RoughTag | undefined {
  const isEnd = text.charCodeAt(at + 1) === 47;
  const start = isEnd ? at + 2 : at + 1;
  let end = start;
  for (let width = nameWidth(text, end); width !== 0; width = nameWidth(text, end)) end += width;
  if (end === start) return undefined;
  const name = text.slice(start, end);
  let quote = 0;
  for (; end < text.length; end++) {
    const unit = text.charCodeAt(end);
    if (unit === 60) break;
    if (quote !== 0) quote = unit === quote ? 0 : quote;
    else if (unit === 62) break;
    else if (unit === 34 || unit === 39) quote = unit;
  }
  return { name, isEnd, empty: text.charCodeAt(end - 1) === 47, end };
}

/** After the comment, instruction or CDATA section at `at`; after the `<` where it is none of them. */
function skipMarkup(text: string, at: number): number {
  for (const [opening, closing] of [
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
    ['<?', '?>'],
  ] as const) {
    if (!text.startsWith(opening, at)) continue;
    const end = text.indexOf(closing, at + opening.length);
    return end < 0 ? text.length : end + closing.length;
  }
  return at + 1;
}

import type { XmlTag } from './events.ts';
import { closingPlace } from './closing-place.ts';
import { likePlace } from './like-place.ts';
import { nameWidth } from './characters.ts';

type Edit = readonly [start: number, end: number, newText: string];

/** The range after a start tag in which a damaged end tag is looked for. */
const NEAR = 5000;

/** The change that probably closes elements which the end tag at `endTag` finds open; `inner` are those, the outermost first. */
export function closingEdit(text: string, inner: readonly XmlTag[], endTag: number): Edit | undefined {
  const [first, second] = inner;
  // `<date>1965<date>`: the second was to be the end of the first.
  if (inner.length === 2 && second!.name === first!.name && second!.attributes.length === 0) {
    return [second!.start + 1, second!.start + 1, '/'];
  }
  if (inner.length !== 1) return undefined;
  const edit = spoiltEndTag(text, first!, endTag) ?? emptyElement(text, first!);
  if (edit) return edit;
  const at = closingPlace(text, first!, endTag) ?? likePlace(text, first!, endTag);
  return at === undefined ? undefined : [at, at, `</${first!.name}>`];
}

/** `/hi>` and the like, which was to be `</hi>`. */
function spoiltEndTag(text: string, tag: XmlTag, endTag: number): Edit | undefined {
  const stretch = text.slice(tag.end, Math.min(endTag, tag.end + NEAR));
  let at = stretch.indexOf(`/${tag.name}>`);
  while (at > 0 && stretch.charCodeAt(at - 1) === 60) at = stretch.indexOf(`/${tag.name}>`, at + 1);
  return at < 0 ? undefined : [tag.end + at, tag.end + at, '<'];
}

/** `<pb>` in a file in which no `</pb>` stands, but other `<pb/>` do. */
function emptyElement(text: string, tag: XmlTag): Edit | undefined {
  if (hasTag(text, `</${tag.name}`, 0)) return undefined;
  let at = text.indexOf(`<${tag.name}`);
  for (let looks = 0; at >= 0 && looks < 50; looks++) {
    const end = text.indexOf('>', at);
    if (at !== tag.start && end > 0 && text.charCodeAt(end - 1) === 47 && isWhole(text, at + 1 + tag.name.length)) {
      return [tag.end - 1, tag.end - 1, '/'];
    }
    at = text.indexOf(`<${tag.name}`, at + 1);
  }
  return undefined;
}

const isWhole = (text: string, end: number): boolean => nameWidth(text, end) === 0;

function hasTag(text: string, beginning: string, from: number): boolean {
  let at = text.indexOf(beginning, from);
  while (at >= 0 && !isWhole(text, at + beginning.length)) at = text.indexOf(beginning, at + 1);
  return at >= 0;
}

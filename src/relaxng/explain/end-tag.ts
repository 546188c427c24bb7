import { nameWidth } from '../../source/scan/characters.ts';
import type { XmlTag } from '../../source/xml.ts';

/** How far an element may reach that is to be renamed or wrapped by a single change. */
const FARTHEST = 20_000;

/** Where the name is in the end tag of `tag`; `undefined` where it has none or it is too far away. */
export function endTagName(text: string, tag: XmlTag): number | undefined {
  if (tag.empty) return undefined;
  const window = text.slice(tag.end, tag.end + FARTHEST);
  let depth = 0;
  const mark = /<(?:!--[^]*?-->|!\[CDATA\[[^]*?\]\]>|\?[^]*?\?>|(\/?)[^\s!?][^<]*?(\/?)>)/g;
  for (let found = mark.exec(window); found !== null; found = mark.exec(window)) {
    if (found[1] === undefined) continue;
    if (found[1] === '') depth += found[2] === '' ? 1 : 0;
    else if (depth-- === 0) return nameMatches(text, tag, tag.end + found.index + 2);
  }
  return undefined;
}

function nameMatches(text: string, tag: XmlTag, at: number): number | undefined {
  return text.startsWith(tag.name, at) && nameWidth(text, at + tag.name.length) === 0 ? at : undefined;
}

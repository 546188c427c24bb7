import { attributesText } from '../../model/read-tei/slice.ts';
import { madeLimits } from '../../source/scan/events.ts';
import { sourceText } from '../../source/text.ts';
import { scanXml, type XmlTag } from '../../source/xml.ts';

/**
 * A passage of a TEI file as a file of its own: the characters between two places, in the elements that are open there. The root is that of the file with
 * its namespaces, and the passage is in `dts:wrapper` (DTS 1.0, Document Endpoint).
 */

/** A passage without the characters of the text: what is before and behind them. */
export interface Passage {
  readonly before: string;
  readonly from: number;
  readonly to: number;
  readonly after: string;
}

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The elements that are open at each of some offsets, the outermost first. */
function openAt(tei: string, offsets: Iterable<number>): Map<number, readonly XmlTag[]> {
  const sorted = [...new Set(offsets)].sort((a, b) => a - b);
  const found = new Map<number, readonly XmlTag[]>();
  const open: XmlTag[] = [];
  let next = 0;
  const reach = (offset: number): void => {
    for (; next < sorted.length && sorted[next]! <= offset; next++) found.set(sorted[next]!, [...open]);
  };
  scanXml(
    sourceText('', tei),
    {
      open: (tag) => {
        reach(tag.start);
        if (!tag.empty) open.push(tag);
      },
      close: (tag, start) => {
        if (tag.empty) return;
        reach(start);
        open.pop();
      },
    },
    { limits: madeLimits },
  );
  reach(Infinity);
  return found;
}

const holdsInside = /^(?:xmlns(?::.*)?|xml:(?:lang|base|space))$/;

/** What elements say that holds for all that is in them, the innermost last. */
const inherited = (tags: readonly XmlTag[]): Map<string, string> =>
  new Map(
    tags.flatMap(({ attributes }) =>
      attributes.filter(({ name }) => holdsInside.test(name)).map(({ name, value }): [string, string] => [name, value]),
    ),
  );

const wrapperOpen = '<dts:wrapper xmlns:dts="https://w3id.org/api/dts#">';
const wrapperClose = '</dts:wrapper>';

function passageOf(
  tei: string,
  { from, to }: Range,
  begins: readonly XmlTag[],
  ends: readonly XmlTag[],
  isShort: boolean,
): Passage {
  const [root] = begins;
  if (!root) throw new Error('a passage is outside the text');
  let common = 1;
  while (isShort && common < begins.length && begins[common] === ends[common]) common++;
  const again = begins.slice(common).map((tag) => tei.slice(tag.start, tag.end));
  const closed = ends.slice(common).map(({ name }) => `</${name}>`).reverse(); // prettier-ignore
  const start = `<?xml version="1.0" encoding="UTF-8"?>\n<${root.name}${attributesText(inherited(begins.slice(0, common)))}>`;
  return {
    before: `${start}${wrapperOpen}${again.join('')}`,
    from,
    to,
    after: `${closed.join('')}${wrapperClose}</${root.name}>\n`,
  };
}

/**
 * Passages of a file. `ofElements`: they begin and end with elements, so that only elements that do not hold a passage completely are opened again;
 * else all that are around it.
 */
export function passagesOf(tei: string, ranges: readonly Range[], ofElements: boolean): Passage[] {
  const at = openAt(tei, ranges.flatMap(({ from, to }) => [from, to])); // prettier-ignore
  return ranges.map((range) => passageOf(tei, range, at.get(range.from)!, at.get(range.to)!, ofElements));
}

/** A passage as it is served. */
export const passageText = (tei: string, { before, from, to, after }: Passage): string =>
  before + tei.slice(from, to) + after;

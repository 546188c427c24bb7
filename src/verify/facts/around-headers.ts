import type { FileReading } from '../../model/read-tei/read-file.ts';
import type { Part } from '../../model/read-tei/structure.ts';
import type { Element } from './element-tree.ts';
import { type Header, headerOf } from './header-facts.ts';

/** The elements of a file by the place of their start tag. */
export type ElementsOf = (file: FileReading) => (start: number) => Element | undefined;

/** What a header and those of the corpora around it say of a text, read for the proof. */

const lentAlways = ['published', 'licence', 'language'] as const;
const lentTogether = ['publisher', 'place'] as const;

/** A header with what it leaves unsaid and the header around it says. */
function completed({ volume: own, ...header }: Header, { volume: around }: Header): Header {
  const isOwnHouse = lentTogether.some((name) => own[name] !== undefined);
  const names = [...lentAlways, ...(isOwnHouse ? [] : lentTogether)].filter(
    (name) => own[name] === undefined && around[name] !== undefined,
  );
  const isOther = around.title !== '' && around.title !== own.title;
  const series = own.series ?? (isOther ? around.title : around.series);
  return {
    ...header,
    volume: {
      ...own,
      ...Object.fromEntries(names.map((name) => [name, around[name]])),
      ...(series !== undefined && { series }),
    },
  };
}

/** Reads headers, each once. */
export function headerReader(elementsOf: ElementsOf): (part: Part, file: FileReading) => Header | undefined {
  const known = new Map<Part, Header | undefined>();
  const read = (part: Part, file: FileReading): Header | undefined => {
    if (known.has(part)) return known.get(part);
    const element = part.header && elementsOf(file)(part.header.start);
    const own = element && headerOf(element);
    const around = part.outer && read(part.outer, file);
    const found = own && around ? completed(own, around) : (own ?? around);
    known.set(part, found);
    return found;
  };
  return read;
}

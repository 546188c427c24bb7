import type { Places } from './destinations.ts';
import type { Link } from './document.ts';
import type { PdfFile } from './pdf-file.ts';
import { textOf } from './text-string.ts';
import { BadPdf, type Dict, nameOf, Ref, type Value } from './values.ts';

/** Areas of pages that lead somewhere (ISO 32000-1, 12.5.6.5 and 12.6.4). */

/** The links of a page by the numbers of their objects, by which tags name them; those without have negative numbers. */
export class LinkReader {
  private readonly file: PdfFile;
  private readonly places: Places;
  private left = 1_000_000;

  constructor(file: PdfFile, places: Places) {
    this.file = file;
    this.places = places;
  }

  /** Those of one page. */
  of(page: number, dict: Dict): Map<number, Link> {
    const links = new Map<number, Link>();
    this.file.array(dict.get('Annots')).forEach((value, i) => {
      if (--this.left < 0) throw new BadPdf('it has more links than any book');
      const link = linkOf(this.file, this.places, page, value);
      if (link) links.set(value instanceof Ref ? value.number : -1 - i, link);
    });
    return links;
  }
}

function linkOf(file: PdfFile, places: Places, page: number, value: Value): Link | undefined {
  const annotation = file.dict(value);
  if (nameOf(file.resolve(annotation.get('Subtype'))) !== 'Link') return undefined;
  const action = file.dict(annotation.get('A'));
  const uri = textOf(file.resolve(action.get('URI')));
  const isGoTo = nameOf(file.resolve(action.get('S'))) === 'GoTo';
  const target = isGoTo ? places.find(action.get('D')) : places.find(annotation.get('Dest'));
  const contents = textOf(file.resolve(annotation.get('Contents')));
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = file.array(annotation.get('Rect')).map((one) => file.number(one) ?? 0);
  return {
    kind: 'link',
    page,
    ...(uri !== undefined && { uri }),
    ...target,
    ...(contents !== undefined && { contents }),
    area: [x0, y0, x1, y1],
  };
}

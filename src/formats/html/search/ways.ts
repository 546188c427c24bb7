import type { Edition, UnitInfo } from '../../../model/edition.ts';
import { editionAddress, publicAddress } from '../../../model/public-address.ts';
import type { OutputFile } from '../../format.ts';
import { volumeLines } from '../../unit-names.ts';
import { address, fragment, pagePath } from '../addresses.ts';
import { type Entry, nested } from '../contents.ts';
import { withPolicy } from '../content-policy.ts';
import { escapeAttribute, escapeText } from '../escape.ts';
import { pageBreakId } from '../ids.ts';

/** Other ways to a text than its contents: by printed page, by date, by address. */

/** Where the pages are. */
export const searchPath = 'search.html';
export const namesPath = 'names.html';
export const pagesPath = 'pages.html';
export const datesPath = 'dates.html';
export const notFoundPath = '404.html';

/** A page that leads to texts. */
export interface Way {
  readonly href: string;
  readonly label: string;
}

/** The pages that there are, given what they would list. */
export function waysTo(lists: Readonly<Record<'letters' | 'books' | 'years', readonly unknown[]>>): Way[] {
  const all: readonly (readonly [isThere: boolean, href: string, label: string])[] = [
    [true, 'index.html', 'Contents'],
    [true, searchPath, 'Search'],
    [lists.letters.length > 0, namesPath, 'Names and terms'],
    [lists.books.length > 0, pagesPath, 'Printed pages'],
    [lists.years.length > 0, datesPath, 'By date'],
  ];
  return all.filter(([isThere]) => isThere).map(([, href, label]) => ({ href, label }));
}

/** A printed page, and where it begins. */
interface PrintedPage {
  readonly label: string;
  readonly href: string;
  /** Its address of its own, below the output folder. */
  readonly path: string;
}

interface Book {
  readonly title: string;
  readonly pages: readonly PrintedPage[];
}

/** Documents of one year. */
interface Year {
  readonly anchor: string;
  readonly label: string;
  readonly entries: readonly Entry[];
}

/** A label as a file name; undefined where it cannot be one. */
const fileName = (label: string): string | undefined => (/^[\w.-]{1,60}$/.test(label) ? label : undefined);

/** The printed pages of each volume, each once, where it first begins. */
export function printedPages({ units }: Edition): Book[] {
  const books = new Map<string, { title: string; pages: PrintedPage[]; known: Set<string> }>();
  const several = new Set(units.map(({ volume }) => volume.id)).size > 1;
  for (const { facts, volume, open } of units) {
    const book = books.get(volume.id) ?? { title: volumeLines(volume).volume, pages: [], known: new Set() };
    books.set(volume.id, book);
    // The first one may have begun before this text.
    const begun = facts.pages.filter((label, i) => !(i === 0 && label === open?.startsOn));
    for (const label of begun) {
      // Some disks do not distinguish small letters from capitals.
      const name = fileName(label);
      const key = (name ?? label).toLowerCase();
      if (label === '' || book.known.has(label)) continue;
      const path =
        name === undefined || book.known.has(`/${key}`) ? '' : `page/${several ? `${volume.id}/` : ''}${name}.html`;
      book.known.add(label).add(`/${key}`);
      book.pages.push({ label, href: address(pagePath(facts.id)) + fragment(pageBreakId(label, false)), path });
    }
  }
  return [...books.values()].filter(({ pages }) => pages.length > 0).map(({ title, pages }) => ({ title, pages }));
}

/** The day by which a text is in order; empty where none is known. */
const dayOf = ({ facts: { date } }: UnitInfo): string =>
  date?.when ?? date?.from ?? date?.notBefore ?? date?.to ?? date?.notAfter ?? '';

const yearOf = (day: string): number => Number(/^-?\d+/.exec(day)?.[0] ?? NaN);

/** Documents in the order of their dates, by year. */
export function yearsOf({ units }: Edition): Year[] {
  const dated = units
    .filter((unit) => unit.facts.kind === 'document' && !Number.isNaN(yearOf(dayOf(unit))))
    .map((unit) => ({ unit, day: dayOf(unit), year: yearOf(dayOf(unit)) }))
    .sort((a, b) => a.year - b.year || (a.day === b.day ? 0 : a.day < b.day ? -1 : 1));
  const years = new Map<number, Entry[]>();
  for (const { unit, year } of dated) years.set(year, [...(years.get(year) ?? []), ...nested([unit])]);
  return [...years].map(([year, entries]) => ({ anchor: `year:${year}`, label: String(year), entries }));
}

/** A page that leads on to where a printed page begins. */
function stub({ label, href, path }: PrintedPage): OutputFile {
  const to = escapeAttribute(`${'../'.repeat(path.split('/').length - 1)}${href}`);
  const title = `Page ${escapeText(label)}`;
  const page = `<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" lang="en" xml:lang="en">
<head>
<meta charset="utf-8"/>
<title>${title}</title>
<meta http-equiv="refresh" content="0; url=${to}"/>
</head>
<body><p><a href="${to}">${title}</a></p></body>
</html>
`;
  return { path, content: withPolicy(page)! };
}

/** The addresses of printed pages, `page/591.html`; in several volumes `page/VOLUME/591.html`. */
export const pageStubs = (books: readonly Book[]): OutputFile[] =>
  books.flatMap(({ pages }) => pages.filter(({ path }) => path !== '').map(stub));

/** The addresses of all pages for search engines (sitemaps.org); none where the edition has no address. */
export function sitemap(edition: Edition): OutputFile[] {
  const url = editionAddress(edition);
  if (url === undefined) return [];
  const all = [`${url}/`, ...edition.units.flatMap(({ facts }) => publicAddress(facts.id, edition) ?? [])];
  const lines = all.map((one) => `<url><loc>${escapeText(one)}</loc></url>\n`).join('');
  const content = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${lines}</urlset>\n`;
  return [{ path: 'sitemap.xml', content }];
}

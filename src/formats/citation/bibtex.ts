/** BibTeX that BibLaTeX reads the same: classic field names, titles in double braces, names taken apart, UTF-8. */

import type { RecordFormat } from '../format.ts';
import { bibliography } from './bibliography.ts';
import { expectedFields } from './expected-fields.ts';
import { numberNote } from './fields.ts';
import type { CitationItem } from '../../model/citation/item.ts';
import { unitItem } from '../../model/citation/item.ts';
import { langid } from '../../model/citation/language.ts';
import { toLatex } from './latex.ts';
import type { CitationName } from '../../model/citation/name.ts';
import { readBibtex } from './bibtex-read.ts';

const plain = (text: string | undefined): string | undefined => (text === undefined ? undefined : toLatex(text));
/** A second pair of braces keeps the case of titles, and `and` in the name of a publisher. */
const kept = (text: string | undefined): string | undefined => (text === undefined ? undefined : `{${toLatex(text)}}`);

/** A part of a name that BibTeX would take apart or end too early is put in braces: `{von Neumann}, John`. */
const part = (text: string, takenApart: RegExp): string =>
  takenApart.test(text) ? `{${toLatex(text)}}` : toLatex(text);

/** What parts names: a comma, and the word `and`, in any case, also at the edge of a part. */
const apart = /,|(?:^|\s)and(?:\s|$)/i;

function name(of: CitationName): string {
  if ('literal' in of) return `{${toLatex(of.literal)}}`;
  const family = part(of.family, /\s|,|^\p{Ll}|^[Aa][Nn][Dd]$/u);
  const given = part(of.given, apart);
  return of.suffix === undefined ? `${family}, ${given}` : `${family}, ${part(of.suffix, apart)}, ${given}`;
}

const names = (list: readonly CitationName[]): string | undefined =>
  list.length === 0 ? undefined : list.map(name).join(' and ');

const langidOf = ({ language }: CitationItem): string | undefined =>
  language === undefined ? undefined : langid(language);

function entry(item: CitationItem): string {
  const pages = item.lastPage === undefined ? item.firstPage : `${item.firstPage}--${item.lastPage}`;
  const fields: readonly [string, string | undefined][] = [
    ['author', names(item.authors)],
    ['title', kept(item.title)],
    ['editor', names(item.editors)],
    ['booktitle', kept(item.containerTitle)],
    ['series', kept(item.series)],
    ['volume', plain(item.volume)],
    ['chapter', plain(item.number)],
    ['pages', pages],
    ['publisher', kept(item.publisher)],
    ['address', kept(item.place)],
    ['year', item.year],
    ['isbn', plain(item.isbn)],
    ['doi', item.doi],
    ['url', item.url],
    ['language', plain(item.language)],
    ['langid', langidOf(item)],
    ['note', plain(numberNote(item))],
  ];
  const lines = fields.filter((field) => field[1] !== undefined).map(([field, value]) => `  ${field} = {${value}},\n`);
  return `@${item.type === 'chapter' ? 'incollection' : 'book'}{${item.id},\n${lines.join('')}}\n`;
}

const asFile = (items: readonly CitationItem[]): string => items.map(entry).join('\n');

/** Citations as BibTeX: one file per unit, and `edition.bib` with all of them. */
export const bibtex: RecordFormat = {
  name: 'bibtex',
  carries: 'record',
  editionPath: 'edition.bib',
  path: (id) => `citations/${id}.bib`,
  write: (unit, edition) => asFile([unitItem(unit, edition)]),
  writeEdition: (edition) => [{ path: 'edition.bib', content: asFile(bibliography(edition)) }],
  expected: (unit, edition) => expectedFields(unit, edition, ['note', 'langid']),
  readBack: readBibtex,
};

/** BibTeX that BibLaTeX reads the same: classic field names, titles in double braces, names taken apart, UTF-8. */

import type { RecordFormat } from '../format.ts';
import { bibliography } from './bibliography.ts';
import { expectedFields } from './expected-fields.ts';
import { numberNote } from './fields.ts';
import { type CitationDate, edtf, yearInWords } from '../../model/citation/date.ts';
import { unitItem } from '../../model/citation/item.ts';
import type { CitationItem, CitationType } from '../../model/citation/record.ts';
import { langid } from '../../model/citation/language.ts';
import { toLatex } from './latex.ts';
import { type CitationName, familyName, isOthers } from '../../model/citation/name.ts';
import { readBibtex } from './bibtex-read.ts';

const plain = (text: string | undefined): string | undefined => (text === undefined ? undefined : toLatex(text));
/** A second pair of braces keeps the case of titles, and `and` in the name of a publisher. */
const kept = (text: string | undefined): string | undefined => (text === undefined ? undefined : `{${toLatex(text)}}`);

/** A part of a name that BibTeX would take apart or end too early is put in braces: `{von Neumann}, John`. */
const part = (text: string, takenApart: RegExp): string =>
  takenApart.test(text) ? `{${toLatex(text)}}` : toLatex(text);

/** What parts names: a comma, and the word `and`, in any case, also at the edge of a part. */
const apart = /,|(?:^|\s)and(?:\s|$)/i;

/** `van Gogh` is read as a prefix and a family name only where the prefix is small words; a family name of several words keeps them in braces. */
function family(of: Exclude<CitationName, { literal: string }>): string {
  const particle = of['non-dropping-particle'];
  const isPrefix = particle !== undefined && /^\p{Ll}[\p{Ll} ]*$/u.test(particle);
  const last = part(isPrefix ? of.family : familyName(of), /\s|,|^\p{Ll}|^[Aa][Nn][Dd]$/u);
  return isPrefix ? `${particle} ${last}` : last;
}

function name(of: CitationName): string {
  if (isOthers(of)) return 'others';
  if ('literal' in of) return `{${toLatex(of.literal)}}`;
  const given = part(of.given, apart);
  return of.suffix === undefined ? `${family(of)}, ${given}` : `${family(of)}, ${part(of.suffix, apart)}, ${given}`;
}

const names = (list: readonly CitationName[]): string | undefined =>
  list.length === 0 ? undefined : list.map(name).join(' and ');

const langidOf = ({ language }: CitationItem): string | undefined =>
  language === undefined ? undefined : langid(language);

type Fields = readonly (readonly [string, string | undefined])[];

/** Programs stop at an interval without a beginning, and do not read the file: it is written in words. */
const hasNoBeginning = (date: CitationDate): boolean => 'literal' in date || date.start === undefined;

/** A date that is a day, month or year is written in the classic fields, which all programs read; any other in that of BibLaTeX. */
function dateFields({ date }: CitationItem): Fields {
  if (date !== undefined && hasNoBeginning(date)) return [['year', kept(yearInWords(date))]];
  const text = edtf(date);
  const [, year, month, day] = /^([0-9]{4})(?:-([01][0-9])(?:-([0-9]{2}))?)?$/.exec(text ?? '') ?? [];
  if (year === undefined) return [['date', text]];
  const plainNumber = (digits: string | undefined): string | undefined => digits && String(Number(digits));
  return [
    ['year', year],
    ['month', plainNumber(month)],
    ['day', plainNumber(day)],
  ];
}

/** The field of BibLaTeX for it takes no words. */
const originalDate = ({ original: { date } }: CitationItem): string | undefined =>
  date === undefined || hasNoBeginning(date) ? undefined : edtf(date);

const entryTypes: Readonly<Record<CitationType, string>> = {
  chapter: 'incollection',
  book: 'book',
  'article-journal': 'article',
  'paper-conference': 'inproceedings',
  'entry-dictionary': 'inreference',
  personal_communication: 'letter',
  manuscript: 'unpublished',
  hearing: 'misc',
};

const shelfmark = ({ archive, archivePlace, shelfmark: mark }: CitationItem): string | undefined =>
  [archivePlace, archive, mark].filter(Boolean).join(', ') || undefined;

function entry(item: CitationItem): string {
  const pages = item.lastPage === undefined ? item.firstPage : `${item.firstPage}--${item.lastPage}`;
  const host = item.type === 'article-journal' ? 'journal' : 'booktitle';
  const fields: Fields = [
    ['author', names(item.authors)],
    ['title', kept(item.title)],
    ['editor', names(item.editors)],
    ['translator', names(item.translators)],
    [host, kept(item.containerTitle)],
    ['series', kept(item.series)],
    ['volume', plain(item.volume)],
    ['number', plain(item.issue)],
    ['chapter', plain(item.number)],
    ['pages', pages],
    ['publisher', kept(item.publisher)],
    ['address', kept(item.place)],
    ...dateFields(item),
    ['origtitle', kept(item.original.title)],
    ['origdate', originalDate(item)],
    ['origpublisher', kept(item.original.publisher)],
    ['origlocation', kept(item.original.place)],
    ['library', plain(shelfmark(item))],
    ['isbn', plain(item.isbn)],
    ['issn', plain(item.issn)],
    ['doi', item.doi],
    ['url', item.url],
    ['language', plain(item.language)],
    ['langid', langidOf(item)],
    ['note', plain(numberNote(item))],
  ];
  const lines = fields.filter((field) => field[1] !== undefined).map(([field, value]) => `  ${field} = {${value}},\n`);
  return `@${entryTypes[item.type]}{${item.id},\n${lines.join('')}}\n`;
}

const asFile = (items: readonly CitationItem[]): string => items.map(entry).join('\n');

const own = [
  ...([
    'BibLaTeX date',
    'BibLaTeX origdate',
    'original-title',
    'original-publisher',
    'original-publisher-place',
  ] as const),
  ...(['library', 'ISSN', 'note', 'langid'] as const),
];

/** Citations as BibTeX: one file per unit, and `edition.bib` with all of them. */
export const bibtex: RecordFormat = {
  name: 'bibtex',
  carries: 'record',
  editionPath: 'edition.bib',
  path: (id) => `citations/${id}.bib`,
  write: (unit, edition) => asFile([unitItem(unit, edition)]),
  writeEdition: (edition) => [{ path: 'edition.bib', content: asFile(bibliography(edition)) }],
  expected: (unit, edition) => expectedFields(unit, edition, own),
  readBack: readBibtex,
};

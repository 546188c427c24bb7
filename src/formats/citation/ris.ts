/** RIS as reference managers read it: one tag a line, never folded, CRLF. `A2` is the editor of a chapter's book; of a book itself, the series editor. */

import type { RecordFields, RecordFormat } from '../format.ts';
import { bibliography } from './bibliography.ts';
import { expectedRis } from './expected-fields.ts';
import { presentFields } from './fields.ts';
import { yearInWords } from '../../model/citation/date.ts';
import { unitItem } from '../../model/citation/item.ts';
import type { CitationItem, CitationType } from '../../model/citation/record.ts';
import { type CitationName, invertedName } from '../../model/citation/name.ts';

type Tags = readonly (readonly [tag: string, value: string | undefined])[];

/** What a type is called, and the tags of what is not under the same tag in all types; a role without a tag cannot be said. */
interface Form {
  readonly type: string;
  readonly container?: string;
  readonly series?: string;
  readonly editor?: string;
  readonly general?: string;
  readonly translator?: string;
  readonly recipient?: string;
}

const part = { container: 'T2', series: 'T3', editor: 'A2', general: 'A3', translator: 'A4' };

const forms: Readonly<Record<CitationType, Form>> = {
  chapter: { type: 'CHAP', ...part },
  book: { type: 'BOOK', series: 'T2', editor: 'A3', general: 'A2', translator: 'A4' },
  'article-journal': { type: 'JOUR', container: 'T2', editor: 'A2', translator: 'A4' },
  'paper-conference': { type: 'CONF', ...part, container: 'C3' },
  'entry-dictionary': { type: 'DICT', ...part },
  personal_communication: { type: 'PCOMM', recipient: 'A2' },
  manuscript: { type: 'UNPB', series: 'T2', editor: 'ED' },
  hearing: { type: 'HEAR', series: 'T3' },
};

const two = (number: number): string => String(number).padStart(2, '0');

/**
 * `PY` is a year of four digits, `DA` is `year/month/day/other`. What has no such year, or of which only limits are known, is a note: a wrong year
 * would be worse than none.
 */
function dateTags({ date }: CitationItem): Tags {
  if (date === undefined) return [];
  const words = yearInWords(date)!;
  const isOneYear = !('literal' in date) && date.start?.year === date.end?.year;
  const start = 'literal' in date || (date.isBetween && !isOneYear) ? undefined : date.start;
  if (start === undefined || start.year < 1) return [['N1', `Date: ${words}`]];
  const year = String(start.year).padStart(4, '0');
  const [month, day] = [start.month, start.day].map((number) => (number === undefined ? '' : two(number)));
  const isPlain = !('literal' in date) && !date.isInterval && words === String(start.year);
  if (isPlain)
    return [
      ['PY', year],
      ['DA', month ? `${year}/${month}/${day}/` : undefined],
    ];
  return [
    ['PY', year],
    ['DA', isOneYear ? undefined : `${year}///${words}`],
  ];
}

const people = (tag: string | undefined, names: readonly CitationName[]): Tags =>
  tag === undefined ? [] : names.map((name) => [tag, invertedName(name)] as const);

const under = (tag: string | undefined, value: string | undefined): Tags => (tag === undefined ? [] : [[tag, value]]);

function tags(item: CitationItem): Tags {
  const form = forms[item.type];
  return [
    ['TY', form.type],
    ['ID', item.id],
    ...people('AU', item.authors),
    ['TI', item.title],
    ...people(form.editor, item.editors),
    ...people(form.general, item.generalEditors),
    ...people(form.translator, item.translators),
    ...people(form.recipient, item.beside.recipients),
    ...under(form.container, item.containerTitle),
    ...under(form.series, item.series),
    ['VL', item.volume],
    ['IS', item.issue],
    ['SE', item.number],
    ['SP', item.firstPage],
    ['EP', item.lastPage],
    ...dateTags(item),
    ['PB', item.publisher],
    ['CY', item.place],
    ['DB', [item.archivePlace, item.archive].filter(Boolean).join(', ') || undefined],
    ['AN', item.shelfmark],
    ['SN', item.issn ?? item.isbn],
    ['DO', item.doi],
    ['LA', item.language],
    ['UR', item.url],
    ['ER', ''],
  ];
}

const record = (item: CitationItem): string =>
  tags(item)
    .filter(([, value]) => value !== undefined)
    .map(([tag, value]) => `${tag}  - ${value}\r\n`)
    .join('');

const asFile = (items: readonly CitationItem[]): string => items.map(record).join('\r\n');

const typeOf = (name: string | undefined): CitationType =>
  (Object.keys(forms) as CitationType[]).find((type) => forms[type].type === name) ?? 'book';

function fieldsOf(values: ReadonlyMap<string, readonly string[]>): RecordFields {
  const one = (tag: string | undefined): string | undefined => (tag === undefined ? undefined : values.get(tag)?.[0]);
  const names = (tag: string | undefined): string | undefined =>
    tag === undefined ? undefined : values.get(tag)?.join('; ');
  const type = typeOf(one('TY'));
  const form = forms[type];
  const last = one('EP');
  const dates = ['PY', 'DA', 'N1'].map((tag) => one(tag)).filter((value) => value !== undefined);
  return presentFields({
    id: one('ID'),
    type,
    title: one('TI'),
    author: names('AU'),
    editor: names(form.editor),
    translator: names(form.translator),
    'RIS general editor': names(form.general),
    'RIS recipient': names(form.recipient),
    'container-title': one(form.container),
    'collection-title': one(form.series),
    volume: one('VL'),
    issue: one('IS'),
    'chapter-number': one('SE'),
    page: last === undefined ? one('SP') : `${one('SP')}-${last}`,
    'RIS date': dates.join(' | '),
    publisher: one('PB'),
    'publisher-place': one('CY'),
    'RIS archive': one('DB'),
    archive_location: one('AN'),
    'RIS number': one('SN'),
    DOI: one('DO'),
    URL: one('UR'),
    language: one('LA'),
  });
}

const knownTags = new Set(
  'TY ID AU TI ED A2 A3 A4 T2 T3 C3 VL IS SE SP EP PY DA N1 PB CY DB AN SN DO LA UR ER'.split(' '),
);
const repeated = new Set(['AU', 'ED', 'A2', 'A3', 'A4']);

/** The records of a RIS file: each from `TY` to `ER`, every line understood. */
function readRis(content: string): RecordFields[] {
  const records: RecordFields[] = [];
  let values: Map<string, string[]> | undefined;
  for (const line of content.split('\r\n')) {
    if (line === '' && values === undefined) continue;
    const [, tag, value] = /^([A-Z][A-Z0-9]) {2}- ([^\r\n]*)$/.exec(line) ?? [];
    if (tag === undefined || !knownTags.has(tag)) throw new Error(`a line is not understood: “${line.slice(0, 80)}”`);
    if ((tag === 'TY') !== (values === undefined)) throw new Error(`the tag ${tag} stands where it cannot be`);
    values ??= new Map<string, string[]>();
    if (values.has(tag) && !repeated.has(tag)) throw new Error(`the tag ${tag} is doubled`);
    if (tag === 'ER') {
      records.push(fieldsOf(values));
      values = undefined;
    } else values.set(tag, [...(values.get(tag) ?? []), value!]);
  }
  if (values) throw new Error('the last record does not end');
  return records;
}

/** Citations as RIS: one file per unit, and `edition.ris` with all of them. */
export const ris: RecordFormat = {
  name: 'ris',
  carries: 'record',
  editionPath: 'edition.ris',
  path: (id) => `citations/${id}.ris`,
  write: (unit, edition) => asFile([unitItem(unit, edition)]),
  writeEdition: (edition) => [{ path: 'edition.ris', content: asFile(bibliography(edition)) }],
  expected: (unit, edition) => expectedRis(unit, edition),
  readBack: readRis,
};

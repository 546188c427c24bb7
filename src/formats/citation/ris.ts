/** RIS as reference managers read it: one tag a line, never folded, CRLF. `A2` is the editor of a chapter's book; of a book itself, the series editor. */

import type { RecordFields, RecordFormat } from '../format.ts';
import { bibliography } from './bibliography.ts';
import { expectedFields } from './expected-fields.ts';
import { presentFields } from './fields.ts';
import type { CitationItem } from '../../model/citation/item.ts';
import { unitItem } from '../../model/citation/item.ts';
import { invertedName } from '../../model/citation/name.ts';

type Tags = readonly (readonly [tag: string, value: string | undefined])[];

const editorTags = { chapter: { editor: 'A2', general: 'A3' }, book: { editor: 'A3', general: 'A2' } } as const;

function tags(item: CitationItem): Tags {
  const { editor, general } = editorTags[item.type];
  const series: Tags =
    item.type === 'chapter'
      ? [
          ['T2', item.containerTitle],
          ['T3', item.series],
        ]
      : [['T2', item.series]];
  return [
    ['TY', item.type === 'chapter' ? 'CHAP' : 'BOOK'],
    ['ID', item.id],
    ...item.authors.map((name) => ['AU', invertedName(name)] as const),
    ['TI', item.title],
    ...item.editors.map((name) => [editor, invertedName(name)] as const),
    ...item.generalEditors.map((name) => [general, invertedName(name)] as const),
    ...series,
    ['VL', item.volume],
    ['SE', item.number],
    ['SP', item.firstPage],
    ['EP', item.lastPage],
    ['PY', item.year],
    ['PB', item.publisher],
    ['CY', item.place],
    ['SN', item.isbn],
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

function fieldsOf(values: ReadonlyMap<string, readonly string[]>): RecordFields {
  const one = (tag: string): string | undefined => values.get(tag)?.[0];
  const names = (tag: string): string | undefined => values.get(tag)?.join('; ');
  const type = one('TY') === 'CHAP' ? 'chapter' : 'book';
  const { editor, general } = editorTags[type];
  const last = one('EP');
  return presentFields({
    id: one('ID'),
    type,
    title: one('TI'),
    author: names('AU'),
    editor: names(editor),
    'general-editor': names(general),
    'container-title': type === 'chapter' ? one('T2') : undefined,
    'collection-title': one(type === 'chapter' ? 'T3' : 'T2'),
    volume: one('VL'),
    'chapter-number': one('SE'),
    page: last === undefined ? one('SP') : `${one('SP')}-${last}`,
    publisher: one('PB'),
    'publisher-place': one('CY'),
    issued: one('PY'),
    ISBN: one('SN'),
    DOI: one('DO'),
    URL: one('UR'),
    language: one('LA'),
  });
}

const knownTags = new Set('TY ID AU TI A2 A3 T2 T3 VL SE SP EP PY PB CY SN DO LA UR ER'.split(' '));
const repeated = new Set(['AU', 'A2', 'A3']);

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
  expected: (unit, edition) => expectedFields(unit, edition, ['general-editor']),
  readBack: readRis,
};

import { plainSigns } from '../../src/model/signs.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Edition, Unit, UnitInfo } from '../../src/model/edition.ts';
import type { UnitFacts, VolumeFacts } from '../../src/model/facts.ts';
import type { Kind, Reading, ReadingNode } from '../../src/model/reading.ts';
import { type SpineBuilder, spineBuilder, type Spine } from '../../src/model/spine.ts';
import type { ShellSources } from '../../src/formats/html/shell.ts';

/** The templates as they lie in the project. */
export function shellSources(): ShellSources {
  const folder = join(import.meta.dirname, '../../templates');
  const names = readdirSync(folder).filter((name) => /\.(hbs|css)$/.test(name));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

type Properties = Partial<Omit<ReadingNode, 'kind' | 'children'>>;

/** A node of the reading edition. */
export const node = (kind: Kind, properties: Properties, ...children: Reading[]): ReadingNode => ({
  kind,
  tei: kind,
  ...properties,
  children,
});

export const p = (...children: Reading[]): ReadingNode => node('block', { tei: 'p', role: 'paragraph' }, ...children);
export const pb = (n: string): ReadingNode => node('page-break', { tei: 'pb', n, id: `pg_${n}` });
export const note = (n: string, ...children: Reading[]): ReadingNode =>
  node('note', { tei: 'note', n, id: `fn${n}` }, ...children);
export const item = (...children: Reading[]): ReadingNode => node('item', { tei: 'item' }, ...children);
export const cell = (properties: Properties, ...children: Reading[]): ReadingNode =>
  node('cell', { tei: 'cell', ...properties }, ...children);
export const row = (properties: Properties, ...cells: Reading[]): ReadingNode =>
  node('row', { tei: 'row', ...properties }, ...cells);

const volume: VolumeFacts = {
  id: 'sample',
  title: 'Papers of a Mission, 1871–1874, Volume II, Letters Home',
  series: 'Papers of a Mission',
  subseries: '1871–1874',
  volumeLabel: 'Volume II',
  volume: '2',
  volumeTitle: 'Letters Home',
  authors: [],
  editors: [{ given: 'Ada', family: 'Ames', literal: 'Ada Ames' }],
  generalEditors: [],
  publisher: 'The Mission Press',
  place: 'Leeds',
  published: { when: '1999' },
  isbn: '9780000000002',
  language: 'en',
  licence: { text: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
};

const facts: UnitFacts = {
  id: 'd7',
  kind: 'document',
  number: '7',
  title: 'Letter From Ames to Bell & Co.',
  senders: [{ kind: 'person', name: { given: 'Ada', family: 'Ames', literal: 'Ada Ames' }, text: 'Ames' }],
  recipients: [{ kind: 'organization', name: { literal: 'Bell & Co.' }, text: 'Bell & Co.' }],
  date: { when: '1872-03-04' },
  place: 'Leeds',
  pages: ['11', '12'],
  notes: 2,
  words: 100,
};

/** Facts, where a test needs others. */
export const info = (own: Partial<UnitFacts> = {}, depth = 0, ofVolume: Partial<VolumeFacts> = {}): UnitInfo => ({
  facts: { ...facts, ...own },
  source: { path: 'sample.xml', xmlId: own.id ?? 'd7', sha256: '00', except: [] },
  volume: { ...volume, ...ofVolume },
  depth,
  leadingPages: 0,
});

/** A unit whose spine is told from its reading tree. */
export function unit(...children: Reading[]): Unit & { readonly spine: Spine } {
  const reading = node('section', { tei: 'div', id: 'd7', role: 'document' }, ...children);
  return { ...info(), reading, tei: '', spine: spineOf(reading) };
}

const others: readonly UnitInfo[] = [info({ id: 'd6', number: '6', title: 'Note', senders: [] }), info()];

/** An edition in which `#ames` is a person of the register in unit `persons`, and `#d6` another document. */
export const edition: Edition = {
  id: 'sample',
  title: volume.title,
  licence: { text: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  language: 'en',
  signs: plainSigns,
  units: others,
  resolve: (target) => {
    if (target === '#ames') return { unit: 'persons', id: 'ames' };
    if (target === '#d6') return { unit: 'd6', id: 'd6' };
    return target === '#fn1' ? { unit: 'd7', id: 'fn1' } : undefined;
  },
  register: (target) =>
    target === '#ames'
      ? { id: 'ames', kind: 'person', name: 'Ames, Ada', note: 'missionary; "the Elder" & <founder>' }
      : undefined,
};

const amongWords: ReadonlySet<Kind> = new Set<Kind>(['span', 'link', 'image', 'label', 'note']);

function tell(node: Reading, builder: SpineBuilder, inList: boolean): void {
  if (typeof node === 'string') builder.text(node);
  else if (node.kind === 'page-break') builder.page(node.n ?? '');
  else if (node.kind === 'line-break') {
    if (!node.joined) builder.boundary();
  } else if (node.kind === 'mark') builder.mark('');
  else {
    const block = !amongWords.has(node.kind) || (node.kind === 'label' && inList);
    if (node.kind === 'note') builder.startNote(node.n ?? '');
    if (block) builder.boundary();
    for (const child of node.children) tell(child, builder, node.kind === 'list');
    if (block) builder.boundary();
    if (node.kind === 'note') builder.endNote();
  }
}

/** The spine of a reading tree, by the plain meaning of its kinds. */
function spineOf(node: ReadingNode): Spine {
  const builder = spineBuilder();
  tell(node, builder, false);
  return builder.finish();
}

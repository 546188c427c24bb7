import { type SideRole, sideValue } from '../../src/model/apparatus.ts';
import type { Reading, ReadingNode } from '../../src/model/reading.ts';
import { noWitnesses } from '../../src/model/apparatus.ts';
import { notNumbered, numberValue } from '../../src/model/numbers.ts';
import { readTeiFile, unitContent } from '../../src/model/read-tei/read-file.ts';
import { runsOf, type Spine, spineBuilder } from '../../src/model/spine.ts';
import { type MarkRole, markValue, statusValue } from '../../src/model/status.ts';
import { fieldMark, type Item } from '../../src/model/structure.ts';
import type { UnitKnown } from '../../src/transform/phase1.ts';
import { statusPart } from '../../src/model/united-statuses.ts';
import { structureRecorder } from '../../src/model/structure-recorder.ts';
import { sourceText } from '../../src/source/text.ts';

/** What an example reads as, in one notation for the streaming reader and for the reading tree of phase 1. */
export interface Shown {
  /** The words; what is separated has a space between it, calls and pages are in brackets, notes follow. */
  readonly text: string;
  /** What is on the words, a line each: `block opener “Sir”`, `as person “Anna”`, `look italic “so”`. */
  readonly is: readonly string[];
}

/** An edition with each content as a document. */
export const documentsOf = (contents: readonly string[]): string =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>${contents
    .map((content) => `<div type="document">${content}</div>`)
    .join('')}</body></text></TEI>`;

/** What phase 1 knows of such a document besides its text. */
export const knownOfDocument = (): UnitKnown => ({
  witnesses: noWitnesses,
  numbering: { numbering: notNumbered, around: [], isDocument: true },
});

/** The document itself. */
const ownBlock = ['section', 'document', ''].join(fieldMark);

const marks = (run: string): string =>
  run
    .replace(/\x01([^\x02]*)\x02/g, '[Page $1]')
    .replace(/\x03([^\x04]*)\x04/g, '[$1]')
    .replace(/\x06/g, '▢');

function line({ aspect, value, run, from, to }: Item, spine: Spine): string {
  const words =
    aspect === 'reading' && !value.startsWith('lemma') ? runsOf(spine)[run]! : runsOf(spine)[run]!.slice(from, to);
  const fields = value.split(fieldMark).filter((field) => field !== '');
  const name = { block: [], role: ['as'], status: [], pointer: ['to'], cell: ['cell'] }[aspect as string] ?? [aspect];
  return [...name, ...(aspect === 'cell' ? [] : fields), `“${marks(words)}”`].join(' ');
}

const show = (spine: Spine, items: readonly Item[]): Shown => ({
  text: [spine.text, ...spine.notes.map(({ label, text }) => `[${label}: ${text}]`)].map(marks).join(' '),
  is: items.map((item) => line(item, spine)),
});

/** What the streaming reader makes of documents. */
export function readByReader(contents: readonly string[]): Shown[] {
  const documents = { element: 'div', attribute: { name: 'type', value: 'document' } };
  const file = readTeiFile(sourceText('a.xml', documentsOf(contents)), documents, [], {}, 'structure');
  return file.units.map((unit) => {
    const { spine, structure } = unitContent(file, unit);
    return show(
      spine,
      structure.items.filter(({ value }) => value !== ownBlock),
    );
  });
}

const withRole = new Set(['section', 'block', 'list']);
const withNumber = new Set(['item', 'line']);
const inLine = new Set(['app', 'side', 'mark', 'formula', 'span', 'link', 'image', 'note', 'page-break', 'line-break']);

type Builder = ReturnType<typeof spineBuilder>;

const valueOf = ({ role, about, says }: ReadingNode, entry: ReadingNode | undefined): string =>
  sideValue(role as SideRole, entry?.n ?? '', about ?? '', says ?? {}, role === 'lemma' ? entry?.role : '');

/** What is on the words of a node, as the reading vocabulary describes it. */
function openAll(node: ReadingNode, builder: Builder, entry: ReadingNode | undefined): number {
  const { kind, role, n, looks = [], rend, lang, target, title, status, who } = node;
  const opened: [Item['aspect'], string][] = [];
  const block = [kind, withRole.has(kind) ? (role ?? '') : '', withNumber.has(kind) ? (n ?? '') : ''];
  if (kind === 'cell') opened.push(['cell', '']);
  else if (!inLine.has(kind)) opened.push(['block', block.join(fieldMark)]);
  if (kind === 'side' && role === 'lemma') opened.push(['reading', valueOf(node, entry)]);
  if (kind === 'span' && role !== undefined && role !== 'anchor')
    opened.push(['role', [role, title ?? ''].join(fieldMark)]);
  if (who !== undefined) opened.push(['speaker', who]);
  if (status !== undefined) opened.push(['status', statusPart(statusValue(status, title), node.part)]);
  for (const look of looks) opened.push(['look', look]);
  if (rend !== undefined) opened.push(['look', ['rend', rend].join(fieldMark)]);
  if (lang !== undefined && role !== 'gloss') opened.push(['language', lang]);
  if (target !== undefined) opened.push(['pointer', [kind === 'link' ? 'link' : 'name', target].join(fieldMark)]);
  for (const [aspect, value] of opened) builder.open(aspect, value);
  return opened.length;
}

/** A line; what is joined already has no hyphen that could go. */
function lineBreak({ n = '', series = '', joined }: ReadingNode, builder: Builder): void {
  if (!joined) return builder.line([series, n].join(fieldMark), false);
  builder.point('line', [series, n, 'joined'].join(fieldMark));
}

function playNode(node: Reading, builder: Builder, isUnit = false, entry?: ReadingNode): void {
  if (typeof node === 'string') return builder.text(node);
  if (node.kind === 'page-break') return builder.page(node.n ?? '', false, node.id);
  if (node.kind === 'line-break') lineBreak(node, builder);
  const isLine = inLine.has(node.kind);
  const isApart = node.kind === 'side' && node.role !== 'lemma';
  if (isApart) builder.startSide(valueOf(node, entry));
  if (node.kind === 'note') builder.startNote(node.n ?? '');
  if (!isLine) builder.boundary();
  const opened = isUnit ? 0 : openAll(node, builder, entry);
  if (node.id !== undefined && !isUnit) builder.point('id', node.id);
  if (node.number !== undefined) builder.point('number', numberValue(node.number));
  if (node.kind === 'mark' && node.role === 'gloss')
    builder.mark([node.title, node.why ?? '', node.lang ?? ''].join(fieldMark), 'gloss');
  else if (node.kind === 'mark') builder.mark(markValue(node.role as MarkRole, node.why, node.extent));
  if (node.kind === 'formula') builder.mark([node.notation, node.raw].join(fieldMark), 'formula');
  if (node.kind === 'image') builder.point('picture', [node.source ?? '', node.title ?? ''].join(fieldMark));
  for (const child of node.children) playNode(child, builder, false, node.kind === 'app' ? node : entry);
  for (let i = 0; i < opened; i++) builder.close();
  if (!isLine) builder.boundary();
  if (node.kind === 'note') builder.endNote();
  if (isApart) builder.endSide();
}

/** What a reading tree says, in the same notation. */
export function shownTree(tree: ReadingNode): Shown {
  const recorder = structureRecorder();
  const builder = spineBuilder(recorder);
  playNode(tree, builder, true);
  const spine = builder.finish();
  return show(spine, recorder.structure().items);
}

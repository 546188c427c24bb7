import { sideValue, type SideRole } from '../../model/apparatus.ts';
import { lineBegin, lineValue } from '../../model/lines.ts';
import { blockValue } from '../../model/read-tei/kinds.ts';
import { roleValue } from '../../model/read-tei/roles.ts';
import type { Kind, Reading, ReadingNode } from '../../model/reading.ts';
import { type Spine, type SpineBuilder, spineBuilder } from '../../model/spine.ts';
import { markValue, type MarkRole, statusValue } from '../../model/status.ts';
import { structureRecorder } from '../../model/structure-recorder.ts';
import { fieldMark, type Item } from '../../model/structure.ts';

/**
 * What a reading tree says, by the plain meaning of its kinds: its words, and what is on them. Two trees are compared by it, that of our stylesheets
 * and that of the edition’s; the proof of an edition is made without it.
 */

export interface TreeContent {
  readonly spine: Spine;
  /** In canonical order; without the block of the unit’s own element. */
  readonly items: readonly Item[];
}

/** Kinds that are among the words of a line. */
const amongWords: ReadonlySet<Kind> = new Set<Kind>(['span', 'link', 'image', 'note', 'app', 'side']);
const withRole: ReadonlySet<Kind> = new Set<Kind>(['section', 'block', 'list']);

function blockOf({ kind, role, n }: ReadingNode): string {
  if (withRole.has(kind)) return blockValue(kind, role);
  if (kind === 'line') return blockValue(kind, role === 'continued' ? role : '', n);
  return blockValue(kind, '', kind === 'item' ? n : '');
}

/** What the words in a node have, each with its aspect. */
function rangesOf(node: ReadingNode): (readonly [Item['aspect'], string])[] {
  const { kind, role, title, status, looks = [], rend, lang, dir, target, who, columns, rows } = node;
  return [
    ...(status ? [['status', statusValue(status, title)] as const] : []),
    ...(kind === 'span' && !status && role !== undefined && role !== 'anchor'
      ? [['role', roleValue(role, title)] as const]
      : []),
    ...looks.map((look) => ['look', look] as const),
    ...(rend === undefined ? [] : [['look', `rend${fieldMark}${rend}`] as const]),
    ...(lang === undefined ? [] : [['language', lang] as const]),
    ...(dir === undefined ? [] : [['direction', dir] as const]),
    ...(target === undefined
      ? []
      : [['pointer', `${kind === 'link' ? 'link' : 'name'}${fieldMark}${target}`] as const]),
    ...(who === undefined ? [] : [['speaker', who] as const]),
    ...(kind === 'cell' ? [['cell', [role, columns, rows].join(fieldMark)] as const] : []),
  ];
}

function tellPoints(
  { kind, id, number, source, title, says, role, about }: ReadingNode,
  entry: string,
  builder: SpineBuilder,
) {
  if (id !== undefined) builder.point('id', id);
  if (number) builder.point('number', [number.unit, number.full, number.shown].join(fieldMark));
  if (kind === 'image') builder.point('picture', `${source ?? ''}${fieldMark}${title ?? ''}`);
  if (kind === 'side' && role === 'lemma') builder.point('reading', sideValue('lemma', entry, about ?? '', says ?? {}));
}

/** A node that stands like a letter, or breaks the text. */
function tellPoint(node: ReadingNode, builder: SpineBuilder): void {
  const { kind, n = '', joined, series = '', role, why, extent, title = '', notation = '', raw = '', lang = '' } = node;
  if (kind === 'page-break') return builder.page(n, false, node.id);
  if (kind === 'line-break') {
    if (joined !== true) builder.boundary();
    return builder.point('line', lineValue(lineBegin(series, n), joined === true));
  }
  if (kind === 'formula') return builder.mark(`${notation}${fieldMark}${raw}`, 'formula');
  return role === 'gloss'
    ? builder.mark([title, why, lang].join(fieldMark), 'gloss')
    : builder.mark(markValue(role as MarkRole, why, extent));
}

const isPoint = ({ kind }: ReadingNode): boolean => kind.endsWith('-break') || kind === 'formula' || kind === 'mark';

function tell(node: Reading, builder: SpineBuilder, entry = '', isRoot = false): void {
  if (typeof node === 'string') return builder.text(node);
  if (isPoint(node)) {
    if (node.kind !== 'page-break') tellPoints(node, entry, builder);
    return tellPoint(node, builder);
  }
  const { kind, role, n, about, says, children } = node;
  const isBlock = !amongWords.has(kind);
  const isApart = kind === 'side' && role !== 'lemma';
  if (isApart) builder.startSide(sideValue(role as SideRole, entry, about ?? '', says ?? {}));
  if (kind === 'note') builder.startNote(n ?? '');
  if (isBlock) builder.boundary();
  const blocks = isBlock && kind !== 'cell' && !isRoot ? [['block', blockOf(node)] as const] : [];
  const ranges = [...blocks, ...rangesOf(node)];
  for (const [aspect, value] of ranges) builder.open(aspect, value);
  tellPoints(node, entry, builder);
  for (const child of children) tell(child, builder, kind === 'app' ? n : entry);
  for (let i = 0; i < ranges.length; i++) builder.close();
  if (isBlock) builder.boundary();
  if (kind === 'note') builder.endNote();
  if (isApart) builder.endSide();
}

/** What a tree says. */
export function treeContent(tree: ReadingNode): TreeContent {
  const recorder = structureRecorder();
  const builder = spineBuilder(recorder);
  tell(tree, builder, '', true);
  const spine = builder.finish();
  return { spine, items: recorder.structure().items };
}

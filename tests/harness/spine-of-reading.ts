import { type SideRole, sideValue } from '../../src/model/apparatus.ts';
import type { Reading, ReadingNode } from '../../src/model/reading.ts';
import { type Spine, type SpineBuilder, spineBuilder } from '../../src/model/spine.ts';

/** Kinds that are among the words of a line. */
const amongWords = new Set<ReadingNode['kind']>(['span', 'link', 'image', 'note', 'app', 'side']);

function tell(node: Reading, builder: SpineBuilder, entry = ''): void {
  if (typeof node === 'string') return builder.text(node);
  if (node.kind === 'page-break') return builder.page(node.n ?? '');
  if (node.kind === 'line-break') return node.joined ? undefined : builder.boundary();
  if (node.kind === 'mark' || node.kind === 'formula') return builder.mark('');
  const block = !amongWords.has(node.kind);
  const isApart = node.kind === 'side' && node.role !== 'lemma';
  if (isApart) builder.startSide(sideValue(node.role as SideRole, entry, node.about ?? '', node.says ?? {}));
  if (node.kind === 'note') builder.startNote(node.n ?? '');
  if (block) builder.boundary();
  for (const child of node.children) tell(child, builder, node.kind === 'app' ? node.n : entry);
  if (block) builder.boundary();
  if (node.kind === 'note') builder.endNote();
  if (isApart) builder.endSide();
}

/** The spine of a reading tree, by the plain meaning of its kinds. */
export function spineOfReading(node: ReadingNode): Spine {
  const builder = spineBuilder();
  tell(node, builder);
  return builder.finish();
}

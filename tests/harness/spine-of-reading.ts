import type { Reading, ReadingNode } from '../../src/model/reading.ts';
import { type Spine, type SpineBuilder, spineBuilder } from '../../src/model/spine.ts';

/** Kinds that are among the words of a line. */
const amongWords = new Set<ReadingNode['kind']>(['span', 'link', 'image', 'note']);

function tell(node: Reading, builder: SpineBuilder): void {
  if (typeof node === 'string') return builder.text(node);
  if (node.kind === 'page-break') return builder.page(node.n ?? '');
  if (node.kind === 'line-break') return node.joined ? undefined : builder.boundary();
  if (node.kind === 'mark') return builder.mark('');
  const block = !amongWords.has(node.kind);
  if (node.kind === 'note') builder.startNote(node.n ?? '');
  if (block) builder.boundary();
  for (const child of node.children) tell(child, builder);
  if (block) builder.boundary();
  if (node.kind === 'note') builder.endNote();
}

/** The spine of a reading tree, by the plain meaning of its kinds. */
export function spineOfReading(node: ReadingNode): Spine {
  const builder = spineBuilder();
  tell(node, builder);
  return builder.finish();
}

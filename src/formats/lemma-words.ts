import { isFurtherSide, type Kind, type Reading, type ReadingNode } from '../model/reading.ts';
import { signMark, type SpineBuilder, spineBuilder } from '../model/spine.ts';

/** The words of a lemma as its entry repeats them, which are its words in the text without page breaks, calls and signs. */

const amongWords: ReadonlySet<Kind> = new Set<Kind>(['span', 'link', 'image', 'app', 'side']);

function tell(node: Reading, builder: SpineBuilder): void {
  if (typeof node === 'string') return builder.text(node);
  const { kind } = node;
  if (kind === 'page-break') return builder.page(node.n ?? '');
  if (kind === 'line-break') return node.joined ? undefined : builder.boundary();
  if (kind === 'mark' || kind === 'formula') return builder.mark('');
  if (kind === 'note') return builder.call(node.n ?? '');
  if (isFurtherSide(node)) return;
  const isBlock = !amongWords.has(kind);
  if (isBlock) builder.boundary();
  for (const child of node.children) tell(child, builder);
  if (isBlock) builder.boundary();
}

/** The words of a stretch of a canonical run, without page breaks and calls. */
export const wordsWithSigns = (stretch: string): string[] =>
  stretch
    .replace(/\x01[^\x02]*\x02/g, ' ')
    .replace(/\x03[^\x04]*\x04/g, '')
    .split(' ')
    .filter((word) => word !== '');

/** The same without signs. */
export const wordsOfRun = (stretch: string): string[] => wordsWithSigns(stretch.replaceAll(signMark, ''));

/** The words of a lemma, as they are in the run that it is in. */
export function wordsOfLemma(lemma: ReadingNode): string[] {
  const builder = spineBuilder();
  for (const child of lemma.children) tell(child, builder);
  return wordsOfRun(builder.finish().text);
}

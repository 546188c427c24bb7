/** A heading right above a list may be the heading of a section, or that of the list only: `SUBJECT` above the subject. */
import type { Chooser } from '../decisions.ts';
import { type FlowBlock, type HeadingBlock, placeOfInline } from '../flow.ts';
import { wordsOf } from '../words-of.ts';

const attachment = /^\W?(?:tab\b|attachment|enclosure|annex|appendix)/i;

/** How sure it is that the heading belongs to the list; undefined where nothing speaks for it. */
function sureness(heading: HeadingBlock, levelAbove: number): number | undefined {
  const words = wordsOf(heading.content);
  if (words.length > 60 || attachment.test(words)) return undefined;
  if (!/\p{Ll}/u.test(words)) return 0.85;
  return heading.level >= 4 && heading.level > levelAbove + 1 ? 0.7 : undefined;
}

/** The flow with such headings in their lists. */
export function withListHeads(flow: readonly FlowBlock[], chooser: Chooser): FlowBlock[] {
  const out: FlowBlock[] = [];
  let level = 0;
  for (let i = 0; i < flow.length; i++) {
    const block = flow[i]!;
    const next = flow[i + 1];
    const sure =
      block.kind === 'heading' && next?.kind === 'list' && !next.head && out.length > 0
        ? sureness(block, level)
        : undefined;
    if (block.kind === 'heading' && next?.kind === 'list' && sure !== undefined && isHead(block, sure, chooser)) {
      out.push({ ...next, head: block.content });
      i++;
      continue;
    }
    if (block.kind === 'heading') level = block.level;
    out.push(block);
  }
  return out;
}

function isHead(heading: HeadingBlock, confidence: number, chooser: Chooser): boolean {
  const start = placeOfInline(heading.content) ?? heading.at;
  const words = wordsOf(heading.content);
  return (
    chooser.choose({
      kind: 'list-head',
      start,
      end: start + words.length,
      ask: `Is “${words}” the heading of the list below it?`,
      options: [
        { value: 'head', label: 'of the list' },
        { value: 'section', label: 'of a section that begins here' },
      ],
      preferred: 'head',
      confidence,
    }) === 'head'
  );
}

import { fieldMark, type Item } from '../../model/structure.ts';
import type { SourceRuns } from './expected-unit.ts';

/** The running text as it must be cut: where blocks and pages begin and end. */

export interface Cut {
  /** From 1; one that goes on over the end of a page is several cuts with one number. */
  readonly paragraph: number;
  readonly kind: string;
  readonly from: number;
  readonly text: string;
}

function kindOf({ aspect, value }: Item): string {
  if (aspect === 'cell') return 'cell';
  const [kind = '', role = ''] = value.split(fieldMark);
  return kind === 'block' ? role || kind : kind;
}

/** What the innermost block is at each place; places must be asked in their order. */
function innermost(blocks: readonly Item[]): (at: number) => string {
  const open: Item[] = [];
  let next = 0;
  return (at) => {
    while (next < blocks.length && blocks[next]!.from <= at) open.push(blocks[next++]!);
    while (open.length > 0 && open.at(-1)!.to <= at) open.pop();
    const inside = open.findLast(({ to }) => to > at);
    return inside ? kindOf(inside) : 'text';
  };
}

/** The running text in its paragraphs and pages. */
export function cutsOf(runs: SourceRuns): Cut[] {
  const text = runs.texts[0]!;
  const blocks = runs.recorded.items.filter(
    ({ aspect, run }) => run === 0 && (aspect === 'block' || aspect === 'cell'),
  );
  const edges = new Set(blocks.flatMap(({ from, to }) => [from, to]));
  const places = new Set([0, ...edges, ...runs.pages.map(({ at }) => at), text.length]);
  const at = [...places].sort((a, b) => a - b);
  const kind = innermost(blocks.filter(({ from, to }) => to > from));
  const cuts: Cut[] = [];
  let paragraph = 0;
  let isNew = true;
  for (const [i, from] of at.entries()) {
    if (edges.has(from)) isNew = true;
    const words = runs.words(0, from, at[i + 1]);
    if (words === '' || at[i + 1] === undefined) continue;
    if (isNew) paragraph++;
    isNew = false;
    cuts.push({ paragraph, kind: kind(from), from, text: words });
  }
  return cuts;
}

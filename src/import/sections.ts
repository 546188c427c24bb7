/** Headings and what follows them become nested divisions, each as deep as its heading says. */
import type { Block, Division, Inline, PageBreak } from './document.ts';
import type { FlowBlock, HeadingBlock } from './flow.ts';
import { wordsOf } from './words-of.ts';

interface Open {
  readonly level: number;
  readonly division: Division;
  readonly heads: (readonly Inline[])[];
  readonly blocks: Block[];
}

const attached = /^\W{0,2}(?:attachment|enclosure|tab\s+\p{Lu}\b|annex\b|inclosure)/iu;

function open(heading: HeadingBlock): Open {
  const blocks: Block[] = [];
  const heads = [heading.content];
  const type = attached.test(wordsOf(heading.content)) ? 'attachment' : 'section';
  return {
    level: heading.level,
    division: { kind: 'division', type, heads, blocks },
    heads,
    blocks,
  };
}

/** A page that begins right before a heading begins before the division. */
function takePages(from: Block[]): PageBreak[] {
  let count = 0;
  while (count < from.length && from[from.length - 1 - count]!.kind === 'page') count++;
  return from.splice(from.length - count, count) as PageBreak[];
}

/** Nests a flow. A heading closes every division of its level and below. */
export function nestSections(flow: readonly FlowBlock[]): Block[] {
  const top: Block[] = [];
  const stack: Open[] = [];
  const place = (): Block[] => stack.at(-1)?.blocks ?? top;
  for (const block of flow) {
    if (block.kind !== 'heading') {
      place().push(block);
      continue;
    }
    const above = stack.at(-1);
    if (above?.level === block.level && above.division.type === 'attachment' && above.blocks.length === 0) {
      above.heads.push(block.content);
      continue;
    }
    const pages = takePages(place());
    while (stack.length > 0 && stack.at(-1)!.level >= block.level) stack.pop();
    const next = open(block);
    place().push(...pages, next.division);
    stack.push(next);
  }
  return top;
}

/** The labels of all page breaks, in order, each once. */
export function pageLabels(flow: readonly (FlowBlock | Inline)[]): string[] {
  const labels = new Set<string>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null) {
      const { kind, label } = value as { kind?: unknown; label?: unknown };
      if (kind === 'page' && typeof label === 'string') labels.add(label);
      else Object.values(value).forEach(visit);
    }
  };
  visit(flow);
  return [...labels];
}

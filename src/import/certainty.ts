/**
 * Markup that rests on an open decision carries `cert`, so that the doubt is seen in the TEI as well as in the log; markup a person has
 * confirmed carries none.
 */
import type { LoggedDecision } from './decisions.ts';
import type { Block, Certainty, ImportedDocument, Inline } from './document.ts';

type Doubts = ReadonlyMap<number, Certainty | 'settled'>;

/** What each decision decides about: blocks of these kinds. */
const decided: Readonly<Record<string, readonly Block['kind'][]>> = {
  attachment: ['division'],
  signature: ['signed'],
  table: ['table'],
  salutation: ['salute'],
  dateline: ['dateline'],
  list: ['list'],
  'list-head': ['list'],
};

/** The offset of the first character of some content. */
function firstOffset(content: readonly Inline[] | undefined): number | undefined {
  for (const item of content ?? []) {
    const at = item.kind === 'phrase' ? firstOffset(item.content) : item.kind === 'text' ? item.at : undefined;
    if (at !== undefined) return at;
  }
  return undefined;
}

/** Where a block begins, by the words that a decision about it names. */
function beginning(block: Block): number | undefined {
  switch (block.kind) {
    case 'division':
      return firstOffset(block.above ?? block.heads[0]);
    case 'list':
      return firstOffset(block.head ?? block.items[0]?.content);
    case 'table': {
      const row = block.rows.find((r) => r.kind === 'row');
      const cells =
        row?.kind === 'row' ? row.cells.flatMap((c): readonly Inline[] => ('content' in c ? c.content : c)) : [];
      return firstOffset(block.head) ?? firstOffset(cells);
    }
    default:
      return 'content' in block ? firstOffset(block.content) : undefined;
  }
}

function mark(block: Block, doubts: Readonly<Record<string, Doubts>>): Block {
  const at = beginning(block);
  const kind = Object.keys(decided).find(
    (k) => at !== undefined && decided[k]!.includes(block.kind) && doubts[k]?.has(at),
  );
  const doubt = kind === undefined ? undefined : doubts[kind]!.get(at!);
  const inner = 'blocks' in block ? { ...block, blocks: block.blocks.map((b) => mark(b, doubts)) } : block;
  if (doubt === undefined || !canDoubt(inner)) return inner;
  if (doubt !== 'settled') return Object.assign({}, inner, { cert: doubt });
  return Object.fromEntries(Object.entries(inner).filter(([key]) => key !== 'cert')) as unknown as Block;
}

type Doubtful = Block & { readonly cert?: Certainty };
const canDoubt = (block: Block): block is Doubtful =>
  Object.values(decided).some((kinds) => kinds.includes(block.kind));

/** The document with `cert` on what is still open. */
export function markDoubts(document: ImportedDocument, log: readonly LoggedDecision[]): ImportedDocument {
  const doubts: Record<string, Map<number, Certainty | 'settled'>> = {};
  for (const { kind, start, answered, confidence } of log) {
    (doubts[kind] ??= new Map()).set(start, answered ? 'settled' : confidence <= 0.7 ? 'low' : 'medium');
  }
  return log.length === 0 ? document : { ...document, blocks: document.blocks.map((b) => mark(b, doubts)) };
}

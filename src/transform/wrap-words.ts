import type { Kind, ReadingNode } from '../model/reading.ts';

/** The last step of reading a result: texts next to each other become one, and words directly in a container become a block. */

/** A node of a reading tree while it is made. */
export type Draft = { -readonly [K in keyof Omit<ReadingNode, 'children'>]: ReadingNode[K] } & {
  children: (Draft | string)[];
};

/** Kinds that are on lines of their own; the others are words in a line. */
export const blockKinds: ReadonlySet<Kind> = new Set<Kind>([
  'section', 'heading', 'block', 'list', 'item', 'label', 'table', 'row', 'cell', 'figure', 'line', 'speech',
]); // prettier-ignore
/** Kinds that hold only blocks: words directly inside are wrapped in a block. */
export const containerKinds: ReadonlySet<Kind> = new Set<Kind>(['section', 'list', 'table', 'row', 'figure', 'speech']);

const isBlank = (child: Draft | string): boolean => typeof child === 'string' && child.trim() === '';
const standsAlone = (child: Draft | string): boolean =>
  typeof child !== 'string' && (blockKinds.has(child.kind) || child.kind === 'page-break' || child.kind === 'image');

/** Breaks and anchors: a word can go on behind them. */
export const isBreakOrPoint = ({ kind, role }: Draft): boolean => kind.endsWith('-break') || role === 'anchor';

/** A point in the text: it parts nothing and stands with the words before it, if there are any. */
const isPoint = (child: Draft | string): boolean =>
  typeof child !== 'string' &&
  (child.kind === 'line-break' || (child.role === 'anchor' && child.kind === 'span' && child.children.length === 0));

/**
 * What continues in the block that is open: a note call, and words after a call, but no further element (rule 4 of
 * model/spine.ts).
 */
function goesOn(wrap: Draft, child: Draft | string, isMark: (child: Draft) => boolean): boolean {
  if (typeof child !== 'string') return child.kind === 'note' || isPoint(child);
  const last = wrap.children.findLast((each) => typeof each === 'string' || !isMark(each));
  return typeof last === 'string' || last?.kind === 'note' || (last !== undefined && isPoint(last)) || isBlank(child);
}

/** Puts texts next to each other together. */
function joinTexts(draft: Draft): void {
  const children: Draft['children'] = [];
  let texts: string[] = [];
  const endTexts = (): void => {
    if (texts.length > 0) children.push(texts.length === 1 ? texts[0]! : texts.join(''));
    texts = [];
  };
  for (const child of draft.children) {
    if (typeof child === 'string') texts.push(child);
    else {
      endTexts();
      children.push(child);
    }
  }
  endTexts();
  draft.children = children;
}

/** Words directly in a container become a block, so that writers find only blocks there. `isMark`: what is not part of the text, and parts nothing. */
export function wrapWords(draft: Draft, isMark: (child: Draft) => boolean): void {
  joinTexts(draft);
  const stays = (child: Draft | string): boolean => standsAlone(child) || (typeof child !== 'string' && isMark(child));
  if (containerKinds.has(draft.kind) && !draft.children.every(stays)) {
    const children: (Draft | string)[] = [];
    let wrap: Draft | undefined;
    for (const child of draft.children) {
      if (typeof child !== 'string' && isMark(child)) (wrap ? wrap.children : children).push(child);
      else if (wrap && goesOn(wrap, child, isMark)) wrap.children.push(child);
      else if (isBlank(child)) continue;
      else if (standsAlone(child) || isPoint(child)) {
        wrap = undefined;
        children.push(child);
      } else {
        const { tei } = typeof child === 'string' ? draft : child;
        wrap = { kind: 'block', tei, role: 'paragraph', children: [child] };
        children.push(wrap);
      }
    }
    draft.children = children;
  }
  for (const child of draft.children) if (typeof child !== 'string') wrapWords(child, isMark);
}

import { entriesElsewhere, type EntryPlace } from './entry-places.ts';
import { leftOf } from './left-of.ts';
import type { TreeElement } from './note-tree.ts';
import type { Edit } from './edit.ts';

/** Puts entries of an apparatus that are apart from the text where their lemmas are, for phase 1. */

const mayBe = /<(?:[^\s<>:/]+:)?(?:app\s[^<]*?\b(?:from|loc)\s*=|listApp[\s/>])|\btype\s*=\s*["']apparatus["']/;

export const mayHaveEntriesApart = (text: string): boolean => mayBe.test(text);

/** The start tag of an element, which may have no end tag in the source. */
const opened = ({ tag }: TreeElement, source: string): string =>
  source.slice(tag.start, tag.end).replace(/\s*\/?>$/, '>');

function editsOf({ entry, start, end, lemma }: EntryPlace, source: string): { begin: Edit; finish: Edit; away: Edit } {
  const prefix = entry.tag.name.slice(0, -'app'.length);
  const lem = lemma ? opened(lemma, source) : `<${prefix}lem>`;
  const holes = lemma ? [lemma.tag.start, lemma.end] : [entry.tag.end, entry.tag.end];
  const isBeforeItself = end.offset === entry.tag.start;
  return {
    begin: { start: start.offset, end: start.offset, rank: 2.5, text: () => opened(entry, source) + lem },
    finish: {
      start: end.offset,
      end: end.offset,
      rank: isBeforeItself ? 2.4 : 0.5,
      text: (_, splice) =>
        `</${prefix}lem>${splice(entry.tag.end, holes[0]!)}${splice(holes[1]!, entry.endTag)}</${entry.tag.name}>`,
    },
    away: { start: entry.tag.start, end: entry.end, rank: 3, text: () => '' },
  };
}

export function entryEdits(
  tree: TreeElement,
  source: string,
  isDocument: (element: TreeElement) => boolean,
): readonly Edit[] {
  const { placed, gone } = entriesElsewhere(tree, source, isDocument);
  const edits = placed.map((place) => editsOf(place, source));
  return [
    // Of what ends at one place the inner is first.
    ...edits.toReversed().map(({ finish }) => finish),
    ...edits.map(({ begin }) => begin),
    ...edits.map(({ away }) => away),
    ...gone.flatMap(leftOf),
  ];
}

import type { EditionContext, UnitInfo } from '../../model/edition.ts';
import type { UnitContent } from '../../model/unit-content.ts';
import { type Aspect, fieldMark, type Item } from '../../model/structure.ts';
import { inFolder, separators, withoutFolder } from '../tei-targets.ts';

/**
 * Pointers in the files of `tei/`: those to units of the edition lead from file to file; of those to registers the folder goes, since registers lie
 * beside the units. All others stay as they are written.
 */

/** A paragraph without words at the edge of a text: a file that has nothing but a title page needs a body. */
const isFiller = ({ aspect, run, from, to, value }: Item, end: number): boolean =>
  aspect === 'block' && run === 0 && from === to && (to === 0 || to === end) && value === emptyParagraph;

const emptyParagraph = ['block', 'paragraph', ''].join(fieldMark);

/** Aspects of which some fields are pointers: links and names, speakers, witnesses and sources of readings. */
const pointing: ReadonlySet<Aspect> = new Set<Aspect>(['pointer', 'speaker', 'reading', 'status', 'mark', 'line']);

function mapped(items: readonly Item[], map: (target: string) => string): Item[] {
  const end = items.reduce((last, { run, to }) => (run === 0 ? Math.max(last, to) : last), 0);
  return items
    .filter((item) => item.aspect !== 'number' && !isFiller(item, end))
    .map((item) => {
      if (!pointing.has(item.aspect) || !item.value.includes('#')) return item;
      const fields = item.value.split(fieldMark).map((targets) => targets.split(separators).map(map).join(''));
      return { ...item, value: fields.join(fieldMark) };
    });
}

/** What a TEI file of the edition says: the source, its pointers led anew. */
export const promiseTei = (
  { spine, structure }: UnitContent,
  unit: UnitInfo,
  edition: EditionContext,
): UnitContent => ({
  spine,
  structure: { items: mapped(structure.items, (target) => inFolder(target, unit, edition)) },
});

/** The items of a file with folders taken from its pointers, as `promiseTei` gives them. */
export const pointersInFolder = (items: readonly Item[]): Item[] => mapped(items, withoutFolder);

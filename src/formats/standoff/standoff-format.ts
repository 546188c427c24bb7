import { runsOf } from '../../model/spine.ts';
import type { Carries, Item } from '../../model/structure.ts';
import type { UnitContent } from '../../model/unit-content.ts';
import type { TextFormat } from '../format.ts';
import { readStandoff } from './read.ts';
import { writeStandoff } from './write.ts';

/** Text without markup, and what is on its characters by their numbers: for programs that read language. */

const noSpan = 'a stand-off file has spans for names, links, languages, pages, notes and what words are, and no others';

const aspects: Carries = {
  block: 'blocks are separated by line ends; of what kind they are is not said',
  cell: noSpan,
  look: noSpan,
  role: true,
  status: noSpan,
  mark: 'the place of a gap or another point is compared; why it is there is not said',
  formula: 'the place of a formula is compared; its source is not said',
  gloss: 'the place of a gloss is compared; its words are not said',
  speaker: noSpan,
  line: noSpan,
  number: noSpan,
  language: true,
  direction: noSpan,
  pointer: true,
  id: noSpan,
  picture: noSpan,
  reading: 'lemmas are in the text; other readings are not',
};

/** A place that something points to, and no words. */
const isAnchor = (aspect: string, value: string): boolean => aspect === 'role' && /^anchor(?:\x1f|$)/.test(value);

/** What is in the text and the notes: readings of an apparatus that are not in the text are in `data/apparatus.csv`. */
function promiseStandoff({ spine: { text, notes }, structure }: UnitContent): UnitContent {
  const spine = { text, notes };
  const runs = runsOf(spine).length;
  const begun = structure.recorded?.().begun;
  /** It is a reading that is not in the text, or a note in one. */
  const isApart = (run: number): boolean => run >= runs || (run > 0 && isApart(begun?.get(run)?.run ?? 0));
  const isPromised = ({ aspect, run, value }: Item): boolean =>
    run < runs && aspects[aspect] === true && !isAnchor(aspect, value) && !(aspect === 'language' && isApart(run));
  return { spine, structure: { items: structure.items.filter(isPromised) } };
}

export const standoff: TextFormat = {
  name: 'standoff',
  carries: 'text',
  aspects,
  path: (id) => `standoff/${id}.json`,
  write: writeStandoff,
  readBack: readStandoff,
  promise: promiseStandoff,
};

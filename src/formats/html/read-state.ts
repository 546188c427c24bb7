import { blockClass, inlineClass } from './element.ts';
import { isFormula } from './read-formula.ts';
import type { Tag } from './tag-structure.ts';

/** What a tag of a page is for its reader: text, a mark, matter of our own; on lines of its own or among words. */

/** Elements that are among words; all others separate them. */
const amongWords: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo cite code data dfn em i img ins del kbd mark q ruby s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);

/** What is being read: the running text or a note; or a mark whose words are its label; or matter of our own. */
export type State =
  | 'outside'
  | 'text'
  | 'generated'
  | 'page'
  | 'call'
  | 'back'
  | 'sign'
  | 'line'
  | 'number'
  | 'formula'
  | 'gloss'
  /** The apparatus without its words; a call of an entry, its number, a siglum. */
  | 'apparatus'
  | 'entry-call'
  | 'entry-number'
  | 'siglum';

export function stateOf(tag: Tag, around: State): State {
  if (around === 'outside') return tag.name === 'main' ? 'text' : 'outside';
  if (around === 'generated' || tag.get('data-generated') !== undefined) return 'generated';
  if (around === 'apparatus') return apparatusState(tag);
  if (around !== 'text') return around;
  if (tag.classes.includes('apparatus')) return 'apparatus';
  if (tag.classes.includes('app-call')) return 'entry-call';
  if (tag.classes.includes('sign')) return 'sign';
  if (tag.classes.includes('number')) return 'number';
  if (tag.classes.includes('lb') && tag.name === 'span') return 'line';
  if (isFormula(tag)) return 'formula';
  if (tag.name === 'rt') return 'gloss';
  const role = tag.get('role');
  if (role === 'doc-pagebreak') return 'page';
  if (role === 'doc-noteref') return 'call';
  return role === 'doc-backlink' ? 'back' : 'text';
}

function apparatusState({ classes }: Tag): State {
  if (classes.includes('reading') || classes.includes('remark')) return 'text';
  return classes.includes('siglum') ? 'siglum' : classes.includes('app-back') ? 'entry-number' : 'apparatus';
}

/** Does the element separate words? */
export function isBlock(tag: Tag): boolean {
  return amongWords.has(tag.name) ? tag.classes.includes(blockClass) : !tag.classes.includes(inlineClass);
}

/** What stands on a line without words. */
export const isSeen = ({ name, classes }: Tag): boolean =>
  name === 'img' || classes.includes('mark') || classes.includes('image');

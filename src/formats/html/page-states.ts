import { blockClass, inlineClass } from './element.ts';
import type { Tag } from './tag-structure.ts';

/** What a reader of pages must know of each element: whether it separates words, and whose words are in it. */

/** Elements that are among words; all others separate them. */
const amongWords: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo cite code data dfn em i img ins del kbd mark q ruby s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);

/** What is being read: the running text or a note; or a mark whose words are its label; or matter of our own. */
export type State = 'outside' | 'text' | 'generated' | 'page' | 'call' | 'back' | 'sign';

/** What is in an element, by what is around it. */
export function stateOf(tag: Tag, around: State): State {
  if (around === 'outside') return tag.name === 'main' ? 'text' : 'outside';
  if (around === 'generated' || tag.get('data-generated') !== undefined) return 'generated';
  if (around !== 'text') return around;
  if (tag.classes.includes('sign')) return 'sign';
  const role = tag.get('role');
  if (role === 'doc-pagebreak') return 'page';
  if (role === 'doc-noteref') return 'call';
  return role === 'doc-backlink' ? 'back' : 'text';
}

/** Does the element separate words? */
export function isBlock(tag: Tag): boolean {
  return amongWords.has(tag.name) ? tag.classes.includes(blockClass) : !tag.classes.includes(inlineClass);
}

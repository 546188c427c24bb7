import type { Tag } from './tag-structure.ts';

/** What is being read: the running text or a note; or a mark whose words are its label; or matter of our own. */
export type State =
  | 'outside'
  | 'text'
  | 'generated'
  | 'page'
  | 'call'
  | 'back'
  | 'sign'
  /** The apparatus without its words; a call of an entry, its number, a siglum. */
  | 'apparatus'
  | 'entry-call'
  | 'entry-number'
  | 'siglum';

/** What is read inside a tag. */
export function stateOf(tag: Tag, around: State): State {
  if (around === 'outside') return tag.name === 'main' ? 'text' : 'outside';
  if (around === 'generated' || tag.get('data-generated') !== undefined) return 'generated';
  if (around === 'apparatus') return apparatusState(tag);
  if (around !== 'text') return around;
  if (tag.classes.includes('apparatus')) return 'apparatus';
  if (tag.classes.includes('app-call')) return 'entry-call';
  if (tag.classes.includes('sign')) return 'sign';
  const role = tag.get('role');
  if (role === 'doc-pagebreak') return 'page';
  if (role === 'doc-noteref') return 'call';
  return role === 'doc-backlink' ? 'back' : 'text';
}

function apparatusState({ classes }: Tag): State {
  if (classes.includes('reading') || classes.includes('remark')) return 'text';
  return classes.includes('siglum') ? 'siglum' : classes.includes('app-back') ? 'entry-number' : 'apparatus';
}

import { factRole } from '../fact-role.ts';
import { isRegisterEntry } from './elements.ts';
import { blockValue } from './kinds.ts';

/** What is known of an element that opens, besides its name. */

/** What is known of an element that opens: a note that has a call, or is printed in the text; a side of an entry of the apparatus; a fact in a block of its own. */
export interface EnteredAs {
  readonly note: boolean;
  readonly inline: boolean;
  readonly side: boolean;
  readonly fact: boolean;
}

/** The block that a note is which is printed in the text: in a record it is a fact. */
export function printedNote(type: string | undefined, parent: string | undefined): string {
  const inText = type === undefined ? 'inline-note' : `${type}-note`;
  return blockValue('block', isRegisterEntry(parent) ? factRole('note') : inText);
}

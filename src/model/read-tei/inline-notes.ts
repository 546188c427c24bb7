import type { XmlTag } from '../../source/xml.ts';
import { factRole } from '../fact-role.ts';
import { isRegisterEntry } from './elements.ts';
import { attributeOf } from './structure.ts';

/** Whether a note is printed in the flow of the text and has no call: as its attributes say, or as a fact of a register entry. */
export function isInlineNote(tag: XmlTag, parent: string | undefined): boolean {
  const place = attributeOf(tag, 'place');
  return attributeOf(tag, 'rend') === 'inline' || place === 'inline' || place === 'block' || isRegisterEntry(parent);
}

/** What a note is that is printed in the flow of the text. */
export function roleOfInlineNote(type: string | undefined, parent: string | undefined): string {
  if (isRegisterEntry(parent)) return factRole('note');
  return type === undefined ? 'inline-note' : `${type}-note`;
}

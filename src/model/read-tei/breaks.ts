import type { XmlTag } from '../../source/xml.ts';
import { lineBegin } from '../lines.ts';
import { oneLine } from '../spine.ts';
import { isHidden, isMilestone } from './elements.ts';
import { attributeOf } from './structure.ts';

/** What the streaming reader must know of breaks: their numbers, and whether the markup around them says that they are in a word. */

/** The number of a page, line or note as it is shown: one line. */
export const label = (tag: XmlTag): string => oneLine(attributeOf(tag, 'n') ?? '');

/** What a line break says of the line that begins. */
export const beginOf = (tag: XmlTag): string =>
  lineBegin(oneLine(attributeOf(tag, 'ed') || attributeOf(tag, 'edRef') || ''), label(tag));

interface Around {
  readonly name: string;
  readonly note: boolean;
  /** The side of an apparatus entry that it is: what is around the entry is not around its words. */
  readonly side: unknown;
}

/** Knows whether a place is in a word: in a `w`, or directly behind one whose word goes on in another (`part`). */
export class BrokenWords {
  goesOn = false;

  open(name: string): void {
    if (!isMilestone(name) && !isHidden(name)) this.goesOn = false;
  }

  close(tag: XmlTag, { note, side }: Around): void {
    const isPart = tag.local === 'w' && /^[IM]$/.test(attributeOf(tag, 'part') ?? '');
    this.goesOn = !note && side === undefined && (this.goesOn || isPart);
  }

  text(value: string, around: readonly Around[]): void {
    if (this.goesOn && /[^ \t\n\r]/.test(value)) this.goesOn = around.some(({ name }) => isHidden(name));
  }

  isInside(around: readonly Around[]): boolean {
    return (
      this.goesOn || around.findLast(({ name, note, side }) => name === 'w' || note || side !== undefined)?.name === 'w'
    );
  }
}

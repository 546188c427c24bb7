import type { XmlTag } from '../../source/xml.ts';
import { glossValue } from '../gloss.ts';
import { oneLine } from '../spine.ts';
import { isGloss } from './elements.ts';
import { attributeOf } from './structure.ts';

/** Collects the glosses of a text while it is read. One that holds more than words (a note, a page break) is words like any others. */

/** Elements that are only words. */
const onlyWords = new Set('hi seg g c w pc'.split(' '));

interface Open {
  readonly begin: number;
  readonly tag: XmlTag;
  words: string;
  depth: number;
  isWrong: boolean;
}

export class GlossReader {
  private current: Open | undefined;

  open(tag: XmlTag, begin: number): void {
    const { current } = this;
    if (current) {
      current.depth++;
      current.isWrong ||= !onlyWords.has(tag.local);
    } else if (isGloss(tag.local)) this.current = { begin, tag, words: '', depth: 1, isWrong: false };
  }

  text(value: string): void {
    if (this.current) this.current.words += value;
  }

  /** A note is called here that is written elsewhere: as if it were an element. */
  call(): void {
    if (this.current) this.current.isWrong = true;
  }

  /** An element closes; the gloss that ends with it. One without words has the empty value. */
  close(): { readonly begin: number; readonly value: string } | undefined {
    const { current } = this;
    if (!current || --current.depth > 0) return undefined;
    this.current = undefined;
    const { tag, begin, isWrong } = current;
    const words = oneLine(current.words);
    if (isWrong) return undefined;
    const said = [attributeOf(tag, 'place'), attributeOf(tag, 'xml:lang')] as const;
    return { begin, value: words === '' ? '' : glossValue(words, oneLine(said[0] ?? ''), said[1]) };
  }
}

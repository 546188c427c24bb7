import type { Direction } from '../../model/direction.ts';
import type { Tag } from './tag-structure.ts';

/** Follows the directions of a page from its root, and says where `dir` is written and has no business to be. */

interface Frame {
  readonly direction: Direction;
  readonly name: string;
  /** It says its direction itself. */
  readonly says: boolean;
  words: boolean;
}

/** Elements of our own around those of the text, and elements without words. */
const undirected = new Set('article ul ol dl tbody caption figcaption img br'.split(' '));

export class PageDirections {
  readonly faults: string[] = [];
  private readonly stack: Frame[] = [];

  /** The direction in the element that is open. */
  get current(): Direction {
    return this.stack.at(-1)?.direction ?? 'ltr';
  }

  /** `isText`: the element is of the text, and not around it, a mark or matter of our own. */
  open({ name, get }: Tag, isText: boolean, inMain: boolean): void {
    const own = get('dir');
    const around = this.current;
    const says = own === 'ltr' || own === 'rtl';
    if (own !== undefined && inMain && (!isText || undirected.has(name)))
      this.faults.push(`dir is on <${name}>, which has no direction of its own in our pages`);
    else if (own === around && inMain) this.faults.push(`dir="${own}" on <${name}> says what holds around it`);
    const isPage = name === 'html' || name === 'main' || inMain;
    this.stack.push({ name, direction: says && isPage ? own : around, says: says && inMain, words: false });
  }

  text(value: string): void {
    const frame = this.stack.at(-1);
    if (frame?.words === false && /[^ \t\n\r]/.test(value)) frame.words = true;
  }

  close(): void {
    const ended = this.stack.pop();
    const around = this.stack.at(-1);
    if (ended?.words && around) around.words = true;
    if (ended?.says && !ended.words) this.faults.push(`dir is on <${ended.name}>, which has no words`);
  }
}

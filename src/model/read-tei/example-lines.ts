import type { XmlTag } from '../../source/xml.ts';
import { attributeOf } from './structure.ts';

/**
 * Line ends that are text: those of an example (`eg`), and of a paragraph that says so itself (`xml:space="preserve"`). Each but those at its edges is a
 * line break. Around the text of whole editions `xml:space` says nothing: inscriptions have it there, with their lines marked. Phase 1 decides the same in
 * `src/transform/example-lines.ts`.
 */

interface Lines {
  /** Words of the example have come. */
  isFilled: boolean;
  /** Line ends that have come since. */
  waiting: number;
}

export const keepsLines = (tag: XmlTag): boolean =>
  tag.local === 'eg' || (tag.local === 'p' && attributeOf(tag, 'xml:space') === 'preserve');

export class ExampleLines {
  /** Of the elements that keep lines and the notes that are open: the lines, or nothing in a note. */
  private readonly open: { readonly name: string; readonly lines: Lines | undefined; depth: number }[] = [];

  opened(tag: XmlTag): void {
    const last = this.open[this.open.length - 1];
    if (tag.local === 'note') this.open.push({ name: 'note', lines: undefined, depth: 0 });
    else if (keepsLines(tag) && last?.lines === undefined)
      this.open.push({ name: tag.local, lines: { isFilled: false, waiting: 0 }, depth: 0 });
    else if (last?.name === tag.local) last.depth++;
  }

  closed(name: string): void {
    const last = this.open[this.open.length - 1];
    if (last?.name !== name) return;
    if (last.depth > 0) last.depth--;
    else this.open.pop();
  }

  /** The lines of a text, each with the number of line breaks before it; undefined where line ends are white space. */
  linesOf(value: string): { readonly breaks: number; readonly text: string }[] | undefined {
    const lines = this.open[this.open.length - 1]?.lines;
    if (!lines) return undefined;
    return value.split('\n').map((line, i) => {
      if (i > 0 && lines.isFilled) lines.waiting++;
      if (line.trim() === '') return { breaks: 0, text: i > 0 ? ` ${line}` : line };
      const breaks = lines.waiting;
      lines.waiting = 0;
      lines.isFilled = true;
      return { breaks, text: line };
    });
  }
}

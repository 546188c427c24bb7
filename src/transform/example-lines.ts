import type { XmlTag } from '../source/xml.ts';

/**
 * Line ends of examples as elements: in `eg`, and in a `p` that has `xml:space="preserve"`, each line end between words is an `lb`, and how far its line is
 * set in is its attribute `indent`. The streaming reader decides the same in `src/model/read-tei/example-lines.ts`.
 */

const tei = 'http://www.tei-c.org/ns/1.0';

/** A line of a text: how many line ends are before it, and by how many spaces it is set in. */
export interface ExampleLine {
  readonly ends: number;
  readonly indent: number;
  readonly words: string;
}

export class LinesOfExamples {
  /** Depths at which examples begin, with what has been seen of each; of notes in them the depth alone. */
  private readonly within: {
    readonly at: number;
    hasWords: boolean;
    ends: number;
    indent: number;
    readonly isNote: boolean;
  }[] = [];
  private depth = 0;

  enter({ local, uri, attributes }: XmlTag): void {
    this.depth++;
    const isInExample = this.within.at(-1)?.isNote === false;
    const isTei = uri === tei || uri === '';
    const isNote = isTei && local === 'note';
    const isKept =
      isTei && local === 'p' && attributes.some(({ name, value }) => name === 'xml:space' && value === 'preserve');
    if (isNote || (!isInExample && (isKept || (isTei && local === 'eg'))))
      this.within.push({ at: this.depth, hasWords: false, ends: 0, indent: 0, isNote });
  }

  leave(): void {
    if (this.within.at(-1)?.at === this.depth) this.within.pop();
    this.depth--;
  }

  /** The lines of a text in an example; undefined elsewhere. */
  read(text: string): readonly ExampleLine[] | undefined {
    const example = this.within.at(-1);
    if (example === undefined || example.isNote) return undefined;
    const found: ExampleLine[] = [];
    for (const [i, line] of text.split('\n').entries()) {
      if (i > 0 && example.hasWords) example.ends++;
      const isBlank = /^[ \t\r]*$/.test(line);
      // How far a line is set in may be said before the element with which its words begin.
      if (i > 0 || isBlank) example.indent = /^[ \t]*/.exec(line)![0].replaceAll('\t', '    ').length;
      if (isBlank) found.push({ ends: 0, indent: 0, words: i > 0 ? ` ${line}` : line });
      else {
        found.push({ ends: example.ends, indent: example.indent, words: line });
        example.ends = 0;
        example.hasWords = true;
      }
    }
    return found;
  }
}

import type { PdfFile } from './pdf-file.ts';
import { textOf } from './text-string.ts';
import { type Dict, Name, nameOf, type Value } from './values.ts';

/** Marked content (ISO 32000-1, 14.6): what a stretch of a page is, said by the marks around it. */

export interface Mark {
  /** By which the tags name it. */
  readonly id?: number;
  readonly artifact?: { readonly type: string; readonly subtype: string };
  readonly language?: string;
  /** The text, whatever glyphs show; given to the first text that is shown. */
  actualText?: string;
  /** Glyphs are shown from left to right and read from right to left (14.8.2.3.3). */
  readonly isReversed?: boolean;
}

/** Marks in one another; those of programs are a handful deep. */
const deepest = 64;

export class MarkStack {
  private readonly marks: Mark[] = [];
  private deeper = 0;

  open(mark: Mark): void {
    if (this.marks.length >= deepest) this.deeper++;
    else this.marks.push(mark);
  }

  /** The mark that ends. */
  close(): Mark | undefined {
    if (this.deeper === 0) return this.marks.pop();
    this.deeper--;
    return undefined;
  }

  get depth(): number {
    return this.marks.length + this.deeper;
  }

  /** The innermost mark that says whose text this is. */
  owner(): Mark | undefined {
    return this.marks.findLast(({ id, artifact }) => id !== undefined || artifact !== undefined);
  }

  /** The innermost mark that says what the text is, whatever glyphs show. */
  replaced(): Mark | undefined {
    return this.marks.findLast(({ actualText }) => actualText !== undefined);
  }

  language(): string | undefined {
    return this.marks.findLast(({ language }) => language !== undefined)?.language;
  }

  isReversed(): boolean {
    return this.marks.some(({ isReversed }) => isReversed === true);
  }
}

function markOf(file: PdfFile, tag: string, properties: Dict): Mark {
  const id = file.number(properties.get('MCID'));
  const language = textOf(file.resolve(properties.get('Lang')));
  const actualText = textOf(file.resolve(properties.get('ActualText')));
  const name = (key: string): string => nameOf(file.resolve(properties.get(key))) ?? '';
  return {
    ...(id !== undefined && { id }),
    ...(tag === 'Artifact' && id === undefined && { artifact: { type: name('Type'), subtype: name('Subtype') } }),
    ...(language !== undefined && { language }),
    ...(actualText !== undefined && { actualText }),
    ...(tag === 'ReversedChars' && { isReversed: true }),
  };
}

/** The mark that `BMC` or `BDC` opens; properties are here or in the resources, by a name. */
export function readMark(file: PdfFile, operands: readonly Value[], resources: Dict): Mark {
  const tag = nameOf(operands[0]) ?? '';
  const second = operands[1];
  const properties = second instanceof Name ? file.dict(resources.get('Properties')).get(second.name) : second;
  return markOf(file, tag, file.dict(properties));
}

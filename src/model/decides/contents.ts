import type { SourceText } from '../../source/text.ts';
import { scanXml, type XmlHandler, type XmlLimits, type XmlTag } from '../../source/xml.ts';
import { asksOfContent, textName } from './tests.ts';
import type { EditionTable } from './table.ts';

/**
 * What the selectors of a table ask about the content of elements (`seg[hi]`), found out before the file is read: where an element begins, nothing is known of
 * what is in it.
 */

/** What is directly in the element that begins at an offset, of what is asked. */
export type Contents = (start: number, name: string) => boolean;

const nothingIn: Contents = () => false;

class ContentScan implements XmlHandler {
  readonly found = new Map<number, Set<string>>();
  private readonly asked: ReadonlySet<string>;
  private readonly isTei: (tag: XmlTag) => boolean;
  private readonly around: number[] = [];

  constructor(asked: ReadonlySet<string>, isTei: (tag: XmlTag) => boolean) {
    this.asked = asked;
    this.isTei = isTei;
  }

  private note(name: string): void {
    const at = this.around.at(-1);
    if (at === undefined || !this.asked.has(name)) return;
    const names = this.found.get(at);
    if (names) names.add(name);
    else this.found.set(at, new Set([name]));
  }

  open(tag: XmlTag): void {
    if (this.isTei(tag)) this.note(tag.local);
    this.note('*');
    this.around.push(tag.start);
  }

  close(): void {
    this.around.pop();
  }

  text(value: string): void {
    if (value !== '') this.note(textName);
  }
}

/** Answers what a table asks; a table that asks nothing costs nothing. */
export function contentsFor(
  { decisions }: EditionTable,
  source: SourceText,
  limits: Partial<XmlLimits>,
  isTei: (tag: XmlTag) => boolean,
): Contents {
  const asked = new Set(decisions.flatMap(({ path: { steps } }) => steps.flatMap(({ tests }) => asksOfContent(tests))));
  if (asked.size === 0) return nothingIn;
  const scan = new ContentScan(asked, isTei);
  scanXml(source, scan, { limits });
  return (start, name) => scan.found.get(start)?.has(name) === true;
}

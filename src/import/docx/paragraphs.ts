/** A paragraph and what it is: a heading, an item of a list, a line of a quotation, a caption, plain. */
import type { Inline } from '../document.ts';
import { child, type XmlNode } from './xml-tree.ts';
import { headingLevel, type ParagraphRole, paragraphProperties, roleOf } from './styles.ts';
import type { Numbered } from './numbering.ts';
import { isShown, placeOf, type DocxContext } from './context.ts';
import { paragraphContent } from './runs.ts';

export interface ReadParagraph {
  readonly content: readonly Inline[];
  readonly at: number;
  /** 0 for the title, 1 for a heading of the highest level. */
  readonly level?: number;
  readonly numbered?: Numbered;
  readonly role: ParagraphRole;
  /** The mark at its end is deleted: it continues in the next paragraph. */
  readonly goesOn: boolean;
}

/** A heading that is bold all through is a heading, not bold. */
function withoutBold(content: readonly Inline[]): readonly Inline[] {
  const words = content.filter((c) => c.kind !== 'text' || c.text.trim() !== '');
  const allBold = words.every(
    (c) =>
      c.kind === 'call' ||
      c.kind === 'page' ||
      (c.kind === 'phrase' && (c.element === 'anchor' || /\bbold\b/.test(c.attributes.rend ?? ''))),
  );
  if (!allBold) return content;
  return content.flatMap((c): readonly Inline[] => {
    if (c.kind !== 'phrase' || c.element !== 'hi') return [c];
    const rend = (c.attributes.rend ?? '')
      .split(' ')
      .filter((l) => l !== 'bold')
      .join(' ');
    return rend === '' ? c.content : [{ ...c, attributes: { rend } }];
  });
}

/** The paragraph mark is deleted, and the change counts. */
function markDeleted(own: XmlNode | undefined, context: DocxContext): boolean {
  const mark = child(own, 'w:rPr');
  const { changes } = context.choices;
  return (
    (changes === 'accept' && child(mark, 'w:del') !== undefined) ||
    (changes === 'reject' && child(mark, 'w:ins') !== undefined)
  );
}

/** Numbers that Word writes before a heading are part of it. */
const withNumber = (content: readonly Inline[], numbered: Numbered | undefined, at: number): readonly Inline[] =>
  numbered?.number ? [{ kind: 'text', text: `${headingNumber(numbered.number)} `, at }, ...content] : content;

/** `2` is shown as `2.`, `2.1` and `Chapter 2` as they are. */
export const headingNumber = (number: string): string =>
  /^\d+$|^\p{L}$|^[IVXLC]+$/u.test(number) ? `${number}.` : number;

/** Reads a paragraph; undefined where nothing of it is shown (a table of contents, a deletion). */
export function readParagraph(node: XmlNode, context: DocxContext): ReadParagraph | undefined {
  const { own, chain } = paragraphProperties(node, context.source.styles);
  const shown = isShown(node, context);
  const content = paragraphContent(node, context);
  if (!shown) return undefined;
  const role = roleOf(chain);
  const level = headingLevel(own, chain);
  const numbered = context.counter.count(own, chain);
  const at = placeOf(node, context);
  const goesOn = markDeleted(own, context);
  const words = content.some((c) => c.kind !== 'page' && (c.kind !== 'text' || c.text.trim() !== ''));
  if (level === undefined || !words) return { content, at, role, goesOn, ...(numbered && words ? { numbered } : {}) };
  return { content: withNumber(withoutBold(content), numbered, at), at, role, goesOn, level };
}

/** Things in a line that are not text: pictures, formulas, the points that links lead to. */
import type { Inline } from '../document.ts';
import { phrase } from '../phrase.ts';
import type { XmlNode } from './xml-tree.ts';
import { descriptionOf, holdsPicture } from './atoms.ts';
import { picturesOf } from './media.ts';
import { anchorId, type DocxContext, isShown, placeOf } from './context.ts';

/** A picture with the words that stand for it. */
export function picture(node: XmlNode, context: DocxContext): Inline[] {
  if (!holdsPicture(node) || !isShown(node, context)) return [];
  const at = placeOf(node, context);
  const { part, source, media, findings } = context;
  const found = picturesOf(node, { part, docx: source.docx, media, source, at });
  const words = descriptionOf(node);
  const described = words === '' ? [] : [phrase('figDesc', [{ kind: 'text', text: words, at }])];
  const graphics = found.map((f) => phrase('graphic', [], { url: f.url }));
  for (const f of found) findings.push(...f.findings);
  return graphics.length + described.length > 0 ? [phrase('figure', [...graphics, ...described])] : [];
}

const textRuns = (content: readonly Inline[]): Inline[] =>
  content.flatMap((c) => (c.kind === 'phrase' ? textRuns(c.content) : c.kind === 'text' ? [c] : []));

/** Of a formula its characters are kept; how they are above each other is not text. */
export function formula(inside: readonly Inline[], { source, findings }: DocxContext): Inline[] {
  const content = textRuns(inside);
  const [first] = content;
  if (first?.kind !== 'text') return [];
  findings.push({
    code: 'import-formula',
    severity: 'review',
    message: 'Only the characters of this formula were kept, not how they are arranged.',
    span: source.span(first.at, first.at + 1),
    fix: 'Write it properly in the TEI, in MathML or TeX (formula/@notation).',
  });
  return [phrase('formula', content)];
}

/** The point that a bookmark is, where a link leads to it. */
export function bookmarkPoint(node: XmlNode, context: DocxContext): Inline[] {
  const name = node.attributes['w:name'] ?? '';
  return context.bookmarks.has(name) ? [phrase('anchor', [], { 'xml:id': anchorId(name) })] : [];
}

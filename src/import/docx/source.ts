/**
 * A Word file as a source: its text with one line for each paragraph, so that a place is “paragraph 12”, and its parts
 * after it. The notes, the endnotes and the comments are after the text, each paragraph on a line of its own.
 */
import type { Finding } from '../../diagnostics/finding.ts';
import { type SourceText, sourceText } from '../../source/text.ts';
import { BadArchive } from '../../source/archive.ts';
import { elements, textOf, type XmlNode } from './xml-tree.ts';
import { plainCharacters } from './characters.ts';
import { type DocxPackage, openDocx, type TextPart } from './package.ts';
import { readStyles, type Styles } from './styles.ts';
import { type Atom, AtomReader } from './atoms.ts';

/** The atoms of one note or comment. */
export interface NoteAtoms {
  readonly kind: 'footnote' | 'endnote' | 'comment';
  readonly id: string;
  readonly node: XmlNode;
  readonly part: TextPart;
  readonly atoms: readonly Atom[];
}

export interface DocxSource extends SourceText {
  readonly docx: DocxPackage;
  readonly styles: Styles;
  readonly body: readonly Atom[];
  readonly notes: readonly NoteAtoms[];
}

export const isDocx = (source: SourceText): source is DocxSource => 'docx' in source;

/** Bytes that begin like a ZIP archive. */
export const looksLikeZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);

/** Separators between text and notes are notes for Word, and for nobody else. */
const isOwn = (node: XmlNode): boolean => !/^(?:separator|continuation)/.test(node.attributes['w:type'] ?? '');

const bodyOf = (root: XmlNode): XmlNode => elements(root).find((e) => e.name === 'w:body') ?? root;

function readNotes(docx: DocxPackage, reader: AtomReader): NoteAtoms[] {
  const parts = [
    ['footnote', docx.footnotes],
    ['endnote', docx.endnotes],
    ['comment', docx.comments],
  ] as const;
  return parts.flatMap(([kind, part]) =>
    elements(part?.root)
      .filter((node) => node.name === `w:${kind}` && isOwn(node))
      .map((node): NoteAtoms => {
        const from = reader.atoms.length;
        reader.blocks(node);
        return { kind, id: node.attributes['w:id'] ?? '', node, part: part!, atoms: reader.atoms.slice(from) };
      }),
  );
}

function count(node: XmlNode): number {
  const own = node.name === 'w:t' || node.name === 'w:delText' ? plainCharacters(textOf(node)).length : 0;
  return elements(node).reduce((sum, c) => sum + (c.name === 'mc:Fallback' ? 0 : count(c)), own);
}

/** Characters that the walk did not pass: they would be lost silently. */
export function unseen(source: DocxSource): number {
  const { main, footnotes, endnotes } = source.docx;
  const all = [main, footnotes, endnotes].reduce((sum, part) => sum + (part ? count(part.root) : 0), 0);
  const seen = [...source.body, ...source.notes.filter((n) => n.kind !== 'comment').flatMap((n) => n.atoms)]
    .filter((a) => a.node.name === 'w:t' || a.node.name === 'w:delText')
    .reduce((sum, a) => sum + a.text.length, 0);
  return all - seen;
}

function refused(file: string, message: string): Finding {
  return {
    code: 'import-docx',
    severity: 'error',
    message: `${file} cannot be read: ${message}.`,
    span: sourceText(file, '').span(0, 0),
    fix: 'Open it in a word processor, save it as .docx (Word 2007 and newer), and import it again.',
  };
}

/** Opens a Word file; a finding where it is none, or is damaged. */
export function openDocxSource(file: string, bytes: Uint8Array): { source?: DocxSource; findings: readonly Finding[] } {
  try {
    const docx = openDocx(bytes);
    const styles = readStyles(docx.styles);
    const reader = new AtomReader(styles);
    reader.blocks(bodyOf(docx.main.root));
    const body = reader.atoms.slice();
    const notes = readNotes(docx, reader);
    const text = reader.atoms.map((a) => a.text).join('');
    if (text.trim() === '' && !body.some((a) => a.is === 'picture'))
      return { findings: [{ ...refused(file, 'it contains no text'), code: 'import-empty' }] };
    return { source: { ...sourceText(file, text), docx, styles, body, notes }, findings: [] };
  } catch (error) {
    if (!(error instanceof BadArchive)) throw error;
    return { findings: [refused(file, error.message)] };
  }
}

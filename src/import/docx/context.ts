/** What reading the elements of a Word file needs to know of the whole file, and what it gathers on the way. */
import type { Finding } from '../../diagnostics/finding.ts';
import type { Inline } from '../document.ts';
import type { PageReading } from '../marked-inline.ts';
import { below, textOf, type XmlNode } from './xml-tree.ts';
import type { TextPart } from './package.ts';
import type { Counter } from './numbering.ts';
import type { Atom } from './atoms.ts';
import type { DocxSource } from './source.ts';
import type { Choices } from './choices.ts';
import type { NoteLabels } from './note-labels.ts';
import type { Media } from './media.ts';

/** A field of Word that has begun: a link, a table of contents, a number. */
export interface OpenField {
  code: string;
  inResult: boolean;
}

export interface DocxContext {
  readonly source: DocxSource;
  readonly choices: Choices;
  readonly labels: NoteLabels;
  readonly wordPages: ReadonlyMap<XmlNode, string>;
  readonly pages: PageReading;
  /** The atom of each element that has characters or is a symbol. */
  readonly atoms: ReadonlyMap<XmlNode, Atom>;
  /** Notes whose first call has been read. */
  readonly called: Set<number>;
  readonly counter: Counter;
  readonly part: TextPart;
  /** Names of bookmarks that are there and that a link leads to. */
  readonly bookmarks: ReadonlySet<string>;
  /** Points between paragraphs that belong to the next one. */
  readonly waiting: Inline[];
  readonly media: Media;
  /** Fields that continue over the end of a paragraph. */
  readonly fields: OpenField[];
  readonly findings: Finding[];
}

/** The place of an element in the text of the source. */
export const placeOf = (node: XmlNode, context: DocxContext): number => context.atoms.get(node)?.at ?? 0;

/** Whether an element is part of the text. */
export function isShown(node: XmlNode, context: DocxContext): boolean {
  const atom = context.atoms.get(node);
  return atom !== undefined && context.choices.shows(atom.state);
}

/** The id in the TEI of a bookmark. */
export const anchorId = (bookmark: string): string => `b-${bookmark.replace(/[^\p{L}\p{N}._-]+/gu, '-')}`;

const fieldTarget = /\\l\s+"?([^"\s]+)"?/;

/** Where a field leads: an address, or a bookmark. */
export function fieldLink(code: string): { url?: string; bookmark?: string } | undefined {
  if (!/^\s*HYPERLINK\b/.test(code)) return undefined;
  const bookmark = fieldTarget.exec(code)?.[1];
  const url = /^\s*HYPERLINK\s+(?!\\)"?([^"\s]+)"?/.exec(code)?.[1];
  return { ...(url ? { url } : {}), ...(bookmark ? { bookmark } : {}) };
}

/** Bookmarks that links lead to. Those of a table of contents (`_Toc…`) are Word's own business. */
export function linkedBookmarks(parts: readonly (TextPart | undefined)[]): Set<string> {
  const linked = new Set<string>();
  const there = new Set<string>();
  for (const part of parts) {
    if (!part) continue;
    for (const link of below(part.root, 'w:hyperlink')) linked.add(link.attributes['w:anchor'] ?? '');
    for (const code of below(part.root, 'w:instrText')) linked.add(fieldTarget.exec(textOf(code))?.[1] ?? '');
    for (const mark of below(part.root, 'w:bookmarkStart')) there.add(mark.attributes['w:name'] ?? '');
  }
  return new Set([...there].filter((name) => linked.has(name) && name !== '' && !name.startsWith('_Toc')));
}

import type { Content, Link, Node, Piece, Tag } from './document.ts';
import type { PdfFile } from './pdf-file.ts';
import { inReadingOrder, rightEdge } from './reading-order.ts';
import { textOf } from './text-string.ts';
import { BadPdf, Bytes, type Dict, isArray, isDict, Name, nameOf, Ref, type Value } from './values.ts';

/** The structure tree (ISO 32000-1, 14.7): which text of the pages is which part of the document, in the order in which it is read. */

/** Tags in one another. Those of the deepest lists and tables of books are not a tenth. */
const deepest = 500;

/** Tags and marks. */
const mostNodes = 10_000_000;

/** What the pages have, for the tags to point to. */
export interface TaggedPages {
  /** The index of a page by the number of its object. */
  readonly indexes: ReadonlyMap<number, number>;
  /** Takes the text of a mark of a page; undefined where there is none, or where another tag has it. `drawing`: the number of a form and `/`. */
  take(page: number, mark: string): readonly Piece[] | undefined;
  link(object: number): Link | undefined;
}

/** What a name of its own of the file means (14.8.6). A chain of names ends somewhere. */
function standardRole(file: PdfFile, roles: Dict, type: string): string {
  let role = type;
  for (let i = 0; i < 20; i++) {
    const next = nameOf(file.resolve(roles.get(role)));
    if (next === undefined || next === role) return role;
    role = next;
  }
  return role;
}

function valueText(file: PdfFile, value: Value | undefined): string {
  const found = file.resolve(value);
  if (found instanceof Name) return found.name;
  if (found instanceof Bytes) return textOf(found) ?? '';
  if (isArray(found)) return found.map((one) => valueText(file, isArray(one) ? null : one)).join(' ');
  return typeof found === 'number' || typeof found === 'boolean' ? String(found) : '';
}

/** The attributes of a tag, whoever owns them (14.7.5); of two with one name the last. Revision numbers are between them. */
function attributesOf(file: PdfFile, value: Value | undefined): Map<string, string> {
  const found = file.resolve(value);
  const attributes = new Map<string, string>();
  for (const one of isArray(found) ? found : [found ?? null]) {
    const dict = file.resolve(one);
    if (!isDict(dict)) continue;
    for (const [key, each] of dict) if (key !== 'O') attributes.set(key, valueText(file, each));
  }
  return attributes;
}

class TagReader {
  private readonly file: PdfFile;
  private readonly pages: TaggedPages;
  private readonly roles: Dict;
  private readonly seen = new Set<number>();
  private nodes = 0;

  constructor(file: PdfFile, pages: TaggedPages, roles: Dict) {
    this.file = file;
    this.pages = pages;
    this.roles = roles;
  }

  /** Children of a tag: other tags, marks by their ids, objects. A single one needs no list. */
  children(value: Value | undefined, page: number | undefined, language: string, depth: number): Node[] {
    if (depth > deepest) throw new BadPdf('its tags are nested deeper than those of any book');
    const found = this.file.resolve(value);
    const list = isArray(found) ? found : value === undefined ? [] : [value];
    this.nodes += list.length;
    if (this.nodes > mostNodes) throw new BadPdf('it has more tags than any book');
    const nodes: Node[] = [];
    let open: { readonly page: number; readonly pieces: Piece[] } | undefined;
    for (const one of list) {
      const node = this.child(one, page, language, depth);
      if (node?.kind !== 'content') {
        if (node) nodes.push(node);
        if (node) open = undefined;
        continue;
      }
      // What programs mark in parts, line by line, is one text.
      if (open?.page === node.page) {
        for (const piece of node.pieces) open.pieces.push(piece);
      } else {
        open = { page: node.page, pieces: [...node.pieces] };
        nodes.push({ kind: 'content', ...open });
      }
    }
    const edges = new Map<number, number>();
    for (const node of nodes)
      if (node.kind === 'content')
        edges.set(node.page, Math.max(edges.get(node.page) ?? -Infinity, rightEdge(node.pieces)));
    return nodes.map((node) => {
      if (node.kind !== 'content') return node;
      const edge = edges.get(node.page)!;
      return { ...node, pieces: inReadingOrder(node.pieces, language, edge) };
    });
  }

  private child(value: Value, page: number | undefined, language: string, depth: number): Node | undefined {
    const found = this.file.resolve(value);
    if (typeof found === 'number') return this.content(page, String(found));
    if (!isDict(found)) return undefined;
    const type = nameOf(this.file.resolve(found.get('Type')));
    const own = this.pageOf(found) ?? page;
    if (type === 'MCR') {
      const stream = found.get('Stm');
      const drawing = stream instanceof Ref ? `${stream.number}/` : '';
      return this.content(own, `${drawing}${this.file.number(found.get('MCID')) ?? ''}`);
    }
    if (type === 'OBJR') {
      const object = found.get('Obj');
      return object instanceof Ref ? this.pages.link(object.number) : undefined;
    }
    if (value instanceof Ref) {
      if (this.seen.has(value.number)) throw new BadPdf('a tag is in two places of its tree');
      this.seen.add(value.number);
    }
    return this.tag(found, own, language, depth);
  }

  private content(page: number | undefined, mark: string): Content | undefined {
    const pieces = page === undefined ? undefined : this.pages.take(page, mark);
    return pieces && { kind: 'content', page: page!, pieces };
  }

  private pageOf(dict: Dict): number | undefined {
    const value = dict.get('Pg');
    return value instanceof Ref ? this.pages.indexes.get(value.number) : undefined;
  }

  private tag(dict: Dict, page: number | undefined, above: string, depth: number): Tag {
    const { file } = this;
    const type = nameOf(file.resolve(dict.get('S'))) ?? '';
    const said = (key: string, name: string): Record<string, string> => {
      const text = textOf(file.resolve(dict.get(key)));
      return text === undefined ? {} : { [name]: text };
    };
    const language = textOf(file.resolve(dict.get('Lang'))) ?? above;
    return {
      kind: 'tag',
      role: standardRole(file, this.roles, type),
      type,
      ...said('Lang', 'language'),
      ...said('Alt', 'alt'),
      ...said('ActualText', 'actualText'),
      ...said('T', 'title'),
      ...said('ID', 'id'),
      attributes: attributesOf(file, dict.get('A')),
      children: this.children(dict.get('K'), page, language, depth + 1),
    };
  }
}

/** The outermost tags of a file; empty where it has none. */
export function readTags(file: PdfFile, pages: TaggedPages): Tag[] {
  const language = textOf(file.resolve(file.catalog.get('Lang'))) ?? '';
  const root = file.dict(file.catalog.get('StructTreeRoot'));
  const reader = new TagReader(file, pages, file.dict(root.get('RoleMap')));
  return reader.children(root.get('K'), undefined, language, 0).filter((node) => node.kind === 'tag');
}

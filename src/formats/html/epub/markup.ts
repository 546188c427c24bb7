import { decoded } from '../decoded.ts';
import { escapeAttribute } from '../escape.ts';
import { bookId, chapterAddress } from './names.ts';

/**
 * The text of a page as the text of a book: the same elements, with what EPUB 3.3 asks for. Page marks are empty and have their label in an attribute,
 * notes are asides that reading systems show where they are called, ids are XML names, links lead to the files of the book.
 */

/** What is in a text that the book has to know. */
export interface InText {
  readonly pages: { readonly id: string; readonly n: string }[];
  /** Images, as paths in the book, and whether something is said of each. */
  readonly images: { readonly path: string; readonly isDescribed: boolean }[];
  /** Ids in it, and links to places in other texts. */
  readonly ids: string[];
  readonly links: string[];
  hasFormulas: boolean;
}

const types: Readonly<Record<string, string>> = {
  'doc-noteref': 'noteref',
  'doc-footnote': 'footnote',
  'doc-endnotes': 'footnotes',
  'doc-pagebreak': 'pagebreak',
};

const plain = (value: string): string =>
  value.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name]!);

/** A link of a page as the book has it; what leads out of the edition stays. */
function linkInBook(href: string): string {
  const [, page, fragment] = /^(?:([^:/?#]+)\.html)?(?:#(.*))?$/s.exec(href) ?? [];
  if (page === undefined && fragment === undefined) return href;
  const file = page === undefined ? '' : chapterAddress(decoded(page));
  return fragment === undefined ? file : `${file}#${bookId(decoded(fragment))}`;
}

const attribute = / ([\w:-]+)="([^"]*)"/g;

/** The attributes of a tag as the book has them. The anchors by which pages set notes in the margin are left out. */
function attributesInBook(attributes: string): string {
  return attributes.replace(attribute, (whole, name: string, value: string) => {
    if (name === 'style') return '';
    if (name === 'role' && types[value] !== undefined) return ` epub:type="${types[value]}"${whole}`;
    if (name === 'id' || name === 'aria-labelledby') return ` ${name}="${escapeAttribute(bookId(plain(value)))}"`;
    return name === 'href' ? ` href="${escapeAttribute(linkInBook(plain(value)))}"` : whole;
  });
}

const valueOf = (name: string, attributes: string): string =>
  plain(new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1] ?? '');

const changes = / (?:id|href|role|style|aria-labelledby)="/;

/** Writes the tags of a page one after the other. */
class BookText {
  readonly found: InText = { pages: [], images: [], ids: [], links: [], hasFormulas: false };
  /** Elements that are open in a page mark, itself included, and divisions that are open in a note likewise. */
  private inMark = 0;
  private inNote = 0;

  open(name: string, attributes: string): string {
    if (this.inMark > 0) this.inMark++;
    if (this.inNote > 0 && name === 'div') this.inNote++;
    const said = changes.test(attributes) ? attributesInBook(attributes) : attributes;
    if (changes.test(attributes)) this.place(said);
    if (attributes.includes(' role="doc-pagebreak"')) this.mark(attributes);
    else if (name === 'img') this.image(attributes);
    else if (name === 'math') this.found.hasFormulas = true;
    if (!attributes.includes(' role="doc-footnote"')) return `<${name}${said}>`;
    this.inNote = 1;
    return `<aside${said}>`;
  }

  close(name: string): string {
    if (this.inMark > 0) this.inMark--;
    if (this.inNote === 0 || name !== 'div') return `</${name}>`;
    return --this.inNote === 0 ? '</aside>' : '</div>';
  }

  /** A page mark has no words: its label is an attribute. */
  text(value: string): string {
    return this.inMark > 0 ? '' : value;
  }

  private place(attributes: string): void {
    const [id, link] = [valueOf('id', attributes), valueOf('href', attributes)];
    if (id !== '') this.found.ids.push(id);
    if (/^[^:/#]+\.xhtml#/.test(link)) this.found.links.push(link);
  }

  private mark(attributes: string): void {
    this.inMark = 1;
    this.found.pages.push({ id: bookId(valueOf('id', attributes)), n: valueOf('data-n', attributes) });
  }

  private image(attributes: string): void {
    const path = decoded(valueOf('src', attributes)).replace(/^\.\.\//, '');
    this.found.images.push({ path, isDescribed: valueOf('alt', attributes) !== 'Figure' });
  }
}

/** The text of a page in a book, and what the book has to know of it. */
export function inBook(html: string): { readonly text: string; readonly found: InText } {
  const book = new BookText();
  let text = '';
  let from = 0;
  for (const { 0: tag, 1: end, 2: name, 3: attributes, index } of html.matchAll(
    /<(\/?)([\w:-]+)(?![\w:-])([^<>]*)>/g,
  )) {
    text += book.text(html.slice(from, index));
    text += end === '' ? book.open(name!, attributes!) : book.close(name!);
    from = index + tag.length;
  }
  return { text: text + html.slice(from), found: book.found };
}

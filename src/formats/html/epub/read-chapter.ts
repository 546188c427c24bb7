import { pageLabel } from '../../../model/page-label.ts';
import { madeLimits } from '../../../source/scan/events.ts';
import { sourceText } from '../../../source/text.ts';
import { scanXml, type XmlHandler, type XmlTag } from '../../../source/xml.ts';
import { FrameReader } from '../frame/lines.ts';

/**
 * Reads the text of a unit in a book as a page, which the reader of pages can read: what EPUB writes in another way is led back to what it is in a page,
 * and must be written as EPUB asks for.
 */

export interface ChapterRead {
  /** The same as a page. */
  readonly page: string;
  /** What is around the text. */
  readonly lines: readonly string[];
  readonly faults: readonly string[];
  readonly ids: ReadonlySet<string>;
  /** Where links lead, as written. */
  readonly links: readonly string[];
  readonly pages: readonly { readonly id: string; readonly label: string }[];
  readonly images: readonly { readonly src: string; readonly alt: string }[];
  readonly hasFormulas: boolean;
}

/** The `epub:type` that belongs to each role, and the element that has them. */
const typeOfRole: Readonly<Record<string, readonly [type: string, element: string]>> = {
  'doc-noteref': ['noteref', 'a'],
  'doc-footnote': ['footnote', 'aside'],
  'doc-endnotes': ['footnotes', 'section'],
  'doc-pagebreak': ['pagebreak', 'span'],
};

const xmlName = /^[\p{L}_][\p{L}\p{N}\p{M}._-]*$/u;

/** An id of a book as a page has it. */
export const idInPage = (id: string): string =>
  id.replace(/_x([0-9A-F]{4,6})_/g, (whole, code: string) => {
    const point = parseInt(code, 16);
    return point > 0x10ffff ? whole : String.fromCodePoint(point);
  });

function decodedOnce(href: string): string {
  try {
    return decodeURI(href);
  } catch {
    return href;
  }
}

/** A link of a book as a page has it. */
function linkInPage(href: string): string {
  const [, file, fragment] = /^(?:([^:/?#]+)\.xhtml)?(?:#(.*))?$/s.exec(href) ?? [];
  const place = fragment === undefined ? '' : `#${encodeURI(idInPage(decodedOnce(fragment)))}`;
  if (file === undefined) return fragment === undefined ? href : place;
  return `${file}.html${place}`;
}

const written = (value: string): string =>
  value.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]!);

class ChapterReader implements XmlHandler {
  readonly ids = new Set<string>();
  readonly links: string[] = [];
  readonly pages: { id: string; label: string }[] = [];
  readonly images: { src: string; alt: string }[] = [];
  readonly faults: string[] = [];
  readonly frame = new FrameReader();
  hasFormulas = false;
  page = '<!DOCTYPE html>\n';
  /** Elements that are open in `main`, itself included; in a page mark. */
  private depth = 0;
  private inMark = 0;
  private notes = 0;

  open(tag: XmlTag): void {
    const values = new Map(tag.attributes.map(({ name, value }) => [name, value]));
    if (this.depth === 0) this.frame.open(tag);
    else this.look(tag.name, values);
    if (this.depth > 0 || tag.name === 'main') this.depth++;
    if (this.inMark > 0) this.inMark++;
    const attributes = [...this.inPage(tag.name, values)].map(([name, value]) => ` ${name}="${written(value)}"`);
    this.page += `<${tag.name === 'aside' ? 'div' : tag.name}${attributes.join('')}${tag.empty ? '/>' : '>'}`;
    if (values.get('role') === 'doc-pagebreak') this.mark(values);
  }

  close(tag: XmlTag): void {
    if (this.inMark > 0) this.inMark--;
    if (this.depth > 0) this.depth--;
    if (this.depth === 0) this.frame.close(tag.name);
    if (!tag.empty) this.page += `</${tag.name === 'aside' ? 'div' : tag.name}>`;
  }

  text(value: string): void {
    if (this.depth === 0) this.frame.text(value);
    if (this.inMark > 0 && value !== '') this.faults.push(`a page mark has the words “${value}”`);
    this.page += written(value);
  }

  comment(): void {
    this.faults.push('a comment is in the file');
  }

  instruction(target: string): void {
    if (target !== 'xml') this.faults.push(`<?${target}?> is in the file`);
  }

  /** What must be as EPUB asks for, and what the book has to know. */
  private look(name: string, values: ReadonlyMap<string, string>): void {
    const [role = '', type] = [values.get('role'), values.get('epub:type')];
    const [wantedType, wantedName] = typeOfRole[role] ?? [];
    if (type !== wantedType || (wantedName !== undefined && wantedName !== name))
      this.faults.push(`<${name}> with the role “${role}” has the type “${type ?? ''}”`);
    if (name === 'aside' && role !== 'doc-footnote') this.faults.push('<aside> is not a note');
    if (values.has('style')) this.faults.push(`a style is on <${name}>`);
    const id = values.get('id');
    if (id !== undefined) {
      if (!xmlName.test(id)) this.faults.push(`“${id}” is not an id that XML knows`);
      this.ids.add(id);
    }
    const href = values.get('href');
    if (href !== undefined) this.links.push(href);
    if (name === 'img') this.images.push({ src: values.get('src') ?? '', alt: values.get('alt') ?? '' });
    if (name === 'math') this.hasFormulas = true;
  }

  /** The attributes as a page has them, with the anchors that set its notes. */
  private inPage(name: string, values: ReadonlyMap<string, string>): Map<string, string> {
    const own = new Map(values);
    own.delete('epub:type');
    for (const each of ['id', 'aria-labelledby']) if (own.has(each)) own.set(each, idInPage(own.get(each)!));
    if (name === 'a' && own.has('href')) own.set('href', linkInPage(own.get('href')!));
    const role = own.get('role');
    if (role === 'doc-noteref') own.set('style', `--self:--c${(own.get('id') ?? '').slice('call:'.length)}`);
    if (role === 'doc-footnote') {
      const n = ++this.notes;
      own.set('style', `--call:--c${n};--self:--n${n};--above:--n${n - 1}`);
    }
    return own;
  }

  /** A page mark says its label in an attribute; in a page it is its words. */
  private mark(values: ReadonlyMap<string, string>): void {
    this.inMark = 1;
    const label = values.get('aria-label') ?? '';
    const n = values.get('data-n') === '' && label === 'Page break' ? '' : label.replace(/^Page /, '');
    this.pages.push({ id: values.get('id') ?? '', label: n });
    this.page += written(pageLabel(n));
  }
}

const beginning = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n<html ';

/** What a program could take for something else than our reader does. */
export function rawFaults(content: string, begins: string): string[] {
  const reference = /&(?!(?:amp|lt|gt|quot);)[^;\s]{0,20};?/.exec(content);
  return [
    ...(content.startsWith(begins) ? [] : ['the file does not begin as ours do']),
    ...(content.includes('<![CDATA[') ? ['a CDATA section is in the file'] : []),
    ...(/[\x00-\x08\x0b-\x1f]/.test(content) ? ['a control character is in the file'] : []),
    ...(reference ? [`the reference “${reference[0]}” is in the file`] : []),
  ];
}

export function readChapter(content: string): ChapterRead {
  const reader = new ChapterReader();
  const findings = scanXml(sourceText('chapter', content), reader, { limits: madeLimits });
  const broken = findings.filter(({ severity }) => severity === 'error').map(({ message }) => message);
  const { page, ids, links, pages, images, hasFormulas } = reader;
  const faults = [...broken, ...rawFaults(content, beginning), ...reader.faults];
  return { page, lines: reader.frame.lines, faults, ids, links, pages, images, hasFormulas };
}

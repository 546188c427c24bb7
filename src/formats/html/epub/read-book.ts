import { openArchive } from '../../../source/archive.ts';
import { madeLimits } from '../../../source/scan/events.ts';
import { sourceText } from '../../../source/text.ts';
import { scanXml, type XmlHandler } from '../../../source/xml.ts';
import type { Edition, EditionContext } from '../../../model/edition.ts';
import type { Book, OpenBook } from '../../format.ts';
import { lineFaults } from '../frame/compare.ts';
import { type Expected, FrameReader, linesOf } from '../frame/lines.ts';
import type { Surroundings } from '../surroundings.ts';
import { chapterFormat, type KnownChapter } from './chapter-format.ts';
import { CoverReader } from './cover-faults.ts';
import { expectedFacts, type ExpectedFacts } from './expected-facts.ts';
import { expectedPackage } from './expected-package.ts';
import { expectedCover, expectedNav, expectedTitlePage } from './expected-pages.ts';
import { linkFaults } from './link-faults.ts';
import { packingFaults } from './packing-faults.ts';
import { idInPage, rawFaults } from './read-chapter.ts';

/** Reads a book from its bytes alone, and says what in it is not as the data of the edition say. */

/** A book may have as many files as an archive can list; what one of them may unpack to is bounded. */
const limits = { parts: 0xffff, part: 256 * 1024 * 1024, whole: 2 ** 40 } as const;

const opening = '<?xml version="1.0" encoding="UTF-8"?>\n';
const page = `${opening}<!DOCTYPE html>\n<html `;

const containerLines: Expected = [
  'container',
  { version: '1.0', xmlns: 'urn:oasis:names:tc:opendocument:xmlns:container' },
  ['rootfiles', {}, ['rootfile', { 'full-path': 'EPUB/package.opf', 'media-type': 'application/oebps-package+xml' }]],
];

class BookReader implements OpenBook {
  readonly format: OpenBook['format'];
  private readonly bytes: Uint8Array;
  private readonly archive: ReturnType<typeof openArchive>;
  private readonly around: Surroundings;
  private readonly stylesheet: string;
  private readonly known = new Map<string, KnownChapter>();
  private readonly places = new Map<string, ReadonlySet<string>>();

  constructor(bytes: Uint8Array, around: Surroundings, stylesheet: string) {
    this.bytes = bytes;
    this.archive = openArchive(bytes, limits);
    this.around = around;
    this.stylesheet = stylesheet;
    this.format = chapterFormat(around, (id, chapter) => this.known.set(id, chapter));
  }

  private text(path: string): string | undefined {
    const bytes = this.archive.part(path);
    return bytes && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
  }

  chapter(id: string): string | undefined {
    return this.text(this.format.path(id));
  }

  context(edition: EditionContext): EditionContext {
    return {
      ...edition,
      resolve: (target, from) => {
        const found = edition.resolve(target, from);
        if (found?.id === undefined || found.unit === from.facts.id) return found;
        return this.shows(found.unit, found.id) ? found : { unit: found.unit };
      },
    };
  }

  /** Whether the text of a unit has the place with this id. An id that it lost is a loss of that text. */
  private shows(unit: string, id: string): boolean {
    let places = this.places.get(unit);
    if (!places) {
      const ids = (this.chapter(unit) ?? '').matchAll(/ id="([^"]*)"/g);
      places = new Set([...ids].map(([, each]) => idInPage(each!)));
      this.places.set(unit, places);
    }
    return places.has(id.replace(/\s+/g, '_'));
  }

  faults(book: Book, edition: Edition, image: (path: string) => Uint8Array | undefined): readonly string[] {
    const facts = expectedFacts(book, edition, this.around);
    const chapters = book.units.map(({ facts: { id } }) => this.known.get(id) ?? nothing);
    const images = [...new Set(chapters.flatMap((each) => each.images.map(({ src }) => this.imagePath(src))))].sort();
    const hasPages = chapters.some(({ pages }) => pages.length > 0);
    return [
      ...packingFaults(this.bytes),
      ...this.nameFaults(book, images),
      ...this.same('mimetype', 'application/epub+zip'),
      ...this.xml('META-INF/container.xml', opening, containerLines),
      ...this.xml('EPUB/package.opf', opening, expectedPackage(book, facts, chapters, images)),
      ...this.xml('EPUB/nav.xhtml', page, expectedNav(book, facts, chapters)),
      ...this.xml('EPUB/cover.xhtml', page, expectedCover(facts)),
      ...this.xml('EPUB/title.xhtml', page, expectedTitlePage(facts, hasPages)),
      ...this.coverFaults(facts),
      ...this.same('EPUB/style/book.css', this.stylesheet),
      ...linkFaults(book.units.map(({ facts: { id } }, i) => ({ id, ...chapters[i]! }))),
      ...images.flatMap((path) => this.imageFaults(path, image(path))),
    ];
  }

  private imagePath(src: string): string {
    return decodeURIComponentOr(src).replace(/^\.\.\//, '');
  }

  /** The files that a book has, in their order, and no others. */
  private nameFaults({ units }: Book, images: readonly string[]): string[] {
    const own = 'package.opf nav.xhtml cover.svg cover.xhtml title.xhtml style/book.css'.split(' ');
    const wanted = [
      'mimetype',
      'META-INF/container.xml',
      ...own.map((name) => `EPUB/${name}`),
      ...units.map(({ facts: { id } }) => `EPUB/text/${id}.xhtml`),
      ...images.map((path) => `EPUB/${path}`),
    ];
    const { names } = this.archive;
    const [has, needs] = [new Set(names), new Set(wanted)];
    const faults = [
      ...wanted.filter((name) => !has.has(name)).map((name) => `the file ${name} is missing`),
      ...names.filter((name) => !needs.has(name)).map((name) => `nothing in the book accounts for the file ${name}`),
    ];
    if (faults.length > 0) return faults;
    const isSame = names.length === wanted.length && names.every((name, i) => name === wanted[i]);
    return isSame ? [] : ['the files of the book are in another order, or there twice'];
  }

  private same(path: string, wanted: string): string[] {
    const found = this.text(path);
    return found === undefined || found === wanted ? [] : [`${path} is not what it is in our books`];
  }

  private scan(path: string, content: string, handler: XmlHandler): string[] {
    const findings = scanXml(sourceText(path, content), handler, { limits: madeLimits });
    return findings.filter(({ severity }) => severity === 'error').map(({ message }) => message);
  }

  private xml(path: string, begins: string, wanted: Expected): string[] {
    const content = this.text(path);
    if (content === undefined) return [];
    const frame = new FrameReader();
    const faults: string[] = [];
    const broken = this.scan(path, content, {
      open: (tag) => frame.open(tag),
      close: ({ name }) => frame.close(name),
      text: (value) => frame.text(value),
      comment: () => void faults.push('a comment is in the file'),
      instruction: (target) => void (target === 'xml' || faults.push(`<?${target}?> is in the file`)),
    });
    const wrong = [...broken, ...rawFaults(content, begins), ...faults].map((fault) => `${path}: ${fault}`);
    return [...wrong, ...lineFaults(frame.lines, linesOf(wanted), path)];
  }

  private coverFaults(facts: ExpectedFacts): string[] {
    const path = 'EPUB/cover.svg';
    const content = this.text(path);
    if (content === undefined) return [];
    const cover = new CoverReader();
    const broken = this.scan(path, content, cover);
    const faults = [...broken, ...rawFaults(content, `${opening}<svg `), ...cover.faults, ...cover.wordFaults(facts)];
    return faults.map((fault) => `${path}: ${fault}`);
  }

  private imageFaults(path: string, wanted: Uint8Array | undefined): string[] {
    const found = this.archive.part(`EPUB/${path}`);
    if (!found) return [];
    return wanted && Buffer.compare(found, wanted) === 0 ? [] : [`the image ${path} is not that of the edition`];
  }
}

function decodeURIComponentOr(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

const nothing: KnownChapter = {
  ids: new Set(),
  links: [],
  pages: [],
  images: [],
  hasFormulas: false,
  headings: [],
};

export const openBook = (bytes: Uint8Array, around: Surroundings, stylesheet: string): OpenBook =>
  new BookReader(bytes, around, stylesheet);

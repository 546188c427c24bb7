import type { Edition } from '../../../model/edition.ts';
import type { Book, ImageBytes } from '../../format.ts';
import type { Surroundings } from '../surroundings.ts';
import { coverImage, coverPage, titlePage } from './cover.ts';
import { recordsOf } from './dead-links.ts';
import { bookFacts } from './facts.ts';
import { folder } from './names.ts';
import { navDocument } from './nav.ts';
import { archiveOf, packedFile } from './pack.ts';
import { packageDocument } from './package-document.ts';
import { readPart } from './part.ts';

const container = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles>
<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
`;

/** Pictures that are compressed already. */
const isCompressed = (path: string): boolean => !/\.svg$/i.test(path);

/** Binds a book: the files of its units as they were packed, and those of the whole (EPUB 3.3, sections 4 and 5). Undefined where it is more than an archive can hold. */
export function bindBook(
  book: Book,
  edition: Edition,
  parts: readonly Uint8Array[],
  image: ImageBytes,
  around: Surroundings,
  stylesheet: string,
): Uint8Array | undefined {
  const facts = bookFacts(book, edition, around);
  const chapters = parts.map((part, i) => ({ id: book.units[i]!.facts.id, ...readPart(part) }));
  const says = chapters.map((chapter) => chapter.says);
  const images = [...new Set(says.flatMap((each) => each.images.map(({ path }) => path)))].sort();
  const hasPages = says.some(({ pages }) => pages.length > 0);
  const inFolder = (name: string, content: string): Uint8Array => packedFile(folder + name, content);
  return archiveOf([
    packedFile('mimetype', 'application/epub+zip', true),
    packedFile('META-INF/container.xml', container),
    inFolder('package.opf', packageDocument(book, facts, says, images, around)),
    inFolder('nav.xhtml', navDocument(book.units, facts, says)),
    inFolder('cover.svg', coverImage(facts)),
    inFolder('cover.xhtml', coverPage(facts)),
    inFolder('title.xhtml', titlePage(facts, hasPages, around)),
    inFolder('style/book.css', stylesheet),
    ...recordsOf(chapters),
    ...images.map((path) => packedFile(folder + path, image(path), isCompressed(path))),
  ]);
}

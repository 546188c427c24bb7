/** What kind of image a file is by its name, and what it is by its bytes. */

export type ImageKind = 'PNG' | 'JPEG' | 'GIF' | 'WebP' | 'AVIF' | 'SVG';

const byEnding: Readonly<Record<string, ImageKind>> = {
  png: 'PNG',
  jpg: 'JPEG',
  jpeg: 'JPEG',
  gif: 'GIF',
  webp: 'WebP',
  avif: 'AVIF',
  svg: 'SVG',
};

/** The kind that a name promises; undefined for kinds that not every browser shows. */
export function kindByName(path: string): ImageKind | undefined {
  const ending = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(byEnding, ending) ? byEnding[ending] : undefined;
}

/** The first bytes of each kind of picture, as its specification gives them. */
const signatures: readonly (readonly [pattern: RegExp, kind: Exclude<ImageKind, 'SVG'>])[] = [
  [/^\x89PNG\r\n\x1a\n/, 'PNG'],
  [/^\xff\xd8\xff/, 'JPEG'],
  [/^GIF8[79]a/, 'GIF'],
  [/^RIFF[^]{4}WEBP/, 'WebP'],
  // ISO base media: the brand, or one of the compatible brands.
  [/^[^]{4}ftyp(?:avif|avis|[^]{4}[^]{4}(?:[^]{4}){0,12}?(?:avif|avis))/, 'AVIF'],
];

const others: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/^\x1f\x8b/, 'a compressed file (gzip)'],
  [/^PK\x03\x04/, 'a ZIP archive'],
  [/^%PDF/, 'a PDF file'],
  [/^(?:II\*\0|MM\0\*)/, 'a TIFF image'],
  [/^BM/, 'a BMP image'],
  [/^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*|<!--[^]*?-->\s*)?(?:<!doctype html|<html|<head|<body|<script)/i, 'HTML'],
];

const markup: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^]*?)?<(?:[\w-]+:)?svg\b/i, 'SVG'],
  [/^(?:\xef\xbb\xbf)?\s*</, 'XML or HTML'],
];

const beginningOf = (bytes: Uint8Array): string => Buffer.from(bytes.subarray(0, 512)).toString('latin1');
const named = (kinds: typeof others, bytes: Uint8Array): string | undefined =>
  kinds.find(([pattern]) => pattern.test(beginningOf(bytes)))?.[1];

/** The kind of picture that the first bytes of a file declare; SVG is text and has to be read. */
export function pictureOf(bytes: Uint8Array): ImageKind | undefined {
  const beginning = beginningOf(bytes);
  return signatures.find(([pattern]) => pattern.test(beginning))?.[1];
}

/** What a file is that cannot be SVG, in words that complete “but is …”; undefined where it has to be read to know. */
export function notSvg(bytes: Uint8Array): string | undefined {
  if (bytes.length === 0) return 'empty';
  const kind = pictureOf(bytes);
  return kind ? `a ${kind} image` : named(others, bytes);
}

/** What a file is instead of the picture it is named as, in words that complete “but is …”. */
export const whatItIs = (bytes: Uint8Array): string =>
  notSvg(bytes) ?? named(markup, bytes) ?? 'not an image that we know';

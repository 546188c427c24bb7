import type { BuiltEdition } from './built-edition.ts';
import { refused, type Reply } from './answer.ts';

/** The files of the edition, each with its media type. */

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
  jsonl: 'application/jsonl',
  jsonld: 'application/ld+json',
  xml: 'application/xml',
  tei: 'application/tei+xml',
  gexf: 'application/xml',
  nq: 'application/n-quads',
  ttl: 'text/turtle; charset=utf-8',
  bib: 'application/x-bibtex; charset=utf-8',
  ris: 'application/x-research-info-systems; charset=utf-8',
  epub: 'application/epub+zip',
  pdf: 'application/pdf',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
};

function typeOf(path: string): string {
  if (path.startsWith('tei/')) return 'application/tei+xml';
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  return Object.hasOwn(types, ending) ? types[ending]! : 'application/octet-stream';
}

/** The file at the path of an address, decoded and without the first slash; a folder is its `index.html`. */
export function fileReply(path: string, edition: BuiltEdition): Reply {
  const name = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  const body = edition.file(name);
  return body ? { status: 200, type: typeOf(name), body } : refused(404, `The edition has no file ${name}.`);
}

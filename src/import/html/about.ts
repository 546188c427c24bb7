/** What a page says of itself in its head: title, language, author, address. */
import type { Metadata } from '../metadata.ts';
import type { HtmlElement } from './tree.ts';
import { descendants, textOf } from './query.ts';

export interface AboutPage {
  readonly metadata: Metadata;
  /** The title in the head of the page. */
  readonly title?: string;
  /** Addresses under which the page was published. */
  readonly addresses: readonly string[];
}

const saved = /<!--\s*saved from url=\(\d+\)(\S+)\s*-->/i;

/** Names under which pages say what our metadata say, the most careful first. */
const fields: readonly [keyof Metadata, readonly string[]][] = [
  ['author', ['citation_author', 'dc.creator', 'dcterms.creator', 'author']],
  ['editor', ['citation_editor']],
  ['series', ['citation_series_title']],
  ['volumeTitle', ['citation_book_title', 'citation_volume_title']],
  ['publisher', ['citation_publisher', 'dc.publisher', 'dcterms.publisher']],
  ['published', ['citation_publication_date']],
  ['licenceUrl', ['dc.rights', 'dcterms.license', 'dcterms.rights']],
];

const isAddress = (text: string): boolean => /^https?:\/\//.test(text);

function metaFields(metas: ReadonlyMap<string, string[]>): Partial<Record<keyof Metadata, string>> {
  const found: Partial<Record<keyof Metadata, string>> = {};
  for (const [field, names] of fields) {
    const values = names.map((n) => metas.get(n)).find((v) => v !== undefined);
    if (values && (field !== 'licenceUrl' || isAddress(values[0]!))) found[field] = [...new Set(values)].join('; ');
  }
  if (found.licenceUrl) found.licence = found.licenceUrl;
  return found;
}

/** Reads the head. */
export function readAbout(root: HtmlElement, source: string): AboutPage {
  const metas = new Map<string, string[]>();
  const addresses: string[] = [];
  let title = '';
  let language: string | undefined;
  for (const { name, attributes, ...element } of descendants(root)) {
    if (name === 'html') language = attributes['xml:lang'] ?? attributes.lang;
    if (name === 'title' && title === '')
      title = textOf({ name, attributes, ...element })
        .replace(/\s+/g, ' ')
        .trim();
    if (name === 'link' && /(?:^|\s)canonical(?:\s|$)/.test(attributes.rel ?? ''))
      addresses.push(attributes.href ?? '');
    if (name !== 'meta') continue;
    const key = (attributes.name ?? attributes.property ?? '').toLowerCase();
    const content = (attributes.content ?? '').trim();
    if (content === '') continue;
    if (key === 'og:url') addresses.push(content);
    metas.set(key, [...(metas.get(key) ?? []), content]);
  }
  const from = saved.exec(source.slice(0, 2000))?.[1];
  const known = [...new Set([...addresses, ...(from ? [from] : [])])]
    .filter(isAddress)
    .map((a) => a.replace(/#.*$/, ''));
  const plain = language && /^[A-Za-z]{2,3}(?:-[A-Za-z\d]{2,8})*$/.test(language) ? { language } : {};
  return {
    metadata: { ...metaFields(metas), ...plain, ...(known[0] ? { source: known[0] } : {}) },
    ...(title === '' ? {} : { title }),
    addresses: known,
  };
}

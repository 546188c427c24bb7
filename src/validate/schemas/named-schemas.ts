import type { SourceText } from '../../source/text.ts';

/** The schemas that a file names itself, in `<?xml-model?>` instructions before its root (W3C/ISO “Associating Schemas with XML documents”). */

export interface NamedSchema {
  /** As written: a path relative to the file, or an address. */
  readonly href: string;
  readonly kind: 'relaxng' | 'xsd' | 'schematron';
  readonly start: number;
  readonly end: number;
}

const pseudo = (data: string, name: string): string | undefined =>
  new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
    .exec(data)
    ?.slice(1)
    .find((value) => value !== undefined);

/** Schemas of each language, by the namespace they are reported by. */
const languages: Readonly<Record<string, NamedSchema['kind']>> = {
  'http://relaxng.org/ns/structure/1.0': 'relaxng',
  'http://www.w3.org/2001/XMLSchema': 'xsd',
  'http://purl.oclc.org/dsdl/schematron': 'schematron',
};

/** The language of a schema file by the end of its name. */
export function schemaKind(path: string): NamedSchema['kind'] | undefined {
  const ending = /\.(rng|rnc|xsd|sch)(?:[?#]|$)/i.exec(path)?.[1]?.toLowerCase();
  return ending === undefined ? undefined : ending === 'xsd' ? 'xsd' : ending === 'sch' ? 'schematron' : 'relaxng';
}

/** Reads the instructions before the first element. */
export function namedSchemas({ text }: Pick<SourceText, 'text'>): NamedSchema[] {
  if (!text.slice(0, 20_000).includes('<?xml-model')) return [];
  const found: NamedSchema[] = [];
  const part = /<\?xml-model\s([^]*?)\?>|<!--[^]*?-->|<(?=[\p{L}_])/gu;
  for (let match = part.exec(text); match !== null; match = part.exec(text)) {
    if (match[0] === '<') break;
    const [whole, data] = match;
    const href = data === undefined ? undefined : pseudo(data, 'href');
    if (data === undefined || href === undefined) continue;
    const language = pseudo(data, 'schematypens');
    const kind = (language === undefined ? undefined : languages[language]) ?? schemaKind(href);
    if (kind) found.push({ href, kind, start: match.index, end: match.index + whole.length });
  }
  return found;
}

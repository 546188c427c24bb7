/** Which prefix means which namespace, from here to the end of the element that declared it (Namespaces in XML 1.0, section 6). */
export interface Namespaces {
  /** The namespace of names without prefix. */
  byDefault: string;
  readonly byPrefix: Map<string, string>;
  /** What to restore when an element closes; the newest last. */
  readonly undo: { readonly depth: number; readonly prefix: string; readonly before: string | undefined }[];
}

export const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';
export const XMLNS_NAMESPACE = 'http://www.w3.org/2000/xmlns/';

export const initialNamespaces = (): Namespaces => ({
  byDefault: '',
  byPrefix: new Map([
    ['xml', XML_NAMESPACE],
    ['xmlns', XMLNS_NAMESPACE],
  ]),
  undo: [],
});

/** Binds `prefix` (empty: names without prefix) for the element at `depth`. */
export function declare(spaces: Namespaces, depth: number, prefix: string, uri: string): void {
  if (prefix === '') {
    spaces.undo.push({ depth, prefix, before: spaces.byDefault });
    spaces.byDefault = uri;
    return;
  }
  spaces.undo.push({ depth, prefix, before: spaces.byPrefix.get(prefix) });
  spaces.byPrefix.set(prefix, uri);
}

/** Forgets what elements deeper than `depth` declared. */
export function forget(spaces: Namespaces, depth: number): void {
  const { undo } = spaces;
  for (let last = undo.at(-1); last !== undefined && last.depth > depth; last = undo.at(-1)) {
    undo.pop();
    if (last.prefix === '') spaces.byDefault = last.before ?? '';
    else if (last.before === undefined) spaces.byPrefix.delete(last.prefix);
    else spaces.byPrefix.set(last.prefix, last.before);
  }
}

/** Namespaces that are nearly always meant by a prefix, offered where a declaration was forgotten. */
export const customaryNamespaces: ReadonlyMap<string, string> = new Map([
  ['tei', 'http://www.tei-c.org/ns/1.0'],
  ['xi', 'http://www.w3.org/2001/XInclude'],
  ['xlink', 'http://www.w3.org/1999/xlink'],
  ['xsi', 'http://www.w3.org/2001/XMLSchema-instance'],
  ['xs', 'http://www.w3.org/2001/XMLSchema'],
  ['xsl', 'http://www.w3.org/1999/XSL/Transform'],
  ['svg', 'http://www.w3.org/2000/svg'],
  ['m', 'http://www.w3.org/1998/Math/MathML'],
  ['mml', 'http://www.w3.org/1998/Math/MathML'],
  ['html', 'http://www.w3.org/1999/xhtml'],
  ['xhtml', 'http://www.w3.org/1999/xhtml'],
  ['rng', 'http://relaxng.org/ns/structure/1.0'],
  ['sch', 'http://purl.oclc.org/dsdl/schematron'],
  ['dc', 'http://purl.org/dc/elements/1.1/'],
]);

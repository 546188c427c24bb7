/** Terms of RDF 1.1 in the syntax of N-Triples, and what is in them. */

export const schema = 'https://schema.org/';
const xsd = 'http://www.w3.org/2001/XMLSchema#';
const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
export const rdfType = `<${rdf}type>`;

/** An address; whatever makes one must see that it is one (`isWebAddress`), or encode what is in it. */
export const iri = (address: string): string => `<${address}>`;
export const property = (name: string): string => iri(schema + name);

const escaped = (text: string): string =>
  text.replace(/["\\\n\r]/g, (c) => ({ '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r' })[c]!);

export const literal = (text: string): string => `"${escaped(text)}"`;
export const integer = (number: number): string => `"${number}"^^<${xsd}integer>`;

/** A year, month or day as a typed literal; any other date as a text. */
export function dateLiteral(date: string): string {
  const type = /^\d{4}-\d\d-\d\d$/.test(date) ? 'date' : /^\d{4}-\d\d$/.test(date) ? 'gYearMonth' : 'gYear';
  return /^\d{4}(?:-\d\d){0,2}$/.test(date) ? `"${date}"^^<${xsd}${type}>` : literal(date);
}

/** What a term says: an address, or a text with its type. */
export type Said = { readonly id: string } | { readonly value: string; readonly type?: string };

/** Reads a term. Throws where it is none of ours. */
export function termOf(term: string): Said {
  const [, id] = /^<([^<>"\s]*)>$/.exec(term) ?? [];
  if (id !== undefined) return { id };
  const [, value, type] = /^"((?:[^"\\]|\\.)*)"(?:\^\^<([^<>"\s]*)>)?$/.exec(term) ?? [];
  if (value === undefined) throw new Error(`a term is not understood: ${term.slice(0, 80)}`);
  const text = value.replace(/\\(.)/g, (_, c: string) => ({ n: '\n', r: '\r' })[c] ?? c);
  return type === undefined ? { value: text } : { value: text, type };
}

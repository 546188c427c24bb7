import type { Datatype, Param } from '../datatypes/datatype.ts';
import { findDatatype, w3cTypeNames, XSD } from '../datatypes/library.ts';
import { similar } from '../../source/scan/similar.ts';
import type { Problems } from '../syntax/problems.ts';
import { attributeOf, textOf } from '../syntax/tree.ts';
import type { SchemaElement } from '../syntax/tree.ts';
import { trimmedAttribute } from './environment.ts';
import type { Env, Raw } from './raw.ts';

const fallback = findDatatype('', 'token', []) as Datatype;

/** The types that were asked for, so that a schema that names one a hundred times makes it once. */
export type DatatypeTable = Map<string, Datatype>;

/** The type with these facets; if there is none, this is reported and `token` is used. */
export function datatypeFor(
  table: DatatypeTable,
  element: SchemaElement,
  library: string,
  type: string,
  params: readonly Param[],
  problems: Problems,
): Datatype {
  const key = JSON.stringify([library, type, ...params.map(({ name, value }) => [name, value])]);
  const known = table.get(key);
  if (known !== undefined) return known;
  const found = findDatatype(library, type, params);
  if (typeof found !== 'string') {
    table.set(key, found);
    return found;
  }
  const near =
    library === XSD && !w3cTypeNames.includes(type) ? w3cTypeNames.find((one) => similar(one, type)) : undefined;
  problems.add('schema-datatype', found, element, near === undefined ? undefined : `Did you mean “${near}”?`);
  return fallback;
}

/** `<value>` (sections 4.4, 4.5 and 6.2.8): without a type it is a token of RELAX NG's own. */
export function readValue(
  element: SchemaElement,
  env: Env,
  table: DatatypeTable,
  problems: Problems,
  documentation = '',
): Raw {
  const written = trimmedAttribute(element, 'type');
  const library = written === undefined ? '' : env.datatypeLibrary;
  const type = datatypeFor(table, element, library, written ?? 'token', [], problems);
  const literal = textOf(element);
  const namespaceOf = (prefix: string): string | undefined => (prefix === '' ? env.ns : element.namespaces.get(prefix));
  const key = type.key(literal, { namespaceOf });
  if (key === undefined) {
    problems.add('schema-datatype', `“${literal}” is not a value of the type “${type.name}”.`, element);
  }
  return { kind: 'value', type, literal, key: key ?? '', documentation };
}

/** The facets of a `<data>`. */
export function readParams(children: readonly SchemaElement[]): Param[] {
  return children
    .filter((child) => child.local === 'param')
    .map((child) => ({ name: attributeOf(child, 'name')!.trim(), value: textOf(child) }));
}

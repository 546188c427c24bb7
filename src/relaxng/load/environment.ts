import { isAddress } from '../datatypes/names.ts';
import type { Problems } from '../syntax/problems.ts';
import { attributeOf } from '../syntax/tree.ts';
import type { SchemaElement } from '../syntax/tree.ts';
import { isAbsolute, resolveAddress } from './addresses.ts';
import type { Env } from './raw.ts';

const XML = 'http://www.w3.org/XML/1998/namespace';

/** What holds inside `element`: its `ns`, `datatypeLibrary` and `xml:base` come before those around it (sections 4.3 to 4.5, 4.9). */
export function enter(element: SchemaElement, env: Env, problems: Problems): Env {
  if (element.attributes.length === 0) return env;
  const ns = attributeOf(element, 'ns');
  const library = attributeOf(element, 'datatypeLibrary');
  const base = element.attributes.find((one) => one.uri === XML && one.local === 'base')?.value;
  if (ns === undefined && library === undefined && base === undefined) return env;
  if (
    library !== undefined &&
    library !== '' &&
    !(isAbsolute(library) && isAddress(library) && /:[^#]/.test(library))
  ) {
    problems.add('schema-datatype', `“${library}” cannot be the address of a datatype library.`, element);
  }
  return {
    ...env,
    ns: ns ?? env.ns,
    datatypeLibrary: library ?? env.datatypeLibrary,
    base: base === undefined ? env.base : resolveAddress(base, env.base),
  };
}

/** Leading and trailing white space does not count in names (section 4.2). */
export const trimmed = (value: string): string => value.replace(/^[ \t\n\r]+|[ \t\n\r]+$/g, '');

/** The trimmed value of an attribute. */
export function trimmedAttribute(element: SchemaElement, local: string): string | undefined {
  const value = attributeOf(element, local);
  return value === undefined ? undefined : trimmed(value);
}

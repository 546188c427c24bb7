import { base64Binary, hexBinary } from './binary.ts';
import type { Datatype, Param, Primitive } from './datatype.ts';
import { date, dateTime, gDay, gMonth, gMonthDay, gYear, gYearMonth, time } from './dates.ts';
import { duration } from './duration.ts';
import { restrict } from './facets.ts';
import { anyURI, qName } from './names.ts';
import { boolean, decimal, double, float, integer } from './numbers.ts';
import { languageTag, name, ncName, ncNames, nmtoken, nmtokens, normalizedString, string, token } from './strings.ts';

/** The address of the W3C types. */
export const XSD = 'http://www.w3.org/2001/XMLSchema-datatypes';

// The values of a type do not matter to the table.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type AnyPrimitive = Primitive<any>;

const w3c: Readonly<Record<string, AnyPrimitive>> = {
  string,
  normalizedString,
  token,
  language: languageTag,
  Name: name,
  NCName: ncName,
  NMTOKEN: nmtoken,
  NMTOKENS: nmtokens,
  ID: ncName,
  IDREF: ncName,
  IDREFS: ncNames,
  ENTITY: ncName,
  ENTITIES: ncNames,
  QName: qName,
  NOTATION: qName,
  anyURI,
  boolean,
  decimal,
  integer: integer(),
  nonPositiveInteger: integer('', '0'),
  negativeInteger: integer('', '-1'),
  nonNegativeInteger: integer('0'),
  positiveInteger: integer('1'),
  long: integer('-9223372036854775808', '9223372036854775807'),
  int: integer('-2147483648', '2147483647'),
  short: integer('-32768', '32767'),
  byte: integer('-128', '127'),
  unsignedLong: integer('0', '18446744073709551615'),
  unsignedInt: integer('0', '4294967295'),
  unsignedShort: integer('0', '65535'),
  unsignedByte: integer('0', '255'),
  float,
  double,
  duration,
  dateTime,
  date,
  time,
  gYearMonth,
  gYear,
  gMonthDay,
  gDay,
  gMonth,
  hexBinary,
  base64Binary,
};

/** The names of all W3C types, for suggestions. */
export const w3cTypeNames: readonly string[] = Object.keys(w3c);

/** RELAX NG's own two types (specification, section 4.13 and 6.2.9): no facets. */
const own: Readonly<Record<string, AnyPrimitive>> = { string, token };

/** The type of this name with these facets; where there is none, the sentence that says why. */
export function findDatatype(library: string, type: string, params: readonly Param[]): Datatype | string {
  if (library === '') {
    const primitive = Object.hasOwn(own, type) ? own[type] : undefined;
    if (primitive === undefined)
      return `RELAX NG has no built-in type “${type}”, only “string” and “token”; is the datatype library missing?`;
    return params.length > 0
      ? 'The built-in types of RELAX NG have no facets.'
      : restrict(library, type, primitive, []);
  }
  if (library !== XSD) return `The datatype library “${library}” is not known.`;
  const primitive = Object.hasOwn(w3c, type) ? w3c[type] : undefined;
  if (primitive === undefined) return `There is no W3C type “${type}”.`;
  return restrict(library, type, primitive, params);
}

/** What a type means for ids (RELAX NG DTD Compatibility, section 5). */
export function idRole({
  library,
  name: type,
}: {
  library: string;
  name: string;
}): 'id' | 'idref' | 'idrefs' | undefined {
  if (library !== XSD) return undefined;
  return type === 'ID' ? 'id' : type === 'IDREF' ? 'idref' : type === 'IDREFS' ? 'idrefs' : undefined;
}

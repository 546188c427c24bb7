import type { Datatype } from '../datatypes/datatype.ts';
import { XSD } from '../datatypes/library.ts';
import type { Pattern } from '../engine/pattern.ts';
import type { DataNode, ValueNode } from '../grammar/nodes.ts';
import { slip } from './nearest.ts';
import { oneOf } from './words.ts';

/** What values a pattern allows, in words. */

/** The values that are given one by one. */
export function legalValues(pattern: Pattern): string[] {
  if (pattern.kind === 'value') return [(pattern.leaf as ValueNode).literal];
  if (pattern.kind === 'choice') return [...new Set(pattern.parts.flatMap(legalValues))];
  return pattern.kind === 'list' || pattern.kind === 'oneOrMore' ? legalValues(pattern.a!) : [];
}

/** The values most like the one that was written first, the others in the order of the schema. */
export function rankValues(values: readonly string[], written: string): string[] {
  const apart = (value: string): number => slip(written.trim(), value) ?? 99;
  return [...values].sort((a, b) => apart(a) - apart(b));
}

/** What a value must be: “a date such as 1962-10-26”, “one of italic, strong”. */
export function valueInWords(pattern: Pattern): string {
  const parts = [...new Set(describe(pattern))];
  return parts.length === 0 ? 'something else' : oneOf(parts, 6);
}

const valueShown = (literal: string): string => (literal === '' ? 'nothing at all' : `“${literal}”`);

function describe(pattern: Pattern): string[] {
  switch (pattern.kind) {
    case 'text':
      return ['any text'];
    case 'empty':
      return ['nothing'];
    case 'value':
      return [valueShown((pattern.leaf as ValueNode).literal)];
    case 'data':
      return [typeInWords((pattern.leaf as DataNode).type)];
    case 'list':
      return [listInWords(pattern.a!)];
    case 'choice':
      return describeChoice(pattern);
    case 'oneOrMore':
      return describe(pattern.a!);
    case 'group':
    case 'interleave':
      return [`${valueInWords(pattern.a!)}, then ${valueInWords(pattern.b!)}`];
    default:
      return [];
  }
}

const dateTypes = new Set(['date', 'gYear', 'gYearMonth', 'gMonth', 'gMonthDay', 'gDay', 'time', 'dateTime']);

function describeChoice(pattern: Pattern): string[] {
  const parts = pattern.parts.filter((one) => one.kind !== 'empty');
  const dates = parts.filter((one) => one.kind === 'data' && dateTypes.has((one.leaf as DataNode).type.name));
  if (dates.length < 3) return parts.flatMap(describe);
  const others = parts.filter((one) => !dates.includes(one)).flatMap(describe);
  return ['a date such as 1962, 1962-10 or 1962-10-26', ...others];
}

function listInWords(items: Pattern): string {
  const words = valueInWords(items.kind === 'oneOrMore' ? items.a! : items);
  return items.kind === 'oneOrMore' || items.kind === 'choice'
    ? `${words}, or several of these with spaces between`
    : words;
}

const inWords: Readonly<Record<string, string>> = {
  string: 'any text',
  normalizedString: 'any text',
  token: 'any text',
  language: 'the code of a language, such as en or de-AT',
  Name: 'a name: letters, digits, hyphens, no spaces, beginning with a letter',
  NCName: 'a name: letters, digits, hyphens, no spaces, beginning with a letter',
  NMTOKEN: 'a word of letters, digits and hyphens',
  NMTOKENS: 'words of letters, digits and hyphens',
  ID: 'an id: letters, digits, hyphens, no spaces, beginning with a letter',
  IDREF: 'the id of another element',
  IDREFS: 'ids of other elements',
  anyURI: 'an address or pointer, such as #d194 or https://…',
  QName: 'a name with its prefix',
  boolean: 'true or false',
  decimal: 'a number, such as 12 or 1.5',
  float: 'a number, such as 12 or 1.5',
  double: 'a number, such as 12 or 1.5',
  integer: 'a whole number',
  long: 'a whole number',
  int: 'a whole number',
  short: 'a whole number',
  byte: 'a whole number',
  nonNegativeInteger: 'a whole number, 0 or more',
  positiveInteger: 'a whole number, 1 or more',
  unsignedInt: 'a whole number, 0 or more',
  unsignedShort: 'a whole number, 0 or more',
  unsignedByte: 'a whole number from 0 to 255',
  nonPositiveInteger: 'a whole number up to 0',
  negativeInteger: 'a whole number below 0',
  date: 'a date such as 1962-10-26',
  dateTime: 'a date and time such as 1962-10-26T19:00:00',
  time: 'a time such as 19:00:00',
  gYear: 'a year such as 1962',
  gYearMonth: 'a month such as 1962-10',
  gMonthDay: 'a day of the year such as --10-26',
  gMonth: 'a month of the year such as --10',
  gDay: 'a day of the month such as ---26',
  duration: 'a length of time such as P2Y6M or PT1H30M',
  hexBinary: 'bytes in hexadecimal digits',
  base64Binary: 'bytes in base64',
};

/** Patterns that many schemas use, said so that one need not read them. */
const knownPatterns: readonly (readonly [RegExp, string])[] = [
  [/^\[\^\\p\{C\}\\p\{Z\}\]\+$/, 'one word without spaces'],
  [/^\[\^\\s\]\+$|^\\S\+$/, 'one word without spaces'],
  [/^\\d\+$|^\[0-9\]\+$/, 'a whole number'],
  [/^\[0-9\.,DHMPRSTWYZ\/:\+\\-\]\+$/, 'a date in the form of ISO 8601'],
];

/** What a datatype of XML Schema is called to people: “a whole number”. */
export const xsdTypeInWords = (name: string): string =>
  Object.hasOwn(inWords, name) ? inWords[name]! : `a value of the type ${name}`;

function typeInWords({ library, name, params }: Datatype): string {
  const base = library === XSD || library === '' ? (inWords[name] ?? name) : name;
  const facets = params.map(({ name: facet, value }) => facetInWords(facet, value)).filter((words) => words !== '');
  const known = params.find((one) => one.name === 'pattern' && knownPatterns.some(([form]) => form.test(one.value)));
  if (known === undefined) return facets.length === 0 ? base : `${base} (${facets.join(', ')})`;
  const words = knownPatterns.find(([form]) => form.test(known.value))![1];
  return name === 'anyURI' ? 'an address or pointer without spaces, such as #d194' : words;
}

function facetInWords(facet: string, value: string): string {
  switch (facet) {
    case 'pattern':
      return `of the form ${value}`;
    case 'length':
      return `${value} characters long`;
    case 'minLength':
      return value === '1' ? 'not empty' : `at least ${value} characters`;
    case 'maxLength':
      return `at most ${value} characters`;
    case 'minInclusive':
      return `from ${value} on`;
    case 'maxInclusive':
      return `up to ${value}`;
    case 'minExclusive':
      return `above ${value}`;
    case 'maxExclusive':
      return `below ${value}`;
    case 'totalDigits':
      return `at most ${value} digits`;
    case 'fractionDigits':
      return `at most ${value} digits after the decimal point`;
    default:
      return '';
  }
}

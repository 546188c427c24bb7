/** A value for each datatype of the schema. */
import type { Node } from '../../../scripts/schema/read-grammar.ts';

const PATTERNS: Record<string, string> = {
  '[^\\p{C}\\p{Z}]+': 'word',
  '\\S+': '#somewhere',
  '.*\\S.*': 'IV',
  '.+': ':',
  '(\\-?[\\d]+/\\-?[\\d]+)': '1/2',
  '[0-9.,DHMPRSTWYZ/:+\\-]+': '1962-10-26',
  '[\\d]+[a-z]*[\\d]*(\\.[\\d]+[a-z]*[\\d]*){0,3}': '2.1',
  '(-?[0-9]+(\\.[0-9]+)?,-?[0-9]+(\\.[0-9]+)?)': '10,20.5',
  '[\\-+]?\\d+(\\.\\d+)?(%|cm|mm|in|pt|pc|px|em|ex|ch|rem|vw|vh|vmin|vmax)': '12.5cm',
  '[\\d]+(\\.[\\d]+){0,2}': '4.9.0',
  '[a-z][a-z0-9\\+\\.\\-]*': 'frus',
};

const TYPES: Record<string, string> = {
  string: 'some words',
  token: 'some words',
  anyURI: 'https://example.org/a',
  boolean: 'true',
  Name: 'name',
  language: 'de-AT',
  date: '2006-02-28',
  dateTime: '2006-02-28T12:00:00Z',
  time: '12:00:00',
  gYear: '1962',
  gYearMonth: '1962-10',
  gMonth: '--10',
  gMonthDay: '--10-26',
  gDay: '---26',
  duration: 'PT20M',
  double: '0.5',
  decimal: '0.25',
  float: '1.5',
  nonNegativeInteger: '3',
  integer: '-1',
};

let names = 0;

/** A value that a `data` or `value` pattern allows. Names are new each time, as ids must be. */
export function valueOf(node: Node): string {
  if (node.name === 'value') return node.text;
  const type = node.attributes.type!;
  if (type === 'NCName') return `name${++names}`;
  const pattern = node.children.find((child) => child.attributes.name === 'pattern')?.text;
  const known = pattern === undefined || pattern.startsWith('(19') ? TYPES[type] : PATTERNS[pattern];
  if (known === undefined) throw new Error(`no value for ${type} ${pattern ?? ''}`);
  return known;
}

import type { Chance } from '../harness/chance.ts';

/** Damages to a citation: a field is deleted, its value mistyped, or the values of two fields swapped. */

export const recordActions = ['deleted', 'mistyped', 'swapped'] as const;

interface Field {
  readonly start: number;
  readonly end: number;
  readonly valueStart: number;
  readonly valueEnd: number;
}

/** Where the fields of a file stand, whole lines, and their values. */
const fieldPatterns: Readonly<Record<string, RegExp>> = {
  'csl-json': /^ +"[\w-]+": (?<value>"[^"\n]+"),?\n/gm,
  bibtex: /^ {2}\w+ = \{(?<value>.+)\},\n/gm,
  ris: /^(?!ER)[A-Z][A-Z0-9] {2}- (?<value>[^\r\n]+)\r\n/gm,
};

function fieldsOf(name: string, content: string): Field[] {
  return [...content.matchAll(fieldPatterns[name]!)].map((match) => {
    const { value } = match.groups as { value: string };
    const valueStart = match.index + match[0].indexOf(value, match[0].search(/[:={-] ?/));
    return { start: match.index, end: match.index + match[0].length, valueStart, valueEnd: valueStart + value.length };
  });
}

const valueOf = (content: string, { valueStart, valueEnd }: Field): string => content.slice(valueStart, valueEnd);

/** Changes one letter or digit of a value. */
function mistype(value: string, luck: Chance): string {
  const places = [...value.matchAll(/(?<!\\)[A-Za-z0-9]/g)].map(({ index }) => index);
  if (places.length === 0) return value;
  const at = luck.pick(places);
  const other = luck.pick([...'aeionrst0123456789']);
  return value.slice(0, at) + luck.pick(['', other, value[at]! + value[at]!]) + value.slice(at + 1);
}

/** A damaged citation; undefined where the accident changed nothing. */
export function damageRecord(
  name: string,
  content: string,
  action: (typeof recordActions)[number],
  luck: Chance,
): string | undefined {
  const fields = fieldsOf(name, content);
  const [one, other] = [luck.pick(fields), luck.pick(fields)].sort((a, b) => a.start - b.start) as [Field, Field];
  const [a, b] = [valueOf(content, one), valueOf(content, other)];
  const put = (field: Field, value: string): string =>
    content.slice(0, field.valueStart) + value + content.slice(field.valueEnd);
  if (action === 'deleted') {
    const left = content.slice(0, one.start) + content.slice(one.end);
    return name === 'csl-json' ? left.replace(/,(\n *[}\]])/g, '$1') : left;
  }
  if (action === 'mistyped') {
    const value = mistype(a, luck);
    return value === a ? undefined : put(one, value);
  }
  if (a === b) return undefined;
  return (
    content.slice(0, one.valueStart) +
    b +
    content.slice(one.valueEnd, other.valueStart) +
    a +
    content.slice(other.valueEnd)
  );
}

import type { Rule } from '../../src/model/tei/rule.ts';

/** Mistakes in one row of the table of elements. */
export interface TableMutant {
  readonly what: string;
  readonly rule: Rule;
}

export const kindsTried = [
  'span', 'block', 'section', 'list', 'item', 'heading', 'line', 'cell', 'link', 'image', 'note', 'contents', 'nothing', 'words',
] as const; // prettier-ignore

const roled: ReadonlySet<string> = new Set(['section', 'block', 'list', 'span']);
const inLine: ReadonlySet<string> = new Set(['span', 'words']);
/** Kinds of which nobody asks what they hold. */
const holdNothing: ReadonlySet<string> = new Set(['nothing', 'page-break', 'line-break', 'image', 'note', 'mark']);
/** Kinds that hold blocks without saying so. */
const holdBlocks: ReadonlySet<string> = new Set(['section', 'list', 'table', 'row', 'figure', 'speech']);

function heldInstead({ becomes, point }: Rule): Rule['holds'][] {
  if (holdNothing.has(becomes) || point === 'space') return [];
  return holdBlocks.has(becomes) ? ['lines', 'facts'] : [undefined, 'blocks', 'lines', 'facts', 'sides'];
}

/** Each field with each other value, where the field is read for this kind of node. */
export function tableMutants(rule: Rule): TableMutant[] {
  const { becomes, point } = rule;
  const mutants: TableMutant[] = [];
  const change = <Field extends keyof Rule>(field: Field, value: Rule[Field]): void => {
    if (rule[field] === value) return;
    const what = `${field} ${rule[field] ?? 'nothing'} → ${value ?? 'nothing'}`;
    mutants.push({ what, rule: { ...rule, [field]: value } });
  };
  for (const kind of kindsTried) change('becomes', kind);
  const hasRole = rule.names === undefined && rule.status === undefined;
  if (rule.status !== undefined) for (const is of [undefined, 'surplus', 'unclear'] as const) change('status', is);
  if (roled.has(becomes) && hasRole) for (const role of [undefined, 'other']) change('role', role);
  if (becomes === 'span' && point === undefined && rule.status === undefined)
    for (const of of [undefined, 'person', 'place'] as const) change('names', of);
  if (inLine.has(becomes) && point === undefined) change('points', rule.points === true ? undefined : true);
  for (const held of heldInstead(rule)) change('holds', held);
  if (inLine.has(becomes)) for (const one of [undefined, 'place', 'space'] as const) change('point', one);
  return mutants;
}

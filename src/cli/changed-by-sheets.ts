import type { ChangeCounts } from '../model/sheet-changes.ts';
import { count } from './count.ts';

/** What stylesheets of an edition changed: `The edition’s own stylesheets changed 12 looks and 3 roles in 2 documents`. Empty: there are none. */
export function changedInWords(counts: ChangeCounts | undefined): string {
  if (counts === undefined) return '';
  const { units, blocks, looks, roles } = counts;
  const all = [
    ...(looks === 0 ? [] : [count(looks, 'look')]),
    ...(roles === 0 ? [] : [count(roles, 'word role')]),
    ...(blocks === 0 ? [] : [count(blocks, 'block role')]),
  ];
  if (all.length === 0) return 'The edition’s own stylesheets changed nothing that the source says';
  const named = all.length === 1 ? all[0]! : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
  return `The edition’s own stylesheets changed ${named}, in ${count(units, 'unit')}`;
}

import type { Pattern } from './pattern.ts';
import { choice } from './table.ts';
import type { PatternTable } from './table.ts';

/** What is left when the innermost open element closes: the rests of those ways whose content is complete. */
export function close(table: PatternTable, pattern: Pattern): Pattern {
  return (pattern.afterClose ??= rests(table, pattern, (content) => content.nullable));
}

/** What follows the open element, complete or not. */
export const closeAnyway = (table: PatternTable, pattern: Pattern): Pattern => rests(table, pattern, () => true);

function rests(table: PatternTable, pattern: Pattern, counts: (content: Pattern) => boolean): Pattern {
  if (pattern.kind === 'after') return counts(pattern.a!) ? pattern.b! : table.notAllowed;
  if (pattern.kind !== 'choice') return table.notAllowed;
  return choice(
    table,
    pattern.parts.map((one) => rests(table, one, counts)),
  );
}

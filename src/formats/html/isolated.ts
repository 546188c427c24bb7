import { type Direction, directionBetween, lettersOf } from '../../model/direction.ts';

/**
 * Words of one direction in a line of the other: in a `bdi` they keep their order, and the line keeps its own. The direction is that of the line unless
 * the first of their letters and most of them are of the other, so that words of ours before a name do not change places with it.
 */
export function isolated(html: string, text: string, line: Direction): string {
  const own = directionBetween(line, lettersOf(text)) ?? line;
  return own === line ? html : `<bdi dir="${own}">${html}</bdi>`;
}

import { type Direction, directionOfText } from '../../model/direction.ts';

/**
 * Words of one direction in a line of the other: in a `bdi` they keep their order, and the line keeps its own. Words of the line’s direction, and those
 * without letters, are as they are.
 */
export function isolated(html: string, text: string, line: Direction): string {
  const own = directionOfText(text) ?? line;
  return own === line ? html : `<bdi dir="${own}">${html}</bdi>`;
}

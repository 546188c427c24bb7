import type { SourceText } from '../source/text.ts';
import type { RuleRun, Told } from './rule.ts';
import type { Places } from './tally.ts';

/** One finding for a thing that is at several places: at the first, with the next ones next to it. */
export function reportPlaces({ report }: RuleRun, source: SourceText, { first }: Places, told: Told): void {
  const [[start, end], ...others] = first as [[number, number], ...[number, number][]];
  const related = others.map(([from, to]) => ({ message: 'Here as well.', span: source.span(from, to) }));
  report(source, start, end, { ...told, related });
}

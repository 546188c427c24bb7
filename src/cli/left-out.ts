import { count } from './count.ts';

/** At most so many rows are named; all are in the manifest and the proof. */
const mostNamed = 8;

/** The words that an edition’s own table leaves out: ``12 words left out by the edition’s own table: `note[@type='internal']` (12)``. Empty: none. */
export function leftOutInWords(leftOut: Readonly<Record<string, number>> = {}): string {
  const rows = Object.entries(leftOut);
  if (rows.length === 0) return '';
  const sum = rows.reduce((all, [, words]) => all + words, 0);
  const named = rows.slice(0, mostNamed).map(([row, words]) => `\`${row}\` (${words})`);
  const more = rows.length > mostNamed ? ` and ${rows.length - mostNamed} more` : '';
  return `${count(sum, 'word')} left out by the edition’s own table: ${named.join(', ')}${more}`;
}

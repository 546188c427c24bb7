import { citationDate, yearInWords } from '../model/citation/date.ts';
import type { Neighbour } from '../model/edition.ts';
import type { VolumeFacts } from '../model/facts.ts';
import { seriesOf } from './series.ts';

/** `Document 194`, or the title where a unit has no number. */
export const shortName = ({ facts }: Neighbour): string =>
  facts.number === undefined ? facts.title : `Document ${facts.number}`;

/** `194. Memorandum From …`. */
export const fullName = ({ facts }: Neighbour): string =>
  facts.number === undefined ? facts.title : `${facts.number}. ${facts.title}`;

/** `Page 590`, `Pages 590–595`; undefined where the source has no pages. */
export function pagesInWords(pages: readonly string[]): string | undefined {
  const first = pages[0];
  const last = pages[pages.length - 1];
  if (first === undefined || last === undefined) return undefined;
  return first === last ? `Page ${first}` : `Pages ${first}–${last}`;
}

/** The two lines that name a volume: the series with its part, and the volume itself. */
export function volumeLines(volume: VolumeFacts): { series?: string; volume: string } {
  const series = seriesOf(volume);
  const own = [volume.volumeLabel, volume.volumeTitle].filter((part) => part !== undefined).join(', ');
  return series === '' || own === '' ? { volume: volume.title } : { series, volume: own };
}

/** `Edited by Erin R. Mahan and …`. */
export function editorsInWords({ editors }: VolumeFacts): string | undefined {
  const names = editors.filter(({ others }) => !others).map((editor) => editor.literal);
  if (names.length === 0) return undefined;
  if (names.length < editors.length) return `Edited by ${names.join(', ')} et al.`;
  const last = names[names.length - 1]!;
  return `Edited by ${names.length === 1 ? last : `${names.slice(0, -1).join(', ')} and ${last}`}`;
}

/** `Washington: Government Printing Office, 2006`, as far as it is known. */
export function imprint({ place, publisher, published }: VolumeFacts): string | undefined {
  const year = yearInWords(citationDate(published));
  const house = [place, publisher].filter((part) => part !== undefined).join(': ');
  const line = [house, year].filter((part) => part !== undefined && part !== '').join(', ');
  return line === '' ? undefined : line;
}

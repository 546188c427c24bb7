import { expectedDate, expectedEdtf } from '../../../model/citation/expected-date.ts';
import { commonVolume, volumesOf } from '../../../model/common-volume.ts';
import type { Edition, UnitInfo } from '../../../model/edition.ts';
import type { VolumeFacts } from '../../../model/facts.ts';
import type { Book } from '../../format.ts';
import { editorsInWords, imprint } from '../../unit-names.ts';

/** What a printed book must say of itself, computed for the proof, apart from what sets it. */
export interface ExpectedFacts {
  readonly title: string;
  readonly authors: readonly string[];
  /** `2006-12-31`: the day that the file says it was made. */
  readonly day: string;
  /** Lines of the title page, where the text has none of its own. */
  readonly titlePage: readonly string[];
  /** Lines of the page behind it. */
  readonly imprint: readonly string[];
  /** The unit with which the pages in Arabic numbers begin. */
  readonly firstOfText: string | undefined;
}

/** What the settings say of the edition. */
export interface Around {
  readonly citation?: string | undefined;
  readonly version?: string | undefined;
  readonly date?: string | undefined;
  readonly generator: { readonly name: string; readonly version: string };
}

const joined = (parts: readonly (string | undefined)[], between: string): string =>
  parts.filter((part) => part !== undefined && part !== '').join(between);

/** The series and the volume on lines of their own, where both are known; else one title. */
function titlesOf(book: Book, whole: string): { series: string; title: string } {
  const { volume } = book;
  if (volume?.title !== whole) return { series: '', title: whole };
  const series = joined([volume.series, volume.subseries], ', ');
  const own = joined([volume.volumeLabel, volume.volumeTitle], ', ');
  return series !== '' && own !== '' ? { series, title: own } : { series: '', title: whole };
}

const isDay = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/;

function dayOf(date: string | undefined, volume: VolumeFacts | undefined): string {
  const published = expectedEdtf(expectedDate(volume?.published));
  const [, year, month = '01', day = '01'] = isDay.exec(date ?? published ?? '') ?? [];
  const isReal = Number(month) > 0 && Number(month) <= 12 && Number(day) > 0 && Number(day) <= 31;
  return year !== undefined && isReal ? `${year}-${month}-${day}` : '1970-01-01';
}

/** The first document, or the outermost section that begins with it. */
function beginning(units: readonly UnitInfo[]): string | undefined {
  let at = units.findIndex(({ facts }) => facts.kind === 'document');
  for (; at > 0; at--) {
    const [before, unit] = [units[at - 1]!, units[at]!];
    if (before.facts.kind !== 'section' || before.depth >= unit.depth) break;
  }
  return units[Math.max(at, 0)]?.facts.id;
}

const isLine = (line: string | undefined): line is string => line !== undefined && line !== '';

export function expectedFacts(book: Book, edition: Edition, around: Around): ExpectedFacts {
  const volume = book.volume ?? commonVolume(volumesOf(book.units));
  const isOnly = book.units.length === edition.units.length;
  const own = book.volume?.title ?? '';
  const whole = (isOnly && edition.title !== '' ? edition.title : own) || edition.title || 'Documents';
  const { series, title } = titlesOf(book, whole);
  const authors = (volume?.authors ?? []).flatMap(({ others, literal }) => (others === true ? [] : [literal]));
  const licence = edition.licence ?? book.units[0]?.volume.licence;
  const house = volume && imprint(volume);
  const titlePage = [series, title, joined([authors.join(', '), volume && editorsInWords(volume)], '. '), house];
  const behind = [
    house,
    isOnly && around.citation !== undefined ? `How to cite: ${around.citation}` : '',
    joined([licence?.text, licence?.url], ' '),
    joined([around.version && `Version ${around.version}`, around.date], ', '),
  ];
  return {
    title,
    authors,
    day: dayOf(around.date, volume),
    titlePage: titlePage.filter(isLine),
    imprint: behind.filter(isLine),
    firstOfText: beginning(book.units),
  };
}

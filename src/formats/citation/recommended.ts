import type { CitationField } from '../../config/citation-fields.ts';
import { commonVolume, volumesOf } from '../../model/common-volume.ts';
import type { Edition, EditionContext, UnitInfo } from '../../model/edition.ts';
import { yearInWords } from '../../model/citation/date.ts';
import { unitItem } from '../../model/citation/item.ts';
import { type CitationName, isOthers, personCitationName, runningName } from '../../model/citation/name.ts';
import type { CitationItem } from '../../model/citation/record.ts';
import type { Filled } from './template.ts';
import { fillTemplate } from './template.ts';
import { typographic } from '../../model/citation/typography.ts';

export interface RecommendedOptions {
  /** Publisher as the header has it → as it is cited. */
  readonly publishers?: Readonly<Record<string, string>>;
  /** A template of one's own for all units, in the language of `template.ts`. */
  readonly template?: string;
}

/** No style prints the form that the archives ask for, so the forms are ours. */
const templates = {
  /** As history.state.gov/historicaldocuments/citing-frus asks for: document numbers, not pages. */
  series:
    '_{series}_[, {subseries}][, {volumeLabel}][, {volumeTitle}][, {editors}][, {translators}][ ([{place}: ]{publisher}[, {year}])], {locator}.',
  part: '[{authors}, ]“{title},” in _{container}_[, {editors}][, {translators}][ ([{place}: ]{publisher}[, {year}])][, {url}].',
  whole: '[{authors}, ]_{title}_[, {editors}][, {translators}][ ([{place}: ]{publisher}[, {year}])].',
} as const;

const publishersInShort: Readonly<Record<string, string>> = {
  'United States Government Printing Office': 'Government Printing Office',
  'U.S. Government Printing Office': 'Government Printing Office',
};

/** `A`, `A and B`, `A, B, and C`, `A et al.` */
function enumeration(names: readonly CitationName[]): string {
  const all = names.filter((name) => !isOthers(name)).map(runningName);
  if (all.length < names.length) return `${all.join(', ')} et al.`.trimStart();
  if (all.length < 3) return all.join(' and ');
  return `${all.slice(0, -1).join(', ')}, and ${all.at(-1)}`;
}

function editorsOf({ editors }: CitationItem): string {
  return editors.length === 0 ? '' : `${editors.length === 1 ? 'ed.' : 'eds.'} ${enumeration(editors)}`;
}

function fieldsOf(item: CitationItem, unit: UnitInfo, options: RecommendedOptions): Record<CitationField, string> {
  const { volume } = unit;
  const short = { ...publishersInShort, ...options.publishers };
  const publisher = volume.publisher ?? '';
  return {
    authors: enumeration(item.authors),
    title: item.title,
    container: item.containerTitle ?? '',
    series: typographic(volume.series ?? ''),
    subseries: typographic(volume.subseries ?? ''),
    volumeLabel: typographic(volume.volumeLabel ?? ''),
    volumeTitle: typographic(volume.volumeTitle ?? ''),
    editors: editorsOf(item),
    translators: item.translators.length === 0 ? '' : `trans. ${enumeration(item.translators)}`,
    place: item.place ?? '',
    publisher: typographic(Object.hasOwn(short, publisher) ? short[publisher]! : publisher),
    year: yearInWords(item.date) ?? '',
    number: item.number ?? '',
    locator: item.number === undefined ? item.title : `Document ${item.number}`,
    pages: [item.firstPage, item.lastPage].filter(Boolean).join('–'),
    url: item.url ?? '',
  };
}

function templateFor(item: CitationItem, unit: UnitInfo): string {
  if (item.containerTitle === undefined) return templates.whole;
  return item.series !== undefined && unit.volume.volumeTitle !== undefined ? templates.series : templates.part;
}

/** How a unit should be cited, in one sentence: as plain text and as HTML (series and titles in `<i>`). */
export function recommendedCitation(unit: UnitInfo, edition: EditionContext, options: RecommendedOptions = {}): Filled {
  const item = unitItem(unit, edition);
  return fillTemplate(options.template ?? templateFor(item, unit), fieldsOf(item, unit, options));
}

/** How the volume or edition as a whole should be cited: the same form without a place in it. Several texts without a title are not cited as a whole. */
export function recommendedWhole({ units, ...edition }: Edition, options: RecommendedOptions = {}): Filled | undefined {
  const volumes = volumesOf(units);
  const volume = commonVolume(volumes);
  if (volume === undefined || edition.title === '') return undefined;
  const unit = volumes.length === 1 ? units[0]! : { ...units[0]!, volume };
  const fields = fieldsOf(unitItem(unit, edition), unit, options);
  const series = volume.series !== undefined && volume.volumeTitle !== undefined;
  const authors = enumeration(volume.authors.map(personCitationName));
  const title = typographic(series ? volume.title : edition.title);
  return fillTemplate(series ? templates.series.replace(', {locator}', '') : templates.whole, {
    ...fields,
    authors,
    title,
  });
}

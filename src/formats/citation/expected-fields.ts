import type { EditionContext, UnitInfo } from '../../model/edition.ts';
import { expectedDate, expectedEdtf } from '../../model/citation/expected-date.ts';
import type { DateFact, PublicationDate } from '../../model/facts.ts';
import { langid, languageTag } from '../../model/citation/language.ts';
import type { RecordFields } from '../format.ts';
import { dateInBibtex, dateInCsl, dateInRis, originalInBibtex } from './expected-dates.ts';
import { type Cited, cited, copyOf, hostOf, isInSeries, printOf, printed, titleOf, uniqueOf } from './expected-kind.ts';
import { agentField, personField, printedText } from './expected-names.ts';
import type { FieldName } from './fields.ts';

/**
 * What a citation must say: each field and the fact that it comes from. The proof compares what was written with this table, so it shares nothing
 * with the writers but the facts and the names of languages.
 */

const join = (names: readonly string[]): string => names.join('; ');

function idOf({ unit: { facts, volume } }: Cited): string {
  const isOwn = facts.id === volume.id || facts.id.startsWith(`${volume.id}.`);
  return [...(isOwn ? facts.id : `${volume.id}-${facts.id}`)]
    .map((c) => (/[\w.-]/.test(c) ? c : `+${c.codePointAt(0)!.toString(16)}+`))
    .join('');
}

const isPage = (label: string): boolean => /^[\dA-Za-z.*]+$/.test(label);

function pagesOf(of: Cited): string | undefined {
  const { facts } = of.unit;
  const printedPages = of.isWhole ? (hostOf(of)?.pages ?? '').split(/ ?[-–—] ?/).slice(0, 2) : undefined;
  const labels = printedPages ?? [facts.pages[0] ?? '', facts.pages[facts.pages.length - 1] ?? ''];
  const ends = [...new Set(labels)];
  return ends.every(isPage) ? ends.join('-') : undefined;
}

/** The date of a printed original that is not that of the edition. */
function originalDate(of: Cited): PublicationDate | undefined {
  const { date } = printOf(of) ?? {};
  const [own, published] = [date, of.unit.volume.published].map((one) => expectedEdtf(expectedDate(one)));
  return own === undefined || own === published ? undefined : date;
}

/** A date, or the ends of an interval. */
export function dateField(date: DateFact | undefined): string | undefined {
  if (date?.when !== undefined) return date.when;
  const begin = date?.from ?? date?.notBefore ?? '';
  const end = date?.to ?? date?.notAfter ?? '';
  return begin === '' && end === '' ? undefined : `${begin || '..'}/${end || '..'}`;
}

/** An address with nothing in it that ends a value of BibTeX. */
const safeAddress = (address: string): string =>
  [...address].map((c) => ('{}\\'.includes(c) || /\s/.test(c) ? encodeURIComponent(c) : c)).join('');

function addressOf({ unit: { facts, volume }, edition: { baseUrl }, isWhole }: Cited): string | undefined {
  if (baseUrl === undefined) return isWhole && volume.url !== undefined ? safeAddress(volume.url) : undefined;
  const name = encodeURIComponent(facts.id);
  const [before, ...behind] = baseUrl.split('{id}');
  return safeAddress(
    behind.length === 0 ? `${baseUrl}/documents/${name}.html` : `${before}${name}${behind.join('{id}')}`,
  );
}

const seriesOf = ({ unit: { volume } }: Cited): string | undefined =>
  [volume.series, volume.series && volume.subseries].filter(Boolean).join(', ');

const numberOf = ({ unit: { facts } }: Cited): string | undefined => printed(facts.number);

const only = (pattern: RegExp, text: string | undefined): string | undefined =>
  text !== undefined && pattern.test(text) ? text : undefined;

const languageOf = ({ unit: { facts, volume }, edition }: Cited): string | undefined =>
  languageTag(facts.language ?? volume.language ?? edition.language);

const agents = (of: Cited, role: 'senders' | 'recipients'): string =>
  join(of.unit.facts[role].map((agent) => agentField(agent, of.unit, of.edition)));

const issnOf = ({ unit, type }: Cited): string | undefined =>
  type === 'article-journal' ? unit.volume.issn : undefined;

const table: Readonly<Record<FieldName, (of: Cited) => string | undefined>> = {
  id: idOf,
  type: ({ type }) => type,
  title: ({ unit, isWhole }) => {
    const title = titleOf(unit, isWhole);
    const { title: main, subtitle = '' } = unit.volume;
    if (!isWhole || subtitle === '' || printedText(main) !== title) return title;
    const separator = '.:;?!…'.includes(title.slice(-1)) ? ' ' : ': ';
    return title + separator + printedText(subtitle);
  },
  author: (of) => agents(of, 'senders') || join(of.unit.volume.authors.map(personField)),
  editor: ({ unit }) => join(unit.volume.editors.map(personField)),
  translator: ({ unit }) => join((unit.volume.translators ?? []).map(personField)),
  'custom general-editor': ({ unit }) => join(unit.volume.generalEditors.map(personField)),
  'container-title': ({ container }) => container,
  'collection-title': (of) => (isInSeries(of) ? printed(seriesOf(of)) : undefined),
  volume: (of) => (isInSeries(of) ? only(/^\d+$/, of.unit.volume.volume) : printed(hostOf(of)?.volume)),
  issue: (of) => printed(hostOf(of)?.issue),
  'chapter-number': numberOf,
  page: pagesOf,
  publisher: ({ unit }) => printed(unit.volume.publisher),
  'publisher-place': ({ unit }) => printed(unit.volume.place),
  'CSL issued': ({ unit }) => dateInCsl(unit.volume.published),
  'CSL original-date': (of) => dateInCsl(originalDate(of)),
  'BibLaTeX date': ({ unit }) => dateInBibtex(unit.volume.published),
  'BibLaTeX origdate': (of) => originalInBibtex(originalDate(of)),
  'RIS date': ({ unit }) => dateInRis(unit.volume.published),
  'original-title': (of) => {
    const title = printed(printOf(of)?.title);
    const [own, cited] = [title ?? '', titleOf(of.unit, of.isWhole)].map((text) => [...text]);
    for (const letters of [own!, cited!]) while (' .,:;/'.includes(letters.at(-1) ?? '-')) letters.pop();
    return own!.join('') === cited!.join('') ? undefined : title;
  },
  'original-publisher': (of) => printed(printOf(of)?.publisher),
  'original-publisher-place': (of) => printed(printOf(of)?.place),
  archive: (of) => printed(uniqueOf(of)?.archive),
  'archive-place': (of) => printed(uniqueOf(of)?.archivePlace),
  archive_location: (of) => printed(uniqueOf(of)?.shelfmark),
  library: (of) => {
    const { archivePlace, archive, shelfmark } = uniqueOf(of) ?? {};
    return [archivePlace, archive, shelfmark].filter(Boolean).map((one) => printedText(one!)).join(', '); // prettier-ignore
  },
  'RIS archive': (of) => {
    const { archivePlace, archive } = uniqueOf(of) ?? {};
    return [archivePlace, archive].filter(Boolean).map((one) => printedText(one!)).join(', '); // prettier-ignore
  },
  'RIS number': (of) => issnOf(of) ?? of.unit.volume.isbn,
  'RIS general editor': ({ unit, type }) =>
    ['article-journal', 'personal_communication', 'manuscript', 'hearing'].includes(type)
      ? undefined
      : join(unit.volume.generalEditors.map(personField)),
  'RIS recipient': (of) => (of.type === 'personal_communication' ? agents(of, 'recipients') : undefined),
  ISBN: ({ unit }) => unit.volume.isbn,
  ISSN: issnOf,
  DOI: ({ unit, isWhole }) => (isWhole && unit.volume.doi !== undefined ? safeAddress(unit.volume.doi) : undefined),
  URL: addressOf,
  language: languageOf,
  langid: (of) => {
    const language = languageOf(of);
    return language === undefined || language === '' ? undefined : langid(language);
  },
  note: (of) => (numberOf(of) ? `Document ${numberOf(of)}` : undefined),
  'custom recipient': (of) => agents(of, 'recipients'),
  'custom document-date': ({ unit }) => dateField(unit.facts.date),
  'custom document-date-printed': ({ unit: { facts } }) =>
    only(/./su, facts.date?.text) && (facts.date?.text === dateField(facts.date) ? undefined : facts.date?.text),
  'custom document-place': ({ unit }) => unit.facts.place,
  'custom source': ({ unit }) => unit.facts.source,
  'custom volume-label': ({ unit }) => unit.volume.volumeLabel,
  'custom rights': ({ unit }) => unit.volume.licence?.url,
  'custom archive': (of) => printed(copyOf(of)?.archive),
  'custom archive-place': (of) => printed(copyOf(of)?.archivePlace),
  'custom shelfmark': (of) => printed(copyOf(of)?.shelfmark),
};

/** The fields that every citation format carries. */
const shared: readonly FieldName[] = [
  ...([
    'id',
    'type',
    'title',
    'author',
    'editor',
    'container-title',
    'collection-title',
    'volume',
    'chapter-number',
  ] as const),
  ...(['translator', 'issue', 'page', 'publisher', 'publisher-place', 'ISBN', 'DOI', 'URL', 'language'] as const),
];

/** What a citation of a unit may say, in any format. */
const allFields = (of: Cited): RecordFields =>
  Object.fromEntries(
    Object.entries(table)
      .map(([name, field]) => [name, field(of)] as const)
      .filter((field): field is [FieldName, string] => Boolean(field[1])),
  );

/** Each format asks twice for each unit. */
const found = new WeakMap<EditionContext, WeakMap<UnitInfo['facts'], RecordFields>>();

/** The fields that a citation of a unit must have, from its facts: those that all formats carry, and these. */
export function expectedFields(unit: UnitInfo, edition: EditionContext, more: readonly FieldName[]): RecordFields {
  const ofEdition = found.get(edition) ?? new WeakMap<UnitInfo['facts'], RecordFields>();
  found.set(edition, ofEdition);
  const fields = ofEdition.get(unit.facts) ?? allFields(cited(unit, edition));
  ofEdition.set(unit.facts, fields);
  const wanted: Record<string, string> = {};
  for (const names of [shared, more])
    for (const name of names) if (fields[name] !== undefined) wanted[name] = fields[name];
  return wanted;
}

/** Roles for whose people RIS has no tag in these types. */
const unsaid: Readonly<Record<string, readonly FieldName[]>> = {
  personal_communication: ['editor', 'translator', 'collection-title'],
  manuscript: ['translator'],
  hearing: ['editor', 'translator'],
};

/** What RIS must have: an ISSN and an ISBN have one tag there, and some types lack a tag for a role. */
export function expectedRis(unit: UnitInfo, edition: EditionContext): RecordFields {
  const more = [
    'RIS date',
    'RIS archive',
    'RIS number',
    'RIS general editor',
    'RIS recipient',
    'archive_location',
  ] as const;
  const { ISBN: _, ...fields } = expectedFields(unit, edition, more);
  const left = unsaid[fields['type']!] ?? [];
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !left.includes(name as FieldName)));
}

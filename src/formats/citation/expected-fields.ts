import type { EditionContext, UnitInfo } from '../../model/edition.ts';
import type { DateFact } from '../../model/facts.ts';
import { langid, languageTag } from '../../model/citation/language.ts';
import type { RecordFields } from '../format.ts';
import { agentField, personField, printedText } from './expected-names.ts';
import type { FieldName } from './fields.ts';

/**
 * What a citation must say: each field and the fact that it comes from. The proof compares what was written with this table, so it shares nothing
 * with the writers but the facts and the names of languages.
 */

interface Cited {
  readonly unit: UnitInfo;
  readonly edition: EditionContext;
  /** It is all that its header describes. */
  readonly isWhole: boolean;
  /** What it is cited as a part of. */
  readonly container: string | undefined;
}

const printed = (text: string | undefined): string | undefined => (text === undefined ? undefined : printedText(text));

const join = (names: readonly string[]): string => names.join('; ');

function titleOf(unit: UnitInfo, isWhole: boolean): string {
  const { facts, volume } = unit;
  const none = facts.kind === 'section' ? '[Section without a heading]' : '[Document without a heading]';
  const titles = isWhole ? [facts.title, volume.volumeTitle, volume.title] : [facts.title, none];
  return printedText(titles.find((title) => title !== undefined && title !== '') ?? '');
}

/** A document of a volume is in the volume, a letter that is a file of its own in its series or edition. */
function containerOf(unit: UnitInfo, edition: EditionContext, isWhole: boolean): string | undefined {
  const { facts, volume } = unit;
  if (!isWhole) return printedText(volume.volumeTitle ?? volume.title);
  if (facts.senders.length + facts.recipients.length === 0) return undefined;
  const container = printedText(volume.series ?? edition.title);
  return container === titleOf(unit, isWhole) ? undefined : container;
}

function cited(unit: UnitInfo, edition: EditionContext): Cited {
  const { xmlId, xpath } = unit.source;
  const isText = xpath?.replace(/\[\d+\]/g, '').endsWith('/TEI/text') ?? true;
  const isWhole = xmlId === undefined && isText;
  return { unit, edition, isWhole, container: containerOf(unit, edition, isWhole) };
}

/** Whether a unit is cited with the series of its volume: all but letters of an edition of letters. */
const isInSeries = ({ isWhole, container }: Cited): boolean => !isWhole || container === undefined;

function idOf({ unit: { facts, volume } }: Cited): string {
  const isOwn = facts.id === volume.id || facts.id.startsWith(`${volume.id}.`);
  return [...(isOwn ? facts.id : `${volume.id}-${facts.id}`)]
    .map((c) => (/[\w.-]/.test(c) ? c : `+${c.codePointAt(0)!.toString(16)}+`))
    .join('');
}

function pagesOf({ unit: { facts }, isWhole }: Cited): string | undefined {
  const ends = [...new Set([facts.pages[0] ?? '', facts.pages[facts.pages.length - 1] ?? ''])];
  return !isWhole && ends.every((label) => /^[\dA-Za-z.*]+$/.test(label)) ? ends.join('-') : undefined;
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

function addressOf({ unit: { facts }, edition: { baseUrl } }: Cited): string | undefined {
  if (baseUrl === undefined) return undefined;
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

const table: Readonly<Record<FieldName, (of: Cited) => string | undefined>> = {
  id: idOf,
  type: ({ container }) => (container === undefined ? 'book' : 'chapter'),
  title: ({ unit, isWhole }) => titleOf(unit, isWhole),
  author: (of) => agents(of, 'senders') || join(of.unit.volume.authors.map(personField)),
  editor: ({ unit }) => join(unit.volume.editors.map(personField)),
  'general-editor': ({ unit }) => join(unit.volume.generalEditors.map(personField)),
  'container-title': ({ container }) => container,
  'collection-title': (of) => (isInSeries(of) ? printed(seriesOf(of)) : undefined),
  volume: (of) => (isInSeries(of) ? only(/^\d+$/, of.unit.volume.volume) : undefined),
  'chapter-number': numberOf,
  page: pagesOf,
  publisher: ({ unit }) => printed(unit.volume.publisher),
  'publisher-place': ({ unit }) => printed(unit.volume.place),
  issued: ({ unit }) => only(/^\d{4}$/, unit.volume.year),
  ISBN: ({ unit }) => unit.volume.isbn,
  DOI: ({ unit, isWhole }) => (isWhole && unit.volume.doi !== undefined ? safeAddress(unit.volume.doi) : undefined),
  URL: addressOf,
  language: languageOf,
  langid: (of) => {
    const language = languageOf(of);
    return language === undefined || language === '' ? undefined : langid(language);
  },
  note: (of) => (numberOf(of) ? `Document ${numberOf(of)}` : undefined),
  recipient: (of) => agents(of, 'recipients'),
  'document-date': ({ unit }) => dateField(unit.facts.date),
  'document-date-printed': ({ unit: { facts } }) =>
    only(/./su, facts.date?.text) && (facts.date?.text === dateField(facts.date) ? undefined : facts.date?.text),
  'document-place': ({ unit }) => unit.facts.place,
  source: ({ unit }) => unit.facts.source,
  'volume-label': ({ unit }) => unit.volume.volumeLabel,
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
  ...(['page', 'publisher', 'publisher-place', 'issued', 'ISBN', 'DOI', 'URL', 'language'] as const),
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

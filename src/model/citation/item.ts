import { publicAddress } from '../public-address.ts';
import type { EditionContext, UnitInfo } from '../edition.ts';
import type { DateFact, VolumeFacts } from '../facts.ts';
import type { CitationName } from './name.ts';
import { agentCitationName, personCitationName } from './name.ts';
import { languageTag } from './language.ts';
import { typographic } from './typography.ts';

/**
 * What is cited: the one record from which CSL-JSON, BibTeX and RIS are written. It is the *edition* that is cited (the printed or published
 * text), never the original in an archive: mixing the two ruins every rendering. What the three formats cannot say of
 * the original is kept next to.
 */
export interface CitationItem {
  /** Unique in the edition; the BibTeX key as well: ASCII letters, digits, `.`, `_`, `+` and `-`. */
  readonly id: string;
  /** A part of something larger (a document of a volume, a letter of an edition), or a whole (a volume, a novel, a play). */
  readonly type: 'chapter' | 'book';
  readonly title: string;
  readonly authors: readonly CitationName[];
  readonly editors: readonly CitationName[];
  readonly generalEditors: readonly CitationName[];
  readonly containerTitle?: string;
  readonly series?: string;
  /** In arabic digits: `XII` is not a number to any program. */
  readonly volume?: string;
  /** Number of the document in its volume. */
  readonly number?: string;
  readonly firstPage?: string;
  readonly lastPage?: string;
  readonly publisher?: string;
  readonly place?: string;
  readonly year?: string;
  readonly isbn?: string;
  readonly doi?: string;
  readonly url?: string;
  readonly language?: string;
  /** Of the original, and of the volume as it is printed: for CSL-JSON's `custom`. */
  readonly beside: {
    readonly recipients: readonly CitationName[];
    readonly date?: string;
    readonly printedDate?: string;
    readonly place?: string;
    readonly source?: string;
    readonly volumeLabel?: string;
  };
}

/** An object without its undefined and empty properties. */
export function known<T extends object>(record: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined && value !== '')) as T;
}

const printed = (text: string | undefined): string | undefined => (text === undefined ? undefined : typographic(text));

/** The characters that no reader of BibTeX trips over; any other is written as its number. */
const safe = (id: string): string => id.replace(/[^A-Za-z0-9._-]/gu, (c) => `+${c.codePointAt(0)!.toString(16)}+`);

function itemId(unit: UnitInfo): string {
  const { id } = unit.facts;
  const volume = unit.volume.id;
  return safe(id === volume || id.startsWith(`${volume}.`) ? id : `${volume}-${id}`);
}

/** A date in W3C form, an interval with `/`; undefined where the source gives none. */
export function isoDate(date: DateFact | undefined): string | undefined {
  if (date === undefined) return undefined;
  const interval = [date.from ?? date.notBefore, date.to ?? date.notAfter];
  return date.when ?? (interval[0] || interval[1] ? interval.map((end) => end ?? '..').join('/') : undefined);
}

/** BibTeX reads an address as it stands: what would end it too early is written as a number. */
const address = (of: string | undefined): string | undefined => of?.replace(/[{}\\\s]/g, (c) => encodeURIComponent(c));

function seriesOf({ series, subseries }: VolumeFacts): string | undefined {
  return printed(series && subseries ? `${series}, ${subseries}` : series);
}

/** What a volume gives to itself and to all its parts. */
function fromVolume(volume: VolumeFacts): Partial<CitationItem> {
  return known<Partial<CitationItem>>({
    editors: volume.editors.map(personCitationName),
    generalEditors: volume.generalEditors.map(personCitationName),
    publisher: printed(volume.publisher),
    place: printed(volume.place),
    year: /^\d{4}$/.test(volume.year ?? '') ? volume.year : undefined,
    isbn: volume.isbn,
  });
}

const inSeries = (volume: VolumeFacts): Partial<CitationItem> =>
  known<Partial<CitationItem>>({
    series: seriesOf(volume),
    volume: /^\d+$/.test(volume.volume ?? '') ? volume.volume : undefined,
  });

/** A page label that can be in a range of pages. */
const isPageNumber = (label: string | undefined): boolean => label !== undefined && /^[0-9A-Za-z.*]+$/.test(label);

function pagesOf({ facts: { pages } }: UnitInfo): Partial<CitationItem> {
  const [first, last] = [pages[0], pages.at(-1)];
  return isPageNumber(first) && isPageNumber(last)
    ? known<Partial<CitationItem>>({ firstPage: first, lastPage: last === first ? undefined : last })
    : {};
}

/** A unit that is all that its header describes: the `text` of a `TEI`, be it a file of its own or one of a corpus. */
const isWholeFile = ({ source: { xmlId, xpath } }: UnitInfo): boolean =>
  xmlId === undefined && (xpath === undefined || /\/TEI(?:\[\d+\])?\/text(?:\[\d+\])?$/.test(xpath));

/**
 * What a unit is part of: its volume; a letter that is a file of its own: the series, else the edition. A novel or play
 * is not part.
 */
function containerOf(unit: UnitInfo, edition: EditionContext): Partial<CitationItem> {
  const { volume, facts } = unit;
  if (!isWholeFile(unit))
    return { ...inSeries(volume), ...pagesOf(unit), containerTitle: typographic(volume.volumeTitle ?? volume.title) };
  const isLetter = facts.senders.length > 0 || facts.recipients.length > 0;
  const container = typographic(volume.series ?? edition.title);
  return isLetter && container !== titleOf(unit) ? { containerTitle: container } : inSeries(volume);
}

function titleOf(unit: UnitInfo): string {
  const title = isWholeFile(unit)
    ? unit.facts.title || unit.volume.volumeTitle || unit.volume.title
    : unit.facts.title || `[${unit.facts.kind === 'section' ? 'Section' : 'Document'} without a heading]`;
  return typographic(title);
}

function besideOf(unit: UnitInfo, edition: EditionContext): CitationItem['beside'] {
  const { facts, volume } = unit;
  const date = isoDate(facts.date);
  return known<CitationItem['beside']>({
    recipients: facts.recipients.map((agent) => agentCitationName(agent, unit, edition)),
    date,
    printedDate: facts.date?.text === date ? undefined : facts.date?.text,
    place: facts.place,
    source: facts.source,
    volumeLabel: volume.volumeLabel,
  });
}

/** The citation of a unit. */
function makeItem(unit: UnitInfo, edition: EditionContext): CitationItem {
  const { facts, volume } = unit;
  const container = containerOf(unit, edition);
  const senders = facts.senders.map((agent) => agentCitationName(agent, unit, edition));
  return known<CitationItem>({
    editors: [],
    generalEditors: [],
    ...fromVolume(volume),
    ...container,
    id: itemId(unit),
    type: container.containerTitle === undefined ? 'book' : 'chapter',
    title: titleOf(unit),
    authors: senders.length > 0 ? senders : volume.authors.map(personCitationName),
    number: printed(facts.number),
    doi: isWholeFile(unit) ? address(volume.doi) : undefined,
    url: address(publicAddress(facts.id, edition)),
    language: languageTag(facts.language ?? volume.language ?? edition.language),
    beside: besideOf(unit, edition),
  });
}

/** Items made before, by edition and unit: every citation format and the page head ask for the same one. */
const made = new WeakMap<EditionContext, WeakMap<UnitInfo['facts'], CitationItem>>();

/** The record of a unit, from which all citation formats are written. */
export function unitItem(unit: UnitInfo, edition: EditionContext): CitationItem {
  const ofEdition = made.get(edition) ?? new WeakMap<UnitInfo['facts'], CitationItem>();
  made.set(edition, ofEdition);
  const known = ofEdition.get(unit.facts);
  if (known) return known;
  const item = makeItem(unit, edition);
  ofEdition.set(unit.facts, item);
  return item;
}

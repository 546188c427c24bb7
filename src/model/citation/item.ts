import { publicAddress } from '../public-address.ts';
import type { EditionContext, UnitInfo } from '../edition.ts';
import type { DateFact, VolumeFacts } from '../facts.ts';
import { citationDate, edtf } from './date.ts';
import { isWholeFile, placeOf } from './kind.ts';
import { agentCitationName, personCitationName } from './name.ts';
import { languageTag } from './language.ts';
import { type CitationItem, type CitationType, known } from './record.ts';
import { typographic } from './typography.ts';

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

/** What a volume gives to itself and to all its parts. */
function fromVolume(volume: VolumeFacts): Partial<CitationItem> {
  return known<Partial<CitationItem>>({
    editors: volume.editors.map(personCitationName),
    generalEditors: volume.generalEditors.map(personCitationName),
    translators: (volume.translators ?? []).map(personCitationName),
    publisher: printed(volume.publisher),
    place: printed(volume.place),
    date: citationDate(volume.published),
    isbn: volume.isbn,
  });
}

function titleOf(unit: UnitInfo, isWhole: boolean): string {
  const title = isWhole
    ? unit.facts.title || unit.volume.volumeTitle || unit.volume.title
    : unit.facts.title || `[${unit.facts.kind === 'section' ? 'Section' : 'Document'} without a heading]`;
  return typographic(title);
}

/** A title with the subtitle of its header, where it is the title of the header. */
function withSubtitle(title: string, { title: main, subtitle }: VolumeFacts): string {
  if (subtitle === undefined || title !== typographic(main)) return title;
  return `${title}${/[.:;?!…]$/.test(title) ? '' : ':'} ${typographic(subtitle)}`;
}

type Kept = Pick<CitationItem, 'archive' | 'archivePlace' | 'shelfmark'>;

const keptOf = ({ original }: VolumeFacts): Kept =>
  known<Kept>({
    archive: printed(original?.archive),
    archivePlace: printed(original?.archivePlace),
    shelfmark: printed(original?.shelfmark),
  });

/** Types of things of which there is one, in an archive: of anything else the copy that was transcribed is not what is cited. */
const isUnique = (type: CitationType): boolean => type === 'manuscript' || type === 'personal_communication';

function besideOf(unit: UnitInfo, edition: EditionContext, type: CitationType): CitationItem['beside'] {
  const { facts, volume } = unit;
  const date = isoDate(facts.date);
  return known<CitationItem['beside']>({
    recipients: facts.recipients.map((agent) => agentCitationName(agent, unit, edition)),
    date,
    printedDate: facts.date?.text === date ? undefined : facts.date?.text,
    place: facts.place,
    source: facts.source,
    volumeLabel: volume.volumeLabel,
    rights: volume.licence?.url,
    ...(isWholeFile(unit) && !isUnique(type) ? keptOf(volume) : {}),
  });
}

/** A title without the punctuation at its end, which differs between catalogues and title pages. */
function unpointed(title: string): string {
  let end = title.length;
  while (end > 0 && ' .,:;/'.includes(title[end - 1]!)) end--;
  return title.slice(0, end);
}

/** The original of a whole text, as far as it was published and is not the same as the edition. */
function originalOf({ original, published }: VolumeFacts, title: string): CitationItem['original'] {
  if (original?.form === undefined || original.form === 'manuscript') return {};
  const own = printed(original.title);
  const date = edtf(citationDate(original.date));
  const isOther = date !== undefined && date !== edtf(citationDate(published));
  return known<CitationItem['original']>({
    title: own !== undefined && unpointed(own) === unpointed(title) ? undefined : own,
    date: isOther ? citationDate(original.date) : undefined,
    publisher: printed(original.publisher),
    place: printed(original.place),
  });
}

/** What only a text has that is all that its header describes. */
const ofWholeFile = (volume: VolumeFacts, title: string, type: CitationType): Partial<CitationItem> => ({
  original: originalOf(volume, title),
  ...(isUnique(type) ? keptOf(volume) : {}),
  ...known<Partial<CitationItem>>({ doi: address(volume.doi) }),
});

/** The citation of a unit. */
function makeItem(unit: UnitInfo, edition: EditionContext): CitationItem {
  const { facts, volume } = unit;
  const isWhole = isWholeFile(unit);
  const title = titleOf(unit, isWhole);
  const place = placeOf(unit, edition, title);
  const senders = facts.senders.map((agent) => agentCitationName(agent, unit, edition));
  return known<CitationItem>({
    editors: [],
    generalEditors: [],
    translators: [],
    original: {},
    ...fromVolume(volume),
    ...place,
    ...(isWhole ? ofWholeFile(volume, title, place.type) : {}),
    id: itemId(unit),
    title: isWhole ? withSubtitle(title, volume) : title,
    authors: senders.length > 0 ? senders : volume.authors.map(personCitationName),
    number: printed(facts.number),
    url: address(publicAddress(facts.id, edition) ?? (isWhole ? volume.url : undefined)),
    language: languageTag(facts.language ?? volume.language ?? edition.language),
    beside: besideOf(unit, edition, place.type),
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

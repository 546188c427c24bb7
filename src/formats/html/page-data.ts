import { type Direction, directionOfText } from '../../model/direction.ts';
import type { EditionContext, Neighbour, UnitInfo } from '../../model/edition.ts';
import { hasView, witnessOf, witnessView } from '../../model/views.ts';
import type { UnitInPlace } from '../format.ts';
import { address, diplomaticAddress, pageAddress, witnessAddress } from './addresses.ts';
import { dateInWords } from './dates.ts';
import { unitLinks, unitMetas } from './head-meta.ts';
import { unitJsonLd } from './json-ld.ts';
import { languageCode } from '../language.ts';
import { licenceOf, type ShownLicence, shownLicence } from './licence.ts';
import type { PageHeading } from './place.ts';
import { type Citation, type Download, downloadsOf, type Surroundings } from './surroundings.ts';
import { fullName, pagesInWords, shortName, volumeLines } from '../unit-names.ts';

/** What every page says of the edition, for the templates. */
export interface Frame {
  /** From the page to the output folder: `../`, or nothing. */
  readonly root: string;
  readonly stylesheet: string;
  readonly lang: string;
  /** Language of the words we add; absent where it is the page's. */
  readonly ourLang?: string;
  /** `rtl` where the page is written from right to left; absent elsewhere. */
  readonly direction?: 'rtl';
  readonly edition: { readonly title: string; readonly id: string };
  readonly licence: ShownLicence | undefined;
  readonly generator: Surroundings['generator'];
  readonly version: string | undefined;
  readonly date: string | undefined;
  /** The edition has a page that searches. */
  readonly search?: boolean;
  /** Metas and links for machines, as HTML. */
  readonly head: string;
  /** JSON-LD, ready to be in a `script`. */
  readonly jsonLd: string;
}

interface Step {
  readonly href: string;
  readonly number: string | undefined;
  readonly name: string;
  readonly title: string;
}

/** What templates/page.hbs gets. */
export interface PageData extends Frame {
  readonly title: string;
  readonly series: string | undefined;
  /** Empty where an edition of several texts has no title. */
  readonly volume: string;
  readonly unit: {
    readonly id: string;
    readonly kind: string;
    readonly number: string | undefined;
    readonly name: string;
    readonly title: string;
    readonly date: string | undefined;
    readonly place: string | undefined;
    readonly pages: string | undefined;
    /** The page that is open where its text begins. */
    readonly startsOn: string | undefined;
  };
  /** The page with the other view of the text, where it has two. */
  readonly otherView: { readonly href: string; readonly name: string } | undefined;
  /** The witnesses whose texts can be read, the one on this page without an address. */
  readonly witnesses: readonly { readonly href: string | undefined; readonly name: string }[];
  /** The text has no heading of its own, so the page's head shows the title. */
  readonly untitled: boolean;
  /** The text shows the title in its own way (a title page): our heading is for those who listen. */
  readonly titleUnseen: boolean;
  /** Attributes of `main` that name its language, with a space before each. */
  readonly mainLang: string;
  readonly contents: readonly (PageHeading & { readonly href: string })[];
  readonly previous: Step | undefined;
  readonly next: Step | undefined;
  readonly citation: ShownCitation | undefined;
  readonly downloads: readonly Download[];
  /** The text with its notes, as HTML. */
  readonly text: string;
}

/** The text of a page as the writer made it. */
export interface PageText {
  readonly html: string;
  readonly direction: Direction;
  readonly headings: readonly PageHeading[];
  readonly untitled: boolean;
  /** The text is a title page. */
  readonly titlePage: boolean;
}

const neighbour = (unit: Neighbour | undefined): Step | undefined =>
  unit === undefined
    ? undefined
    : { href: pageAddress(unit.facts.id), number: unit.facts.number, name: shortName(unit), title: fullName(unit) };

/** The language of a page, and of our own words where they are not in it. */
export function frameLanguage(code: string | undefined): { lang: string; ourLang?: string } {
  const lang = languageCode(code) ?? 'en';
  return /^en\b/i.test(lang) ? { lang } : { lang, ourLang: 'en' };
}

/** A citation as a page shows it. */
export interface ShownCitation extends Citation {
  /** Where it is not the direction of the page. */
  readonly direction?: Direction;
}

/** A citation in a page of this direction. Its own is that of most of its letters: a form of ours has no direction of its own. */
export function citationIn(citation: Citation, page: Direction): ShownCitation {
  const direction = directionOfText(citation.text) ?? page;
  return direction === page ? citation : { ...citation, direction };
}

const unitData = (unit: UnitInfo): PageData['unit'] => {
  const { facts } = unit;
  return {
    id: facts.id,
    kind: facts.kind,
    number: facts.number,
    name: shortName(unit),
    title: facts.title,
    date: dateInWords(facts.date),
    place: facts.place,
    pages: pagesInWords(facts.pages),
    startsOn: unit.open?.startsOn,
  };
};

function otherView({ facts: { id }, hasDiplomatic }: UnitInfo, { view }: Surroundings): PageData['otherView'] {
  if (view !== undefined) return { href: pageAddress(id), name: 'Reading view' };
  return hasDiplomatic ? { href: diplomaticAddress(id), name: 'Diplomatic view' } : undefined;
}

/** The witnesses whose texts a unit has. */
function witnessesOf(unit: UnitInfo, { view, witnesses = [] }: Surroundings): PageData['witnesses'] {
  return witnesses
    .filter(({ id }) => hasView(unit, witnessView(id)))
    .map((witness) => ({
      href: view === witnessView(witness.id) ? undefined : witnessAddress(unit.facts.id, witness),
      name: witness.siglum,
    }));
}

/** What is said of a view behind the title of its pages. */
function viewInWords({ view, witnesses = [] }: Surroundings): string {
  if (view === undefined) return '';
  if (view === 'diplomatic') return ', diplomatic view';
  return `, text of ${witnesses.find(({ id }) => id === witnessOf(view))?.siglum}`;
}

function pageTitle(unit: UnitInfo, around: Surroundings, volume: string): string {
  const name = `${fullName(unit)}${viewInWords(around)}`;
  return volume === '' ? name : `${name} | ${volume}`;
}

/** The data of a page: the text, and what surrounds it. */
export function pageData(unit: UnitInPlace, edition: EditionContext, around: Surroundings, text: PageText): PageData {
  const { facts, volume } = unit;
  const language = facts.language ?? volume.language ?? edition.language;
  // A file that is one document: its title is below, so the head names the edition.
  const lines = volume.title === facts.title ? { volume: edition.title } : volumeLines(volume);
  const citation = around.citation?.(unit, edition);
  return {
    root: '../',
    stylesheet: '../style/edition.css',
    ...frameLanguage(language),
    ...(text.direction === 'rtl' && { direction: 'rtl' }),
    edition: { title: edition.title, id: edition.id },
    licence: shownLicence(licenceOf(unit, edition)),
    generator: around.generator,
    version: around.version,
    date: around.date,
    head: unitMetas(unit, edition) + unitLinks(unit, edition, around),
    ...(around.search === true && { search: true }),
    jsonLd: unitJsonLd(unit, edition, around, citation?.text),
    title: pageTitle(unit, around, lines.volume),
    series: lines.series,
    volume: lines.volume,
    unit: unitData(unit),
    otherView: otherView(unit, around),
    witnesses: witnessesOf(unit, around),
    untitled: text.untitled,
    titleUnseen: text.titlePage,
    mainLang: languageCode(language) === undefined ? ' lang="" xml:lang=""' : '',
    contents: text.headings.map((heading) => ({ ...heading, href: `#${encodeURI(heading.id)}` })),
    previous: neighbour(unit.previous),
    next: neighbour(unit.next),
    citation: citation && citationIn(citation, text.direction),
    downloads: downloadsOf(unit, around).map(({ label, type, path }) => ({
      label,
      type,
      path: `../${address(path(facts.id))}`,
    })),
    text: text.html,
  };
}

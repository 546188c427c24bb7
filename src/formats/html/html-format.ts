import type { EditionContext, Unit } from '../../model/edition.ts';
import { type Carries, fieldMark, type Item } from '../../model/structure.ts';
import type { ReadingNode } from '../../model/reading.ts';
import { withDirections } from '../../model/reading-directions.ts';
import type { UnitContent } from '../../model/unit-content.ts';
import { type OtherView, witnessView } from '../../model/views.ts';
import { inView, type TextFormat, type UnitInPlace } from '../format.ts';
import { diplomaticAddress, diplomaticPath, pageAddress, pagePath, witnessPath } from './addresses.ts';
import { apparatusSection } from './apparatus.ts';
import { frameFaults, ownTemplateFaults } from './frame/compare.ts';
import type { PageKnown } from './frame/page.ts';
import { nameFaults, speakerFaults } from './frame/names.ts';
import { isForeign } from '../language.ts';
import { newIds } from './ids.ts';
import { indexData } from './index-data.ts';
import { sayNoteLanguages } from './note-languages.ts';
import { notesSection } from './notes.ts';
import { pageData, type PageText } from './page-data.ts';
import type { Page, Place } from './place.ts';
import { withLineStarts } from './lines.ts';
import { type From, fromPage, languageOf, languageOfPage, promiseDirections, promisePage } from './promise.ts';
import type { PageRead } from './page-read.ts';
import { readPage } from './read-page.ts';
import { article, hasHeading } from './sections.ts';
import type { HtmlShell } from './shell.ts';
import type { Surroundings } from './surroundings.ts';
import { writeChildren } from './write-text.ts';
import { shownFaults } from './line-faults.ts';
import { signFaults } from '../expected-signs.ts';
import { withNumbers } from '../with-numbers.ts';
import { withSenseNumbers } from '../sense-numbers.ts';
import { withSigns } from '../with-signs.ts';

/** Ids of the source in a tree. */
function idsIn(node: ReadingNode, into = new Set<string>()): Set<string> {
  if (node.id !== undefined) into.add(node.id);
  for (const child of node.children) if (typeof child !== 'string') idsIn(child, into);
  return into;
}

/** The address of the page with the other view of a unit. */
function otherView({ facts, hasDiplomatic }: Unit, { view }: Surroundings): string | undefined {
  if (view !== undefined) return pageAddress(facts.id);
  return hasDiplomatic ? diplomaticAddress(facts.id) : undefined;
}

/** The running text of a unit and, after it, its notes. */
export function pageText(unit: Unit, edition: EditionContext, around: Surroundings): PageText {
  const { reading, direction } = withDirections(withSenseNumbers(withNumbers(unit.reading)), languageOf(unit, edition));
  const untitled = !hasHeading(unit.reading);
  const page: Page = {
    unit,
    edition,
    ourLang: isForeign(languageOfPage(unit, edition)) ? ' lang="en" xml:lang="en"' : '',
    findAsset: around.findAsset ?? (() => undefined),
    shown: idsIn(unit.reading),
    otherView: otherView(unit, around),
    ids: newIds(),
    notes: [],
    entries: [],
    named: new Set(),
    headings: [],
  };
  const place: Place = {
    page,
    flow: true,
    level: untitled ? 1 : 0,
    outline: true,
    title: false,
    linked: false,
    href: undefined,
    write: writeChildren,
  };
  const { tree } = withSigns(sayNoteLanguages(reading, languageOfPage(unit, edition)), edition.signs, 'all');
  const text = article(withLineStarts(tree), place);
  return {
    html: text + apparatusSection(page.entries) + notesSection(page.notes, page.ourLang),
    direction,
    headings: page.headings,
    untitled,
    titlePage: unit.reading.tei === 'titlePage' || unit.reading.role === 'title-page',
  };
}

export const roleOf = (own: Item | undefined): string | undefined => own?.value.split(fieldMark)[1];

/** A page says what the source calls its unit; a title page may have a type of its own, and a division without one is called by its element. */
function typeFaults(type: string, own: Item | undefined): string[] {
  const wanted = roleOf(own);
  const isRight = wanted === 'division' ? /^div[1-7]?$/.test(type) : wanted === type;
  return wanted === undefined || wanted === 'title-page' || isRight
    ? []
    : [`the page says that it is “${type}” instead of “${wanted}”`];
}

/** In place of the text where templates are filled without it. */
const mark = '<!--the text-->';

/** The text of a page as far as the page around it depends on it. */
const withoutText = ({ outline, titlePage, direction }: PageKnown): PageText => ({
  html: mark,
  direction,
  headings: outline.sections,
  untitled: !outline.titled,
  titlePage,
});

/** Pages of the diplomatic view, and of the texts of witnesses. */
export function otherPages(standard: HtmlShell, around: Surroundings = {}, own?: HtmlShell): TextFormat[] {
  const pages = (view: OtherView, name: string, path: (id: string) => string): TextFormat =>
    inView(htmlFormat(standard, { ...around, view }, own), view, name, path);
  return [
    pages('diplomatic', 'diplomatic', diplomaticPath),
    ...(around.witnesses ?? []).map((witness) =>
      pages(witnessView(witness.id), `witness-${witness.name}`, (id) => witnessPath(id, witness)),
    ),
  ];
}

/** Pages carry everything that can be said of a place in a text. */
export const aspects: Carries = {
  block: true,
  cell: true,
  look: true,
  role: true,
  status: true,
  mark: true,
  formula: true,
  gloss: true,
  speaker: true,
  line: true,
  number: true,
  language: true,
  direction: true,
  pointer: true,
  id: true,
  picture: true,
  reading: true,
};

/** What pages say in another way than the source asks for, where the words are those of the source. */
export const layoutFaults = (page: PageRead, source: UnitContent, edition: EditionContext): string[] => [
  ...typeFaults(page.outline.type, source.structure.ownBlock),
  ...signFaults(page.signs, source, edition.signs),
  ...shownFaults(page.numbers, source.structure.items),
];

/** What is not as the registers say. */
export const registerFaults = (page: PageRead, unit: UnitInPlace, edition: EditionContext, from: From): string[] => [
  ...nameFaults(page.names, from),
  ...speakerFaults(page, unit, edition),
];

/**
 * Reading pages: HTML5 that is also well-formed XML, one page a unit and an index. `own`: templates of the edition's own, in place of ours; then the
 * data that fill them are proven with ours, and the page with its own.
 */
export function htmlFormat(standard: HtmlShell, around: Surroundings = {}, own?: HtmlShell): TextFormat {
  const shell = own ?? standard;
  const frameOf = ({ lines }: PageRead, content: string, page: PageKnown) => {
    if (!own) return frameFaults(lines, page);
    const data = pageData(page.unit, page.edition, around, withoutText(page));
    return [
      ...frameFaults(readPage(standard.page(data)).lines, page),
      ...ownTemplateFaults(content, own.page(data), mark),
    ];
  };
  return {
    name: 'html',
    carries: 'text',
    aspects,
    path: pagePath,
    write: (unit, edition) => shell.page(pageData(unit, edition, around, pageText(unit, edition, around))),
    writeEdition: (edition) => [
      { path: 'index.html', content: shell.index(indexData(edition, around)) },
      { path: 'style/edition.css', content: shell.stylesheet },
      { path: 'script/page.js', content: shell.scripts['page'] ?? '' },
    ],
    readBack: (content) => {
      const page = readPage(content);
      return {
        ...page.back,
        layout: (source, _, edition) => layoutFaults(page, source, edition),
        frame: (unit, edition, { structure }) => {
          const titlePage = roleOf(structure.ownBlock) === 'title-page';
          const direction = promiseDirections(structure, unit, edition).unit;
          const known = { unit, edition, around, outline: page.outline, titlePage, direction };
          const from = fromPage(structure, unit, edition, around.view);
          return [...frameOf(page, content, known), ...registerFaults(page, unit, edition, from)];
        },
      };
    },
    promise: (source, unit, edition) => promisePage(source, unit, edition, around),
  };
}

import type { EditionContext, Unit } from '../../model/edition.ts';
import type { TextFormat, UnitInPlace } from '../format.ts';
import { pagePath } from './addresses.ts';
import { frameFaults, ownTemplateFaults } from './frame/compare.ts';
import type { Outline } from './frame/outline.ts';
import { nameFaults } from './frame/names.ts';
import { newIds } from './ids.ts';
import { indexData } from './index-data.ts';
import { sayNoteLanguages } from './note-languages.ts';
import { notesSection } from './notes.ts';
import { pageData, type PageText } from './page-data.ts';
import type { Page, Place } from './place.ts';
import { languageOfPage, promisePage } from './promise.ts';
import { type PageRead, readPage } from './read-back.ts';
import { article, hasHeading } from './sections.ts';
import type { HtmlShell } from './shell.ts';
import type { Surroundings } from './surroundings.ts';
import { writeChildren } from './write-text.ts';

/** The running text of a unit and, after it, its notes. */
function pageText(unit: Unit, edition: EditionContext, around: Surroundings): PageText {
  const untitled = !hasHeading(unit.reading);
  const page: Page = {
    unit,
    edition,
    findAsset: around.findAsset ?? (() => undefined),
    ids: newIds(),
    notes: [],
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
  const text = article(sayNoteLanguages(unit.reading, languageOfPage(unit, edition)), place);
  return {
    html: text + notesSection(page.notes),
    headings: page.headings,
    untitled,
    titlePage: unit.reading.role === 'title-page',
  };
}

/** In place of the text where templates are filled without it. */
const mark = '<!--the text-->';

/** The text of a page as far as the page around it depends on it. */
const withoutText = ({ sections, titled, titlePage }: Outline): PageText => ({
  html: mark,
  headings: sections,
  untitled: !titled,
  titlePage,
});

/**
 * Reading pages: HTML5 that is also well-formed XML, one page a unit and an index. `own`: templates of the edition's own, in place of ours; then the
 * data that fill them are proven with ours, and the page with its own.
 */
export function htmlFormat(standard: HtmlShell, around: Surroundings = {}, own?: HtmlShell): TextFormat {
  const shell = own ?? standard;
  const frameOf = ({ lines, outline }: PageRead, content: string, unit: UnitInPlace, edition: EditionContext) => {
    if (!own) return frameFaults(lines, unit, edition, around, outline);
    const data = pageData(unit, edition, around, withoutText(outline));
    return [
      ...frameFaults(readPage(standard.page(data)).lines, unit, edition, around, outline),
      ...ownTemplateFaults(content, own.page(data), mark),
    ];
  };
  return {
    name: 'html',
    carries: 'text',
    aspects: {
      block: true,
      cell: true,
      look: true,
      role: true,
      language: true,
      pointer: true,
      id: true,
      picture: true,
    },
    path: pagePath,
    write: (unit, edition) => shell.page(pageData(unit, edition, around, pageText(unit, edition, around))),
    writeEdition: (edition) => [
      { path: 'index.html', content: shell.index(indexData(edition, around)) },
      { path: 'style/edition.css', content: shell.stylesheet },
    ],
    readBack: (content) => {
      const page = readPage(content);
      return {
        ...page.back,
        frame: (unit, edition) => [...frameOf(page, content, unit, edition), ...nameFaults(page.names, unit, edition)],
      };
    },
    promise: (source, unit, edition) => promisePage(source, unit, edition, around.findAsset ?? (() => undefined)),
  };
}

import type { EditionContext, Unit } from '../../model/edition.ts';
import type { TextFormat } from '../format.ts';
import { pagePath } from './addresses.ts';
import { newIds } from './ids.ts';
import { indexData } from './index-data.ts';
import { sayNoteLanguages } from './note-languages.ts';
import { notesSection } from './notes.ts';
import { pageData, type PageText } from './page-data.ts';
import type { Page, Place } from './place.ts';
import { languageOfPage, promisePage } from './promise.ts';
import { readPage } from './read-back.ts';
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
  return { html: text + notesSection(page.notes), headings: page.headings, untitled };
}

/** Reading pages: HTML5 that is also well-formed XML, one page a unit and an index. */
export function htmlFormat(shell: HtmlShell, around: Surroundings = {}): TextFormat {
  return {
    name: 'html',
    carries: 'text',
    aspects: { block: true, cell: true, look: true, language: true, pointer: true, id: true, picture: true },
    path: pagePath,
    write: (unit, edition) => shell.page(pageData(unit, edition, around, pageText(unit, edition, around))),
    writeEdition: (edition) => [
      { path: 'index.html', content: shell.index(indexData(edition, around)) },
      { path: 'style/edition.css', content: shell.stylesheet },
    ],
    readBack: readPage,
    promise: (source, unit, edition) => promisePage(source, unit, edition, around.findAsset ?? (() => undefined)),
  };
}

import type { EditionContext, Unit, UnitInfo } from '../../../model/edition.ts';
import { escapeAttribute, escapeText } from '../escape.ts';
import { pageText } from '../html-format.ts';
import { isolated } from '../isolated.ts';
import { languageCode } from '../../language.ts';
import type { PageHeading } from '../place.ts';
import { languageOf } from '../promise.ts';
import type { Surroundings } from '../surroundings.ts';
import { fullName } from '../../unit-names.ts';
import { inOneView } from '../../books.ts';
import { inBook, type InText } from './markup.ts';
import { bookId } from './names.ts';

/** The text of a unit in a book, and what the book has to know of it. */
export interface Chapter {
  readonly content: string;
  readonly says: ChapterSays;
}

export interface ChapterSays extends InText {
  /** Sections that have a heading. */
  readonly headings: readonly PageHeading[];
}

/** The beginning of every XHTML file of a book. */
export function opening(lang: string, direction: string, title: string, stylesheet: string): string {
  const dir = direction === 'rtl' ? ' dir="rtl"' : '';
  const names = 'xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"';
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n' +
    `<html ${names} lang="${escapeAttribute(lang)}" xml:lang="${escapeAttribute(lang)}"${dir}>\n<head>\n` +
    `<title>${escapeText(title)}</title>\n<link rel="stylesheet" type="text/css" href="${stylesheet}"/>\n</head>\n`
  );
}

/** A unit whose text has no heading is called by its title; a title page shows it in its own way. */
function heading({ facts }: UnitInfo, direction: 'ltr' | 'rtl'): string {
  return `<header>\n<h1>${isolated(escapeText(facts.title), facts.title, direction)}</h1>\n</header>\n`;
}

export function chapterOf(given: Unit, edition: EditionContext, around: Surroundings): Chapter {
  const unit = inOneView(given);
  const page = pageText(unit, edition, around);
  const { text, found } = inBook(page.html);
  const code = languageCode(languageOf(unit, edition));
  const unknown = code === undefined ? ' lang="" xml:lang=""' : '';
  const content =
    opening(code ?? 'en', page.direction, fullName(unit), '../style/book.css') +
    `<body class="${unit.facts.kind}">\n${page.untitled && !page.titlePage ? heading(unit, page.direction) : ''}` +
    `<main${unknown}>\n${text}</main>\n</body>\n</html>\n`;
  return {
    content,
    says: { ...found, headings: page.headings.map((each) => ({ ...each, id: bookId(each.id) })) },
  };
}

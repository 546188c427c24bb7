/** Elements that say where a page of the printed source begins, in the ways of archives, wikis, e-books and our own pages. */
import { pageMarksIn } from '../page-marks.ts';
import type { HtmlElement } from './tree.ts';
import { descendants, hasClass, hasRole, textOf, wordsIn } from './query.ts';

const number = '((?:[A-Z]-)?(?:\\d{1,5}[a-z]?|[ivxlcdm]{1,9}|[IVXLCDM]{1,9})(?:[–-]\\d{1,5})?)';
const labelText = new RegExp(
  `^[\\[({|]{0,2}\\s*(?:(?:Page|Pg|Pag|Seite|Folio|p|S|f)\\b\\.?\\s*)?${number}\\s*[\\])}|]{0,2}$`,
  'iu',
);
const idText = /^(?:page|pg|pb|p|seite)[-_.]?0*([1-9]\d{0,4}|[ivxlcdm]{1,9})$/iu;
const pageClass =
  /^(?:page-?num(?:ber)?s?|pagenum.*|page-?no|page-?break|pb|tei-pb|ws-pagenum|x-ebookmaker-pageno|pgnum|folio)$/i;

/** Whether an element is a page break by what it is called. */
const isBreak = (e: HtmlElement): boolean =>
  (hasRole(e, 'doc-pagebreak') || hasClass(e, pageClass)) && textOf(e).replace(/\s+/g, '').length <= 24;

function labelOf(e: HtmlElement): string | undefined {
  const { title, id } = e.attributes;
  const said = [
    wordsIn(e),
    e.attributes['aria-label'],
    e.attributes['data-page-number'],
    e.attributes['data-n'],
    title,
  ];
  for (const text of said) {
    const label = labelText.exec((text ?? '').trim())?.[1];
    if (label) return label;
  }
  for (const inner of [e, ...descendants(e)]) {
    const label = idText.exec(inner.attributes.id ?? inner.attributes.name ?? id ?? '')?.[1];
    if (label) return label;
  }
  return undefined;
}

/** The page that begins at each element that is a page break. Its own words are the mark, not text. */
export function pageBreaksOf(main: HtmlElement): Map<HtmlElement, string> {
  const found = new Map<HtmlElement, string>();
  const visit = (parent: HtmlElement): void => {
    for (const child of parent.children) {
      if (child.kind === 'text') continue;
      const label = isBreak(child) ? labelOf(child) : undefined;
      if (label === undefined) visit(child);
      else found.set(child, label);
    }
  };
  visit(main);
  if (found.size > 0 || pageMarksIn(textOf(main)).length > 0) return found;
  // Empty anchors count only where nothing else says where pages begin.
  for (const e of descendants(main)) {
    const label = textOf(e).trim() === '' ? idText.exec(e.attributes.id ?? e.attributes.name ?? '')?.[1] : undefined;
    if (label && /^(?:a|span|div)$/.test(e.name) && ![...descendants(e)].some((d) => d.name === 'img'))
      found.set(e, label);
  }
  return found;
}

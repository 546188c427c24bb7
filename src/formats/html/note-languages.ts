import { isApart, type Reading, type ReadingNode } from '../../model/reading.ts';
import { languageCode } from '../language.ts';

/**
 * Notes and readings are at the end of a page, away from the words around their call. One that is called in words of another language than the page's gets
 * that language said.
 */
export function sayNoteLanguages(node: ReadingNode, page: string): ReadingNode {
  const said = (code: string | undefined): string => (code === undefined ? page : (languageCode(code) ?? ''));
  const visit = (child: Reading, around: string | undefined): Reading => {
    if (typeof child === 'string') return child;
    const lang = child.lang ?? around;
    const children = child.children.map((inner) => visit(inner, lang));
    const isSame = children.every((inner, i) => inner === child.children[i]);
    const isMoved = isApart(child) && child.lang === undefined && around !== undefined && said(around) !== page;
    if (isMoved) return { ...child, lang: around, children };
    return isSame ? child : { ...child, children };
  };
  return visit(node, undefined) as ReadingNode;
}

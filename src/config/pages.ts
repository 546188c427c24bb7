import { byFile, isByFile } from './shapes.ts';

/** The setting `pages`: which divisions of a text without documents are pages of their own. */

/** The level of the divisions, 0 for the whole text; or a path to them, `body/div/div[@type='chapter']`. */
type Page = number | string;

/** One for all texts, or by the file that they are in. */
export type Pages = Page | Readonly<Record<string, Page>>;

export const pagesWanted =
  'the level of the divisions that are pages (0: the whole text), or a path such as body/div[@type=\'chapter\'], or an object of these by file: { "novel.xml": 1 }';

const step = '[\\p{L}_][\\p{L}\\p{N}_.-]*(?:\\[@[\\w:.-]+=(?:\'[^\']*\'|"[^"]*")\\])*';
const path = new RegExp(`^${step}(?:/${step})*$`, 'u');

const isPage = (value: unknown): boolean =>
  typeof value === 'string' ? path.test(value) : Number.isSafeInteger(value) && (value as number) >= 0;

export const arePages = (value: unknown): boolean => isByFile(value, isPage);

/** What the setting says of a text: `novel.xml`, or, of one of several in a file, `corpus.xml#t1`; or of its front or back: `novel.xml/back`. */
export function pagesFor(pages: Pages | undefined): (text: string) => Page | undefined {
  if (pages === undefined || typeof pages !== 'object') return () => pages;
  const of = byFile(pages);
  return (name) => {
    const text = name.replace(/\/(?:front|back)$/, '');
    for (const one of [name, text, text.replace(/#.*$/, '')]) {
      const page = of(one);
      if (page !== undefined) return page;
    }
    return undefined;
  };
}

/** The paths that the setting has. */
export const pathsOf = (pages: Pages | undefined): string[] =>
  (typeof pages === 'object' ? Object.values(pages) : [pages]).filter((page) => typeof page === 'string');

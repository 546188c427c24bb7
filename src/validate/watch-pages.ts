import { attributeOf } from '../model/read-tei/structure.ts';
import type { XmlAttribute, XmlTag } from '../source/xml.ts';
import type { FileWatch, WatchedFile } from './rule.ts';

/** The page breaks of a text in order, for the rules that look at them. */

export interface PageBreak {
  readonly tag: XmlTag;
  readonly n: XmlAttribute | undefined;
  readonly facs: XmlAttribute | undefined;
}

const seen: ReadonlySet<string> = new Set(['pb', 'text']);

/** Hands on the page breaks of each text of a file; those of other editions than the first that is met are left out. */
export function watchPages(file: WatchedFile, check: (breaks: readonly PageBreak[]) => void): FileWatch {
  let breaks: PageBreak[] = [];
  let edition: string | undefined;
  const parent = (): string | undefined => file.ancestors[file.ancestors.length - 2]?.local;
  const finish = (): void => {
    if (breaks.length > 0) check(breaks);
    breaks = [];
    edition = undefined;
  };
  return {
    only: seen,
    open: (tag) => {
      if (tag.local === 'text' && parent() !== 'floatingText') finish();
      if (tag.local !== 'pb' || !file.inText) return;
      const own = attributeOf(tag, 'edRef') ?? attributeOf(tag, 'ed') ?? '';
      edition ??= own;
      if (own !== edition) return;
      const find = (name: string): XmlAttribute | undefined => tag.attributes.find((one) => one.name === name);
      breaks.push({ tag, n: find('n'), facs: find('facs') });
    },
    end: finish,
  };
}

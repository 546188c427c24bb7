import type { SourceText } from '../../source/text.ts';
import { readPage } from '../page-labels.ts';
import type { Rule, RuleRun } from '../rule.ts';
import { type PageBreak, watchPages } from '../watch-pages.ts';

interface Pictured {
  readonly page: PageBreak;
  readonly n: number;
  readonly image: number;
  /** The address but for its number: pictures can be compared only where it is the same. */
  readonly stem: string;
}

/** The last number in the address of a picture, and what stands around it. */
function imageNumber(facs: string): { image: number; stem: string } | undefined {
  const match = /^(.*?)(\d{1,9})(\D*)$/s.exec(facs);
  return match ? { image: Number(match[2]), stem: `${match[1]!}*${match[3]!}` } : undefined;
}

function picturedPages(breaks: readonly PageBreak[]): Pictured[] {
  return breaks.flatMap((page) => {
    const number = page.n && readPage(page.n.value);
    const image = page.facs && !/\s/.test(page.facs.value) ? imageNumber(page.facs.value) : undefined;
    return number?.system === 'arabic' && image ? [{ page, n: number.value, ...image }] : [];
  });
}

const isNext = (a: Pictured, b: Pictured): boolean => b.stem === a.stem && b.n === a.n + 1;

/** Whether pictures and pages advance together at all: where they mostly do not, nothing can be said. */
function goTogether(pages: readonly Pictured[]): boolean {
  let pairs = 0;
  let together = 0;
  for (let i = 1; i < pages.length; i++) {
    if (!isNext(pages[i - 1]!, pages[i]!)) continue;
    pairs++;
    if (pages[i]!.image === pages[i - 1]!.image + 1) together++;
  }
  return pairs >= 2 && together * 10 >= pairs * 6;
}

function check({ report }: RuleRun, source: SourceText, breaks: readonly PageBreak[]): void {
  const pages = picturedPages(breaks);
  if (!goTogether(pages)) return;
  for (let i = 1; i < pages.length; i++) {
    const [before, here, next] = [pages[i - 1]!, pages[i]!, pages[i + 1]];
    if (!isNext(before, here) || here.image === before.image + 1) continue;
    const { facs, n } = here.page;
    const alone = next && isNext(here, next) && next.image === before.image + 2;
    const wanted = before.image + 1;
    const message = alone
      ? `Page ${n!.value} has picture ${here.image}; its neighbours have ${before.image} and ${next.image}.`
      : `From page ${n!.value} on, pictures and pages do not match: page ${before.n} has picture ${before.image}, page ${here.n} has ${here.image}.`;
    const fix = alone ? `It is probably picture ${wanted}.` : undefined;
    report(source, facs!.start, facs!.valueEnd + 1, { message, ...(fix && { fix }) });
    if (alone) i++;
  }
}

export const facsOrder: Rule = {
  code: 'facs-order',
  title: 'Pictures that do not match the page numbers',
  why: 'From here on, a reader would see the picture of another page next to the text.',
  fix: 'Compare the picture with the page: is one left out, or used twice?',
  severity: 'review',
  examples: {
    good: ['<pb n="1" facs="0035"/><p>a</p><pb n="2" facs="0036"/><p>b</p><pb n="3" facs="0037"/>'],
    bad: [
      {
        tei: '<pb n="1" facs="p11.jpg"/><pb n="2" facs="p12.jpg"/><p>a</p><pb n="3" facs="p12.jpg"/><pb n="4" facs="p13.jpg"/><pb n="5" facs="p14.jpg"/>',
        finds: 'facs="p12.jpg"/><pb n="4"',
      },
      {
        tei: '<pb n="1" facs="01"/><pb n="2" facs="02"/><pb n="3" facs="13"/><p>a</p><pb n="4" facs="04"/><pb n="5" facs="05"/><pb n="6" facs="06"/>',
        finds: 'facs="13"',
      },
    ],
  },
  begin: (run) => ({ file: (file) => watchPages(file, (breaks) => check(run, file.source, breaks)) }),
};

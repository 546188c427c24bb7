import type { Related } from '../../diagnostics/finding.ts';
import type { SourceText } from '../../source/text.ts';
import type { XmlAttribute } from '../../source/xml.ts';
import { type PageNumber, readPage, writePage } from '../page-labels.ts';
import type { Rule, RuleRun, Told } from '../rule.ts';
import { type Break, findBreaks } from '../sequence.ts';
import { type PageBreak, watchPages } from '../watch-pages.ts';

interface Numbered {
  readonly page: PageBreak;
  readonly number: PageNumber;
}

/** The pages that can be compared with each other, as runs. */
function runsOf(breaks: readonly PageBreak[]): Numbered[][] {
  const runs: Numbered[][] = [];
  for (const page of breaks) {
    const number = page.n && readPage(page.n.value);
    if (!number) continue;
    const last = runs[runs.length - 1];
    if (last?.[0]?.number.system === number.system) last.push({ page, number });
    else runs.push([{ page, number }]);
  }
  return runs;
}

const missing = (from: PageNumber, to: number): string => {
  const first = writePage(from, from.value + 1);
  return to === from.value + 2 ? `page ${first} is missing` : `pages ${first}–${writePage(from, to - 1)} are missing`;
};

function tell(run: readonly Numbered[], { at, kind }: Break): { message: string; fix?: string } {
  const before = run[at - 1]!.number;
  const here = run[at]!.number;
  const [a, b] = [before, here].map((number) => writePage(number, number.value)) as [string, string];
  const next = run[at + 1];
  switch (kind) {
    case 'slip':
      return {
        message: `Page ${b} is between ${a} and ${writePage(before, before.value + 2)}.`,
        fix: `It is probably page ${writePage(before, before.value + 1)}.`,
      };
    case 'swap':
      return {
        message: `Pages ${b} and ${writePage(before, next!.number.value)} are in the wrong order.`,
        fix: 'Swap the two numbers.',
      };
    case 'doubled':
      return {
        message: `Page ${b} begins twice, and the next is page ${writePage(before, before.value + 2)}.`,
        fix: `It is probably page ${writePage(before, before.value + 1)}.`,
      };
    case 'gap':
      return { message: `Page ${b} follows page ${a}: ${missing(before, here.value)}.` };
    case 'repeat':
      return {
        message: `Page ${b} begins twice.`,
        fix: 'Remove the superfluous page break, or fix its number.',
      };
    case 'back':
      return { message: `Page ${b} follows page ${a}.` };
  }
}

/** The number that the pages around it want. */
function correction(run: readonly Numbered[], { at, kind }: Break): Told['edit'] {
  if (kind !== 'slip' && kind !== 'doubled') return undefined;
  const { n } = run[at]!.page;
  const before = run[at - 1]!.number;
  return { start: n!.valueStart, end: n!.valueEnd, newText: writePage(before, before.value + 1) };
}

/** Where the first page of each number begins. */
function firstPages(breaks: readonly PageBreak[]): ReadonlyMap<string, XmlAttribute> {
  const first = new Map<string, XmlAttribute>();
  for (const { n } of breaks) if (n && !first.has(n.value)) first.set(n.value, n);
  return first;
}

/** Where a page of this number has begun before. */
function beforeIn(source: SourceText, first: ReadonlyMap<string, XmlAttribute>, page: PageBreak): Related[] {
  const n = first.get(page.n!.value)!;
  if (n === page.n) return [];
  return [{ message: `A page ${n.value} has already begun here.`, span: source.span(n.start, n.valueEnd + 1) }];
}

function check({ report }: RuleRun, source: SourceText, breaks: readonly PageBreak[]): void {
  const runs = runsOf(breaks);
  const first = firstPages(breaks);
  const firstRoman = runs.findIndex((run) => run[0]!.number.system === 'roman');
  runs.forEach((run, i) => {
    const system = run[0]!.number.system;
    const before = runs[i - 1]?.[0]!.number.system;
    const { n } = run[0]!.page;
    if (before === 'arabic' && system === 'roman' && firstRoman < i - 1)
      report(source, n!.start, n!.valueEnd + 1, {
        message: `Roman page ${n!.value} is between pages with arabic numbers.`,
      });
    for (const found of findBreaks(run.map(({ number }) => number.value))) {
      const { n: place } = run[found.at]!.page;
      const told = tell(run, found);
      report(source, place!.start, place!.valueEnd + 1, {
        ...told,
        suggestion: correction(run, found),
        related: beforeIn(source, first, run[found.at]!.page),
      });
    }
  });
}

export const pageOrder: Rule = {
  code: 'page-order',
  title: 'Page numbers that do not follow one another',
  why: 'Readers cite by page: a missing or misnumbered page break makes citations wrong.',
  fix: 'Look at the pages: is a page break missing, is a number wrong, or were pages without text left out on purpose?',
  severity: 'review',
  examples: {
    good: [
      '<pb n="iv"/><p>a</p><pb n="v"/><p>b</p><pb n="1"/><p>c</p><pb n="2"/>',
      '<pb n="12r"/><p>a</p><pb n="12v"/><p>b</p><pb n="13r"/>',
    ],
    bad: [
      { tei: '<pb n="12"/><p>a</p><pb n="14"/><p>b</p>', finds: 'n="14"' },
      { tei: '<pb n="591"/><p>a</p><pb n="529"/><p>b</p><pb n="593"/>', finds: 'n="529"' },
      { tei: '<pb n="12"/><p>a</p><pb n="12"/><p>b</p>', finds: 'n="12"/><p>b' },
      { tei: '<pb n="11"/><p>a</p><pb n="11"/><p>b</p><pb n="13"/>', finds: 'n="11"/><p>b' },
      { tei: '<pb n="ix"/><p>a</p><pb n="xi"/>', finds: 'n="xi"' },
      { tei: '<pb n="8"/><p>a</p><pb n="10"/><p>b</p><pb n="9"/><pb n="11"/>', finds: 'n="10"' },
    ],
  },
  begin: (run) => ({ file: (file) => watchPages(file, (breaks) => check(run, file.source, breaks)) }),
};

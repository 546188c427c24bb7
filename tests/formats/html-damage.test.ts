import { beforeAll, describe, expect, it } from 'vitest';
import { htmlFormat } from '../../src/formats/html/html-format.ts';
import { compileShell } from '../../src/formats/html/shell.ts';
import type { TextFormat } from '../../src/formats/format.ts';
import { edition, shellSources, unit } from './html-fixture.ts';
import { zoo } from './html-zoo.ts';

let html: TextFormat;
beforeAll(async () => {
  html = htmlFormat(await compileShell(shellSources()));
});

/** A sequence of numbers that looks random and is always the same. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % below;
  };
}

interface Damage {
  readonly name: string;
  /** What can be damaged, in the text of the page. */
  readonly part: RegExp;
}

const damages: readonly Damage[] = [
  { name: 'a word', part: /(?<=>[^<]*)\b[A-Za-z]{2,}\b(?=[^<>]*<)/g },
  { name: 'a page break', part: /<span role="doc-pagebreak".*?\]<\/span>(?:<\/span>)?/g },
  { name: 'a note call', part: /<a role="doc-noteref".*?<\/a>/g },
  { name: 'a note', part: /<div id="fn\d"[^>]*role="doc-footnote"[^]*?(?=<div id="fn|<\/section>)/g },
];

describe('a damaged page is never taken for a good one', () => {
  it.each(damages)('$name deleted, doubled, swapped with another or moved', ({ part }) => {
    const page = html.write(unit(...zoo), edition);
    const good = JSON.stringify(html.readBack(page));
    const start = page.indexOf('<main');
    const end = page.indexOf('</main>');
    const main = page.slice(start, end).replace(/<h2 id="o:notes".*<\/h2>/, '');
    const found = [...main.matchAll(part)];
    expect(found.length).toBeGreaterThan(4);
    const next = numbers(found.length);
    for (let i = 0; i < 250; i++) {
      const one = found[next(found.length)]!;
      const other = found[next(found.length)]!;
      const damaged = [
        () => replaced(main, one, ''),
        () => replaced(main, one, `${one[0]} ${one[0]}`),
        () => swapped(main, one, other),
        () => moved(main, one, other),
      ][next(4)]!();
      if (damaged === main || one[0] === other[0] || areNeighbours(main, one, other)) continue;
      if (isGenerated(main, one.index) || isGenerated(main, other.index)) continue;
      const back = JSON.stringify(html.readBack(page.slice(0, start) + damaged + page.slice(end)));
      expect(back === good ? `${one[0]} / ${other[0]}` : 'noticed').toBe('noticed');
    }
  });
});

type Found = RegExpMatchArray;
const replaced = (text: string, { index, 0: part }: Found, by: string): string =>
  text.slice(0, index) + by + text.slice(index! + part.length);

function swapped(text: string, a: Found, b: Found): string {
  const [first, second] = a.index! < b.index! ? [a, b] : [b, a];
  return replaced(replaced(text, second, first[0]), first, second[0]);
}

function moved(text: string, one: Found, before: Found): string {
  const [first, second] = one.index! < before.index! ? [one, before] : [before, one];
  if (first === one) return replaced(text.slice(0, second.index) + `${one[0]} ` + text.slice(second.index), one, '');
  return text.slice(0, first.index) + `${one[0]} ` + replaced(text, one, '').slice(first.index);
}

/** Only white space is between the two: moving the one before the other changes nothing. */
const areNeighbours = (text: string, a: Found, b: Found): boolean =>
  text.slice(a.index! + a[0].length, b.index).trim() === '';

const isGenerated = (text: string, index = 0): boolean =>
  text.lastIndexOf('data-generated', index) > text.lastIndexOf('</', index);

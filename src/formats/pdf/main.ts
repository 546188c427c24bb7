import type { UnitInfo } from '../../model/edition.ts';
import { call, list, words } from './code.ts';
import { type BookFacts, firstOfText, shortened } from './book.ts';
import { indexedKinds, indexParts } from './name-index.ts';
import type { Part } from './part.ts';
import { sheetOf } from './print-settings.ts';
import type { Print } from '../../config/print.ts';

/** The code of a whole book: what is before the text, the units, and what is behind them. */

interface Head {
  readonly level: number;
  /** The name of its place in the file: its number, what it is, and of which unit. */
  readonly name: string;
  readonly unit: string;
  readonly short: string;
  /** It is on a page of its own already. */
  readonly isFresh: boolean;
}

interface Heads {
  readonly heads: readonly Head[][];
  /** The names of the headings of the contents, and of the parts of the index, with their titles. */
  readonly contents: string;
  readonly index: readonly (readonly [name: string, title: string])[];
}

/** Headings as they are in the book: no level is skipped, and each has a name of its own. The contents are before the part `contentsAt`. */
function headsOf(units: readonly UnitInfo[], parts: readonly Part[], contentsAt: number, first: number): Heads {
  const named = new Set(parts.flatMap((part) => part.names.map(([, { kind }]) => kind)));
  const kinds = indexedKinds.filter((kind) => named.has(kind));
  let last = 0;
  let count = 0;
  let contents = '';
  const heads = parts.map((part, i) => {
    if (i === contentsAt) {
      contents = `${++count}:o:contents`;
      last = 1;
    }
    const { depth, facts } = units[i]!;
    return part.headings.map(({ what, level, plain }) => {
      // Deeper headings than the sixth are not known to readers.
      last = Math.min(depth + level + 1, last + 1, 6);
      const isUnit = what !== 's';
      return {
        level: last,
        name: `${++count}:${what}:${facts.id}`,
        unit: isUnit ? facts.id : '',
        short: shortened(plain),
        isFresh: isUnit && (part.isTitlePage || i === first),
      };
    });
  });
  contents ||= `${++count}:o:contents`;
  const index = kinds.map((kind) => [`${++count}:o:index-${kind}`, indexParts[kind]] as const);
  return { heads, contents, index };
}

const headCode = ({ level, name, unit, short, isFresh }: Head): string =>
  list([String(level), words(name), words(unit), words(short), String(isFresh)]);

/** The code, with what it reads as `settings.json` and imports as `entries.typ`. */
export interface MainFile {
  readonly code: string;
  readonly settings: string;
  readonly entries: string;
}

/** The entries of the apparatus by their keys: what the source calls each, what it says, and what its readings are. */
function entriesFile(parts: readonly Part[]): string {
  const lines = parts.flatMap(({ entries }) =>
    entries.map(
      ({ key, kind, readings, code }) =>
        `  ${words(key)}: (${words(kind)}, {${code}}, ${list(readings.map(words))}),\n`,
    ),
  );
  return `#import "blocks.typ": *\n#let entries = (:${lines.length === 0 ? '' : `\n${lines.join('')}`})\n`;
}

export function mainFile(
  units: readonly UnitInfo[],
  parts: readonly Part[],
  facts: BookFacts,
  print: Required<Print>,
  missing: readonly string[] = [],
): MainFile {
  const hasTitlePage = parts[0]?.headings[0]?.what === 'u' && parts[0].isTitlePage;
  // The contents follow the title page of the text, where there is one.
  const first = firstOfText(units);
  const contentsAt = hasTitlePage ? 1 : 0;
  const { heads, contents, index } = headsOf(units, parts, contentsAt, first);
  const lines = ['#import "base.typ": *', '#show: book', call('#before-text', String(!hasTitlePage))];
  parts.forEach((part, i) => {
    if (i === contentsAt) lines.push('#contents()');
    if (i === first) lines.push('#ends()', '#show: main-matter');
    lines.push(`#let heads = ${list(heads[i]!.map(headCode))}`, '#let at = n => heads.at(n)', `#${part.code}`);
  });
  if (contentsAt >= parts.length) lines.push('#contents()');
  if (index.length > 0) lines.push(call('#name-index', list(index.map((part) => list(part.map(words))))));
  lines.push('#dump()');
  const { lang, isRtl, date, imprint, ...said } = facts;
  const all = heads.flat();
  const deepest = Math.max(1, ...all.map(({ level }) => level));
  // Each unit is in the contents: only places to which something leads have names in the file.
  const deepestUnit = Math.max(1, ...all.filter(({ unit }) => unit !== '').map(({ level }) => level));
  const settings = {
    ...sheetOf(print),
    sides: print.sides,
    lang: lang[0],
    rtl: isRtl,
    date: { year: date[0], month: date[1], day: date[2] },
    contents,
    depth: Math.max(deepestUnit, Math.min(3, deepest)),
    imprint,
    missing,
    facts: said,
  };
  return { code: `${lines.join('\n')}\n`, settings: JSON.stringify(settings), entries: entriesFile(parts) };
}

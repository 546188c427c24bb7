/** Headings: short lines that stand alone, in capitals or with a word that headings have. One question for all of a text. */
import type { Chooser } from '../decisions.ts';
import type { LineBlock } from './line-blocks.ts';

const word =
  /^(?:(book|part|volume|buch|teil|livre|partie)|(chapter|section|letter|act|scene|canto|appendix|preface|foreword|introduction|prologue|epilogue|conclusion|contents|kapitel|vorwort|einleitung|chapitre|préface))(?:\s+[\dIVXLCivxlc]+\b|\s*[.:—–-]|$)/iu;
const roman = /^[IVXLC]{1,7}\.?$/;

const textOf = (block: LineBlock): string => block.lines.map((l) => l.text).join(' ');

/** The level of a heading; undefined for other blocks. Capitals without such a word are below the others. */
function levelOf(block: LineBlock): { level: number; byWord: boolean } | undefined {
  const text = textOf(block);
  if (block.lines.length > 3 || text.length > 90 || block.kind === 'bullets') return undefined;
  const found = word.exec(text);
  if (found && text.length <= 70 && !/[,;]$/.test(text)) return { level: found[1] ? 1 : 2, byWord: true };
  if (roman.test(text)) return { level: 2, byWord: true };
  const capitals = /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text.replace(/\b(?:of|the|and|to|in|a|de|und)\b/gu, ''));
  return capitals && !/[,;:]$/.test(text) ? { level: 3, byWord: false } : undefined;
}

/** The headings of a text with their levels, if they are headings. */
export function findHeadings(blocks: readonly LineBlock[], chooser: Chooser): Map<LineBlock, number> {
  const found = blocks.flatMap((block) => {
    const level = levelOf(block);
    return level ? [{ block, ...level }] : [];
  });
  const [first] = found;
  if (!first) return new Map();
  const line = first.block.lines[0]!;
  const chosen = chooser.choose({
    kind: 'heading',
    start: line.start,
    end: line.start + line.text.length,
    ask: `${found.length === 1 ? 'This line looks' : `${found.length} lines like this one look`} like a heading. ${found.length === 1 ? 'Is it one' : 'Are they headings'}?`,
    options: [
      { value: 'headings', label: 'headings, each with what follows it' },
      { value: 'text', label: 'lines of the text' },
    ],
    preferred: 'headings',
    confidence: found.every((f) => f.byWord) ? 0.89 : 0.75,
  });
  return new Map(chosen === 'headings' ? found.map((f) => [f.block, f.level]) : []);
}

/**
 * Headings of a text that marks none: lines that stand alone, short, without the end of a sentence; in capitals, with a number, or in the
 * middle of the line. Those for which only their shortness speaks are one question.
 */
import type { Chooser } from '../decisions.ts';
import type { Setting } from '../layout/setting.ts';
import type { Row, TextBlock } from './blocks.ts';

const numbered = /^(?:(?:\p{L}{3,12}\.? )?(?:[IVXLC]{1,7}|\d{1,3})[.:)]?(?=\s|$)|§ ?\d)/u;
const numberedTitle = /^(?:[IVXLC]{1,7}|\d{1,4}[a-z]?)\.\s+\p{Lu}/u;

const isBlock = (row: Row | undefined): row is TextBlock => row !== undefined && 'lines' in row;

const noLowerCase = (text: string): boolean =>
  /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text.replace(/(?<=^|\s)\p{Ll}{1,3}(?=\s|$)/gu, ''));

/** How sure it is that a block is a heading, from 0 to 1. */
function worth(block: TextBlock, next: TextBlock | undefined, setting: Setting, usualGap: number): number {
  const text = block.words;
  if (!next || block.kind === 'rule' || block.kind === 'bullets' || block.kind === 'verse') return 0;
  if (!/\p{L}/u.test(text) || text.length > 120 || block.lines.length > 4) return 0;
  if (/^[-–—«»„“”"'‘’([{_*]|[,;…"”’»]$/u.test(text)) return 0;
  const words = text.split(/\s+/).length;
  const capitals = noLowerCase(text);
  if (capitals && words <= 16) return 0.95;
  if (/^[IVXLC]{1,7}\.?$|^(?:[IVXLC]{1,7})\. /u.test(text) && words <= 16) return 0.92;
  if (block.lines.length > 1 || /[?!:]$/.test(text)) return 0;
  const inner = text.slice(0, -1);
  const sentence = /[.!?] |, /u.test(inner.replace(numbered, ''));
  if (sentence || !/^[\p{Lu}\d§]/u.test(text)) return 0;
  const centred = setting.width !== undefined && block.lines[0]!.indent > 8;
  const apart = block.gap > usualGap && usualGap > 0;
  const long = next.words.length > text.length * 2 || next.kind === 'bullets';
  if (numbered.test(text) && words <= 8 && text.length <= 60 && !/\p{Ll}{3,}\.$/u.test(text)) return 0.9;
  if (words <= 8 && text.length <= 70 && (centred || apart) && long) return 0.9;
  return words <= 5 && text.length <= 45 && long && block.gap > 0 ? 0.6 : 0;
}

function usualGapOf(rows: readonly Row[]): number {
  const gaps = rows.filter(isBlock).map((b) => b.gap);
  return gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 1;
}

/** Level 1: numbers and capitals; 2: the others. */
const levelOf = (block: TextBlock): number => {
  const text = block.words;
  return noLowerCase(text) || numbered.test(text) ? 1 : 2;
};

function askWeak(weak: readonly TextBlock[], blocks: number, chooser: Chooser): boolean {
  const [first] = weak;
  if (!first) return false;
  const line = first.lines[0]!;
  const few = weak.length <= Math.max(2, blocks * 0.04);
  return (
    chooser.choose({
      kind: 'heading',
      start: line.start,
      end: line.end,
      ask:
        weak.length === 1
          ? 'A short line stands alone here. Is it a heading?'
          : `${weak.length} short lines like this one stand alone. Are they headings?`,
      options: [
        { value: 'headings', label: weak.length === 1 ? 'yes, a heading' : 'headings, each with what follows it' },
        { value: 'text', label: weak.length === 1 ? 'no, a paragraph' : 'paragraphs' },
      ],
      preferred: few ? 'headings' : 'text',
      confidence: few ? 0.7 : 0.8,
    }) === 'headings'
  );
}

/** The heading of the whole text, where it is its first block and says so by its number. */
const opensText = (rows: readonly Row[], block: TextBlock): boolean =>
  rows.find(isBlock) === block && numberedTitle.test(block.words) && block.kind !== 'bullets';

/** The headings among the blocks of a text, with their levels. */
export function findHeadings(rows: readonly Row[], setting: Setting, chooser: Chooser): Map<TextBlock, number> {
  const blocks = rows.filter(isBlock);
  const usual = usualGapOf(rows);
  const found = new Map<TextBlock, number>();
  const weak: TextBlock[] = [];
  blocks.forEach((block, i) => {
    if (opensText(rows, block) && blocks.length > 1) {
      found.set(block, 1);
      return;
    }
    const sure = worth(block, blocks[i + 1], setting, usual);
    if (sure >= 0.9) found.set(block, levelOf(block));
    else if (sure > 0 && i > 0) weak.push(block);
  });
  // Of many short lines that follow each other none is a heading.
  const short = new Set(weak);
  const single = blocks.filter((b, i) => short.has(b) && !short.has(blocks[i - 1]!) && !short.has(blocks[i + 1]!));
  if (askWeak(single, blocks.length, chooser)) for (const b of single) found.set(b, 2);
  return found;
}

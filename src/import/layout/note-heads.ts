/** Beginnings of notes: lines that begin with a label, alone, in brackets, or after a word. */
import { labelKind, labelValue, plainLabel } from './labels.ts';
import type { TextLine } from './lines.ts';
import { close, type Head, literal, type Mark } from './marks.ts';

const worded =
  /^([[({<]?)(\p{L}{1,14}\.?)[ \u00a0](\d{1,4}[a-z]?|[ivxlc]{1,7}|[A-Za-z]{1,2}|[*†‡§‖¶]{1,4})(\. ?[:—–-]+|[:.)\]]|[ ]?[—–=-]+)\s*(?=\S|$)/u;
const opening =
  /^([[({<])(\d{1,4}[a-z]?|[⁰¹²³⁴-⁹]{1,3}|[ivxlc]{1,7}|[A-Za-z]{1,2}|[*†‡§‖¶]{1,4})(\.?[\])}>][.:]?|:)\s*(?=\S|$)/u;
const bare =
  /^(\d{1,4}[a-z]?|[⁰¹²³⁴-⁹]{1,3}|[a-z]|[ivxlc]{1,7}|[*†‡§‖¶]{1,4})([.):]{0,2})(?:\s+|(?=[^\s\d.,:;)*†‡§‖¶-])|$)/u;
const caret = /^\^(\d{1,3})[.: ]\s*(?=\S)/u;

interface Shape {
  readonly before: string;
  readonly label: string;
  readonly after: string;
  readonly length: number;
}

function shapeOf(line: string): Shape | undefined {
  const word = worded.exec(line);
  // A single word before a label without a bracket (“Chapter 1.”) is the heading of a chapter more often than a note.
  if (word && (word[1] !== '' || /^[:—–=-]|^ /.test(word[4]!)))
    return { before: `${word[1]!}${word[2]!} `, label: word[3]!, after: word[4]!, length: word[0].length };
  const open = opening.exec(line);
  if (open) return { before: open[1]!, label: open[2]!, after: open[3]!, length: open[0].length };
  const plain = bare.exec(line);
  if (plain) {
    const [all, label = '', after = ''] = plain;
    const glued = after === '' && all === label && all !== line;
    // A word that begins with a letter is not a label; a number glued to a word is one only where it is raised.
    if (glued && !/^[⁰¹²³⁴-⁹*†‡§‖¶]/u.test(label)) return undefined;
    if (after === '' && /^[a-z]+$/.test(label)) return undefined;
    return { before: '', label, after, length: all.length };
  }
  const up = caret.exec(line);
  return up ? { before: '^', label: up[1]!, after: '', length: up[0].length } : undefined;
}

/** The end of the bracket that a note begins with, `]` included; undefined where it is not closed within a few paragraphs. */
function closingBracket(text: string, from: number, open: string): number | undefined {
  const end = close[open]!;
  const most = Math.min(text.length, from + 20_000);
  for (let i = from, depth = 1; i < most; i++) {
    if (text[i] === open) depth++;
    if (text[i] === end && --depth === 0) return i + 1;
  }
  return undefined;
}

/** The lines that begin like a note, in order. */
export function headsIn(text: string, lines: readonly TextLine[]): Head[] {
  return lines.flatMap((line, index): Head[] => {
    const shape = shapeOf(line.text);
    if (!shape) return [];
    const { before, label, after, length } = shape;
    const kind = /^[⁰¹²³⁴-⁹]/u.test(label) ? '¹' : labelKind(label);
    const held = /^[[({<]/.test(before) && !/[\])}>]/.test(after);
    const closes = held ? closingBracket(text, line.start + 1, before[0]!) : undefined;
    if (held && closes === undefined) return [];
    return [
      {
        form: `${literal(before)}{${kind}}${literal(after.trim())}${held ? ' {…}' + literal(close[before[0]!]!) : ' {…}'}`,
        label: plainLabel(label),
        start: line.start,
        end: line.start + length,
        line: index,
        ...(closes === undefined ? {} : { closes }),
      },
    ];
  });
}

/** Numbers within the lines of a note that begins like them, each one more than the last: notes that are set as one paragraph. */
export function headsInNotes(heads: readonly Head[], lines: readonly TextLine[], marks: readonly Mark[]): Head[] {
  const out: Head[] = [];
  let next = 0;
  for (const [k, head] of heads.entries()) {
    const form = head.form.replace(' {…}', '');
    const to = heads[k + 1]?.line ?? lines.length;
    let last = head;
    let line = head.line;
    while (next < marks.length && marks[next]!.start < head.end) next++;
    for (let i = next; i < marks.length; i++) {
      const mark = marks[i]!;
      while (line < to && mark.start >= lines[line]!.end && lines[line + 1]?.gap === 0) line++;
      if (line >= to || mark.start >= lines[line]!.end) break;
      const before = lines[line]!.text.slice(0, mark.start - lines[line]!.start);
      const ends = before === '' || /[.!?:)”"’»\]] $/.test(before);
      if (mark.form !== form || !ends || labelValue(mark.label) !== (labelValue(last.label) ?? NaN) + 1) continue;
      last = { form: head.form, label: mark.label, start: mark.start, end: mark.end, line };
      out.push(last);
    }
  }
  return out;
}

const inPlace = /([[(])(\p{L}{3,14}\.?):\s?(?=\S)/gu;

/** What notes are called that are in the text at their place; other words in brackets are pictures, captions and the like. */
const noteWord = /^(?:foot)?not|^fu(?:ß|ss)n|^anm|^noot|^voetn|^prim|^прим|^σημ/iu;

/** Notes at their place in the text, in brackets and with a word in front: `[Note: …]`. */
export function notesInPlace(text: string, lines: readonly TextLine[]): Head[] {
  let line = 0;
  let count = 0;
  return [...text.matchAll(inPlace)].flatMap((m): Head[] => {
    while (line < lines.length - 1 && lines[line + 1]!.start <= m.index) line++;
    const closes = closingBracket(text, m.index + 1, m[1]!);
    if (closes === undefined || !noteWord.test(m[2]!)) return [];
    const form = `${m[1]!}${m[2]!}: {…}${close[m[1]!]!}`;
    // They have no numbers of their own: they are numbered in their order.
    return [{ form, label: String(++count), start: m.index, end: m.index + m[0].length, line, closes }];
  });
}

import type { Reading, ReadingNode } from '../../model/reading.ts';
import { layout } from './layout.ts';
import type { EntryLine, Setting, SideLine } from './setting.ts';

/** The entries of an apparatus, each laid out in one line when its lemma is met in the text. */

const calls = /[\x01\x03\x05\x0b][^\x02]*\x02/g;

type LayOut = (children: readonly Reading[], at: Setting) => void;

/** What is laid out in one line. */
function inLine(node: ReadingNode, at: Setting, layOut: LayOut): string {
  const page = layout();
  // An apparatus is set in lines of its own.
  const dialect = { ...at.dialect, numbersLines: false };
  page.flat(() => layOut(node.children, { ...at, dialect, page, depth: 0, inItem: false }));
  return page.lines()[0]?.text ?? '';
}

const oneSpace = (text: string): string => text.replace(/[ \t]+/g, ' ').trim();

/** The lemma as its entry repeats it: without page breaks and calls, which are in the text. */
const repeated = (lemma: ReadingNode, at: Setting, layOut: LayOut): string =>
  oneSpace(
    inLine(lemma, { ...at, dialect: { ...at.dialect, gluesCalls: true }, called: [], entries: [] }, layOut).replace(
      calls,
      (mark) => (mark.startsWith('\x01') ? ' ' : ''),
    ),
  );

const siglaOf = ({ sigla = [], sources = [] }: ReadingNode): string[] =>
  [...sigla, ...sources].map(({ siglum }) => siglum);

/** Lays out the entry that a node is; its lemma is laid out in the text, by `lemma`. */
export function layOutEntry(node: ReadingNode, at: Setting, layOut: LayOut, lemma: (side: ReadingNode) => void): void {
  const sides: SideLine[] = [];
  const number = Number(node.n);
  const shown = (side: ReadingNode, text: string): SideLine => ({
    role: side.role ?? '',
    about: side.about ?? '',
    sigla: side.role === 'lemma' || side.role === 'reading' ? siglaOf(side) : [],
    text,
  });
  for (const child of node.children) {
    if (typeof child === 'string' || child.kind !== 'side') layOut([child], at);
    else if (child.role === 'lemma') {
      lemma(child);
      sides.unshift(shown(child, repeated(child, at, layOut)));
    } else sides.push(shown(child, inLine(child, at, layOut)));
  }
  at.entries.push({ n: number, sides });
}

/** A reading with the notes on it; the last of a list may be the notes on the whole entry. */
export interface ReadingLine {
  readonly side: SideLine | undefined;
  readonly notes: readonly SideLine[];
}

/** The sides of an entry as they are printed. */
export function readingsOf({ sides }: EntryLine): ReadingLine[] {
  const isReading = ({ role }: SideLine): boolean => role === 'lemma' || role === 'reading';
  const notes = new Map<string, SideLine[]>();
  for (const side of sides) {
    if (isReading(side)) continue;
    const others = notes.get(side.about);
    if (others) others.push(side);
    else notes.set(side.about, [side]);
  }
  const notesOn = (about: string): SideLine[] => notes.get(about) ?? [];
  const general = notesOn('');
  const readings = sides.filter(isReading);
  const [lemma] = readings;
  // An entry that is nothing but notes has no reading that could be omitted.
  const isReadings = readings.length > 1 || general.length === 0 || lemma?.text !== '' || lemma.sigla.length > 0;
  return [
    ...(isReadings || notes.has('0') ? readings.map((side) => ({ side, notes: notesOn(side.about) })) : []),
    ...(general.length === 0 ? [] : [{ side: undefined, notes: general }]),
  ];
}

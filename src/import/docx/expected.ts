/**
 * The proof: what a reader of the Word file sees, character by character, told by the atoms alone; how paragraphs, lists and tables
 * were understood plays no part, except for the numbers and bullets that Word shows before a paragraph.
 */
import { type Piece, withPlainPageMarks } from '../expected-text.ts';
import type { XmlNode } from './xml-tree.ts';
import { headingLevel, paragraphProperties } from './styles.ts';
import { type Counter, numberCounter } from './numbering.ts';
import type { Atom } from './atoms.ts';
import { type DocxSource, unseen } from './source.ts';
import type { Choices } from './choices.ts';
import type { NoteLabels } from './note-labels.ts';
import { headingNumber } from './paragraphs.ts';

interface Telling {
  readonly source: DocxSource;
  readonly choices: Choices;
  readonly labels: NoteLabels;
  readonly pages: ReadonlyMap<XmlNode, string>;
  readonly counter: Counter;
}

/** The number or bullet before a paragraph that shows anything. */
function mark(paragraph: Atom, shown: boolean, { source, counter }: Telling): Piece[] {
  const { own, chain } = paragraphProperties(paragraph.node, source.styles);
  const numbered = counter.count(own, chain);
  if (!numbered || !shown || numbered.goesOn) return [];
  const heading = headingLevel(own, chain) !== undefined;
  if (heading && numbered.number === undefined) return [];
  const text = numbered.number === undefined ? '•' : heading ? headingNumber(numbered.number) : `${numbered.number}.`;
  return [{ text, at: paragraph.at, sign: true }];
}

function one(atom: Atom, { choices, labels, pages }: Telling): Piece[] {
  if (atom.is === 'page')
    return pages.has(atom.node) ? [{ text: `[Page ${pages.get(atom.node)!}]`, at: atom.at, sign: true }] : [];
  const note = labels.calls.get(atom.node);
  if (note !== undefined) return [{ text: labels.notes[note]!.label, at: atom.at, sign: true }];
  if (!choices.shows(atom.state)) return [];
  if (atom.is === 'picture') return [{ text: atom.text, at: atom.at, sign: true }];
  const cut = labels.repeated.get(atom.node) ?? 0;
  if (atom.is === 'text') return [{ text: atom.text.slice(cut), at: atom.at + cut }];
  return atom.is === 'line' ? [{ text: ' ', at: atom.at, sign: true }] : [];
}

/** Whether a paragraph shows more than spaces and breaks. */
const showsWords = (own: readonly Atom[], { choices, labels }: Telling): boolean =>
  own.some(
    (a) =>
      labels.calls.has(a.node) ||
      (choices.shows(a.state) &&
        (a.is === 'picture' ||
          (a.is === 'text' && a.text.trim() !== '') ||
          (a.is === 'line' && a.node.name !== 'w:p'))),
  );

function tell(atoms: readonly Atom[], telling: Telling): Piece[] {
  const out: Piece[] = [];
  let line: Piece[] = [];
  const end = (): void => {
    out.push(...withPlainPageMarks(line, telling.choices.shortMarks));
    line = [];
  };
  for (const [i, atom] of atoms.entries()) {
    if (atom.is !== 'paragraph') {
      line.push(...one(atom, telling));
      continue;
    }
    end();
    if (!telling.choices.shows(atom.state)) continue;
    let last = i + 1;
    while (last < atoms.length && !(atoms[last]!.is === 'line' && atoms[last]!.node === atom.node)) last++;
    out.push(...mark(atom, showsWords(atoms.slice(i + 1, last), telling), telling));
  }
  end();
  return out;
}

/** The pieces of the text, then of the notes, each with its number; and whatever nobody has looked at. */
export function piecesOfDocx(
  source: DocxSource,
  choices: Choices,
  labels: NoteLabels,
  pages: ReadonlyMap<XmlNode, string>,
): Piece[] {
  const telling: Telling = { source, choices, labels, pages, counter: numberCounter(source.docx.numbering) };
  const first: Piece[] = choices.wordPages ? [{ text: '[Page 1]', at: 0, sign: true }] : [];
  const body = tell(source.body, telling);
  const notes = labels.notes.flatMap(({ atoms, label }) => [
    { text: `${label}.`, at: atoms.atoms[0]?.at ?? 0 },
    ...tell(atoms.atoms, telling),
  ]);
  const missed = unseen(source);
  const rest: Piece[] =
    missed > 0 ? [{ text: `(${missed} characters in a place that Octavo does not know)`, at: 0 }] : [];
  return [...first, ...body, ...notes, ...rest];
}

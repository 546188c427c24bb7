/** Numbers of notes. Word keeps none: it counts the calls, footnotes and endnotes apart, without those that have a mark of their own. */
import { formatNumber } from '../number-formats.ts';
import { child, valueOf, type XmlNode } from './xml-tree.ts';
import type { Atom } from './atoms.ts';
import type { Choices } from './choices.ts';
import type { DocxSource, NoteAtoms } from './source.ts';

export interface LabelledNote {
  readonly atoms: NoteAtoms;
  readonly label: string;
  readonly called: boolean;
}

export interface NoteLabels {
  /** In the order of their calls, those that are never called at the end. */
  readonly notes: readonly LabelledNote[];
  /** The note of each call. A second call of a note is one too. */
  readonly calls: ReadonlyMap<XmlNode, number>;
  /** Text that repeats a mark at the beginning of its note, and how much of it. */
  readonly repeated: ReadonlyMap<XmlNode, number>;
}

type Kind = NoteAtoms['kind'];

const kindOfCall = (atom: Atom): Kind =>
  atom.is === 'comment' ? 'comment' : atom.node.name === 'w:endnoteReference' ? 'endnote' : 'footnote';

/** The mark that follows a call and takes the place of its number. */
function ownMark(atoms: readonly Atom[], i: number): string {
  if (!/^(?:1|true|on)$/.test(atoms[i]!.node.attributes['w:customMarkFollows'] ?? '')) return '';
  let mark = '';
  for (let k = i + 1; k < atoms.length && (atoms[k]!.state === 'call-mark' || atoms[k]!.is !== 'text'); k++) {
    if (atoms[k]!.is === 'paragraph') break;
    mark += atoms[k]!.state === 'call-mark' ? atoms[k]!.text : '';
  }
  return mark.trim();
}

function numberer(source: DocxSource): (kind: Kind) => string {
  const { settings } = source.docx;
  const last = (kind: string): XmlNode | undefined => child(settings, `w:${kind}Pr`);
  const counts: Record<Kind, number> = { footnote: 0, endnote: 0, comment: 0 };
  return (kind) => {
    const format = valueOf(last(kind), 'w:numFmt') ?? (kind === 'endnote' ? 'lowerRoman' : 'decimal');
    const start = Number(valueOf(last(kind), 'w:numStart') ?? 1);
    const n = start + counts[kind]++;
    return kind === 'comment' ? `C${n}` : formatNumber(n, format);
  };
}

/** A mark typed again at the beginning of the note (`* Not printed.`) is the mark, not text. */
function repeatedMark(note: NoteAtoms, label: string): [XmlNode, number] | undefined {
  const first = note.atoms.find((a) => a.is === 'text' && a.text.trim() !== '');
  if (!first?.text.trimStart().startsWith(label)) return undefined;
  const end = first.text.indexOf(label) + label.length;
  return /^(?:\s|$)/.test(first.text.slice(end)) ? [first.node, end] : undefined;
}

/** Labels all notes that are called, then the rest. */
export function labelNotes(source: DocxSource, choices: Choices): NoteLabels {
  const next = numberer(source);
  const notes: LabelledNote[] = [];
  const calls = new Map<XmlNode, number>();
  const repeated = new Map<XmlNode, number>();
  /** Where in `notes` a note stands. */
  const places = new Map<NoteAtoms, number>();
  const byKey = new Map<string, NoteAtoms>();
  for (const note of source.notes) {
    const key = `${note.kind} ${note.id}`;
    if (!byKey.has(key)) byKey.set(key, note);
  }
  const find = (kind: Kind, id: string): NoteAtoms | undefined => byKey.get(`${kind} ${id}`);
  const visit = (atoms: readonly Atom[]): void => {
    for (const [i, atom] of atoms.entries()) {
      const comment = atom.is === 'comment' && choices.comments === 'notes';
      if ((atom.is !== 'note' && !comment) || !choices.shows(atom.state)) continue;
      const found = find(kindOfCall(atom), atom.node.attributes['w:id'] ?? '');
      if (!found) continue;
      const before = places.get(found);
      calls.set(atom.node, before ?? notes.length);
      if (before !== undefined) continue;
      places.set(found, notes.length);
      const mark = ownMark(atoms, i);
      const again = mark === '' ? undefined : repeatedMark(found, mark);
      if (again) repeated.set(...again);
      notes.push({ atoms: found, label: mark === '' ? next(found.kind) : mark, called: true });
      visit(found.atoms);
    }
  };
  visit(source.body);
  const rest = source.notes.filter((n) => n.kind !== 'comment' && !places.has(n));
  for (const atoms of rest) {
    if (atoms.atoms.some((a) => a.text.trim() !== '')) notes.push({ atoms, label: next(atoms.kind), called: false });
  }
  return { notes, calls, repeated };
}

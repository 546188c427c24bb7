/** What a Word file leaves open as a whole: tracked changes, comments, and whether Word's own pages count. One question each. */
import type { Chooser } from '../decisions.ts';
import { pageMarksIn, shortMarksCount } from '../page-marks.ts';
import type { Atom, AtomState } from './atoms.ts';
import type { DocxSource } from './source.ts';

export interface Choices {
  readonly changes: 'accept' | 'reject' | 'show';
  readonly comments: 'leave out' | 'notes';
  readonly wordPages: boolean;
  readonly shortMarks: boolean;
  /** Whether text in a state is part of the text. */
  readonly shows: (state: AtomState) => boolean;
}

const plural = (n: number, one: string): string => (n === 1 ? `one ${one}` : `${n} ${one}s`);

/** Changes as a person counts them: ranges, not runs. */
export function stretches(atoms: readonly Atom[], state: AtomState): { text: string; at: number }[] {
  const found: { text: string; at: number; end: number }[] = [];
  for (const atom of atoms.filter((a) => a.state === state && a.is === 'text')) {
    const last = found.at(-1);
    if (last?.end === atom.at) {
      last.text += atom.text;
      last.end += atom.text.length;
    } else found.push({ text: atom.text, at: atom.at, end: atom.at + atom.text.length });
  }
  return found.filter((f) => f.text.trim() !== '');
}

function changesOf(atoms: readonly Atom[], chooser: Chooser): Choices['changes'] {
  const [inserted, deleted] = [stretches(atoms, 'inserted'), stretches(atoms, 'deleted')];
  const [first] = [...inserted, ...deleted].sort((a, b) => a.at - b.at);
  if (!first) return 'accept';
  const counted = [
    inserted.length > 0 ? plural(inserted.length, 'insertion') : '',
    deleted.length > 0 ? plural(deleted.length, 'deletion') : '',
  ]
    .filter(Boolean)
    .join(' and ');
  return chooser.choose({
    kind: 'tracked-changes',
    start: first.at,
    end: first.at + first.text.length,
    ask: `The file has tracked changes that nobody has accepted: ${counted}. What counts?`,
    options: [
      { value: 'accept', label: 'the new text: insertions are text, deletions are left out' },
      { value: 'reject', label: 'the old text: insertions are left out, deletions are text' },
      { value: 'show', label: 'both, marked as add and del' },
    ],
    preferred: 'accept',
    confidence: deleted.length > 0 ? 0.7 : 0.85,
  }) as Choices['changes'];
}

function commentsOf(source: DocxSource, chooser: Chooser): Choices['comments'] {
  const comments = source.notes.filter((n) => n.kind === 'comment');
  const calls = [...source.body, ...source.notes.flatMap((n) => n.atoms)].filter((a) => a.is === 'comment');
  if (comments.length === 0 || calls.length === 0) return 'leave out';
  return chooser.choose({
    kind: 'comments',
    start: calls[0]!.at,
    end: calls[0]!.at,
    ask: `The file has ${plural(comments.length, 'comment')} in addition to its text. Are they part of the edition?`,
    options: [
      { value: 'leave out', label: 'no; they are left out (each is reported in a finding)' },
      { value: 'notes', label: 'yes, as notes' },
    ],
    preferred: 'leave out',
    confidence: 0.8,
  }) as Choices['comments'];
}

function wordPagesOf(source: DocxSource, marks: number, chooser: Chooser): boolean {
  const breaks = source.body.filter((a) => a.is === 'page');
  if (breaks.length === 0) return false;
  return (
    chooser.choose({
      kind: 'page-mark',
      start: breaks[0]!.at,
      end: breaks[0]!.at,
      ask: 'Are the pages of the Word file the pages of the edition?',
      options: [
        { value: 'no', label: 'no, they only depend on the paper size' },
        { value: 'yes', label: 'yes: a page break wherever Word begins a page, counted from 1' },
      ],
      preferred: 'no',
      confidence: marks > 0 ? 0.95 : 0.75,
    }) === 'yes'
  );
}

/** Asks for all of a file. */
export function choose(source: DocxSource, chooser: Chooser): Choices {
  const atoms = [...source.body, ...source.notes.filter((n) => n.kind !== 'comment').flatMap((n) => n.atoms)];
  const marks = pageMarksIn(source.text);
  const changes = changesOf(atoms, chooser);
  return {
    changes,
    comments: commentsOf(source, chooser),
    wordPages: wordPagesOf(source, marks.length, chooser),
    shortMarks: shortMarksCount(marks, chooser),
    shows: (state) =>
      state === 'text' ||
      (state === 'inserted' && changes !== 'reject') ||
      (state === 'deleted' && changes !== 'accept'),
  };
}

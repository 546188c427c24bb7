/** What a Word file holds next to its text: told, so that nobody misses it later. */
import type { Finding } from '../../diagnostics/finding.ts';
import { below, textOf } from './xml-tree.ts';
import type { Atom, AtomState } from './atoms.ts';
import type { DocxSource, NoteAtoms } from './source.ts';
import { type Choices, stretches } from './choices.ts';

const short = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 120 ? `${line.slice(0, 117)}…` : line;
};

function told(
  source: DocxSource,
  at: number,
  length: number,
  severity: Finding['severity'],
  message: string,
  fix: string,
): Finding {
  return { code: 'import-left-out', severity, message, span: source.span(at, at + length), fix };
}

const wording: readonly [AtomState, string, string][] = [
  ['hidden', 'Hidden text was left out', 'Unhide it in Word and import again if it belongs to the text.'],
  [
    'contents',
    'A table of contents that Word generated was left out',
    'Nothing needs to be done: the edition generates its own.',
  ],
];

function stretchesOf(
  source: DocxSource,
  atoms: readonly Atom[],
  state: AtomState,
  what: string,
  fix: string,
): Finding[] {
  const found = stretches(atoms, state);
  const all =
    state === 'contents' && found.length > 0 ? [{ text: found.map((f) => f.text).join(' '), at: found[0]!.at }] : found;
  return all.map(({ text, at }) =>
    told(source, at, text.length, state === 'hidden' ? 'review' : 'note', `${what}: “${short(text)}”`, fix),
  );
}

function comment(source: DocxSource, { node, atoms }: NoteAtoms): Finding {
  const who = node.attributes['w:author'];
  const words = short(atoms.map((a) => a.text).join(''));
  const at = atoms[0]?.at ?? 0;
  const message = `A comment${who ? ` of ${who}` : ''} was left out: “${words}”`;
  return told(
    source,
    at,
    words.length,
    'note',
    message,
    'Answer the question about comments if they belong to the edition.',
  );
}

function runningHeads(source: DocxSource): Finding[] {
  const texts = source.docx.headers.map((h) => short(below(h.root, 'w:t').map(textOf).join(' ')));
  return [...new Set(texts)]
    .filter((text) => text !== '')
    .map((text) =>
      told(
        source,
        0,
        0,
        'note',
        `A header or footer was left out: “${text}”`,
        'Nothing needs to be done if it is not part of the text.',
      ),
    );
}

/** One finding for each thing that is not in the TEI. */
export function leftOut(source: DocxSource, choices: Choices): Finding[] {
  const atoms = [...source.body, ...source.notes.filter((n) => n.kind !== 'comment').flatMap((n) => n.atoms)];
  const states = wording.flatMap(([state, what, fix]) => stretchesOf(source, atoms, state, what, fix));
  const accepted =
    choices.changes === 'show' ? [] : stretches(atoms, choices.changes === 'accept' ? 'deleted' : 'inserted');
  const what = choices.changes === 'accept' ? 'A tracked deletion' : 'A tracked insertion';
  const changes = accepted.map(({ text, at }) =>
    told(
      source,
      at,
      text.length,
      'note',
      `${what} was left out: “${short(text)}”`,
      'Answer the question about tracked changes if it belongs to the text.',
    ),
  );
  const comments =
    choices.comments === 'notes' ? [] : source.notes.filter((n) => n.kind === 'comment').map((n) => comment(source, n));
  return [...states, ...changes, ...comments, ...runningHeads(source)];
}

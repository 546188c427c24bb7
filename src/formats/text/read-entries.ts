import { sideValue } from '../../model/apparatus.ts';
import type { SpineBuilder } from '../../model/spine.ts';
import type { Item } from '../../model/structure.ts';
import { wordsWithSigns } from '../lemma-words.ts';
import { type Piece, readMarks, type SignGrammar } from './marks.ts';
import type { SignReader } from './read-signs.ts';

/** Reads the apparatus of a text: calls of entries in the text, and the lines of the entries, from which the lemmas are found again. */

interface LemmaRead {
  readonly n: string;
  /** As the entry repeats it. */
  readonly shown: string;
  readonly value: string;
}

interface CallRead {
  readonly n: string;
  readonly run: number;
  readonly at: number;
}

/** Splits a line where a separator of ours is. */
function split(line: string, separator: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let i = 0; i < line.length; i++) {
    if (line[i] === '\\') i++;
    else if (line.startsWith(separator, i)) {
      parts.push(line.slice(from, i));
      from = i + separator.length;
      i = from - 1;
    }
  }
  return [...parts, line.slice(from)];
}

const entryStart = /^\[App (\d+)\] /;

export const isEntry = (line: string): boolean => entryStart.test(line);

/** The last letter before a place of a run, and whether another word is before it. */
function letterBefore(run: string, at: number): { at: number; isWordEnd: boolean } | undefined {
  let isWordEnd = false;
  for (let i = at - 1; i >= 0; i--) {
    const c = run[i]!;
    if (c === ' ') isWordEnd = true;
    else if (c === '\x02') i = run.lastIndexOf('\x01', i);
    else if (c === '\x04') i = run.lastIndexOf('\x03', i);
    else return { at: i, isWordEnd };
  }
  return undefined;
}

/** Where these letters begin that end at a place; undefined where others are there. */
function startOf(run: string, end: number, letters: string): number | undefined {
  let at = end;
  for (let i = letters.length - 1; i >= 0; i--) {
    const before = letterBefore(run, at);
    if (before === undefined || run[before.at] !== letters[i]) return undefined;
    at = before.at;
  }
  return at;
}

/** Where the last letter of a word is, so many words before the end. */
function endOfWord(run: string, end: number, back: number): number | undefined {
  let at = end;
  let count = 0;
  for (;;) {
    const before = letterBefore(run, at);
    if (before === undefined) return undefined;
    if (at === end || before.isWordEnd) count++;
    if (count === back) return before.at + 1;
    at = before.at;
  }
}

export class EntryReader {
  readonly faults: string[] = [];
  private readonly spine: SpineBuilder;
  private readonly signs: SignReader;
  private readonly grammar: SignGrammar;
  private readonly lemmas: LemmaRead[] = [];
  private readonly calls: CallRead[] = [];

  constructor(spine: SpineBuilder, signs: SignReader, grammar: SignGrammar) {
    this.spine = spine;
    this.signs = signs;
    this.grammar = grammar;
  }

  call(n: string): void {
    this.calls.push({ n, ...this.spine.place() });
  }

  /** A line that is an entry. `other`: what a mark in it is. */
  line(line: string, other: (piece: Piece) => void): void {
    const [start, n = ''] = entryStart.exec(line)!;
    if (n !== String(this.lemmas.length + 1))
      this.faults.push(`entry ${n} of the apparatus is not where its number belongs`);
    split(line.slice(start.length), ' : ').forEach((side, i) => this.side(side, n, i, other));
  }

  private side(side: string, n: string, place: number, other: (piece: Piece) => void): void {
    const [first = '', ...behind] = split(side, '  ');
    const isGeneral = first === '–' || first.startsWith('– (');
    const [siglaField = '', ...more] = isGeneral ? [first, ...behind] : behind;
    const open = split(siglaField, ' (');
    const sigla = open[0] === '–' ? '' : open[0]!;
    const notes = [...(open.length > 1 ? [siglaField.slice(open[0]!.length + 1)] : []), ...more];
    const about = isGeneral ? '' : String(place);
    const value = (role: 'lemma' | 'reading' | 'note'): string =>
      sideValue(role, n, about, role === 'note' ? {} : { wit: this.plain(sigla) });
    if (place === 0 && isGeneral) this.lemmas.push({ n, shown: 'om.', value: sideValue('lemma', n, '0', { wit: '' }) });
    else if (place === 0) this.lemmas.push({ n, shown: first, value: value('lemma') });
    else if (!isGeneral) this.words(value('reading'), first === 'om.' ? '' : first, other);
    notes.forEach((note, i) => {
      const hasOwn = note.startsWith('\\(') && note.endsWith(')');
      const isPlaced = i > 0 || hasOwn || open.length > 1;
      if (!isPlaced || (!hasOwn && !/^\(.*\)$/su.test(note)))
        this.faults.push(`entry ${n} of the apparatus: “${note}” is not a note as ours are`);
      this.words(value('note'), hasOwn ? note : note.slice(1, -1), other);
    });
    const fields = [first, sigla, ...notes];
    if (
      fields.some((field) => field !== field.trim()) ||
      /(?<!\[)\\[\p{L}\p{N} ]/u.test(side.replace(/\\\\/g, '').replace('\\om.', ''))
    )
      this.faults.push(`entry ${n} of the apparatus: “${side}” is not written as ours are`);
  }

  private plain(rendered: string): string {
    return readMarks(rendered, this.grammar)
      .map((piece) => (piece.kind === 'words' || piece.kind === 'dotted' ? piece.text : ''))
      .join('');
  }

  private words(value: string, rendered: string, other: (piece: Piece) => void): void {
    this.spine.startSide(value);
    this.signs.read(readMarks(rendered, this.grammar), other);
    this.signs.end();
    this.spine.endSide();
  }

  /** The words of a lemma as its entry repeats them, in the form of a run. */
  private shownWords(rendered: string): string {
    return readMarks(rendered, this.grammar)
      .map((piece) => {
        if (piece.kind === 'words' || piece.kind === 'dotted') return piece.text;
        return piece.kind === 'sign' && this.signs.isPoint(piece.label) ? '\x06' : '';
      })
      .join('');
  }

  private place(shown: string, run: string, end: number): number | undefined {
    if (shown === 'om.') return end;
    const parts = split(shown, ' … ');
    const [, last = '', count] = /^(.*) \((\d+) words\)$/su.exec(parts[1] ?? '') ?? [];
    if (parts.length !== 2 || count === undefined) {
      const words = this.shownWords(shown);
      // Where a call or a page break went, words that are repeated may be joined in another way.
      return startOf(run, end, words.replaceAll(' ', ''));
    }
    const first = this.shownWords(parts[0]!);
    const wordEnd = endOfWord(run, end, Number(count));
    const from = wordEnd === undefined ? undefined : startOf(run, wordEnd, first.split(' ')[0]!);
    if (from === undefined) return undefined;
    const words = wordsWithSigns(run.slice(from, end));
    return words.slice(0, 3).join(' ') === first && words.at(-1) === this.shownWords(last) ? from : undefined;
  }

  /** The lemmas as items. `runs`: of the finished spine. */
  items(runs: readonly string[]): Item[] {
    const called = new Map(this.calls.map((call) => [call.n, call]));
    if (called.size !== this.calls.length || this.calls.length !== this.lemmas.length)
      this.faults.push(`there are ${this.calls.length} calls and ${this.lemmas.length} entries of the apparatus`);
    return this.lemmas.flatMap(({ n, shown, value }) => {
      const call = called.get(n);
      const run = call && this.spine.runOf(call.run);
      const from = call && this.place(shown, runs[run!]!, call.at);
      if (from !== undefined) return [{ aspect: 'reading' as const, run: run!, from, to: call!.at, value }];
      this.faults.push(`entry ${n} of the apparatus: its lemma “${shown}” is not at its call in the text`);
      return [];
    });
  }
}

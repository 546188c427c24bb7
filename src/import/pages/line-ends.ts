/**
 * Words broken by a hyphen at the end of a line. The text itself knows most of them (the whole word, or the word with a hyphen, occurs
 * elsewhere); a person is asked once for those that are joined, once for those that keep their hyphen, and for each that nothing speaks for.
 */
import type { Chooser } from '../decisions.ts';
import { halves, type HyphenReading, readHyphen, type WordCounts } from '../hyphens.ts';

interface Line {
  readonly text: string;
  readonly start: number;
}

interface LineEnd<L extends Line = Line> extends HyphenReading {
  readonly line: L;
  readonly left: string;
  readonly right: string;
}

const known = 0.7;

function endsOf<L extends Line>(blocks: readonly (readonly L[])[], words: WordCounts): LineEnd<L>[] {
  return blocks.flatMap((lines) =>
    lines.flatMap((line, i): LineEnd<L>[] => {
      const next = lines[i + 1];
      const found = next && halves(line.text, next.text);
      return found ? [{ line, ...found, ...readHyphen(found.left, found.right, words) }] : [];
    }),
  );
}

/** The halves of a word with the line end between them. */
function stretch({ line, left }: LineEnd): { start: number; end: number } {
  const end = line.start + line.text.length;
  return { start: end - left.length - 1, end };
}

function askAll(ends: readonly LineEnd[], oneWord: boolean, chooser: Chooser): boolean {
  const [first] = ends;
  if (!first) return oneWord;
  const examples = [...new Set(ends.map((e) => (oneWord ? `${e.left}${e.right}` : `${e.left}-${e.right}`)))]
    .slice(0, 5)
    .join(', ');
  const what = ends.length === 1 ? 'One word is' : `${ends.length} words are`;
  const chosen = chooser.choose({
    kind: 'line-end-hyphens',
    ...stretch(first),
    ask: oneWord
      ? `${what} broken by a hyphen at the end of a line (${examples}). Are they one word?`
      : `${what} broken at a hyphen that seems to belong to them (${examples}). Do they keep it?`,
    options: [
      { value: 'join', label: 'one word; the hyphen is the printer’s' },
      { value: 'keep', label: 'the hyphen belongs to the word' },
    ],
    preferred: oneWord ? 'join' : 'keep',
    confidence: 0.85,
  });
  return chosen === 'join';
}

function askOne(end: LineEnd, chooser: Chooser): boolean {
  return (
    chooser.choose({
      kind: 'line-end-hyphens',
      ...stretch(end),
      ask: `Is “${end.left}-${end.right}” one word, broken at the end of the line?`,
      options: [
        { value: 'join', label: `one word, “${end.left}${end.right}”` },
        { value: 'keep', label: `with a hyphen, “${end.left}-${end.right}”` },
      ],
      preferred: end.oneWord ? 'join' : 'keep',
      confidence: end.confidence,
    }) === 'join'
  );
}

/** For each line that ends with a hyphen inside a word: whether the word is one. */
export function lineEnds<L extends Line>(
  blocks: readonly (readonly L[])[],
  words: WordCounts,
  chooser: Chooser,
): Map<L, boolean> {
  const ends = endsOf(blocks, words);
  const sure = (oneWord: boolean): LineEnd<L>[] => ends.filter((e) => e.oneWord === oneWord && e.confidence >= known);
  const [joined, kept] = [sure(true), sure(false)];
  const answers = { joined: askAll(joined, true, chooser), kept: askAll(kept, false, chooser) };
  return new Map([
    ...joined.map((e): [L, boolean] => [e.line, answers.joined]),
    ...kept.map((e): [L, boolean] => [e.line, answers.kept]),
    ...ends.filter((e) => e.confidence < known).map((e): [L, boolean] => [e.line, askOne(e, chooser)]),
  ]);
}

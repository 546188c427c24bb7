/** What a person is asked about the build of the text: tables, heads of lists, titles of sections, datelines inside the text. */
import type { Chooser } from '../decisions.ts';
import type { TableBlock } from '../document.ts';
import type { Marks } from './inline.ts';
import type { BodyLine } from './body-lines.ts';
import { rowsOnly } from './tables.ts';
import { listType, quotedKind } from './titles.ts';

export interface Asking {
  readonly marks: Marks;
  readonly chooser: Chooser;
}

/** Rows that nothing but the wording shows, and lines that could be rows. One question for each group of lines. */
export function askTable(
  group: readonly BodyLine[],
  found: TableBlock | undefined,
  { marks, chooser }: Asking,
): TableBlock | undefined {
  const lines = group.filter((l) => !l.pagesOnly);
  if (found && !found.cert) return found;
  if (!found && lines.length < 3) return undefined;
  const chosen = chooser.choose({
    kind: 'table',
    start: group[0]!.start,
    end: group.at(-1)!.end,
    ask: `Are the ${lines.length} lines from “${lines[0]!.words.slice(0, 40)}” a table? Its cells cannot be separated with certainty.`,
    options: [
      { value: 'table', label: 'the rows of a table' },
      { value: 'paragraph', label: 'a paragraph with line breaks' },
    ],
    preferred: found ? 'table' : 'paragraph',
    confidence: 0.7,
  });
  return chosen === 'table' ? (found ?? rowsOnly(group, marks)) : undefined;
}

/** A line before a list: its head, or a separate paragraph. `likely` where it reads like a head. */
export function askListHead(words: string, at: number, likely: boolean, chooser: Chooser): boolean {
  const chosen = chooser.choose({
    kind: 'list-head',
    start: at,
    end: at + words.length,
    ask: `Is “${words}” the head of the list below?`,
    options: [
      { value: 'head', label: 'the head of the list' },
      { value: 'paragraph', label: 'a separate paragraph' },
    ],
    preferred: likely ? 'head' : 'paragraph',
    confidence: likely && listType(words) ? 0.98 : likely ? 0.85 : 0.7,
  });
  return chosen === 'head';
}

/** A line that could be the title of a section, with its place. */
export interface Title {
  readonly words: string;
  readonly at: number;
  /** It reads like a name, so it can be a signature as well. */
  readonly name: boolean;
}

const askTitles = (titles: readonly Title[], ask: string, sure: number, chooser: Chooser): boolean => {
  const { words, at, name } = titles[0]!;
  const one = titles.length === 1;
  const chosen = chooser.choose({
    kind: 'section',
    start: at,
    end: at + words.length,
    ask,
    options: [
      { value: 'section', label: one ? 'the title of a section' : 'titles of sections' },
      { value: 'paragraph', label: one ? 'a line of the text' : 'lines of the text' },
    ],
    preferred: name ? 'paragraph' : 'section',
    confidence: sure,
  });
  return chosen === 'section';
};

/** Which lines are titles of sections: one question for all of a document, and one for each that reads like a name. */
export function askSections(titles: readonly Title[], chooser: Chooser): readonly Title[] {
  const plain = titles.filter((t) => !t.name);
  const known = plain.every((t) => quotedKind(t.words) !== undefined);
  const [first] = plain;
  const all = `“${first?.words.slice(0, 60)}”${plain.length > 1 ? ` and ${plain.length - 1} more ${plain.length > 2 ? 'lines' : 'line'} below` : ''}`;
  const ask = plain.length > 1 ? `Are ${all} titles of what follows them?` : `Is ${all} the title of what follows?`;
  const kept = first && askTitles(plain, ask, known ? 0.95 : 0.8, chooser) ? plain : [];
  const names = titles.filter((t) => t.name);
  return [...kept, ...names.filter((t) => askTitles([t], `Is “${t.words}” the title of what follows?`, 0.7, chooser))];
}

/** A line inside the text that looks like a dateline. */
export function askDatelineInText(line: BodyLine, chooser: Chooser): boolean {
  const chosen = chooser.choose({
    kind: 'dateline',
    start: line.start,
    end: line.end,
    ask: `Is “${line.words.slice(0, 60)}” the dateline of a text that is quoted or attached here?`,
    options: [
      { value: 'dateline', label: 'place and date of what follows' },
      { value: 'paragraph', label: 'a line of the text' },
    ],
    preferred: 'paragraph',
    confidence: 0.7,
  });
  return chosen === 'dateline';
}

import { type ReadingLine, readingsOf } from './entries.ts';
import type { EntryLine, SideLine } from './setting.ts';
import { renderMarks, type SignGrammar } from './marks.ts';

/**
 * Entries in the octavo dialect: `[App 1] quick  A B : quyk  C (C corrects itself) : quik  D`. Two spaces separate words from sigla, and a
 * further note from what is before it; ` : ` separates readings; `–` is for sigla that are not there. In words these have a backslash.
 */

/** More words than these are not repeated. */
const most = 12;

/** A dash where no sigla are. */
const none = '–';

/** Words in an entry: a colon that is a word, and a dash at the start, are not ours. */
const escaped = (rendered: string): string =>
  rendered.replace(/\\[^]|(?<=^| ):(?= |$)|^–/gu, (found) => (found.startsWith('\\') ? found : `\\${found}`));

function words(text: string, signs: SignGrammar): string {
  const rendered = escaped(renderMarks(text, signs));
  return rendered === '' ? 'om.' : rendered === 'om.' ? '\\om.' : rendered;
}

/** The lemma: of a long one three words, the last one, and how many they are. */
function lemma(text: string, signs: SignGrammar): string {
  const all = text.split(' ');
  if (all.length <= most) return words(text, signs).replace(/(?<=^| )…(?= |$)/gu, '\\…');
  const first = words(all.slice(0, 3).join(' '), signs);
  return `${first} … ${escaped(renderMarks(all.at(-1)!, signs))} (${all.length} words)`;
}

const siglum = (shown: string, signs: SignGrammar): string =>
  escaped(renderMarks(shown, signs)).replace(/\\[^]|\(/gu, (found) => (found === '(' ? '\\(' : found));

/** A note in parentheses. One that has its own gets none of ours: then two spaces are before it, and its own has a backslash. */
function note({ text }: SideLine, isFirst: boolean, signs: SignGrammar): string {
  const rendered = escaped(renderMarks(text, signs));
  if (text.startsWith('(') && text.endsWith(')')) return `  ${rendered.startsWith('\\') ? '' : '\\'}${rendered}`;
  return `${isFirst ? ' ' : '  '}(${rendered})`;
}

function reading({ side, notes }: ReadingLine, signs: SignGrammar): string {
  const shown = side && (side.role === 'lemma' ? lemma(side.text, signs) : words(side.text, signs));
  const sigla = (side?.sigla ?? []).map((each) => siglum(each, signs)).join(' ');
  if (sigla === '' && notes.length === 0) return shown ?? '';
  const said = notes.map((each, i) => note(each, i === 0, signs)).join('');
  const first = `${sigla === '' ? none : sigla}${said}`;
  return shown === undefined ? first : `${shown}  ${first}`;
}

/** The lines of an apparatus, in the order of its entries. */
export const entryLines = (entries: readonly EntryLine[], signs: SignGrammar): string[] =>
  entries
    .toSorted((a, b) => a.n - b.n)
    .map(
      (entry) =>
        `[App ${entry.n}] ${readingsOf(entry)
          .map((each) => reading(each, signs))
          .join(' : ')}`,
    );

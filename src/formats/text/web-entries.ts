import { runsOf } from '../../model/spine.ts';
import { noWitnesses, siglumOf } from '../../model/apparatus.ts';
import { fieldMark } from '../../model/structure.ts';
import type { UnitContent } from '../../model/unit-content.ts';
import { readingsOf } from './entries.ts';
import type { EntryLine } from './setting.ts';

/** The apparatus in the web dialect: words behind the text, a line for each entry. What is a siglum and what a word, only a person can see. */

/** The lines of the entries: lemma, sigla, notes in brackets, then the other readings. */
export const webEntries = (entries: readonly EntryLine[]): string[] =>
  entries
    .toSorted((a, b) => a.n - b.n)
    .map((entry) =>
      readingsOf(entry)
        .map(({ side, notes }) =>
          [
            ...(side ? [side.text === '' ? 'om.' : side.text, ...side.sigla] : []),
            ...notes.map(({ text }) => `(${text})`),
          ].join(' '),
        )
        .join(' : '),
    );

/** A side of an entry: the place of its reading, readings before notes on them; `isNothing`: a reading without words and sigla. */
interface ExpectedSide {
  readonly at: number;
  readonly order: number;
  readonly text: string;
  readonly isNothing: boolean;
}

/** The same from the source: `runs` in which calls are words, and page breaks. */
export function expectedWebEntries({ spine, structure, witnesses = noWitnesses }: UnitContent): string {
  const runs = runsOf(spine);
  const entries = new Map<number, ExpectedSide[]>();
  const withoutCalls = (text: string): string =>
    text.replace(/\x03[^\x04]*\x04|\x01[^\x02]*\x02/g, (mark) => (mark.startsWith('\x01') ? ' ' : ''));
  for (const { aspect, run, from, to, value } of structure.items) {
    if (aspect !== 'reading') continue;
    const [role = '', entry = '', place = '', wit = '', source = ''] = value.split(fieldMark);
    const isReading = role === 'lemma' || role === 'reading';
    const words = role === 'lemma' ? withoutCalls(runs[run]!.slice(from, to)) : runs[run]!;
    const sigla = `${wit} ${source}`
      .split(' ')
      .filter((each) => each !== '')
      .map((each) => siglumOf(each, witnesses));
    const isEmpty = words.trim() === '';
    const text = isReading ? [isEmpty ? 'om.' : words, ...sigla].join(' ') : `(${words})`;
    const isNothing = isReading && isEmpty && sigla.length === 0;
    const side = { at: place === '' ? Infinity : Number(place), order: isReading ? 0 : 1, text, isNothing };
    const sides = entries.get(Number(entry));
    if (sides) sides.push(side);
    else entries.set(Number(entry), [side]);
  }
  return [...entries]
    .toSorted(([a], [b]) => a - b)
    .map(([, sides]) => entryText(withoutNothing(sides)))
    .join('\n');
}

/** An entry that is nothing but notes has no reading that could be omitted. */
function withoutNothing(sides: readonly ExpectedSide[]): readonly ExpectedSide[] {
  const isNote = ({ at }: ExpectedSide): boolean => at === Infinity;
  const rest = sides.filter((side) => !isNote(side));
  return rest.length === 1 && rest.length < sides.length && rest[0]!.isNothing ? sides.filter(isNote) : sides;
}

function entryText(sides: readonly ExpectedSide[]): string {
  const sorted = sides.toSorted((a, b) => (a.at === b.at ? a.order - b.order : a.at - b.at));
  return sorted
    .map(({ at, text }, i) => (i === 0 ? text : `${sorted[i - 1]!.at === at ? ' ' : ' : '}${text}`))
    .join('');
}

import { sideFields, siglumOf, sideOrder, type Witnesses } from '../../model/apparatus.ts';
import type { EditionContext, UnitInfo } from '../../model/edition.ts';
import { fieldMark, type Item } from '../../model/structure.ts';
import type { RecordFields } from '../format.ts';
import type { SourceRuns } from './expected-unit.ts';

/** The names and the readings that the tables must have of a unit. */

const isName = ({ aspect, value }: Item): boolean => aspect === 'pointer' && value.startsWith(`name${fieldMark}`);

/** Rows of mentions.csv. `kindOf` gets the key of an entity. */
export function expectedMentions(
  unit: UnitInfo,
  runs: SourceRuns,
  edition: EditionContext,
  kindOf: (key: string) => string | undefined,
): RecordFields[] {
  return runs.recorded.items.filter(isName).flatMap(({ run, from, to, value }) => {
    const [, target = '', certainty = '', role = ''] = value.split(fieldMark);
    const note = runs.noteOf(run);
    const where = run === 0 ? 'text' : run <= runs.noteCount ? 'note' : 'apparatus';
    return target.split(/[ \t\r\n]+/).flatMap((pointer): RecordFields[] => {
      if (pointer === '') return [];
      const entity = edition.entity?.(pointer, unit) ?? '';
      return [
        {
          document: unit.facts.id,
          page: runs.page({ run, at: from }),
          where,
          note: note === 0 ? '' : String(note),
          kind: kindOf(entity) ?? role,
          entity,
          pointer,
          words: to > from ? runs.words(run, from, to) : '',
          certainty,
        },
      ];
    });
  });
}

const sigla = (pointers: string, witnesses: Witnesses): string =>
  pointers
    .split(/[ \t\r\n]+/)
    .filter((one) => one !== '')
    .map((one) => siglumOf(one, witnesses))
    .join(' ');

/** Rows of apparatus.csv. */
export function expectedReadings(unit: UnitInfo, runs: SourceRuns, witnesses: Witnesses): RecordFields[] {
  const sides = runs.recorded.items.filter(({ aspect }) => aspect === 'reading');
  const entryOf = ({ value }: Item): string => value.split(fieldMark)[1]!;
  const lemmas = new Map(
    sides
      .filter(({ value }) => value.startsWith(`lemma${fieldMark}`))
      .map((side) => [entryOf(side), side.to > side.from ? runs.words(side.run, side.from, side.to) : '']),
  );
  const further = sides
    .filter(({ run, value }) => run > runs.noteCount && !value.startsWith(`lemma${fieldMark}`))
    .map((side) => ({ side, order: sideOrder(side.value) }))
    .toSorted(({ order: [a, b, c] }, { order: [d, e, f] }) => a - d || (b === e ? 0 : b - e) || c - f);
  return further.map(({ side }) => {
    const [role = '', entry = '', , ...fields] = side.value.split(fieldMark);
    const says = Object.fromEntries(sideFields.map((field, i) => [field, fields[i] ?? '']));
    return {
      document: unit.facts.id,
      page: runs.page({ run: side.run, at: 0 }),
      entry,
      lemma: lemmas.get(entry) ?? '',
      kind: role,
      reading: runs.words(side.run),
      witnesses: sigla(says['wit']!, witnesses),
      sources: sigla(says['source']!, witnesses),
      hand: says['hand']!,
      type: says['type']!,
      cause: says['cause']!,
      certainty: says['cert']!,
    };
  });
}

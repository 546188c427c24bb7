import { noWitnesses, sideValue, siglumOf } from '../../model/apparatus.ts';
import { canonicalItems } from '../../model/canonical-items.ts';
import type { EditionContext, UnitInfo } from '../../model/edition.ts';
import { speakerName } from '../../model/speaker.ts';
import { lineBegin, lineOf, lineValue } from '../../model/lines.ts';
import { runsOf } from '../../model/spine.ts';
import type { PointSign, RangeSign, SignChoice } from '../../model/signs.ts';
import { fieldMark, isOwnLine, type Item } from '../../model/structure.ts';
import type { UnitContent } from '../../model/unit-content.ts';
import { signedRanges, signOfItem, withMarksAs, withoutMarks } from '../expected-signs.ts';
import { linesInOrder, numberItems, verseItems } from './numbers.ts';
import { keyLines } from './sign-key.ts';

const pictureText = (text: string): string => text.replace(/[ \t\n\r]+/g, ' ').trim();

const pictureOf = (item: Item): Item => ({ ...item, value: pictureText(item.value.split(fieldMark)[1] ?? '') });

/** A unit as a text shows it: of its marks those that have a sign, and in place of each status the words that have its sign. */
interface Shown extends UnitContent {
  /** The signs of words, by what they say, which is the value of the items of the aspect `status`. */
  readonly ranges: ReadonlyMap<string, RangeSign>;
}

/** The content with those marks only that have a sign. Which words a sign is around is asked before: there, formulas are not words yet. */
export function shownMarks(source: UnitContent, choice: SignChoice): Shown {
  const { items, signs } = signedRanges(source, choice);
  const others = source.structure.items.filter(({ aspect }) => aspect !== 'status');
  const signed = { ...source, structure: { ...source.structure, items: [...others, ...items] } };
  const shown = withMarksAs(signed, (value) => (signOfItem(value, choice) ? undefined : ''), { inLine: true });
  return { ...shown, ranges: signs };
}

/** The words of a range one by one: a dot is below letters only, so nobody sees whether the space between two words is in the range. */
const wordsOf = (item: Item, run: string): Item[] =>
  [...withoutMarks(run.slice(item.from, item.to)).matchAll(/[^\p{M} \x06][^ \x06]*/gu)].map(({ index, 0: word }) => ({
    ...item,
    from: item.from + index,
    to: item.from + index + word.length,
  }));

interface Signed {
  /** Words and points with a sign: the value is what the sign says. */
  readonly items: readonly Item[];
  /** The signs by what they say. */
  readonly signs: ReadonlyMap<string, RangeSign | PointSign>;
}

/** What has a sign; of a sign that is only behind its words a text says where they end. */
function signedIn(shown: Shown, choice: SignChoice): Signed {
  const signs = new Map<string, RangeSign | PointSign>();
  const runs = runsOf(shown.spine);
  const ranges = shown.structure.items.filter(({ aspect, from, to }) => aspect === 'status' && from < to);
  const words = canonicalItems(ranges, runs).flatMap((item) => {
    const sign = shown.ranges.get(item.value)!;
    const seen = sign.pair === 'underdot' ? wordsOf(item, runs[item.run]!) : [item];
    if (seen.length > 0) signs.set(sign.says, sign);
    return sign.pair[0] === '' ? seen.map((one) => ({ ...one, from: one.to - 1 })) : seen;
  });
  const points = shown.structure.items.flatMap((item) => {
    const sign = item.aspect === 'mark' ? signOfItem(item.value, choice) : undefined;
    if (sign) signs.set(sign.says, sign);
    return sign ? [{ ...item, value: sign.says }] : [];
  });
  return { items: [...words, ...points], signs };
}

/** Where somebody begins to speak, and their name; who says nothing is not named. */
const speakerItems = ({ structure }: UnitContent, nameOf: (who: string) => string): Item[] =>
  structure.items.flatMap((item) =>
    item.aspect === 'speaker' && item.from < item.to ? [{ ...item, to: item.from, value: nameOf(item.value) }] : [],
  );

/** What a text says of a line of the source: its number, and whether it begins inside a word. */
export const textLine = (n: string, joined: boolean): string => lineValue(lineBegin('', n), joined);

/** The lines that have a number. */
const lineItems = ({ structure, spine }: UnitContent): Item[] =>
  structure.items.flatMap((item) => {
    const { n, joined } = lineOf(item.aspect === 'line' && isOwnLine(item, spine) ? item.value : '');
    return n === '' ? [] : [{ ...item, value: textLine(n, joined) }];
  });

/** Of the sides of an apparatus a text says which are readings and which are notes, of what they speak, and their sigla. */
const sideItems = ({ structure, witnesses = noWitnesses }: UnitContent): Item[] =>
  structure.items.flatMap((item) => {
    if (item.aspect !== 'reading') return [];
    const [role = '', entry = '', place = '', wit = '', source = ''] = item.value.split(fieldMark);
    const isReading = role === 'lemma' || role === 'reading';
    const sigla = `${wit} ${source}`.split(' ').filter((each) => each !== '');
    const says = isReading ? { wit: sigla.map((each) => siglumOf(each, witnesses)).join(' ') } : {};
    return [{ ...item, value: sideValue(isReading ? role : 'note', entry, place, says) }];
  });

/** What plain text promises of a unit: all its words, what its signs say, its readings with their sigla, and of structure the place and the text of each picture. */
export function promiseOctavo(source: UnitContent, unit: UnitInfo, edition: EditionContext): UnitContent {
  const shown = shownMarks(source, edition.signs);
  const pictures = shown.structure.items.filter(({ aspect }) => aspect === 'picture').map(pictureOf);
  const speakers = speakerItems(shown, (who) => speakerName(who, unit, edition));
  const items = [
    ...signedIn(shown, edition.signs).items,
    ...speakers,
    ...verseItems(shown),
    ...lineItems(shown),
    ...numberItems(shown),
    ...pictures,
    ...sideItems(shown),
  ];
  return { spine: shown.spine, structure: { items: linesInOrder(canonicalItems(items, runsOf(shown.spine))) } };
}

/** What is wrong with the key of a text, in words; `shown`: the source with those marks only that have a sign. */
export function keyFaults(key: readonly string[], shown: Shown, choice: SignChoice): string[] {
  const wanted = keyLines(signedIn(shown, choice).signs.values());
  return key.join('\n') === wanted.join('\n')
    ? []
    : [`the key of signs is “${key.join(' ')}” instead of “${wanted.join(' ')}”`];
}

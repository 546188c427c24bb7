import type { RangeSign, SignChoice } from '../../../model/signs.ts';
import type { SpineBuilder } from '../../../model/spine.ts';
import type { UnitContent } from '../../../model/unit-content.ts';
import { signedRanges, signFaults, signOfItem, type SignSeen } from '../../expected-signs.ts';

/** The signs of a text in a printed book, at their places. */
export class SignsSeen {
  private readonly spine: SpineBuilder;
  private readonly seen: { readonly run: number; readonly at: number; readonly text: string }[] = [];

  constructor(spine: SpineBuilder) {
    this.spine = spine;
  }

  /** Signs at this place; several may be one stretch of text. */
  sign(text: string): void {
    // The number of an entry of the apparatus is a call, not a sign.
    const signs = text.replace(/°\d+/g, '').trim();
    if (signs !== '') this.seen.push({ ...this.spine.place(), text: signs });
  }

  /** What is wrong with them, in words; `shown`: what the text promises, with those points that have a sign. */
  faults(shown: UnitContent, choice: SignChoice): string[] {
    const wanted = withoutDots(shown, choice);
    const known = signTexts(wanted, choice);
    const seen = this.seen.flatMap(({ run, at, text }): SignSeen[] =>
      oneByOne(text, known).map((sign) => ({ run: this.spine.runOf(run), at, sign })),
    );
    return signFaults(seen, wanted, choice);
  }
}

/** Dots below letters are drawn, and no program sees of what kind a line below letters is. */
function withoutDots(shown: UnitContent, choice: SignChoice): UnitContent {
  const { signs } = signedRanges(shown, choice);
  const isDotted = (says: RangeSign['says']): boolean => signs.get(says)?.pair === 'underdot';
  const { structure, ...others } = shown;
  const items = structure.items.filter((item) => {
    if (item.aspect !== 'status') return true;
    const only = signedRanges({ ...shown, structure: { items: [item] } }, choice);
    return ![...only.signs.keys()].some(isDotted);
  });
  return { ...others, structure: { ...structure, items } };
}

/** All signs that a text may have, the longest first. */
function signTexts(shown: UnitContent, choice: SignChoice): string[] {
  const { signs } = signedRanges(shown, choice);
  const ranges = [...signs.values()].flatMap(({ pair }) => (pair === 'underdot' ? [] : pair));
  const points = shown.structure.items.flatMap((item) => {
    const sign = item.aspect === 'mark' ? signOfItem(item.value, choice) : undefined;
    return sign ? [sign.sign] : [];
  });
  return [...new Set([...ranges, ...points])].filter((sign) => sign !== '').sort((a, b) => b.length - a.length);
}

/** A stretch of signs, one by one. */
function oneByOne(text: string, known: readonly string[]): string[] {
  const found: string[] = [];
  let rest = text.trim();
  while (rest !== '') {
    const sign = known.find((one) => rest.startsWith(one.trim())) ?? rest;
    found.push(sign);
    rest = rest.slice(sign.trim().length).trim();
  }
  return found;
}

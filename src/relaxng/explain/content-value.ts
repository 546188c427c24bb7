import type { XmlTag } from '../../source/xml.ts';
import type { Run } from '../engine/run.ts';
import { suggestValue } from './value-suggestions.ts';
import { legalValues, rankValues, valueInWords } from './value-words.ts';
import { tagPlace, tell } from './tell.ts';
import { elementSaid, oneOf, short } from './words.ts';

/** The text of an element is not one that it can have: a date that is none, a number with letters in it. */
export function badContent(run: Run, tag: XmlTag, text: string, start: number, end: number): void {
  const { current } = run;
  const better = suggestValue(run, current, text);
  const legal = rankValues(legalValues(current), text);
  const empty = text.trim() === '';
  const words = valueInWords(current);
  const question = better === undefined ? '' : ` Did you mean “${short(better.value)}”?`;
  tell(run, {
    code: 'bad-text',
    message: empty
      ? `<${tag.name}> is empty: expected is ${words}.`
      : `The text of <${tag.name}> cannot be “${short(text)}”: ${words} is expected.${question}`,
    ...(empty ? tagPlace(run, tag) : { start, end }),
    why: elementSaid(run, tag),
    fix:
      better !== undefined
        ? `Write “${better.value}”.`
        : legal.length > 0
          ? `Write one of ${oneOf(
              legal.map((one) => `“${one}”`),
              12,
            )}.`
          : `Write ${words}.`,
    expected: legal,
  });
}

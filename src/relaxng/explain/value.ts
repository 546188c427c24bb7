import type { XmlAttribute, XmlTag } from '../../source/xml.ts';
import { isFull } from '../engine/findings.ts';
import type { Pattern } from '../engine/pattern.ts';
import type { Run } from '../engine/run.ts';
import { choice } from '../engine/table.ts';
import type { AttributeNode } from '../grammar/nodes.ts';
import { matches } from '../engine/text.ts';
import { impossibleDate, readMonth } from './dates-in-words.ts';
import { suggestValue } from './value-suggestions.ts';
import type { BetterValue } from './value-suggestions.ts';
import { legalValues, rankValues, valueInWords } from './value-words.ts';
import { tell } from './tell.ts';
import type { Edit } from './tell.ts';
import { oneOf, said, short } from './words.ts';

/** The value of an attribute is not one that it can have. `ways` are the attribute patterns that were tried. */
export function badValue(run: Run, tag: XmlTag, attribute: XmlAttribute, ways: readonly Pattern[]): void {
  if (isFull(run.findings)) return;
  const value = choice(
    run.table,
    ways.map((one) => one.a!),
  );
  const better = suggestValue(run, value, attribute.value) ?? dateOfText(run, tag, attribute, value);
  const legal = rankValues(legalValues(value), attribute.value).filter((one) => one !== '');
  const shown = attribute.value === '' ? 'empty' : `“${short(attribute.value)}”`;
  const question = better === undefined ? '' : ` Did you mean “${short(better.value)}”?`;
  const takesDates = matches(run.table, value, '2000-01-01', run.context);
  const impossible = takesDates ? impossibleDate(attribute.value) : undefined;
  const change: Edit | undefined = better && [attribute.valueStart, attribute.valueEnd, escapeValue(better.value)];
  tell(run, {
    code: 'bad-value',
    message: `The attribute “${attribute.name}” of <${tag.name}> cannot be ${shown}: expected is ${valueInWords(value)}${impossible === undefined ? '' : `; ${impossible}`}.${question}`,
    start: attribute.start,
    end: attribute.valueEnd + 1,
    why: said(run, attribute.name, (ways[0]!.leaf as AttributeNode).documentation),
    fix:
      better !== undefined
        ? `Write ${attribute.name}="${better.value}".`
        : legal.length > 0
          ? `Write one of ${oneOf(
              legal.map((one) => `“${one}”`),
              12,
            )}.`
          : `Write ${valueInWords(value)}.`,
    edit: better?.certain ? change : undefined,
    suggestion: better?.certain ? undefined : change,
    expected: legal,
  });
}

/** The date that the element itself says in words. */
function dateOfText(run: Run, tag: XmlTag, attribute: XmlAttribute, value: Pattern): BetterValue | undefined {
  if (attribute.local !== 'when' || tag.empty) return undefined;
  const { text } = run.source;
  const words = text.slice(tag.end, Math.min(text.indexOf('<', tag.end), tag.end + 60));
  const date = readMonth(words.replace(/\s+/g, ' ')).find((one) => matches(run.table, value, one, run.context));
  return date === undefined ? undefined : { value: date, certain: false };
}

/** A text as it is written in an attribute. */
const escapeValue = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll("'", '&apos;');

import type { XmlTag } from '../../source/xml.ts';
import { isFull } from '../engine/findings.ts';
import type { Run } from '../engine/run.ts';
import { takeText } from '../engine/text.ts';
import { badContent } from './content-value.ts';
import { nextElements, takesText } from './expected.ts';
import { fixFor } from './element.ts';
import { beginLoose, canRepeat, textWrappers } from './loose.ts';
import { tell } from './tell.ts';
import type { Edit } from './tell.ts';
import { wrapEdit } from './wrap.ts';
import { elementName, elementSaid, expectedNames, oneOf, tagged } from './words.ts';

/** A word or two are not a paragraph but something left over. */
const FEW = 20;

/** Text is where none is allowed, or not this one. The text lies between `run.textStart` and `run.textEnd`. */
export function unexpectedText(run: Run): void {
  const parent = run.open.at(-1)!;
  const { start, end } = textPlace(run);
  if (parent.loose !== undefined) {
    const next = takeText(run.table, parent.loose.inner, run.text, run.context);
    if (next.kind !== 'notAllowed') {
      parent.loose.inner = next;
      parent.loose.end = end;
      return;
    }
  }
  if (run.current.valued && takesText(run.current)) {
    badContent(run, parent.tag, run.text, start, end);
    // It is already reported that the value is missing.
    parent.spoiled = true;
  } else textNotAllowed(run, start, end);
}

/** The text without the white space around it. */
function textPlace(run: Run): { start: number; end: number } {
  const { text } = run.source;
  let start = run.textStart;
  let end = run.textEnd;
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  return { start, end };
}

function textNotAllowed(run: Run, start: number, end: number): void {
  const { tag } = run.open.at(-1)!;
  if (isFull(run.findings)) return;
  const expected = expectedNames(run);
  const around = textWrappers(run);
  const names = [...new Set(around.map((one) => elementName(run, one.name)))];
  const empty = nextElements(run.open.at(-1)!.start).length === 0;
  const tellUpTo = (last: number): void =>
    tell(run, {
      code: 'text-not-allowed',
      message: empty
        ? `<${tag.name}> must be empty, but there is text in it.`
        : `Text is not allowed directly in <${tag.name}>.`,
      start,
      end,
      why: elementSaid(run, tag),
      fix: names.length > 0 ? `Put it into ${oneOf(names.slice(0, 4).map(tagged), 4)}.` : fixFor(expected),
      suggestion:
        last - start < FEW && !lacksStartTag(run, tag, last)
          ? removal(run.source.text, start, last)
          : wrapEdit(run, around[0], start, last),
      expected: [...names, ...expected.filter((one) => !names.includes(one))],
    });
  const [first] = around;
  if (first === undefined || !canRepeat(run, first)) {
    tellUpTo(end);
    // What is missing in the element is the one around these words.
    if (first !== undefined) run.open.at(-1)!.spoiled = true;
  } else beginLoose(run, first, start, end, tellUpTo);
}

/** Does the end tag of another element follow? Then the words are that element's, and only its start tag is missing. */
function lacksStartTag({ source }: Run, { name }: XmlTag, end: number): boolean {
  const ending = /^\s*<\/([^\s<>]+)/.exec(source.text.slice(end, end + 200))?.[1];
  return ending !== undefined && ending !== name;
}

/** Removes a text, and the space that parts it from what follows or is before. */
function removal(text: string, start: number, end: number): Edit {
  const behind = /^[ \t]*(?=<)/.exec(text.slice(end, end + 100))?.[0].length ?? 0;
  if (/\s/.test(text.charAt(start - 1))) return [start, end + behind, ''];
  return [start, end, ''];
}

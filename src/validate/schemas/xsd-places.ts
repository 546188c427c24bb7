import { lineStarts } from '../../source/line-starts.ts';
import { countUpTo } from '../../source/sorted.ts';
import type { SourceText } from '../../source/text.ts';
import { scanXml, type XmlTag } from '../../source/xml.ts';
import type { XsdProblem } from './xsd-messages.ts';

/** Where the element or attribute stands that a message about a line means: the message has no columns. */

interface Element {
  readonly tag: XmlTag;
  text: string;
}

/** Finds places; each is answered once for the same complaint, so that two elements in a line are both pointed at. */
export function xsdPlaces(source: SourceText): (line: number, problem: XsdProblem) => [start: number, end: number] {
  const byLine = new Map<number, Element[]>();
  const starts = lineStarts(source.text);
  // Lines of the text that was checked, which is not always one file.
  const lineOf = (offset: number): number => countUpTo(starts, offset);
  const open: Element[] = [];
  scanXml(source, {
    open: (tag) => {
      const element: Element = { tag, text: '' };
      // The line in which the start tag ends; and that in which it begins, where it is long.
      const lines = new Set([lineOf(tag.end - 1), lineOf(tag.start)]);
      for (const line of lines) byLine.set(line, [...(byLine.get(line) ?? []), element]);
      open.push(element);
    },
    text: (value) => {
      const element = open.at(-1);
      if (element !== undefined && element.text.length < 10_000) element.text += value;
    },
    close: () => void open.pop(),
  });
  const answered = new Set<string>();
  const firstPlace = firstUses(byLine);
  return (line, problem) => {
    const { element, attribute, value } = problem;
    const named = (byLine.get(line) ?? []).filter(({ tag }) => tag.local === element);
    const holding = value === undefined ? named : named.filter((one) => holds(one, value, attribute));
    const candidates = holding.length > 0 ? holding : named;
    const key = (one: Element): string => `${one.tag.start} ${attribute ?? ''} ${problem.message}`;
    const later =
      problem.repeated === true ? candidates.filter((one) => one.tag.start !== firstPlace(one, value!)) : [];
    const chosen = (later.length > 0 ? later : candidates).find((one) => !answered.has(key(one))) ?? candidates.at(-1);
    if (chosen === undefined) return lineSpan(source, line);
    answered.add(key(chosen));
    return spanOf(chosen.tag, problem);
  };
}

const plain = (text: string): string => text.trim().replace(/\s+/g, ' ');

function holds({ tag, text }: Element, value: string, attribute: string | undefined): boolean {
  const wanted = plain(value);
  const inAttribute = tag.attributes.some(
    (one) => (attribute === undefined || one.local === attribute) && plain(one.value) === wanted,
  );
  return inAttribute || (attribute === undefined && plain(text) === wanted);
}

/** Answers where the first element of the same name stands that holds a value. */
function firstUses(byLine: ReadonlyMap<number, readonly Element[]>): (like: Element, value: string) => number {
  let known: Map<string, number> | undefined;
  const keyOf = (name: string, value: string): string => `${name} ${plain(value)}`;
  const collect = (): Map<string, number> => {
    const first = new Map<string, number>();
    for (const list of byLine.values())
      for (const { tag, text } of list)
        for (const value of [text, ...tag.attributes.map((one) => one.value)]) {
          const key = keyOf(tag.local, value);
          first.set(key, Math.min(first.get(key) ?? Infinity, tag.start));
        }
    return first;
  };
  return ({ tag }, value) => (known ??= collect()).get(keyOf(tag.local, value)) ?? -1;
}

function spanOf(tag: XmlTag, { attribute, code, value }: XsdProblem): [number, number] {
  const wanted =
    attribute === undefined && code === 'duplicate-id' && value !== undefined
      ? tag.attributes.find((one) => plain(one.value) === plain(value))
      : tag.attributes.find((one) => one.local === attribute);
  return wanted === undefined ? [tag.start, tag.end] : [wanted.start, wanted.valueEnd + 1];
}

/** The whole line. */
function lineSpan({ text }: SourceText, line: number): [number, number] {
  const lines = /\r\n?|\n/g;
  let start = 0;
  for (let i = 1; i < line && lines.exec(text) !== null; i++) start = lines.lastIndex;
  const next = lines.exec(text);
  return [start, next ? next.index : text.length];
}

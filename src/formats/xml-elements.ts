import { oneLine } from '../model/spine.ts';
import { sourceText } from '../source/text.ts';
import { scanXml, type XmlTag } from '../source/xml.ts';
import type { RecordFields } from './format.ts';

/** XML files of records, read back element by element: nothing in a file can be passed over. */

/** An element as a record: its name, how many are around it, its attributes as written, and the words that are directly in it. */
export function elementRecord(depth: number, element: string, attributes: RecordFields = {}, text = ''): RecordFields {
  return { element, depth: `${depth}`, ...attributes, text: oneLine(text) };
}

/** All elements of a file in their order. Throws where it is not well-formed, or has anything but elements and words. */
export function readElements(content: string): RecordFields[] {
  const found: { tag: XmlTag; depth: number; text: string }[] = [];
  const open: (typeof found)[number][] = [];
  const refuse = (what: string) => (): never => {
    throw new Error(`there is ${what}, which nothing accounts for`);
  };
  const findings = scanXml(sourceText('file', content), {
    open: (tag) => {
      const one = { tag, depth: open.length, text: '' };
      found.push(one);
      open.push(one);
    },
    close: () => void open.pop(),
    text: (value) => {
      const around = open.at(-1);
      if (around) around.text += value;
    },
    comment: refuse('a comment'),
    instruction: refuse('a processing instruction'),
  });
  if (findings.length > 0) throw new Error(findings[0]!.message);
  return found.map(({ tag, depth, text }) =>
    elementRecord(depth, tag.name, Object.fromEntries(tag.attributes.map(({ name, value }) => [name, value])), text),
  );
}

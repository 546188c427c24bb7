import type { UnitInPlace } from '../format.ts';

/** What no file of the octavo dialect holds: it is laid out in one way only, so that nothing can be hidden in it. */

/** A marker whose words stand on the next line. */
const markerAlone = /^ *(?:\[(?:[^\]\\]|\\.)*\] |• |[^ ]+\. {2})$/;
const beforeText = /^(?: *\[(?:[^\]\\]|\\.)*\] )? *(?:[^ ]+\. {2})?/;

function faultOf(line: string): string | undefined {
  if (/^\[App \d+\] /.test(line)) return / {3}|\t/.test(line) ? 'three spaces are in an entry' : undefined;
  if (/\S[ \t]+$/.test(line) && !markerAlone.test(line)) return 'white space is at the end of the line';
  return line.replace(beforeText, '').includes('  ') ? 'two spaces are between words' : undefined;
}

export function lineFaults(content: string): string[] {
  const faults: string[] = [];
  const control = /[\x00-\x08\x0b-\x1f]/.exec(content);
  if (control) faults.push(`the character U+${control[0].charCodeAt(0).toString(16).padStart(4, '0')} is in the text`);
  if (!/[^\n]\n$/.test(content) && content !== '\n') faults.push('the file does not end with one line end');
  content.split('\n').forEach((line, i) => {
    const fault = faultOf(line);
    if (fault !== undefined) faults.push(`line ${i + 1}: ${fault}`);
  });
  return faults;
}

const numberMark = /(?<!\\)\[Document(?: ((?:[^\]\\]|\\.)*))?\]/g;

/** The number of a document is before its text, once, and is its own. */
export function numberFaults(content: string, { facts }: UnitInPlace): string[] {
  return [...content.matchAll(numberMark)].flatMap(({ index, 0: mark, 1: number = '' }) =>
    index === 0 && number.replace(/\\(.)/g, '$1') === facts.number ? [] : [`${mark} is in the text`],
  );
}

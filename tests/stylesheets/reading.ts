import { expect } from 'vitest';
import type { ReadingNode } from '../../src/model/reading.ts';
import { readFiles } from '../harness/edition.ts';
import { showReading } from '../harness/show-reading.ts';
import { spineOfReading } from '../harness/spine-of-reading.ts';

/** TEI in, the reading edition out, as short text. Of every example it is also proven that phase 1 lost nothing of it. */

const inDocument = (content: string): string =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text>${content}</text></TEI>`;

function proven(content: string): readonly ReadingNode[] {
  return readFiles({ 'a.xml': inDocument(content) }).units.map(({ reading, spine }) => {
    expect(spineOfReading(reading)).toEqual(spine);
    return reading;
  });
}

const lines = (nodes: readonly (ReadingNode | string)[]): string =>
  nodes.flatMap((node) => showReading(node)).join('\n');

/** What a document with this content reads as, without the section that it is itself. */
export const reading = (content: string): string => {
  const [section] = proven(`<body><div type="document" xml:id="d1">${content}</div></body>`);
  return lines(section!.children);
};

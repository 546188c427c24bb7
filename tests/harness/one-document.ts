import type { Format, TextFormat } from '../../src/formats/format.ts';
import { checkUnit } from '../../src/verify/check-unit.ts';
import { readFiles } from './edition.ts';

/** A text with one document, as formats write it and the proof reads it. */

type Formats = ReadonlyMap<string, Format>;

export function readDocument(content: string) {
  const { edition, units } = readFiles({
    'a.xml': `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><div type="document" xml:id="d">${content}</div></body></text></TEI>`,
  });
  return { edition, unit: units[0]! };
}

/** Writes a document in a format of this name. */
export const writerOf =
  (formats: Formats) =>
  (name: string, content: string): string => {
    const { edition, unit } = readDocument(content);
    return (formats.get(name) as TextFormat).write(unit, edition);
  };

/** What the proof says of what a format writes, changed or not. */
export const lossesOf =
  (formats: Formats) =>
  (name: string, content: string, change: (written: string) => string = (written) => written): string[] => {
    const { edition, unit } = readDocument(content);
    const written = change((formats.get(name) as TextFormat).write(unit, edition));
    return checkUnit(formats.get(name)!, unit, unit, edition, written).map(({ message }) => message);
  };

import { align } from './align.ts';
import { compareRuns } from './compare.ts';
import { sentence } from './sentence.ts';

/** The differences between the readings of an apparatus in the source and in an output, in words. */

const shown = (text: string): string =>
  text
    .replace(/\x01[^\x02]*\x02|\x03[^\x04]*\x04|\x06/g, ' ')
    .slice(0, 80)
    .trim();

export function readingLosses(expected: readonly string[], found: readonly string[]): string[] {
  if (expected.length === found.length)
    return expected.flatMap((text, i) =>
      compareRuns(text, found[i]!).map((difference) => sentence(difference, `reading ${i + 1} of the apparatus`)),
    );
  const edits = align(expected, found);
  const gone = expected.filter((_, i) => edits?.missing.has(i) ?? true);
  const added = found.filter((_, i) => edits?.added.has(i) ?? true);
  return [
    ...gone.map((text) => `apparatus: the reading “${shown(text)}” is missing`),
    ...added.map((text) => `apparatus: a reading too many: “${shown(text)}”`),
  ];
}

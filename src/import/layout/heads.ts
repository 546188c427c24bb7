/** Which lines that look like the beginning of a note may be one, by where they are. */
import type { TextLine } from './lines.ts';
import type { Head } from './marks.ts';
import { isFull, type Setting } from './setting.ts';

/** A line that separates: dashes, points, asterisks. */
export const isRule = (line: TextLine): boolean => /^(?:[-_–—―*=.·•~#] ?){3,}$/.test(line.text);

/**
 * A line begins a note where something is above it that ends: an empty line, a rule, another note, a line that is not full. In text
 * broken at a width, a call in brackets can be the first word of a line.
 */
export function mayBegin(heads: readonly Head[], lines: readonly TextLine[], setting: Setting): Head[] {
  const accepted = new Set<string>();
  let form: string | undefined;
  let block = -1;
  return heads.filter((head) => {
    const line = lines[head.line]!;
    const above = lines[head.line - 1];
    if (line.gap > 0 || !above || head.closes !== undefined || isRule(above)) {
      [form, block] = [head.form, head.line];
      accepted.add(head.form);
      return true;
    }
    let top = head.line;
    while (lines[top]!.gap === 0 && top > block) top--;
    const below = top === block && form === head.form;
    return below || setting.byLine || setting.width === undefined || !isFull(above, line, setting.width * 0.95);
  });
}

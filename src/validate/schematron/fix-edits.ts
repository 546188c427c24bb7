import type { SourceText } from '../../source/text.ts';
import type { Suggestion, TextEdit } from '../../diagnostics/finding.ts';
import type { NodePlace } from './locate.ts';
import type { SchFix, SchFixStep } from './model.ts';
import type { FixResult } from './read-results.ts';

/** Quick fixes as changes of the text. What is left of an element is left as it is written. */

const escaped = (value: string): string =>
  value
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/"/g, '&quot;')
    .replace(/[\t\r\n]/g, ' ');

type Change = readonly [start: number, end: number, newText: string];

/** The prefix that a name without one takes over from the name it replaces: rules write prefixes of their own. */
const renamed = (old: string, target: string): string => {
  const local = target.replace(/^.*:/, '');
  return old.includes(':') ? `${old.slice(0, old.indexOf(':'))}:${local}` : local;
};

/** The changes of a step at a node; undefined where the step does not fit the node. */
function changesOf(step: SchFixStep, place: NodePlace, content: string): Change[] | undefined {
  const { start, end, tag, endTag } = place;
  switch (step.kind) {
    case 'delete':
      // An attribute goes with the space before it.
      return [endTag ? [start, endTag.end, ''] : [start - 1, end, '']];
    case 'rename': {
      if (!endTag) return undefined;
      const name = renamed(tag.name, step.target);
      const opening: Change = [start + 1, start + 1 + tag.name.length, name];
      return tag.empty ? [opening] : [opening, [endTag.start + 2, endTag.start + 2 + tag.name.length, name]];
    }
    case 'add-attribute': {
      if (!endTag) return undefined;
      const known = tag.attributes.find(({ name }) => name === step.target);
      const at = start + 1 + tag.name.length;
      return known
        ? [[known.valueStart, known.valueEnd, escaped(content)]]
        : [[at, at, ` ${step.target}="${escaped(content)}"`]];
    }
    case 'replace-attribute':
      return endTag ? undefined : [[start, end, `${step.target}="${escaped(content)}"`]];
  }
}

/** The fixes that can be made by changing the text, with their titles. */
export function suggestionsOf(
  source: SourceText,
  fixes: readonly SchFix[],
  results: readonly FixResult[],
  places: ReadonlyMap<string, NodePlace>,
): Suggestion[] {
  return results.flatMap(({ fix: number, changes }): Suggestion[] => {
    const fix = fixes[number];
    if (!fix || changes.length === 0) return [];
    const made = changes.map(({ step, place, content }) => {
      const [known, at] = [fix.steps[step], places.get(place)];
      return known && at && changesOf(known, at, content);
    });
    if (made.some((one) => one === undefined)) return [];
    const edits = made.flatMap((one) => one ?? []).sort(([a], [b]) => a - b);
    // Changes that overlap, such as of an element and of what is in it, are not made together.
    if (edits.some(([start], i) => i > 0 && start < edits[i - 1]![1])) return [];
    const asEdit = ([start, end, newText]: Change): TextEdit => ({ span: source.span(start, end), newText });
    return [{ title: fix.title, edits: edits.map(asEdit) }];
  });
}

import type { XmlTag } from '../../source/xml.ts';
import { isFull } from '../engine/findings.ts';
import type { Run } from '../engine/run.ts';
import { requirements, takesText } from './expected.ts';
import type { Requirement } from './expected.ts';
import { elementSaid, rankedNames, oneOf, tagged } from './words.ts';
import { badContent } from './content-value.ts';
import { tagPlace, tell } from './tell.ts';

/** An element ends before it holds what it must. */
export function incompleteElement(run: Run, tag: XmlTag, endTag: number): void {
  if (isFull(run.findings)) return;
  const missing = requirements(run.current);
  if (missing.length === 0 && run.current.valued && takesText(run.current)) {
    badContent(run, tag, '', endTag, endTag);
    return;
  }
  const names = rankedNames(run, missing[0] ?? []);
  const empty = run.open.at(-1)!.filled ? 'is not complete' : 'is empty';
  tell(run, {
    code: 'incomplete-element',
    message:
      names.length === 0
        ? `<${tag.name}> is not complete.`
        : `<${tag.name}> ${empty}: ${missingInWords(run, missing)}.`,
    ...tagPlace(run, tag),
    why: elementSaid(run, tag),
    fix: names.length === 0 ? undefined : `Add ${oneOf(names.map(tagged))}.`,
    expected: names,
    ...(endTag > tag.end && { related: [[`<${tag.name}> ends here.`, endTag, endTag + tag.name.length + 3]] }),
  });
}

const alternatives = (names: readonly string[]): string =>
  names.length > 4 ? `one of ${oneOf(names, 4)}` : oneOf(names);

/** “<title> is missing”, “<p> or <ab> is missing”, “<a> and <b> are missing”. */
export function missingInWords(run: Run, missing: readonly Requirement[]): string {
  const parts = missing.map((one) => alternatives(rankedNames(run, one).map(tagged))).filter((part) => part !== '');
  const unique = [...new Set(parts)];
  return `${oneOf(unique, 4, 'and')} ${unique.length > 1 ? 'are' : 'is'} missing`;
}

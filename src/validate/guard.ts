import type { Finding, TextEdit } from '../diagnostics/finding.ts';
import { type SourceText, sourceText } from '../source/text.ts';
import { scanXml } from '../source/xml.ts';
import { apart, applyEdits } from './apply-edits.ts';
import { plainText } from './plain-text.ts';

/** Which changes of a file may be made without asking: those that leave its text as it was and make no new mistake of XML. */

/** Characters that may be read to find out which of many changes are at fault; what is undecided then is refused. */
const BUDGET = 400_000_000;

export interface Guarded {
  /** The text with all changes that were allowed. */
  readonly text: string;
  readonly made: readonly TextEdit[];
  /** Changes that would have altered the text, in the order of the text. */
  readonly refused: readonly TextEdit[];
}

interface Measure {
  readonly text: string;
  readonly faults: number;
}

const faultsOf = (source: SourceText): number => scanXml(source, {}).length;

/**
 * Makes the changes that findings call certain, as far as they are harmless; where one is not, the others are made without it. Of
 * changes that touch each other the first is tried.
 */
export function guarded(source: SourceText, findings: readonly Finding[]): Guarded {
  const edits = apart(findings.flatMap(({ edit }) => (edit?.span.file === source.file ? [edit] : [])));
  if (edits.length === 0) return { text: source.text, made: [], refused: [] };
  const before: Measure = { text: plainText(source.text), faults: faultsOf(source) };
  let left = BUDGET;
  const isHarmless = (some: readonly TextEdit[]): boolean => {
    left -= source.text.length;
    if (left < 0) return false;
    const changed = applyEdits(source.text, some);
    return plainText(changed) === before.text && faultsOf(sourceText(source.file, changed)) <= before.faults;
  };
  const made = harmless(edits, isHarmless);
  const kept = new Set(made);
  return { text: applyEdits(source.text, made), made, refused: edits.filter((one) => !kept.has(one)) };
}

/** All of them, as a rule; otherwise those of each half that are harmless by themselves, if they are so together. */
function harmless(edits: readonly TextEdit[], isHarmless: (some: readonly TextEdit[]) => boolean): readonly TextEdit[] {
  if (edits.length === 0 || isHarmless(edits)) return edits;
  if (edits.length === 1) return [];
  const middle = edits.length >> 1;
  const halves = [edits.slice(0, middle), edits.slice(middle)].map((half) => harmless(half, isHarmless));
  const good = halves.flat();
  if (halves.some((half) => half.length === 0) || isHarmless(good)) return good;
  return halves[0]!;
}

/** What is said of changes that were refused: one finding for each file and reason. */
export function refusal(edits: readonly TextEdit[], reason: string): Finding[] {
  const [first] = edits;
  if (first === undefined) return [];
  const changes = edits.length === 1 ? 'A change' : `${edits.length} changes`;
  return [
    {
      code: 'fix-refused',
      severity: 'review',
      message: `${changes} proposed for this file ${edits.length === 1 ? 'was' : 'were'} not made: ${reason}.`,
      span: first.span,
      why: '--fix changes markup and never the text; whatever is uncertain is left to a person.',
      fix: 'Correct the place by hand.',
      ...(edits.length > 1 && {
        related: edits.slice(1, 20).map(({ span }) => ({ message: 'A change was refused here.', span })),
      }),
    },
  ];
}

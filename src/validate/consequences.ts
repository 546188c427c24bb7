import type { Finding } from '../diagnostics/finding.ts';
import { type SourceText, sourceText } from '../source/text.ts';
import { apart, applyEdits, movedBy } from './apply-edits.ts';

/**
 * What is said only because of another mistake, whose fix is known: it is gone when that is fixed, and is not a mistake
 * of its own.
 */

/** A file too large to be looked at twice. */
const LARGEST = 20_000_000;

/** Findings beyond this number are looked through by nobody, and none of them is a consequence worth the time. */
const MOST = 2000;

/**
 * Leaves out of `told` what `check` finds in the file as it is and not in the file as the fixes of `causes` leave it.
 * Where the causes have no fixes, all is left as it is.
 */
export function withoutConsequences(
  source: SourceText,
  causes: readonly Finding[],
  told: readonly Finding[],
  check: (source: SourceText) => readonly Finding[],
): readonly Finding[] {
  if (told.length === 0 || told.length > MOST || source.text.length > LARGEST) return told;
  const changes = causes.flatMap(({ severity, edit, suggestion }) => {
    const change = severity === 'error' ? (edit ?? suggestion) : undefined;
    return change?.span.file === source.file ? [change] : [];
  });
  if (changes.length === 0) return told;
  const edits = apart(changes);
  const after = check(sourceText(source.file, applyEdits(source.text, edits)));
  const moved = movedBy(edits);
  const left = new Set(after.flatMap((one) => [placeOf(one), wordsOf(one)]));
  const gone = check(source).filter((one) => !left.has(placeOf(one, moved)) && !left.has(wordsOf(one)));
  const keys = new Set(gone.map((one) => `${placeOf(one)} ${one.message}`));
  return told.filter((one) => !keys.has(`${placeOf(one)} ${one.message}`));
}

const placeOf = ({ code, span }: Finding, moved = (offset: number): number => offset): string =>
  `${code} ${span ? moved(span.start.offset) : ''}`;

const wordsOf = ({ code, message }: Finding): string => `${code} ${message}`;

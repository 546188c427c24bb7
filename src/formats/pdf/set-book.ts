import type { Finding } from '../../diagnostics/finding.ts';
import type { Problem, Standard, Typesetter } from '../../typeset/engine.ts';
import type { Book, Bound } from '../format.ts';
import type { Part } from './part.ts';
import { misplaced, type Repairs, repaired } from './placement.ts';

/** Sets a book, and sets it again until each note begins on the page of its call. */

const mostRounds = 6;

const failed = (book: Book, { message, file, line }: Problem): Finding => ({
  code: 'not-typeset',
  severity: 'error',
  message: `${book.path} cannot be set: ${message}${file === '' || file === 'main.typ' ? '' : ` (templates/print/${file}, line ${line})`}.`,
  why: 'What the typesetter warns of may be words that are lost, so no file is written.',
  fix: 'If it is about a template of yours, correct it; if a character cannot be shown, put a font that has it into templates/print/ (docs/how-to/print.md).',
});

export function setBook(typesetter: Typesetter, book: Book, parts: readonly Part[], standard: Standard): Bound {
  const chains = new Map(parts.flatMap((part) => Object.entries(part.chains)));
  let repairs: Repairs = {};
  for (let round = 1; ; round++) {
    const set = typesetter.set({ repairs: JSON.stringify(repairs) });
    if ('problems' in set) return { findings: set.problems.map((problem) => failed(book, problem)) };
    const wrong = misplaced(set.query('dump'));
    if (wrong.length > 0 && round <= mostRounds) {
      repairs = repaired(repairs, wrong, chains);
      typesetter.forget();
      continue;
    }
    const made = set.pdf(standard);
    if ('problems' in made) return { findings: made.problems.map((problem) => failed(book, problem)) };
    const findings = wrong.map(({ key, call, note }): Finding => ({
      code: 'note-elsewhere',
      severity: 'note',
      message: `In ${book.path} a note of ${key.replace(/\.\d+\/\d+$/, '')} that is called on sheet ${call} begins on sheet ${note}.`,
      why: 'A reader looks for a note at the foot of the page.',
    }));
    return { bytes: made.bytes, findings };
  }
}

import type { Question } from '../edition/record.ts';
import type { Images } from '../edition/images.ts';
import type { EditionContext, Resolved, UnitInfo } from '../model/edition.ts';
import type { Addresses } from '../model/addresses.ts';
import { hashOf } from '../work/hash.ts';

/**
 * What a writer learns of the rest of the edition it learns by asking: where a pointer leads, what a register says, where an image is. The
 * questions are written down with a hash of their answers. A unit's files are the same as long as what it is given is the same and all its
 * questions have the answers that they had: so nothing that a writer looks at can be forgotten when it is decided what to keep.
 */

export interface Questions {
  /** The context to give to the writers of one unit; every question asked through it is added to `asked`. */
  context(edition: EditionContext, asked: Question[]): EditionContext;
  findAsset: Images['find'];
  /** Hash of the answers that questions have now. */
  answers(asked: readonly Question[]): string;
}

function answerer(at: Addresses, images: Images): (question: Question) => unknown {
  const answers: Record<Question[0], (target: string, file: string) => unknown> = {
    unit: (target, file) => at.resolve(target, file),
    register: (target, file) => at.register(target, file),
    entity: (target, file) => at.entity(target, file),
    image: (target, path) => images.find(target, { source: { path } }),
  };
  return ([kind, target, file]) => answers[kind](target, file);
}

/** `bookOf`: the book that a unit is in, where there are several: to another book no link leads. */
export function questions(at: Addresses, images: Images, bookOf: (unit: string) => string | undefined): Questions {
  let open: Question[] = [];
  const answer = answerer(at, images);
  const withBook = (kind: Question[0], found: unknown): unknown => {
    const book = kind === 'unit' && found !== undefined ? bookOf((found as Resolved).unit) : undefined;
    return book === undefined ? found : [found, book];
  };
  return {
    context: (edition, asked) => {
      open = asked;
      const { id, title, licence, language, signs, baseUrl } = edition;
      const ask = (kind: Question[0], target: string, { source: { path } }: UnitInfo): Question => {
        const question: Question = [kind, target, path];
        asked.push(question);
        return question;
      };
      return {
        id,
        title,
        ...(licence && { licence }),
        ...(language !== undefined && { language }),
        signs,
        ...(baseUrl !== undefined && { baseUrl }),
        resolve: (target, from) => answer(ask('unit', target, from)) as ReturnType<EditionContext['resolve']>,
        register: (target, from) => answer(ask('register', target, from)) as ReturnType<EditionContext['register']>,
        entity: (target, from) => answer(ask('entity', target, from)) as string | undefined,
      };
    },
    findAsset: (source, unit) => {
      open.push(['image', source, unit.source.path]);
      return images.find(source, unit);
    },
    answers: (asked) =>
      hashOf(...asked.map((question) => JSON.stringify(withBook(question[0], answer(question))) ?? '')),
  };
}

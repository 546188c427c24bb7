import type { Finding } from '../../diagnostics/finding.ts';
import type { TypesetFiles, Typesetter } from '../../typeset/typesetter.ts';
import type { ImageBytes } from '../format.ts';
import { words } from './code.ts';
import type { Part } from './part.ts';

/** Pictures that the typesetter cannot read: a book is set without them, with the words that stand for them. */

/** Those of `paths`, each tried in a document of its own, since what fails in one may end the typesetter. */
export async function damagedPictures(
  paths: readonly string[],
  image: ImageBytes,
  open: (files: TypesetFiles) => Typesetter | undefined,
): Promise<ReadonlySet<string>> {
  const damaged = new Set<string>();
  for (const path of paths) {
    const typesetter = open({ sources: { 'main.typ': `#image(${words(path)})` }, data: { [path]: image(path) } });
    const set = await typesetter?.set({});
    if (set && 'problems' in set) damaged.add(path);
    typesetter?.close();
  }
  return damaged;
}

/** One finding for each, where it is shown first. */
export function damagedFindings(damaged: ReadonlySet<string>, parts: readonly Part[], book: string): Finding[] {
  return [...damaged].map((path) => {
    const shown = parts.find(({ images }) => images.includes(path));
    return {
      code: 'picture-damaged',
      severity: 'review',
      message: `${path}, which is shown in ${shown!.source}, cannot be set: ${book} has the words that stand for it.`,
      why: 'The file is damaged, or is not the picture that its name says.',
      fix: 'Open it in a program for pictures and save it again, as PNG or JPEG.',
    };
  });
}

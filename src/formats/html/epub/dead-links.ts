import { openArchive } from '../../../source/archive.ts';
import type { ChapterSays } from './chapter.ts';
import { chapterPath, folder } from './names.ts';
import { archiveOf, packedFile } from './pack.ts';

/**
 * Links to places that no text of the book shows: an element that is in the diplomatic view alone, for instance. A chapter is written without knowing the
 * others; when the book is bound such a link is made to lead to the beginning of the text.
 */

interface Bound {
  readonly id: string;
  readonly says: ChapterSays;
  readonly record: Uint8Array;
}

function withoutPlaces({ id, record }: Bound, links: readonly string[]): Uint8Array {
  const path = folder + chapterPath(id);
  const content = Buffer.from(openArchive(archiveOf([record])!).part(path)!).toString('utf8');
  const changed = links.reduce(
    (text, link) => text.replaceAll(` href="${link}"`, ` href="${link.slice(0, link.indexOf('#'))}"`),
    content,
  );
  return packedFile(path, changed);
}

/** The records of chapters, with no link to a place that is not there. */
export function recordsOf(chapters: readonly Bound[]): Uint8Array[] {
  const ids = new Map(chapters.map(({ id, says }) => [`${id}.xhtml`, new Set(says.ids)]));
  const isDead = (link: string): boolean => {
    const at = link.indexOf('#');
    return ids.get(link.slice(0, at))?.has(link.slice(at + 1)) === false;
  };
  return chapters.map((chapter) => {
    const dead = [...new Set(chapter.says.links)].filter(isDead);
    return dead.length === 0 ? chapter.record : withoutPlaces(chapter, dead);
  });
}

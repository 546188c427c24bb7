import type { KnownChapter } from './chapter-format.ts';

/** Links from chapter to chapter, and inside them, that lead nowhere in the book. */

interface Chapter extends KnownChapter {
  readonly id: string;
}

const isOutside = (href: string): boolean => /^(?:https?:|mailto:)/i.test(href);

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

/** Where links lead that no reader could follow. */
export function linkFaults(chapters: readonly Chapter[]): string[] {
  const byFile = new Map(chapters.map((chapter) => [`${chapter.id}.xhtml`, chapter]));
  const leadsNowhere = (from: Chapter, href: string): boolean => {
    const [, file = '', hash, fragment = ''] = /^([^#]*)(#)?(.*)$/s.exec(href) ?? [];
    const name = decoded(file);
    const to = file === '' ? from : name === undefined ? undefined : byFile.get(name);
    const place = decoded(fragment);
    return !to || (hash !== undefined && (place === undefined || !to.ids.has(place)));
  };
  return chapters.flatMap((chapter) =>
    [...new Set(chapter.links)]
      .filter((href) => !isOutside(href) && leadsNowhere(chapter, href))
      .map((href) => `${chapter.id}: the link to “${href}” leads nowhere in the book`),
  );
}

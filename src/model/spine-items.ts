import type { Spine } from './spine.ts';

/** The words, page breaks and calls of a spine one by one, and how many there are. */

/** What a spine holds, counted: words (in the text and in notes), page breaks, note calls. */
export interface SpineCounts {
  readonly words: number;
  readonly pages: number;
  readonly notes: number;
}

/**
 * One word, page break or note call of a canonical run. `tight`: nothing but a mark is between it and the item before.
 */
export interface SpineItem {
  readonly kind: 'word' | 'page' | 'call';
  readonly text: string;
  readonly tight: boolean;
}

/** The items of a canonical run, in order. */
export function spineItems(run: string): SpineItem[] {
  const items: SpineItem[] = [];
  const pattern = /\x01([^\x02]*)\x02|\x03([^\x04]*)\x04|([^ \x01\x03]+)/g;
  let end = 0;
  for (let match = pattern.exec(run); match !== null; match = pattern.exec(run)) {
    const tight = match.index === end && end > 0;
    end = pattern.lastIndex;
    if (match[1] !== undefined) items.push({ kind: 'page', text: match[1], tight });
    else if (match[2] !== undefined) items.push({ kind: 'call', text: match[2], tight });
    else items.push({ kind: 'word', text: match[3]!, tight });
  }
  return items;
}

/** Counts words and page breaks of a canonical run; a word interrupted by a call counts as one, a call or a gap alone is none. */
function countRun(run: string): { words: number; pages: number } {
  let words = 0;
  let pages = 0;
  let inWord = false;
  for (let i = 0; i < run.length; i++) {
    const code = run.charCodeAt(i);
    if (code === 32) inWord = false;
    else if (code === 1) {
      pages++;
      i = run.indexOf('\x02', i);
    } else if (code === 3) i = run.indexOf('\x04', i);
    else if (code !== 6 && !inWord) {
      inWord = true;
      words++;
    }
  }
  return { words, pages };
}

/** Counts the items of a spine, in the text and in the notes. */
export function countSpine(spine: Spine): SpineCounts {
  let { words, pages } = countRun(spine.text);
  for (const note of spine.notes) {
    const counts = countRun(note.text);
    words += counts.words;
    pages += counts.pages;
  }
  return { words, pages, notes: spine.notes.length };
}

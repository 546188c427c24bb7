import type { Difference } from './compare.ts';

/** A difference in words; `where` is the run it is in: `text`, `note 3`. */
export function sentence({ kind, of, after, page, expected, found }: Difference, where: string): string {
  const what = { word: 'words', page: 'page break', call: 'note call', space: 'space' }[of];
  const place = `${where}${page === '' ? '' : `, page ${page}`}${after === '' ? ', at the start' : `, after “${after}”`}`;
  switch (kind) {
    case 'missing':
      return `${place}: ${what} missing: “${expected}”`;
    case 'added':
      return `${place}: ${what} too many: “${found}”`;
    case 'moved':
      return `${place}: ${what} moved: “${expected}” is now ${found}`;
    case 'changed':
      return `${place}: “${expected}” has become “${found}”`;
  }
}

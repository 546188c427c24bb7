/** Parts of Markdown pages that are made. */

/** A table; cells may hold `|`. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

export const code = (text: string): string => '`' + text + '`';

/** Puts `content` between the marks `<!-- made: NAME -->` and `<!-- end -->` of a page. Throws where the page has no such marks. */
export function fill(page: string, name: string, content: string): string {
  const open = `<!-- made: ${name} -->`;
  const start = page.indexOf(open);
  const end = page.indexOf('<!-- end -->', start);
  if (start < 0 || end < 0) throw new Error(`the page has no marks for “${name}”`);
  return `${page.slice(0, start + open.length)}\n\n${content}\n\n${page.slice(end)}`;
}

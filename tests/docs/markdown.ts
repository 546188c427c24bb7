/** What the tests need to know of a Markdown page. */

/** The page without code, whether fenced, indented or in a line. */
const prose = (page: string): string =>
  page
    .replace(/^(`{3,})[^\n]*\n.*?^\1\s*$/gms, '')
    .replace(/(^|\n\n)(?: {4}[^\n]*\n?)+/g, '$1')
    .replace(/`[^`\n]*`/g, '');

/** Targets of links and pictures. */
export const linksOf = (page: string): string[] =>
  [...prose(page).matchAll(/\]\(([^()\s]+(?:\([^()\s]*\))?)\)/g)].map((match) => match[1]!);

/** Anchors that GitHub makes of the headings. */
export function anchorsOf(page: string): Set<string> {
  const anchors = new Set<string>();
  for (const [, heading] of page.matchAll(/^#{1,6} (.*)$/gm)) {
    const name = heading!
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
      .replaceAll(' ', '-');
    let anchor = name;
    for (let i = 1; anchors.has(anchor); i++) anchor = `${name}-${i}`;
    anchors.add(anchor);
  }
  return anchors;
}

/** Command lines of Octavo in code, as lists of words, without what a shell adds to them. */
export function commandLinesOf(page: string): string[][] {
  const inLines = [...page.matchAll(/`(octavo [^`\n]*|npx octavo [^`\n]*)`/g)].map((match) => match[1]!);
  const inBlocks = [...page.matchAll(/^\s*((?:npx )?octavo .*|node bin\/octavo\.js .*)$/gm)].map((match) => match[1]!);
  return [...inLines, ...inBlocks].flatMap((line) =>
    line
      .replace(/\s+#.*$/, '')
      .split(/\s*&&\s*|\s*[>|;]\s*/)
      .map((command) => /^(?:npx octavo|octavo|node bin\/octavo\.js) (.*)$/.exec(command)?.[1])
      .flatMap((words) => (words === undefined ? [] : [words.trim().split(/\s+/)])),
  );
}

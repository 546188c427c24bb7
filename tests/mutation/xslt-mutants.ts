import type { Mutant } from './typescript-mutants.ts';

/** Small mistakes in a stylesheet: an instruction left out, a test negated, a name in a pattern or a role forgotten. */

interface Change {
  readonly pattern: RegExp;
  readonly change: (match: RegExpMatchArray) => string;
}

const changes: readonly Change[] = [
  { pattern: /<xsl:(?:apply-templates|next-match|copy-of|sequence|value-of|text)\b[^>]*\/>/g, change: () => '' },
  { pattern: /(?<=<xsl:(?:if|when) test=")[^"]+(?=")/g, change: ([test]) => `not(${test})` },
  // The last alternative of a pattern is forgotten.
  {
    pattern: /(?<=<xsl:template match=")[^"|]+(?:\|[^"|]+)+(?=")/g,
    change: ([match]) => match.replace(/\s*\|[^|]*$/, ''),
  },
  { pattern: /(?<=\b(?:role|tei|kind)=")[a-z-]+(?=")/g, change: ([name]) => `${name}x` },
  { pattern: /(?<=select=")[^"|]+(?:\|[^"|]+)+(?=")/g, change: ([select]) => select.replace(/\s*\|[^|]*$/, '') },
  {
    pattern: /(?<=select=")(?:ancestor|preceding-sibling|following-sibling|child|descendant)(?=::)/g,
    change: () => 'self',
  },
];

/** All mutants of a stylesheet. One that does not compile is killed by the compiler. */
export function xsltMutants(text: string): Mutant[] {
  const outside = text.replace(/<!--[\s\S]*?-->/g, (comment) => ' '.repeat(comment.length));
  return changes
    .flatMap(({ pattern, change }) =>
      [...outside.matchAll(pattern)].map((match) => {
        const by = change(match);
        const [start, end] = [match.index, match.index + match[0].length];
        return { start, end, text: by, what: `${match[0].slice(0, 60)} → ${by.slice(0, 60) || 'nothing'}` };
      }),
    )
    .sort((a, b) => a.start - b.start);
}

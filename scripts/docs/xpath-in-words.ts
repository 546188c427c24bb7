import { code } from './page.ts';

/** Splits a pattern at the `|` between its parts, not at those in brackets. */
export function alternatives(pattern: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const sign of pattern.replace(/\s+/g, ' ')) {
    depth += '[('.includes(sign) ? 1 : '])'.includes(sign) ? -1 : 0;
    if (sign === '|' && depth === 0) parts.push('');
    else parts[parts.length - 1] += sign;
  }
  return parts.map((part) => part.trim());
}

/** Where the bracket that opens at `from` closes. */
function closing(text: string, from: number): number {
  let depth = 0;
  for (let i = from; i < text.length; i++) {
    if (text[i] === '(') depth++;
    else if (text[i] === ')' && --depth === 0) return i;
  }
  return -1;
}

/** `if (A) then 'x' else …` → x (where A), … */
function choice(text: string): string | undefined {
  const end = text.startsWith('if (') ? closing(text, 3) : -1;
  const match = end < 0 ? undefined : /^ then '([^']*)' else (.*)$/.exec(text.slice(end + 1));
  if (!match) return undefined;
  const [, value, rest] = match;
  const other = inWords(rest!);
  return `${value} (where ${code(text.slice(4, end))}), ${rest!.startsWith('if (') ? '' : 'else '}${other}`;
}

/** `(@type, @rend, 'plain')[1]` → `type`, else `rend`, else plain. */
function firstOf(text: string): string | undefined {
  const list = /^\(([^()]*)\)\[1\]$/.exec(text)?.[1]?.split(', ');
  if (!list?.every((part) => /^(@\w+|'[^']*'|local-name)$/.test(part))) return undefined;
  return list.map((part) => (part.startsWith('@') ? code(part.slice(1)) : part.slice(1, -1))).join(', else ');
}

/** `(map{'add': 'addition'}(local-name()), local-name())[1]` → addition (of `add`), else the name of the element. */
function byName(text: string): string | undefined {
  const match = /^\(map\{(.*)\}\(local-name\(\)\), (.*)\)\[1\]$/.exec(text);
  if (!match) return undefined;
  const pairs = [...match[1]!.matchAll(/'([^']*)': '([^']*)'/g)];
  return `${pairs.map(([, from, to]) => `${to} (of ${code(from!)})`).join(', ')}, else ${inWords(match[2]!)}`;
}

/** `map{'corr': 'corrected'}(local-name())` → corrected (of `corr`) */
function inMap(text: string): string | undefined {
  const match = /^map\{(.*)\}\(local-name\(\)\)$/.exec(text);
  if (!match) return undefined;
  const pairs = [...match[1]!.matchAll(/'([^']*)': '([^']*)'/g)];
  return pairs.map(([, from, to]) => `${to} (of ${code(from!)})`).join(', ');
}

/** An XPath expression or value template as words, where it is one of those our stylesheets use; else as it stands. */
export function inWords(expression: string): string {
  const text = expression.replace(/^\{(.*)\}$/s, '$1').replace(/\s+/g, ' ').trim();
  if (text === 'local-name()' || text === 'name()') return 'the name of the element';
  const plain = /^'([^']*)'$/.exec(text)?.[1] ?? (/^[\w-]+$/.test(text) ? text : undefined);
  return plain ?? choice(text) ?? firstOf(text) ?? byName(text) ?? inMap(text) ?? code(text);
}

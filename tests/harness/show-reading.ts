import type { Reading, ReadingNode } from '../../src/model/reading.ts';

/** A reading tree as short text for snapshots: a node a line, words in quotation marks, `#id`, `→ target`, looks in brackets. */

function head({
  kind,
  role,
  id,
  lang,
  looks,
  rend,
  level,
  n,
  target,
  source,
  title,
  columns,
  rows,
  spaced,
  status,
  why,
  extent,
  series,
  joined,
  says,
  about,
  sigla,
  sources,
  number,
  notation,
  raw,
}: ReadingNode): string {
  const parts = [
    kind,
    level === undefined ? undefined : String(level),
    role,
    status &&
      [status.is, ...Object.entries(status).flatMap(([name, said]) => (name === 'is' ? [] : [`${name}=${said}`]))].join(
        ' ',
      ),
    why === undefined ? undefined : `why=${why}`,
    extent === undefined ? undefined : `extent=${extent}`,
    n === undefined ? undefined : `n=${n}`,
    id === undefined ? undefined : `#${id}`,
    lang === undefined ? undefined : `lang=${lang}`,
    looks === undefined ? undefined : `[${looks.join(' ')}]`,
    rend === undefined ? undefined : `rend=${rend}`,
    target === undefined ? undefined : `→ ${target}`,
    source === undefined ? undefined : `from ${source}`,
    title === undefined ? undefined : `title=“${title}”`,
    columns === undefined ? undefined : `${columns} columns`,
    rows === undefined ? undefined : `${rows} rows`,
    spaced ? 'spaced' : undefined,
    series === undefined ? undefined : `of ${series}`,
    joined ? 'joined' : undefined,
    number && `number ${[number.unit, number.full, number.shown].filter((part) => part !== '').join(' ')}`,
    notation,
    raw === undefined ? undefined : `“${raw}”`,
    about === undefined ? undefined : `about ${about}`,
    ...[...(sigla ?? []), ...(sources ?? [])].map(({ siglum, target: to }) => `${siglum} → ${to}`),
    ...Object.entries(says ?? {}).flatMap(([name, said]) =>
      name === 'wit' || name === 'source' ? [] : [`${name}=${said}`],
    ),
  ];
  return parts.filter((part) => part !== undefined).join(' ');
}

/** Lines of a node and all in it. */
export function showReading(node: Reading, depth = 0): string[] {
  const indent = '  '.repeat(depth);
  if (typeof node === 'string') return [`${indent}“${node}”`];
  const [only] = node.children;
  if (node.children.length === 1 && typeof only === 'string') return [`${indent}${head(node)} “${only}”`];
  return [`${indent}${head(node)}`, ...node.children.flatMap((child) => showReading(child, depth + 1))];
}

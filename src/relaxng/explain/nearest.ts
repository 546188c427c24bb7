import { editDistance } from '../../source/scan/similar.ts';
import { usage } from './frequency.ts';

/**
 * How unlike two names are: 0 for a difference in capitals only, else letters apart; `undefined` where one is not a
 * slip for the other.
 */
export function slip(written: string, meant: string): number | undefined {
  const longer = Math.abs(written.length - meant.length);
  if (longer > 2 && longer !== meant.length) return undefined;
  const a = written.toLowerCase();
  const b = meant.toLowerCase();
  if (a === b) return 0;
  if (a === b + b) return 1;
  const shorter = Math.min(a.length, b.length);
  if (longer === 0 && a.length === 2) return [...a].reverse().join('') === b ? 1 : undefined;
  const limit = shorter <= 1 ? 0 : shorter === 2 ? longer : shorter <= 4 ? 1 : shorter <= 12 ? 2 : 3;
  const apart = editDistance(a, b, limit);
  return apart <= limit ? apart : undefined;
}

/** The name that was probably meant: the nearest, and of equally near ones the one more in use. */
export function nearest<T>(written: string, candidates: readonly T[], localOf: (one: T) => string): T | undefined {
  let best: T | undefined;
  let score = Infinity;
  for (const one of candidates) {
    const local = localOf(one);
    const apart = slip(written, local);
    if (apart === undefined) continue;
    // The first letter is rarely wrong.
    const next = apart * 100_000 + (local[0]?.toLowerCase() === written[0]?.toLowerCase() ? 0 : 50_000) + usage(local);
    if (next < score) [best, score] = [one, next];
  }
  return best;
}

/** What elements of other vocabularies are called in TEI. */
const elsewhere: Readonly<Record<string, readonly string[]>> = {
  i: ['hi', 'emph'],
  b: ['hi', 'emph'],
  u: ['hi'],
  em: ['emph', 'hi'],
  strong: ['hi', 'emph'],
  italic: ['hi'],
  bold: ['hi'],
  sup: ['hi'],
  sub: ['hi'],
  br: ['lb'],
  a: ['ref'],
  link: ['ref'],
  xref: ['ref'],
  img: ['graphic'],
  image: ['graphic'],
  ul: ['list'],
  ol: ['list'],
  dl: ['list'],
  li: ['item'],
  dt: ['label'],
  dd: ['item'],
  h1: ['head'],
  h2: ['head'],
  h3: ['head'],
  heading: ['head'],
  tr: ['row'],
  td: ['cell'],
  th: ['cell'],
  blockquote: ['quote'],
  para: ['p'],
  par: ['p'],
  paragraph: ['p'],
  section: ['div'],
  chapter: ['div'],
  footnote: ['note'],
  endnote: ['note'],
  fn: ['note'],
  page: ['pb'],
  pagebreak: ['pb'],
  linebreak: ['lb'],
  verse: ['l'],
  stanza: ['lg'],
  poem: ['lg'],
  header: ['teiHeader', 'head'],
  person: ['persName'],
  place: ['placeName'],
  organisation: ['orgName'],
  organization: ['orgName'],
  language: ['foreign'],
  signature: ['signed'],
  greeting: ['salute'],
  ps: ['postscript'],
  license: ['licence'],
  deleted: ['del'],
  added: ['add'],
  insertion: ['add'],
  footer: ['fw'],
};

/** The element that one called otherwise elsewhere is in TEI, among those that are possible. */
export function knownElsewhere<T>(
  written: string,
  candidates: readonly T[],
  localOf: (one: T) => string,
): T | undefined {
  const key = written.toLowerCase();
  const names = Object.hasOwn(elsewhere, key) ? elsewhere[key]! : [];
  for (const name of names) {
    const found = candidates.find((one) => localOf(one) === name);
    if (found !== undefined) return found;
  }
  return undefined;
}

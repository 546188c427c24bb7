import { findAll } from './find.ts';
import { type PageRun, type PageText } from './page-text.ts';
import { wantedOf } from './query.ts';

/** A passage that a reader has selected: how to cite it, and an address that leads back to it. */

export interface Passage {
  readonly citation: string;
  readonly address: string;
}

/** Up to so many words an address has all words of a passage, of a longer one the first and the last. */
const most = 10;
const ends = 5;

const spread = (one: string, many: string, first: string, last: string): string[] => {
  if (first === '' && last === '') return [];
  return [first === last ? `${one} ${first}` : `${many} ${first}–${last}`];
};

const valueAt = (marks: PageRun['lines'], at: number): string => marks.findLast((mark) => mark.at <= at)?.value ?? '';

/** A passage of a page; undefined where a selection has no words. */
export async function passageOf(range: Range, text: PageText): Promise<Passage | undefined> {
  const words = text.wordsIn(range);
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last) return undefined;
  const { run } = first;
  const note = text.runs.filter(({ field }) => field === 'note').indexOf(run);
  const call = document.getElementById(run.call ?? '')?.textContent ?? String(note + 1);
  const where = [
    ...spread('p.', 'pp.', text.pageAt(run, first.from), text.pageAt(run, last.from)),
    ...spread('line', 'lines', valueAt(run.lines, first.from), valueAt(run.lines, last.from)),
    ...spread('at', 'at', valueAt(run.numbers, first.from), valueAt(run.numbers, last.from)),
    ...(run.field === 'note' ? [`note ${call}`] : []),
  ];
  const cited = document.querySelector('#o\\:cite p')?.textContent?.trim() ?? document.title;
  const citation = `${[cited.replace(/\.$/, ''), ...where].join(', ')}.`;
  return { citation, address: await addressOf(words, text) };
}

/** The address: the words, and which of the places with these words it is. */
async function addressOf(words: ReturnType<PageText['wordsIn']>, text: PageText): Promise<string> {
  const said = words.map(({ run, from, to }) => run.text.slice(from, to));
  const isLong = words.length > most || words.at(-1)!.place - words[0]!.place >= words.length;
  const phrase = (some: readonly string[]): string => some.join('.');
  const count = isLong ? unbroken(words.slice(0, ends)) : words.length;
  const query = phrase(said.slice(0, count));
  const hits = await findAll(wantedOf(query), text.lookup);
  const hit = hits.findIndex(({ from }) => from === words[0]!.place) + 1;
  const to = isLong ? `&to=${encodeURIComponent(phrase(said.slice(-unbrokenEnd(words))))}` : '';
  const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href;
  const page = canonical ?? location.href.replace(/#.*$/, '');
  return `${page}#find=${encodeURIComponent(query)}&hit=${hit}${to}`;
}

type Words = ReturnType<PageText['wordsIn']>;

/** How many words from the first on are in one line: a phrase goes over the end of none. */
function unbroken(words: Words): number {
  const end = words.findIndex(({ place }, i) => place - words[0]!.place !== i);
  return end < 0 ? words.length : end;
}

function unbrokenEnd(words: Words): number {
  const last = words.slice(-ends);
  const start = last.findLastIndex(({ place }, i) => last.at(-1)!.place - place !== last.length - 1 - i);
  return last.length - 1 - start;
}

/** What the address of a page asks to be found in it. */
export interface Sought {
  readonly query: string;
  /** Which of the places, from 1. */
  readonly hit: number;
  /** The last words of a long passage. */
  readonly to: string | undefined;
}

export function soughtIn(hash: string): Sought | undefined {
  if (!hash.startsWith('#find=')) return undefined;
  const parameters = new URLSearchParams(hash.slice(1).replace(/\+/g, '%2B'));
  const query = parameters.get('find') ?? '';
  const hit = Number(parameters.get('hit') ?? 1);
  return { query, hit: Number.isInteger(hit) && hit > 0 ? hit : 1, to: parameters.get('to') ?? undefined };
}

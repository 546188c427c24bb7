import type { ReadingNode } from '../../model/reading.ts';
import { wordsOfLemma } from '../lemma-words.ts';
import { call, list as array, sequence, words } from './code.ts';
import { hasWords } from './holds.ts';
import { looked, spoken } from './inline.ts';
import { boxed, type Place, type Writer } from './place.ts';
import { made } from './text.ts';

/** The critical apparatus: the lemma in the text, the entry below it. */

/** More words of a lemma than these are not repeated: of a longer one the first three and the last are. */
const most = 12;

function repeatedLemma(all: readonly string[]): string {
  if (all.length === 0) return 'om.';
  return all.length > most ? `${all.slice(0, 3).join(' ')} … ${all.at(-1)!}` : all.join(' ');
}

const siglaOf = ({ sigla = [], sources = [] }: ReadingNode): string => {
  const all = [...sigla, ...sources].map(({ siglum }) => siglum);
  return all.length === 0 ? '' : call('sigla', words(all.join(' ')));
};

/** What a side says, each on the line of the entry. */
function written(side: ReadingNode, outer: Place): string {
  const place = { ...boxed(outer), linked: false };
  const { page } = place;
  const { last } = page;
  page.last = ' ';
  const content = spoken(side, looked(side, place.write(side.children, place)));
  page.last = last;
  return content;
}

/** A reading with its sigla and the notes on it. */
function reading(side: ReadingNode, remarks: readonly ReadingNode[], place: Place): string {
  const said = written(side, place);
  const shown = !hasWords(side) ? [call('omitted'), said] : [call('reading', said)];
  const notes = remarks.map((remark) => call('remark', written(remark, place)));
  return sequence([...shown, siglaOf(side), ...notes]);
}

/** An entry where its lemma is. */
export const entry: Writer = (node, place) => {
  const sides = node.children.filter(
    (child): child is ReadingNode => typeof child === 'object' && child.kind === 'side',
  );
  const lemma = sides.find(({ role }) => role === 'lemma');
  const others = sides.filter((side) => side !== lemma);
  const text = node.children
    .filter((child) => typeof child === 'string' || child.kind !== 'side' || child === lemma)
    .map((child) =>
      child === lemma ? spoken(lemma, looked(lemma, place.write(lemma.children, place))) : place.write([child], place),
    );
  if (!lemma) return sequence(text);
  const about = (of: string | undefined): ReadingNode[] =>
    others.filter(({ role, about: one }) => role !== 'reading' && one === of);
  const readings = others
    .filter(({ role }) => role === 'reading')
    .map((side) => reading(side, about(side.about), place));
  const own = [siglaOf(lemma), ...about(lemma.about).map((remark) => call('remark', written(remark, place)))];
  const general = about(undefined).map((remark) => call('remark', written(remark, place)));
  const id = `${place.page.unit.facts.id}°${node.n ?? String(place.page.entries.length + 1)}`;
  const shown = call(
    'entry',
    words(node.n ?? ''),
    made('XM', repeatedLemma(wordsOfLemma(lemma))),
    sequence(own),
    array(readings),
    sequence(general),
  );
  place.page.entries.push(shown);
  return call('app', words(id), words(node.n ?? ''), sequence(text));
};

/** All entries of a unit, behind its text. */
export const entries = (all: readonly string[]): string => (all.length === 0 ? '' : call('apparatus', array(all)));

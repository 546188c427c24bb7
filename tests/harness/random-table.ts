import type { Elements } from '../../src/config/elements.ts';
import type { Chance } from './chance.ts';

/** Tables of an edition made at random: selectors that lead to something in random documents, and whatever a row can say. */

/** Elements that can become anything. */
const names = (
  'p seg ab l lg head fw w opener closer salute hi persName q emph date add supplied term title note list item quote cit figure figDesc sp speaker stage ' +
  'u bibl biblStruct monogr entry entryFree sense def orth label person msItem zone line'
).split(' ');
/** Elements that can only be left out, or have a class. */
const bound = 'table ref ptr gap space formula ruby rt graphic anchor'.split(' ');
/** Elements that hold no words. */
const breaks = 'milestone cb lb pb'.split(' ');
const tests = [
  '@n', 'not(@n)', "@type='x'", '@type', "starts-with(@n,'1')", "contains-token(@rend,'sup')", "@n='1' or @place", 'not(@type) and not(@n)',
  'hi', 'not(*)', 'text()', 'parent::div', 'ancestor::p', 'not(ancestor::note) and @n', 'p or hi',
]; // prettier-ignore
const left = [{ kind: 'nothing' }, { counted: 'no' }, { class: 'mine' }];
const rows = [
  { kind: 'block' }, { kind: 'line' }, { kind: 'note' }, { kind: 'heading' }, { kind: 'item' }, { kind: 'span' },
  { kind: 'block', class: 'own' }, { role: 'closer' }, { role: 'stanza' }, { role: 'quote' }, { role: 'stage' },
  { role: 'speaker' }, { role: 'entry' }, { role: 'utterance' }, { role: 'epigraph' }, { role: 'person' }, { role: 'date' },
  { role: 'form' }, { role: 'emphasis', class: 'mine italic' }, { status: 'supplied' }, { status: 'deleted' }, { status: 'unclear' }, { status: 'added' },
  ...left,
]; // prettier-ignore
const ofBreaks = [
  { kind: 'page-break' }, { kind: 'line-break' }, { kind: 'mark' }, { role: 'vacat' }, { kind: 'nothing' },
]; // prettier-ignore
type Row = Readonly<Record<string, string>>;

function step(luck: Chance, among: readonly string[]): string {
  const name = luck.pick(among);
  return luck.often(70) ? name : `${name}[${luck.pick(tests)}]`;
}

export function randomTable(luck: Chance): Elements {
  const table: Record<string, Row> = {};
  for (let i = luck.below(4); i >= 0; i--) {
    const around = Array.from(
      { length: luck.pick([0, 0, 0, 0, 1, 2]) },
      () => step(luck, [...names, ...bound, '*', '*', '*']) + luck.pick(['/', '//', '//']),
    );
    const [selected, says] = luck.pick<readonly [readonly string[], readonly Row[]]>([
      [names, rows], [names, rows], [names, rows], [names, rows], [bound, left], [breaks, ofBreaks],
    ]); // prettier-ignore
    const more = luck.often(15) ? ` | ${step(luck, selected)}` : '';
    table[around.join('') + step(luck, selected) + more] = luck.pick(says);
  }
  return table;
}

import type { Elements } from '../../src/config/elements.ts';
import type { Chance } from './chance.ts';

/** Tables of an edition made at random: selectors that lead to something in random documents, and whatever a row can say. */

const names = 'p seg ab l lg head fw w opener closer'.split(' ');
/** Elements that stay words in a line. */
const inLine = 'hi q persName date add supplied emph'.split(' ');
/** Elements that can only be left out, or have a class. */
const bound = 'note list item table figure sp ref space'.split(' ');
const breaks = ['milestone', 'cb', 'lb', 'pb'];
const tests = [
  '@n', 'not(@n)', "@type='x'", '@type', "starts-with(@n,'1')", "contains-token(@rend,'sup')", "@n='1' or @place", 'not(@type) and not(@n)',
]; // prettier-ignore
const left = [{ kind: 'nothing' }, { counted: 'no' }, { class: 'mine' }];
const words = [
  { kind: 'span' }, { role: 'person' }, { role: 'emphasis', class: 'mine italic' }, { status: 'supplied' }, { status: 'deleted' }, { status: 'unclear' }, ...left,
]; // prettier-ignore
const rows = [
  { kind: 'block' }, { kind: 'line' }, { kind: 'note' }, { kind: 'block', class: 'own' }, { role: 'closer' }, { role: 'stanza' },
  { role: 'quote' }, ...words,
]; // prettier-ignore
type Row = Readonly<Record<string, string>>;
const groups: readonly (readonly [names: readonly string[], rows: readonly Row[]])[] = [
  [names, rows], [names, rows], [['p', 'ab', 'fw', 'opener', 'closer'], [{ kind: 'block' }]], [inLine, words], [bound, left],
]; // prettier-ignore

function step(luck: Chance, among: readonly string[]): string {
  const name = luck.pick(among);
  return luck.often(70) ? name : `${name}[${luck.pick(tests)}]`;
}

export function randomTable(luck: Chance): Elements {
  const table: Record<string, Row> = {};
  for (let i = luck.below(4); i >= 0; i--) {
    if (luck.often(8))
      table[luck.pick(breaks)] = luck.pick([{ kind: 'page-break' }, { kind: 'line-break' }, { kind: 'nothing' }]);
    else {
      const around = Array.from(
        { length: luck.pick([0, 0, 0, 1, 2]) },
        () => step(luck, [...names, ...inLine, ...bound, '*', '*', '*']) + luck.pick(['/', '//', '//']),
      );
      const [selected, says] = luck.pick(groups);
      const more = luck.often(15) ? ` | ${step(luck, selected)}` : '';
      table[around.join('') + step(luck, selected) + more] = luck.pick(says);
    }
  }
  return table;
}

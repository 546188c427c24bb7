import { count } from './count.ts';

/** Formats as they are named to a person: the texts of witnesses, which may be many, are counted. */

const ofWitness = /^(?:html|text)-witness-/;

const witnessesIn = (names: readonly string[]): number =>
  new Set(names.flatMap((name) => (ofWitness.test(name) ? [name.replace(ofWitness, '')] : []))).size;

const others = (names: readonly string[]): string[] => names.filter((name) => !ofWitness.test(name));

/** `8 formats`, `8 formats and as the texts of 3 witnesses`. */
export function formatsCounted(names: readonly string[], list = ''): string {
  const witnesses = witnessesIn(names);
  const texts = witnesses === 1 ? 'the text of one witness' : `the texts of ${witnesses} witnesses`;
  return `${count(others(names).length, 'format')}${list}${witnesses === 0 ? '' : ` and as ${texts}`}`;
}

/** The same with their names: `2 formats (html, text)`. */
export const formatsInWords = (names: readonly string[]): string =>
  formatsCounted(names, ` (${others(names).join(', ')})`);

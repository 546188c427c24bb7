import { expect, it } from 'vitest';
import { formatsCounted, formatsInWords } from '../../src/cli/formats-in-words.ts';

it.each([
  [['html', 'text', 'tei'], '3 formats (html, text, tei)'],
  [
    ['html', 'html-diplomatic', 'html-witness-A', 'text', 'text-witness-A'],
    '3 formats (html, html-diplomatic, text) and as the text of one witness',
  ],
  [
    ['html', 'html-witness-A', 'html-witness-B-2', 'text', 'text-witness-A', 'text-witness-B-2'],
    '2 formats (html, text) and as the texts of 2 witnesses',
  ],
])('The formats %j are %s', (names, words) => {
  expect(formatsInWords(names)).toBe(words);
  expect(formatsCounted(names)).toBe(words.replace(/ \(.*\)/, ''));
});

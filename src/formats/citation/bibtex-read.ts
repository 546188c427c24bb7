/** Reads BibTeX as `bibtex.ts` writes it: entries with values in braces. */

import type { RecordFields } from '../format.ts';
import { presentFields } from './fields.ts';
import { fromLatex } from './latex.ts';

/** Where the brace that is open before `from` closes; the end where it never does. */
function closing(text: string, from: number): number {
  let depth = 1;
  for (let i = from; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '{') depth++;
    else if (text[i] === '}' && --depth === 0) return i;
  }
  return text.length;
}

/** Separates a value where `separator` is outside of braces. */
function split(value: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let i = 0; i < value.length; i++) {
    if (value[i] === '\\') i++;
    else if (value[i] === '{') i = closing(value, i + 1);
    else {
      separator.lastIndex = i;
      const match = separator.exec(value);
      if (match === null) continue;
      parts.push(value.slice(start, i));
      start = i + match[0].length;
      i = start - 1;
    }
  }
  return [...parts, value.slice(start)];
}

/** `Sanford, Jr., William F.` → `Sanford, William F., Jr.` */
function invertedName(value: string): string {
  const [family, second, third] = split(value, /, /y).map(fromLatex);
  return [family, third ?? second, third === undefined ? undefined : second].filter(Boolean).join(', ');
}

const names = (value: string | undefined): string | undefined =>
  value === undefined ? undefined : split(value, / and /y).map(invertedName).join('; ');

const knownFields = new Set(
  (
    'author title editor translator booktitle journal series volume number chapter pages publisher address year month day date ' +
    'origtitle origdate origpublisher origlocation library isbn issn doi url language langid note'
  ).split(' '),
);

/** The fields of an entry: one a line, each known, none twice. */
function valuesOf(body: string): Map<string, string> {
  const values = new Map<string, string>();
  const start = /\n {2}([a-z]+) = \{/y;
  let at = 0;
  for (;;) {
    start.lastIndex = at;
    const [, name] = start.exec(body) ?? [];
    if (name === undefined) break;
    if (!knownFields.has(name)) throw new Error(`the field ${name} is not known`);
    if (values.has(name)) throw new Error(`the field ${name} is doubled`);
    const from = start.lastIndex;
    const end = closing(body, from);
    values.set(name, body.slice(from, end));
    if (!body.startsWith('},', end)) throw new Error(`the field ${name} does not end`);
    at = end + 2;
  }
  if (body.slice(at) !== '\n') throw new Error(`a line is not understood: “${body.slice(at).trim().slice(0, 80)}”`);
  return values;
}

const types: Readonly<Record<string, string>> = {
  ...{ incollection: 'chapter', book: 'book', article: 'article-journal', inproceedings: 'paper-conference' },
  ...{ inreference: 'entry-dictionary', letter: 'personal_communication', unpublished: 'manuscript', misc: 'hearing' },
};

/** The date of an entry in one form: `date`, or year, month and day as it would write them. */
function dateOf(values: ReadonlyMap<string, string>): string | undefined {
  const [date, year] = [values.get('date'), values.get('year')];
  if (date !== undefined || year === undefined) return year === undefined ? date : `${date} and ${year}`;
  const more = ['month', 'day'].map((name) => values.get(name));
  if (more[0] === undefined && more[1] !== undefined) throw new Error('a day has no month');
  return [fromLatex(year), ...more.filter((value) => value !== undefined).map((value) => value.padStart(2, '0'))].join(
    '-',
  );
}

function fieldsOf(type: string, key: string, values: ReadonlyMap<string, string>): RecordFields {
  const text = (name: string): string | undefined => {
    const value = values.get(name);
    return value === undefined ? undefined : fromLatex(value);
  };
  return presentFields({
    id: key,
    type: types[type] ?? type,
    title: text('title'),
    author: names(values.get('author')),
    editor: names(values.get('editor')),
    translator: names(values.get('translator')),
    'container-title': text(type === 'article' ? 'journal' : 'booktitle'),
    'collection-title': text('series'),
    volume: text('volume'),
    issue: text('number'),
    'chapter-number': text('chapter'),
    page: values.get('pages')?.replace('--', '-'),
    publisher: text('publisher'),
    'publisher-place': text('address'),
    'BibLaTeX date': dateOf(values),
    'BibLaTeX origdate': values.get('origdate'),
    'original-title': text('origtitle'),
    'original-publisher': text('origpublisher'),
    'original-publisher-place': text('origlocation'),
    library: text('library'),
    ISBN: text('isbn'),
    ISSN: text('issn'),
    DOI: values.get('doi'),
    URL: values.get('url'),
    language: text('language'),
    langid: values.get('langid'),
    note: text('note'),
  });
}

/** The records of a BibTeX file, with nothing but an empty line between them. */
export function readBibtex(content: string): RecordFields[] {
  const records: RecordFields[] = [];
  const start = /@([a-z]+)\{([^,\s{}]+),/y;
  let at = 0;
  while (at < content.length) {
    start.lastIndex = at;
    const [, type, key] = start.exec(content) ?? [];
    if (type === undefined || types[type] === undefined)
      throw new Error(`an entry was expected: “${content.slice(at, at + 80).trim()}”`);
    const from = start.lastIndex;
    const end = closing(content, from);
    records.push(fieldsOf(type, key!, valuesOf(content.slice(from, end))));
    if (!/^\}\n(?:$|\n(?=@))/.test(content.slice(end, end + 4))) throw new Error(`the entry ${key} does not end`);
    at = end + (content[end + 2] === '\n' ? 3 : 2);
  }
  return records;
}

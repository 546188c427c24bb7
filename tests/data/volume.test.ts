import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { SaxesParser } from 'saxes';
import { beforeAll, describe, expect, it } from 'vitest';
import { plainCell } from '../../src/model/spreadsheet-cell.ts';
import { parseCsv } from '../../src/import/metadata.ts';
import { octavo } from '../harness/octavo.ts';
import { corpus, hasCorpus, needsCorpus, root, volume12 } from '../harness/places.ts';
import { newFolder } from '../harness/scratch.ts';

/** The tables of real editions, compared with what a plain XML parser finds in the sources, and checked by the public profile of data packages. */

type Row = Readonly<Record<string, string>>;

function built(path: string): string {
  const out = join(newFolder(), 'dist');
  const made = octavo(['build', path, '--formats', 'data-package', '--keep-going', '--quiet', '--out', out]);
  expect(made.code, made.said).toBeLessThan(2);
  const proof = octavo(['verify', path, '--out', out, '--quiet']);
  expect(proof.said).toBe('');
  expect(proof.code).toBe(0);
  return join(out, 'data');
}

function table(folder: string, file: string): Row[] {
  const content = readFileSync(join(folder, file), 'utf8');
  if (file.endsWith('.jsonl')) return content.trimEnd().split('\n').map((line) => JSON.parse(line) as Row); // prettier-ignore
  const [head = [], ...lines] = parseCsv(content);
  return lines.map((line) => Object.fromEntries(head.map((name, i) => [name, plainCell(line[i]!)])));
}

interface Name {
  readonly page: string;
  readonly inNote: boolean;
  readonly pointer: string;
  readonly inDocument: boolean;
  words: string;
}

interface Counted {
  readonly names: Name[];
  readonly pages: string[];
  notes: number;
}

/** Names, pages and notes of a volume as a plain XML parser finds them: knows nothing of editions. */
function count(source: string): Counted {
  const found: Counted = { names: [], pages: [], notes: 0 };
  const open: { element: string; name: Name | undefined; document: boolean }[] = [];
  let inText = false;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name: element, attributes }) => {
    if (element === 'text') inText = true;
    const { corresp, target, n, type } = attributes as Record<string, string>;
    const pointer = element === 'persName' ? corresp : element === 'gloss' ? target : undefined;
    const inNote = open.some((one) => one.element === 'note');
    let name: Name | undefined;
    if (inText && element === 'pb') found.pages.push(n ?? '');
    if (inText && element === 'note') found.notes++;
    if (inText && pointer !== undefined) {
      name = {
        page: found.pages.at(-1) ?? '',
        inNote,
        pointer,
        inDocument: open.some(({ document }) => document),
        words: '',
      };
      found.names.push(name);
    }
    open.push({ element, name, document: element === 'div' && type === 'document' });
  });
  parser.on('text', (text) => {
    const note = open.findLastIndex(({ element }) => element === 'note');
    open.forEach(({ name }, i) => {
      if (name && i > note) name.words += text;
    });
  });
  parser.on('closetag', () => void open.pop());
  parser.write(source).close();
  return found;
}

describe.skipIf(!hasCorpus)(`the tables of vol. XII${needsCorpus}`, () => {
  let folder: string;
  let counted: Counted;
  beforeAll(() => {
    folder = built(volume12);
    counted = count(readFileSync(volume12, 'utf8'));
  });

  it('have each of its 7,890 names, with its page, its note and its words', () => {
    const mentions = table(folder, 'mentions.csv');
    const of = (kind: string): number => mentions.filter((row) => row['kind'] === kind).length;
    expect([of('person'), of('term'), mentions.length]).toEqual([5682, 2208, 7890]);
    expect(mentions.filter(({ where }) => where === 'note')).toHaveLength(2055);
    expect(counted.names.filter(({ inDocument }) => !inDocument)).toHaveLength(760);
    const documents = new Map(table(folder, 'documents.csv').map(({ id, kind }) => [id, kind]));
    const found = mentions.map(({ page, where, pointer, words, document }) => ({
      page,
      inNote: where === 'note',
      pointer,
      inDocument: documents.get(document) === 'document',
      words,
    }));
    const tidy = counted.names.map((name) => ({ ...name, words: name.words.replace(/\s+/g, ' ').trim() }));
    expect(found).toEqual(tidy);
  });

  it('have each of its 733 pages and 912 notes', () => {
    expect(counted.pages).toHaveLength(733);
    expect(table(folder, 'pages.jsonl').map(({ page }) => page)).toEqual(counted.pages);
    expect(counted.notes).toBe(912);
    expect(table(folder, 'notes.jsonl')).toHaveLength(912);
  });

  it('agree with each other: every entity that is mentioned has a row that counts it', () => {
    const rows = [...table(folder, 'persons.csv'), ...table(folder, 'terms.csv')];
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    const uses = new Map<string, number>();
    for (const { entity } of table(folder, 'mentions.csv')) uses.set(entity!, (uses.get(entity!) ?? 0) + 1);
    for (const { id, mentions } of rows) expect([id, Number(mentions)]).toEqual([id, uses.get(id!) ?? 0]);
    expect([...uses.keys()].filter((key) => !rows.some(({ id }) => id === key))).toEqual([]);
  });
});

const profile = join(root, '../shared/design/data/standards/datapackage-2.0.json');

describe.skipIf(!hasCorpus)(`data packages${needsCorpus}`, () => {
  const kinds = ['letters', 'novels', 'drama', 'any-tei/ldlt-balex.xml'];
  it.each(kinds)('of %s are proven, and valid under the profile of Data Package 2.0', (path) => {
    const folder = built(join(corpus, path));
    const described = JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8')) as {
      resources: { path: string; schema: { fields: { name: string; type: string }[] } }[];
    };
    const ajv = new Ajv({ strict: false, validateFormats: false });
    const validate = ajv.compile(JSON.parse(readFileSync(profile, 'utf8')) as object);
    expect(validate(described), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...described, resources: [{ path: 'a.csv' }] })).toBe(false);
    for (const { path: file, schema } of described.resources) {
      const rows = table(folder, file);
      expect(rows.length).toBeGreaterThan(0);
      expect(Object.keys(rows[0]!)).toEqual(schema.fields.map(({ name }) => name));
    }
  });
});

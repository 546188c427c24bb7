import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kinds } from '../../src/model/reading.ts';
import { elements } from '../../src/model/tei/elements.ts';
import { analysis } from '../../src/model/tei/analysis.ts';
import { editorial } from '../../src/model/tei/editorial.ts';
import { genres } from '../../src/model/tei/genres.ts';
import { type TeiElement, teiElements } from '../../src/model/tei/names.ts';
import { namesAndRegisters } from '../../src/model/tei/names-and-registers.ts';
import { phrases } from '../../src/model/tei/phrases.ts';
import { records } from '../../src/model/tei/records.ts';
import { groups, type Rule } from '../../src/model/tei/rule.ts';
import { text } from '../../src/model/tei/text.ts';
import { readTeiFile } from '../../src/model/read-tei/read-file.ts';
import { sourceText } from '../../src/source/text.ts';
import { scanXml, type XmlTag } from '../../src/source/xml.ts';
import { corpus, hasCorpus, needsCorpus, root } from '../harness/places.ts';
import { neverInText } from './groups/all.ts';

const tei = 'http://www.tei-c.org/ns/1.0';
const examples = 'http://www.tei-c.org/ns/Examples';

/** Reads the start tags of a file. */
function tagsOf(path: string, tag: (tag: XmlTag) => void, close: () => void = () => undefined): void {
  scanXml(sourceText(path, readFileSync(path, 'utf8')), { open: tag, close });
}

const attribute = ({ attributes }: XmlTag, name: string): string | undefined =>
  attributes.find((one) => one.name === name)?.value;

/** The names that a RELAX NG schema gives to elements of TEI and of examples; `ns` holds for all that is in its element. */
function elementsOfSchema(path: string): Set<string> {
  const names = new Set<string>();
  const namespaces: (string | undefined)[] = [];
  tagsOf(
    path,
    (tag) => {
      namespaces.push(attribute(tag, 'ns') ?? namespaces.at(-1));
      const [name, namespace] = [attribute(tag, 'name'), namespaces.at(-1)];
      if (tag.local === 'element' && name !== undefined && (namespace === tei || namespace === examples))
        names.add(name);
    },
    () => namespaces.pop(),
  );
  return names;
}

const known = Object.keys(elements).sort();
const schema = resolve(root, '../shared/standards/tei_all.rng');
const design = resolve(root, '../shared/design/meaning/elements.tsv');
const without = (path: string): string =>
  existsSync(path) ? '' : ` (skipped: ${path.slice(path.indexOf('shared'))} is not here)`;

describe('the table of elements', () => {
  it('has a row for each of the 587 elements, each in one of its parts', () => {
    const parts = [text, namesAndRegisters, phrases, editorial, genres, analysis, records];
    expect(parts.flatMap((part) => Object.keys(part)).sort()).toEqual([...teiElements].sort());
    expect(known).toHaveLength(587);
  });

  it('does not compile without a row', () => {
    // @ts-expect-error: a part of the table is not the table.
    const part: Record<TeiElement, Rule> = text;
    expect(Object.keys(part).length).toBeLessThan(known.length);
  });

  it('knows only kinds of the vocabulary, and every group', () => {
    const becomes = new Set(Object.values(elements).map((rule) => rule.becomes));
    expect([...becomes].filter((one) => ![...kinds, 'contents', 'nothing', 'words'].includes(one))).toEqual([]);
    expect([...new Set(Object.values(elements).map(({ group }) => group))].sort()).toEqual([...groups].sort());
    expect(groups).toHaveLength(50);
  });

  it('lets only texts, their parts, title pages and divisions be units or hold units', () => {
    const canBeUnit = (name: string): boolean => {
      const written = `<TEI xmlns="${tei}"><text><body><${name}>a</${name}></body></text></TEI>`;
      const { structure } = readTeiFile(sourceText('a.xml', written), { element: 'none' });
      return structure.parts[0]!.text!.children[0]!.children.length > 0;
    };
    const units =
      'text group front body back sourceDoc surfaceGrp surface titlePage div div1 div2 div3 div4 div5 div6 div7'.split(
        ' ',
      );
    expect(known.filter((name) => !neverInText.has(name) && canBeUnit(name))).toEqual(units.sort());
  });

  it.skipIf(!existsSync(schema))(`has the elements of tei_all, and no others${without(schema)}`, () => {
    expect(known).toEqual([...elementsOfSchema(schema)].sort());
  });

  it.skipIf(!existsSync(design))(`has the groups of the design${without(design)}`, () => {
    const lines = readFileSync(design, 'utf8').trimEnd().split('\n').slice(1);
    const designed = lines.map((line) => line.split('\t')).map(([name, , group]) => `${name}: ${group}`);
    expect(
      Object.entries(elements)
        .map(([name, { group }]) => `${name}: ${group}`)
        .sort(),
    ).toEqual(designed.sort());
  });

  it.skipIf(!hasCorpus)(`has a row for every element of the corpus${needsCorpus}`, () => {
    const files = readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.xml'));
    const found = new Set<string>();
    for (const path of files) {
      tagsOf(join(corpus, path), ({ uri, local }) => {
        if (uri === tei || uri === examples) found.add(local);
      });
    }
    expect(found.size).toBeGreaterThan(200);
    expect([...found].filter((name) => !Object.hasOwn(elements, name))).toEqual([]);
  });
});

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceText } from '../../src/source/text.ts';
import { deserializeSchema, loadSchema, schemaToXml, serializeSchema } from '../../src/relaxng/index.ts';

const folder = path.resolve(import.meta.dirname, '../../schema');
const read = (file: string) => (existsSync(file) ? sourceText(file, readFileSync(file, 'utf8')) : undefined);
const kept = (file: string): string => serializeSchema(loadSchema(read(file)!, read).schema!);

describe('a schema as text', () => {
  it.each(['octavo-exchange', 'octavo-edition'])('%s says the same in both syntaxes', (name) => {
    const compact = path.join(folder, `${name}.rnc`);
    const { xml, findings } = schemaToXml(read(compact)!, read, { flatten: true, remark: 'Made from another file.' });
    expect(findings).toEqual([]);
    expect(xml).not.toContain('<include');
    expect(serializeSchema(loadSchema(sourceText('one.rng', xml!), () => undefined).schema!)).toBe(kept(compact));
    expect(kept(path.join(folder, `${name}.rng`))).toBe(kept(compact));
  });

  it('is read again as it was written', () => {
    const text = kept(path.join(folder, 'octavo-exchange.rng'));
    expect(serializeSchema(deserializeSchema(text)!)).toBe(text);
  });

  it('of another version, or damaged, is not read', () => {
    const text = kept(path.join(folder, 'octavo-exchange.rng'));
    expect(deserializeSchema(text.replace(/^octavo-grammar \d+/, 'octavo-grammar 0'))).toBeUndefined();
    expect(deserializeSchema(text.slice(0, 1000))).toBeUndefined();
    expect(deserializeSchema('')).toBeUndefined();
  });

  it('keeps definitions that replace others, and what each file says of namespaces and types', () => {
    const files: Readonly<Record<string, string>> = {
      'a.rnc':
        'default namespace = "urn:a"\ninclude "sub/b.rnc" { b = element b { string } }\nc = element c { xsd:date }',
      'sub/b.rnc':
        'default namespace = "urn:b"\nstart = element x { b, c, d }\nb = element b { text }\nd = element d { xsd:int }\nunused = empty',
    };
    const resolve = (address: string) => files[address] && sourceText(address, files[address]);
    const get = (address: string) => resolve(address) || undefined;
    const { xml } = schemaToXml(sourceText('a.rnc', files['a.rnc']!), get, { flatten: true });
    expect(xml).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <grammar
          ns="urn:a"
          datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"
          xmlns="http://relaxng.org/ns/structure/1.0">
        <div ns="urn:b" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
          <start>
            <element name="x">
              <ref name="b"/>
              <ref name="c"/>
              <ref name="d"/>
            </element>
          </start>
          <define name="d">
            <element name="d">
              <data type="int"/>
            </element>
          </define>
        </div>
        <define name="b">
          <element name="b">
            <data type="string" datatypeLibrary=""/>
          </element>
        </define>
        <define name="c">
          <element name="c">
            <data type="date"/>
          </element>
        </define>
      </grammar>
      "
    `);
    const one = serializeSchema(loadSchema(sourceText('one.rng', xml!), () => undefined).schema!);
    expect(one).toBe(serializeSchema(loadSchema(sourceText('a.rnc', files['a.rnc']!), get).schema!));
  });
});

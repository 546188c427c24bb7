import { describe, expect, it } from 'vitest';
import { sourceText } from '../../src/source/text.ts';
import { allowedAt, attributeDocumentation, elementDocumentation, loadSchema } from '../../src/relaxng/index.ts';

const TEI = 'http://www.tei-c.org/ns/1.0';
const compact = `
default namespace = "${TEI}"
start = element letter { title, element body { (p | note)+, element closer { text }? } }
## What it is called.
title = element title { text }
p =
  ## A paragraph.
  element p {
    ## How it looks.
    attribute rend {
      ## Leaning.
      "italic"
      | "bold"
    }?,
    attribute xml:id { xsd:ID }?,
    (text | p.ref)*
  }
p.ref = element ref { attribute target { xsd:anyURI }, text }
note = element note { attribute sure { xsd:boolean }?, text }
`;

const { schema, findings } = loadSchema(sourceText('letter.rnc', compact), () => undefined);

/** What may be written at the bar. */
function at(marked: string): string {
  const text = `<letter xmlns="${TEI}">${marked}`;
  const offset = text.indexOf('|');
  const source = sourceText('letter.xml', text.replace('|', ''));
  const { point, inside, possible, text: mayBeText } = allowedAt(schema!, source, offset);
  const names = possible.map((one) => `${one.name}${one.required ? '!' : ''}`);
  const written = source.text.slice(point.start, point.end);
  return `${point.kind} in ${inside} for “${written}”: ${[...names, ...(mayBeText ? ['(text)'] : [])].join(' ')}`;
}

describe('what may be written at a place', () => {
  it('the schema is right', () => {
    expect(findings).toEqual([]);
  });

  it('elements, what must come first', () => {
    expect(at('<|')).toBe('tag-name in letter for “”: title!');
    expect(at('<title>x</title><body><|')).toBe('tag-name in body for “”: p note');
    expect(at('<title>x</title><body><p>y</p>|')).toBe('content in body for “”: p note closer');
  });

  it('elements and text in a paragraph, though nothing is closed after it', () => {
    expect(at('<title>x</title><body><p>y |')).toBe('content in p for “”: ref (text)');
    expect(at('<title>x</title><body><p>y <re|f</p></body>')).toBe('tag-name in p for “ref”: ref (text)');
  });

  it('attributes that are not there yet', () => {
    expect(at('<title>x</title><body><p |>y</p>')).toBe('attribute-name in p for “”: rend xml:id');
    expect(at('<title>x</title><body><p rend="italic" x|>y</p>')).toBe('attribute-name in p for “x”: xml:id');
    expect(at('<title>x</title><body><p><ref |')).toBe('attribute-name in ref for “”: target!');
  });

  it('values', () => {
    expect(at('<title>x</title><body><p rend="it|al">y</p>')).toBe('attribute-value in p for “ital”: italic bold');
    expect(at("<title>x</title><body><note sure='|")).toBe('attribute-value in note for “”: true false');
  });

  it('the end tag', () => {
    expect(at('<title>x</title><body><p>y</|')).toBe('end-tag in p for “”: p!');
  });

  it('nothing in a comment', () => {
    expect(at('<title>x</title><!-- <| -->')).toBe('elsewhere in letter for “”: ');
  });

  it('after mistakes', () => {
    expect(at('<titel>x</titel><body><p rend="red">a & b</p><|')).toBe('tag-name in body for “”: p note closer');
  });

  it('comes with what the schema says about it', () => {
    const source = sourceText('letter.xml', `<letter xmlns="${TEI}"><title>x</title><body><p rend=""`);
    expect(allowedAt(schema!, source, source.text.length - 1).possible[0]).toEqual({
      kind: 'value',
      name: 'italic',
      documentation: 'Leaning.',
      required: false,
    });
    expect(elementDocumentation(schema!, TEI, 'title')).toBe('What it is called.');
    expect(elementDocumentation(schema!, TEI, 'p')).toBe('A paragraph.');
    expect(attributeDocumentation(schema!, { uri: TEI, local: 'p' }, { uri: '', local: 'rend' })).toBe('How it looks.');
  });
});

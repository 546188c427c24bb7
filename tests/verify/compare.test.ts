import { describe, expect, it } from 'vitest';
import { spineBuilder, type Spine } from '../../src/model/spine.ts';
import { spineLosses } from '../../src/verify/check-unit.ts';

/** What the proof says of a loss: what is lost, on which page, after which words. */

/** A spine written as plain text: `[p 2]` is a page break, `[1]` a note call; the notes follow, `1: …`. */
function spine(text: string, notes: Readonly<Record<string, string>> = {}): Spine {
  const builder = spineBuilder();
  for (const piece of text.split(/(\[p [^\]]*\]|\[\d+\])/)) {
    const page = /^\[p (.*)\]$/.exec(piece)?.[1];
    const call = /^\[(\d+)\]$/.exec(piece)?.[1];
    if (page !== undefined) builder.page(page);
    else if (call !== undefined) builder.call(call);
    else builder.text(piece);
  }
  for (const [label, body] of Object.entries(notes)) {
    builder.body(label);
    builder.text(body);
    builder.endNote();
  }
  return builder.finish();
}

const losses = (before: Spine, after: Spine): string => spineLosses(before, after).join('\n');
const text = '[p 1] The rain fell on the harbour[1] all day. [p 2] The ship came[2] late.';
const notes = { 1: 'Of Leeds.', 2: 'It was the Ada.' };
const source = spine(text, notes);
const changed = (from: string, to: string): string => losses(source, spine(text.replace(from, to), notes));

describe('The proof says', () => {
  it('nothing where nothing is lost', () => {
    expect(losses(source, spine(text, notes))).toBe('');
  });

  it('which words are missing', () => {
    expect(changed('fell on', '')).toMatchInlineSnapshot(
      `"text, page 1, after “[Page 1] The rain”: words missing: “fell on”"`,
    );
  });

  it('which words are too many', () => {
    expect(changed('late', 'late late')).toMatchInlineSnapshot(
      `"text, page 2, after “[Page 2] The ship came [2]”: words too many: “late”"`,
    );
  });

  it('which words have become others', () => {
    expect(changed('harbour', 'haven')).toMatchInlineSnapshot(
      `"text, page 1, after “The rain fell on the”: “harbour” has become “haven”"`,
    );
  });

  it('which words have moved', () => {
    expect(losses(source, spine(text.replace('rain ', '').replace('ship', 'rain ship'), notes))).toMatchInlineSnapshot(
      `"text, page 1, after “[Page 1] The”: words moved: “rain” is now after “[1] all day. [Page 2] The”"`,
    );
  });

  it('two swapped words as two places, however far apart', () => {
    const long = (a: string, b: string) => spine(`${a} ${'word and '.repeat(3000)}${b} end`);
    expect(losses(long('rain', 'ship'), long('ship', 'rain'))).toMatchInlineSnapshot(`
      "text, at the start: “rain” has become “ship”
      text, after “and word and word and”: “ship” has become “rain”"
    `);
  });

  it('where only the space between two words is lost or added', () => {
    expect(changed('came[2] late', 'came[2]late')).toMatchInlineSnapshot(
      `"text, page 2, after “[Page 2] The ship came [2]”: “[2] late.” has become “[2]late.”"`,
    );
    expect(losses(spine('out side'), spine('outside'))).toMatchInlineSnapshot(
      `"text, at the start: “out side” has become “outside”"`,
    );
  });

  it('which page break is missing, doubled or moved', () => {
    expect(changed('[p 2]', '')).toMatchInlineSnapshot(
      `"text, page 2, after “the harbour [1] all day.”: page break missing: “[Page 2]”"`,
    );
    expect(changed('[p 2]', '[p 2] [p 2]')).toMatchInlineSnapshot(
      `"text, page 2, after “harbour [1] all day. [Page 2]”: page break too many: “[Page 2]”"`,
    );
    expect(
      losses(source, spine(text.replace('[p 2] ', '').replace('late', '[p 2] late'), notes)),
    ).toMatchInlineSnapshot(
      `"text, page 2, after “the harbour [1] all day.”: page break moved: “[Page 2]” is now after “[Page 2] The ship came [2]”"`,
    );
  });

  it('which note call is missing or has another number', () => {
    expect(changed('[1]', '')).toMatchInlineSnapshot(
      `"text, page 1, after “rain fell on the harbour”: note call missing: “[1]”"`,
    );
    expect(changed('[1]', '[7]')).toMatchInlineSnapshot(
      `"text, page 1, after “rain fell on the harbour”: “[1]” has become “[7]”"`,
    );
  });

  it('which note is missing, too many, or at another place', () => {
    expect(losses(source, spine(text, { 2: notes[2] }))).toMatchInlineSnapshot(
      `"note 1: the note is missing: “Of Leeds.”"`,
    );
    expect(losses(source, spine(text, { ...notes, 3: 'Another.' }))).toMatchInlineSnapshot(
      `"note 3: a note too many: “Another.”"`,
    );
    const three = spine('a[1] b[2] c[3]', { 1: 'A.', 2: 'B.', 3: 'C.' });
    const moved = { ...three, notes: [three.notes[1]!, three.notes[2]!, three.notes[0]!] };
    expect(losses(three, moved)).toMatchInlineSnapshot(`"note 1 is at another place among the notes"`);
    expect(
      losses(three, {
        ...three,
        notes: three.notes.map(({ text: body }, i) => ({ label: String(i + 2), text: body })),
      }),
    ).toMatchInlineSnapshot(`
      "note 1 has become note 2
      note 2 has become note 3
      note 3 has become note 4"
    `);
  });

  it('which words of a note are lost', () => {
    expect(losses(source, spine(text, { ...notes, 2: 'It was Ada.' }))).toMatchInlineSnapshot(
      `"note 2, after “It was”: words missing: “the”"`,
    );
  });

  it('that a text is another text altogether, in one line', () => {
    const other = (word: string) => spine(Array.from({ length: 900 }, (_, i) => `${word}${i}`).join(' '));
    expect(losses(other('a'), other('b'))).toMatchInlineSnapshot(
      `"text, at the start: “a0 a1 a2 a3 a4 a5 a6 a7 a8 a9 a10 a11 … (900 words and marks)” has become “b0 b1 b2 b3 b4 b5 b6 b7 b8 b9 b10 b11 … (900 words and marks)”"`,
    );
  });

  it('no more than the worst of very many losses', () => {
    const many = (word: string) =>
      spine(Array.from({ length: 40 }, (_, i) => `and ${i % 2 === 0 ? word : 'so'}`).join(' on '));
    expect(spineLosses(many('rain'), many('snow')).length).toBeGreaterThan(5);
  });
});

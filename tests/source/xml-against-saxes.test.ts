import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { sourceText } from '../../src/source/text.ts';
import { scanXml } from '../../src/source/xml.ts';

const shared = path.resolve(import.meta.dirname, '../../../shared');
const corpus = existsSync(path.join(shared, 'corpus'))
  ? readdirSync(path.join(shared, 'corpus'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.xml'))
      .sort()
      .map((name) => path.join('corpus', name))
  : [];

/** Writes events down as lines; neighbouring texts become one. */
function recorder() {
  const lines: string[] = [];
  let text = '';
  const line = (value: string): void => {
    if (text !== '') lines.push(`text ${text}`);
    text = '';
    lines.push(value);
  };
  return { lines, line, text: (value: string): void => void (text += value) };
}

interface SaxesAttribute {
  name: string;
  uri: string;
  value: string;
}

function eventsOfSaxes(source: string): { lines: string[]; wellFormed: boolean } {
  const { lines, line, text } = recorder();
  let depth = 0;
  let wellFormed = true;
  const parser = new SaxesParser({ xmlns: true, position: false });
  parser.on('error', () => void (wellFormed = false));
  parser.on('opentag', (tag) => {
    depth++;
    const attributes = Object.values(tag.attributes as Record<string, SaxesAttribute>);
    line(`open {${tag.uri}}${tag.name} ${attributes.map((one) => `{${one.uri}}${one.name}=${one.value}`).join(' ')}`);
  });
  parser.on('closetag', (tag) => {
    depth--;
    line(`close ${tag.name}`);
  });
  parser.on('text', (value) => depth > 0 && text(value));
  parser.on('cdata', text);
  parser.on('comment', (value) => line(`comment ${value}`));
  parser.on('processinginstruction', ({ target, body }) => line(`instruction ${target} ${body}`));
  try {
    parser.write(source).close();
  } catch {
    wellFormed = false;
  }
  return { lines, wellFormed };
}

function eventsOfOurs(source: string): { lines: string[]; wellFormed: boolean } {
  const { lines, line, text } = recorder();
  const findings = scanXml(sourceText('a.xml', source), {
    // saxes trims the addresses of namespaces; XML does not, but nobody writes such.
    open: (tag) =>
      line(
        `open {${tag.uri.trim()}}${tag.name} ${tag.attributes.map((one) => `{${one.uri.trim()}}${one.name}=${one.value}`).join(' ')}`,
      ),
    close: (tag) => line(`close ${tag.name}`),
    text,
    comment: (value) => line(`comment ${value}`),
    instruction: (target, data) => line(`instruction ${target} ${data}`),
  });
  return { lines, wellFormed: findings.length === 0 };
}

/** A small generator of numbers that gives the same series for the same seed (mulberry32). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const splinters = [
  '<',
  '>',
  '&',
  '"',
  "'",
  '/',
  '=',
  ' ',
  '-',
  '--',
  ']]>',
  '<!--',
  '-->',
  '<p>',
  '</p>',
  '<?a',
  '?>',
].concat([
  '&amp;',
  '&#10;',
  '&#x1F600;',
  '\r\n',
  '\u000b',
  '😀',
  'xmlns=""',
  ' xml:id="a"',
  ':',
  '<![CDATA[',
  'é',
  ']',
  '!',
]);

/** `source` with one to three small damages. */
function mutant(source: string, number: (below: number) => number): string {
  let text = source;
  for (let times = 1 + number(3); times > 0; times--) {
    const at = number(text.length);
    const length = number(4) === 0 ? 0 : 1 + number(6);
    const put = number(3) === 0 ? '' : splinters[number(splinters.length)]!;
    text = text.slice(0, at) + put + text.slice(at + length);
  }
  return text;
}

const sample = `<?xml version="1.0" encoding="UTF-8"?>
<?xml-model href="a.rng"?><!-- a letter -->
<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:x="urn:x" xml:id="L1"><text><body>
  <div type='letter' n="1"><head>To <persName ref="#a">A. &amp; B.</persName></head>
    <p rend="x &lt; y&#xA;z">One<lb/> two <![CDATA[<three>]]> &#x2014; four <hi rend="italic">five</hi>.</p>
    <x:note x:n="2">six</x:note>
  </div></body></text></TEI>
`;

describe('events and verdicts are those of saxes', () => {
  it('on a small letter with everything in it', () => {
    expect(eventsOfOurs(sample)).toEqual(eventsOfSaxes(sample));
  });

  it('on 20 000 damaged copies of the letter, whether they are well-formed', () => {
    const number = numbers(7);
    const disagreements: string[] = [];
    let wellFormed = 0;
    for (let i = 0; i < 20_000; i++) {
      const text = mutant(sample, number);
      // saxes lets halves of surrogate pairs pass, and names that begin with a character after their prefix.
      if (/[\ud800-\udfff]|(x|xml):[-.\d]/u.test(text)) continue;
      const expected = eventsOfSaxes(text);
      const ours = eventsOfOurs(text);
      if (expected.wellFormed) wellFormed++;
      if (ours.wellFormed !== expected.wellFormed) disagreements.push(text);
      else if (ours.wellFormed && ours.lines.join('\n') !== expected.lines.join('\n')) disagreements.push(text);
    }
    expect(disagreements).toEqual([]);
    expect(wellFormed).toBeGreaterThan(1000);
  });
});

describe.skipIf(corpus.length === 0)('events on real editions (skipped where ../shared/corpus is missing)', () => {
  it.each(corpus)('%s', (file) => {
    const text = readFileSync(path.join(shared, file), 'utf8');
    const expected = eventsOfSaxes(text);
    const ours = eventsOfOurs(text);
    expect(ours.wellFormed).toBe(expected.wellFormed);
    expect(ours.lines.length).toBe(expected.lines.length);
    expect(ours.lines.findIndex((line, i) => line !== expected.lines[i])).toBe(-1);
  });
});

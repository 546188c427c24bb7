import { describe, expect, it } from 'vitest';
import type { TextFormat } from '../../src/formats/format.ts';
import { formulaWords } from '../../src/model/formula/linear.ts';
import { allFormats } from '../harness/formats.ts';
import { lossesOf, readDocument, writerOf } from '../harness/one-document.ts';

/** Formulas on pages and in texts, and what the proof finds when one is lost or changed. */

const formats = await allFormats();
const views = await allFormats(true);

const math = (content: string): string => `<math xmlns="http://www.w3.org/1998/Math/MathML">${content}</math>`;
const twelfth = math('<mfrac><mn>1</mn><mn>12</mn></mfrac>');

const write = writerOf(formats);

const paragraph = (content: string): string => /<p>[^]*?<\/p>/.exec(write('html', `<p>${content}</p>`))![0];

const losses = lossesOf(formats);

describe('A formula in MathML', () => {
  it('goes into the page as it is, and is one line of words in a text', () => {
    const content = `<p>Each had <formula notation="mathml">${twelfth}</formula> of it.</p>`;
    expect(write('html', content)).toContain(`Each had <span data-type="formula">${twelfth}</span> of it.`);
    expect(write('text', content)).toBe('Each had 1/12 of it.\n');
    expect([...formats.keys()].flatMap((name) => losses(name, content))).toEqual([]);
  });

  it('need not be in a formula, and loses what is more than its layout', () => {
    const prefixed =
      '<m:math xmlns:m="http://www.w3.org/1998/Math/MathML" href="javascript:x()" onclick="x()"><m:mi style="a" mathvariant="bold"> x </m:mi></m:math>';
    expect(paragraph(prefixed)).toBe(`<p>${math('<mi mathvariant="bold">x</mi>')}</p>`);
  });

  it.each([
    ['a script', math('<mi>x</mi><script>y</script>')],
    ['words between its elements', math('<mi>x</mi> y')],
    ['HTML in a token', math('<mtext>x<b xmlns="http://www.w3.org/1999/xhtml">y</b></mtext>')],
    ['content markup', math('<apply><ci>x</ci><ci>y</ci></apply>')],
  ])('that holds %s is words', (_, content) => {
    const page = write('html', `<p>${content}</p>`);
    expect(page).not.toMatch(/<math|<script>y|<b /);
    expect(page).toMatch(/x[^]*y/);
    expect(['html', 'text', 'tei'].flatMap((name) => losses(name, `<p>${content}</p>`))).toEqual([]);
  });

  it('is without another notation that is next to it', () => {
    const both =
      '<semantics><mi>x</mi><annotation encoding="application/x-tex">x</annotation><annotation-xml><p onclick="y()">z</p></annotation-xml></semantics>';
    expect(paragraph(math(both))).toBe(`<p>${math(both.replace(/<annotation-xml.*-xml>/, ''))}</p>`);
  });

  it('has parentheses that browsers know', () => {
    expect(paragraph(math('<mfenced close="]"><mi>a</mi><mi>b</mi></mfenced>'))).toBe(
      `<p>${math('<mrow><mo fence="true" form="prefix">(</mo><mrow><mi>a</mi><mo separator="true">,</mo><mi>b</mi></mrow><mo fence="true" form="postfix">]</mo></mrow>')}</p>`,
    );
  });

  it.each([
    ['<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac>', '(a + b)/2'],
    ['<mn>5</mn><mfrac><mn>1</mn><mn>2</mn></mfrac>', '5 1/2'],
    [
      '<msup><mi>x</mi><mn>2</mn></msup><mo>&#x2062;</mo><msub><mi>a</mi><mrow><mi>n</mi><mo>+</mo><mn>1</mn></mrow></msub>',
      'x^2a_(n + 1)',
    ],
    ['<msqrt><mi>x</mi><mo>−</mo><mn>1</mn></msqrt><mo>=</mo><mroot><mi>y</mi><mn>3</mn></mroot>', '√(x − 1) = ∛y'],
    [
      '<mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>0</mn></mtd></mtr><mtr><mtd><mn>0</mn></mtd><mtd><mn>1</mn></mtd></mtr></mtable>',
      '1, 0; 0, 1',
    ],
    [
      '<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover><mi>sin</mi><mi>i</mi>',
      '∑_(i = 1)^n sin i',
    ],
    ['<mover><mi>x</mi><mo>¯</mo></mover><mo>−</mo><mi>y</mi>', 'x̄ − y'],
    ['<mo>−</mo><mi>y</mi>', '−y'],
  ])('%s is “%s” in a line', (markup, words) => {
    expect(formulaWords('mathml', `<math>${markup}</math>`)).toBe(words);
  });
});

describe('A formula in TeX', () => {
  it('is MathML on a page, with its source, and its source in a text', () => {
    const content = '<p>a <formula notation="TeX">\\frac{a}{b}</formula> b</p>';
    expect(write('html', content)).toContain(
      '<math xmlns="http://www.w3.org/1998/Math/MathML" class="tex"><semantics><mrow><mfrac><mi>a</mi><mi>b</mi></mfrac></mrow><annotation encoding="application/x-tex">\\frac{a}{b}</annotation></semantics></math>',
    );
    expect(write('text', content)).toBe('a \\\\frac{a}{b} b\n');
    expect([...formats.keys()].flatMap((name) => losses(name, content))).toEqual([]);
  });

  it.each([
    ['between dollars', '<formula>$$x$$</formula>', ' display="block"'],
    ['in LaTeX', '<formula notation="application/x-latex">x</formula>', 'class="tex"'],
  ])('%s is recognised', (_, content, shown) => {
    expect(paragraph(content)).toContain(shown);
  });

  it('that is not understood is its source', () => {
    const content = '<formula notation="TeX">\\nothing{x}</formula>';
    expect(paragraph(content)).toContain('<code class="tex">\\nothing{x}</code>');
    expect(losses('html', `<p>${content}</p>`)).toEqual([]);
  });

  it.each([
    ['is longer than formulas are', 'x^2+'.repeat(2000)],
    ['is deeper than anybody writes', `${'{'.repeat(2000)}x${'}'.repeat(2000)}`],
    [
      'writes more than it says',
      `${[...'abcdefghijklmn'].map((name, i) => `\\def\\q${name}#1{\\q${'bcdefghijklmno'[i]}{#1#1}}`).join('')}\\def\\qo#1{#1}\\qa{x}`,
    ],
    ['has a link', '\\href{javascript:alert(1)}{x}'],
    ['has an image', '\\includegraphics{https://example.org/x.png}'],
  ])('that %s is its source', (_, tex) => {
    const written = paragraph(`<formula notation="TeX">${tex}</formula>`);
    expect(written).toBe(`<p><span data-type="formula"><code class="tex">${tex}</code></span></p>`);
  });

  it('in words without TeX is words', () => {
    expect(paragraph('<formula>H2O</formula>')).toBe('<p><span data-type="formula">H2O</span></p>');
  });
});

describe('A note that is written elsewhere', () => {
  const inside = `<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi><mo>+</mo><mi xml:id="f">y</mi></math>`;
  it.each([
    ['on a formula', 'a <formula xml:id="f" notation="TeX">x</formula> b', 'a x[1] b'],
    ['on what ends with one', `a <seg xml:id="f">c ${twelfth}</seg> b`, 'a c 1/12[1] b'],
    ['on a part of one', `a ${inside} b`, 'a x + y[1] b'],
    ['on words that are no formula', 'a <formula xml:id="f">H2O </formula> b', 'a H2O[1] b'],
    ['on a gloss', '<ruby><rb>山</rb><rt xml:id="f">やま</rt></ruby> b', '山 (やま)[1] b'],
    ['on a part of a gloss', '<ruby><rb>山</rb><rt>や<seg xml:id="f">ま</seg></rt></ruby> b', '山 (やま)[1] b'],
    ['on words with a gloss', '<ruby xml:id="f"><rb>山</rb><rt>やま</rt></ruby> b', '山 (やま)[1] b'],
    ['in place of a pointer in a gloss', '<ruby><rb>山</rb><rt>や<ptr target="#n"/></rt></ruby> b', '山や[1] b'],
  ])('%s is called behind it', (_, words, text) => {
    const content = `<p>${words}</p><div type="notes"><note xml:id="n" target="#f">n</note></div>`;
    expect(write('text', content)).toBe(`${text}\n\n[1] n\n`);
    expect([...formats.keys()].flatMap((name) => losses(name, content))).toEqual([]);
  });
});

describe('A formula in a side of a choice', () => {
  const content = `<p n="1">a <choice><sic>${twelfth}</sic><corr><formula notation="TeX">x</formula></corr></choice> b</p>`;
  it('is in the view that shows the side', () => {
    const { edition, unit } = readDocument(content);
    const view = views.get('text-diplomatic') as TextFormat;
    expect(write('text', content)).toContain('a x b');
    expect(view.write(unit, edition)).toContain('a 1/12(!) b');
  });
});

describe('A formula of a page', () => {
  const content = `<head>On ${twelfth}</head><p>a ${twelfth} b <formula notation="TeX">x^2</formula> c</p>`;
  it('is there, also in a heading', () => {
    expect(losses('html', content)).toEqual([]);
  });
  it.each([
    ['is lost', twelfth, ''],
    ['is another', '<mn>12</mn>', '<mn>13</mn>'],
    ['is set in another way', 'mfrac>', 'mrow>'],
    ['moves', `a ${twelfth} b`, `a b ${twelfth}`],
    ['becomes words', twelfth, '1/12'],
    ['is there twice', twelfth, twelfth + twelfth],
    ['does not have its source', '>x^2<', '>x^3<'],
    ['is not what its source says', '<mn>2</mn>', '<mn>3</mn>'],
    ['has a link', '<mfrac>', '<mfrac href="#x">'],
    ['has a handler', '<mfrac>', '<mfrac onclick="x()">'],
    ['holds HTML', '<mn>12</mn>', '<mtext><span>12</span></mtext>'],
    ['is no formula any more', ' b ', ' <mi>b</mi> '],
  ] as const)('that %s is found', (_, from, to) => {
    expect(losses('html', content, (page) => page.replace(from, to))).not.toEqual([]);
  });
});

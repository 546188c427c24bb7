import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/diagnostics/finding.ts';
import { sourceText } from '../../src/source/text.ts';
import { scanXml } from '../../src/source/xml.ts';

/** The only finding, and the file as its change would leave it. */
function only(text: string): { finding: Finding; fixed: string } {
  const [finding, ...more] = scanXml(sourceText('letter.xml', text), {});
  expect(more).toEqual([]);
  const { span, newText } = (finding!.edit ?? finding!.suggestion)!;
  return { finding: finding!, fixed: text.slice(0, span.start.offset) + newText + text.slice(span.end.offset) };
}

describe('a tag that is damaged by one character is one mistake, and the character is named', () => {
  it.each([
    ['an attribute without its equals sign', '<p n"1">x</p>', '<p n="1">x</p>'],
    ['an attribute with a space in place of it', '<p n "1">x</p>', '<p n="1">x</p>'],
    ['an attribute with a colon in place of it', '<p xml:id:"a">x</p>', '<p xml:id="a">x</p>'],
    ['an end tag with the wrong slash', '<div><p>x<\\p></div>', '<div><p>x</p></div>'],
    ['an end tag without its first sign', '<p>a <hi>b/hi> c</p>', '<p>a <hi>b</hi> c</p>'],
    ['a start tag in place of an end tag', '<p>a <hi rend="x">b<hi> c</p>', '<p>a <hi rend="x">b</hi> c</p>'],
    ['an end tag without its last sign, before a full stop', '<p>a <hi>b</hi.</p>', '<p>a <hi>b</hi>.</p>'],
    ['an empty element without its slash', '<p>a<pb n="1"/>b<pb n="2">c</p>', '<p>a<pb n="1"/>b<pb n="2"/>c</p>'],
    ['a slash too many in a start tag', '<p>a <hi rend="x"/>b</hi> c</p>', '<p>a <hi rend="x">b</hi> c</p>'],
    ['a start tag without its first sign', '<p>a hi rend="x">b</hi> c</p>', '<p>a <hi rend="x">b</hi> c</p>'],
    ['a start tag without its last sign', '<div><head16. Letter</head></div>', '<div><head>16. Letter</head></div>'],
    ['a start tag that is missing', '<div><p>a</p> Then b.</p></div>', '<div><p>a</p> <p>Then b.</p></div>'],
    ['an end tag that closes nothing', '<div><p>a </hi>b</p></div>', '<div><p>a b</p></div>'],
    ['the prefix xml misspelt', '<p xlm:id="a">x</p>', '<p xml:id="a">x</p>'],
    ['an attribute given twice', '<p n="1" n="2">x</p>', '<p n="1">x</p>'],
    ['a comment with one hyphen too few', '<p><!- so -->x</p>', '<p><!-- so -->x</p>'],
    ['a comment without hyphens at its beginning', '<p><! so -->x</p>', '<p><!-- so -->x</p>'],
    ['a comment that ends with an exclamation mark', '<p><!-- so --!>x</p>', '<p><!-- so -->x</p>'],
    ['an instruction with a space before its name', '<p><? print?>x</p>', '<p><?print?>x</p>'],
    ['a CDATA section with one bracket', '<p><![CDATA[ x ]>y</p>', '<p><![CDATA[ x ]]>y</p>'],
  ])('%s', (_, text, fixed) => {
    expect(only(text).fixed).toBe(fixed);
  });

  it('what is read of such tags is what was meant', () => {
    const events: string[] = [];
    scanXml(sourceText('letter.xml', '<div><headOne<hi/></head><p n"1" xlm:id:"a">x<\\p></div>'), {
      open: ({ name, attributes }) =>
        events.push([name, ...attributes.map((one) => `${one.name}=${one.value}`)].join(' ')),
      close: ({ name }) => events.push(`/${name}`),
    });
    expect(events).toEqual(['div', 'head', 'hi', '/hi', '/head', 'p n=1 xlm:id=a', '/p', '/div']);
  });

  it('text that looks like a damaged tag stays text', () => {
    const texts: string[] = [];
    const findings = scanXml(sourceText('letter.xml', '<p>x<personal and <\\so> 3<4</p>'), {
      text: (value) => texts.push(value),
    });
    expect(findings.map(({ code }) => code)).toEqual(['stray-less-than', 'stray-less-than', 'stray-less-than']);
    expect(texts.join('')).toBe('x<personal and <\\so> 3<4');
  });
});

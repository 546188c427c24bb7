import { describe, expect, it } from 'vitest';
import { sourceText } from '../../src/source/text.ts';
import { scanXml } from '../../src/source/xml.ts';
import { plainText } from '../../src/validate/plain-text.ts';

/**
 * The reader that guards the text reads as the other one does, and where markup is damaged, takes as little as possible
 * for markup.
 */

const scanned = (text: string): string => {
  let words = '';
  scanXml(sourceText('a.xml', text), { text: (value) => (words += value) });
  return words.trim();
};

describe('of well-formed XML it reads the same text as the reader that finds mistakes', () => {
  it.each([
    ['references', '<p>a &amp; b &lt; c &#x2014; &#169; 𝔄 &quot;</p>'],
    ['CDATA sections', '<p>a<![CDATA[<b> & ]] > c]]>d</p>'],
    ['comments', '<p>a<!-- <b>x</b> > -->c</p>'],
    ['instructions', '<?xml version="1.0"?><?a b="c"?><p>a<?b?>c</p><?d?>'],
    ['quotes and brackets in values', '<p n="a>b" m=\'"c"\'>d</p>'],
    ['values over several lines', '<p n="a\n  b"\n m="c"\n>d</p >'],
    ['line ends', '<p>a\r\nb\rc\n</p>'],
    ['a document type with a subset', '<!DOCTYPE p [<!ENTITY a "]>"><!-- ]> --><?x ]>?>]><p>b</p>'],
  ])('%s', (_name, text) => {
    expect(plainText(text)).toBe(scanned(text));
  });
});

describe('what is damaged is markup only as far as nobody can take it for text', () => {
  it.each([
    ['a tag without its end, before another tag', '<a><oneOrMore\n  <b/></oneOrMore></a>', ''],
    ['a quote that closes far away', '<p>a <hi rend="bold>b " c</hi></p>', 'a b " c'],
    ['a value with its quote missing', '<p n="1>a "b" c</p>', 'a "b" c'],
    ['words behind attributes', '<p n="1" and so on</p>', 'and so on'],
    ['words between signs', '<p>a <b or c> d</p>', 'a  or c> d'],
    ['words in an end tag', '<p>a</p and more>', 'a and more>'],
    ['a full stop in an end tag', '<p>a</p.', 'a.'],
    ['a space before a name that is no tag', '<p>a < b > c</p>', 'a < b > c'],
    ['a space before a name that is a tag elsewhere', '<q>a < p>b</p></q>', 'a b'],
    ['a comment in which another begins', '<p>a<!-- b -- >c<!-- d -->e</p>', 'ace'],
    ['a declaration that lacks its end', '<?xml version="1.0">\n<p>a<?b?></p>', 'a'],
    ['a document type in the text', '<p>a <!DOCTYPE p "> b <q>c</q></p>', 'a  p "> b c'],
    ['an address', '<p>x?a=1&copy=2&amp;b</p>', 'x?a=1&copy=2&b'],
    ['a vertical tab', '<p>a\u000bb\u0001c</p>', 'a bc'],
  ])('%s', (_name, text, words) => {
    expect(plainText(text)).toBe(words);
  });
});

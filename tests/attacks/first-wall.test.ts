import { describe, expect, it } from 'vitest';
import { compileStylesheet } from '../../src/transform/compile-stylesheet.ts';
import { refusedCode } from '../../src/transform/refused-code.ts';

/** What the compiled form of a stranger's stylesheet may contain (`src/transform/refused-code.ts`), without the other two walls. */

const stylesheet = (xpaths: readonly string[], more = ''): string =>
  `<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
 xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:array="http://www.w3.org/2005/xpath-functions/array"
 xmlns:math="http://www.w3.org/2005/xpath-functions/math" xmlns:f="urn:f">${more}<xsl:template match="/">
${xpaths.map((xpath) => `<xsl:value-of select="${xpath.replaceAll('<', '&lt;')}"/>`).join('\n')}</xsl:template></xsl:stylesheet>`;

/** A compiled form that consists of these parts. */
const compiled = (...parts: readonly object[]): string => JSON.stringify({ N: 'package', C: parts });
const named = (...parts: readonly object[]): string[] => refusedCode(compiled(...parts)).map(({ name }) => name);
const call = (name: string, line?: string): object => ({ N: 'ifCall', name, ...(line === undefined ? {} : { line }) });

const js = 'Q{http://saxonica.com/ns/globalJS}';
const ixsl = 'Q{http://saxonica.com/ns/interactiveXSLT}';
const saxon = 'Q{http://saxon.sf.net/}';

describe('the list of what code may do', () => {
  it('has what makes values from values: casts, maps, arrays, numbers, functions as values and functions of one’s own', async () => {
    const text = stylesheet(
      [
        "xs:date(string(@d)) lt xs:date('2000-01-01')",
        "map:keys(map:put(map{'a': 1}, string(.), 2)), map:size(map:remove(map{'a': 1}, string(.)))",
        'array:size(array:append([1, 2], number(.))), array:reverse([number(.)])',
        'math:sqrt(number(.)), math:pi()',
        "for-each(tokenize(., ' '), upper-case#1), sort(tokenize(., ' '), (), function($w) { lower-case($w) })",
        'fold-left(1 to 3, 0, function($a, $b) { $a + $b }), let $f := if (@a) then upper-case#1 else lower-case#1 return $f(.)',
        'f:own(.), doc(@other)/*',
        "format-date(current-date(), '[Y]'), analyze-string(., 'a')/*",
      ],
      '<xsl:function name="f:own"><xsl:param name="of"/><xsl:try select="xs:integer($of)"><xsl:catch select="0"/></xsl:try></xsl:function>',
    );
    const sheet = await compileStylesheet(text);
    expect(sheet).toHaveProperty('sef');
    expect(refusedCode((sheet as { sef: string }).sef)).toEqual([]);
  });

  it('refuses what reaches out of the engine, under the name that the author gave it', () => {
    expect(named(call(`${js}eval`))).toEqual(['js:eval()']);
    expect(named(call(`${ixsl}get`))).toEqual(['ixsl:get()']);
    expect(named(call(`${saxon}evaluate`))).toEqual(['saxon:evaluate()']);
    expect(named({ N: 'fn', name: 'unparsed-text' })).toEqual(['unparsed-text()']);
    expect(named(call('Q{http://www.w3.org/2005/xpath-functions}environment-variable'))).toEqual([
      'environment-variable()',
    ]);
    expect(named(call('Q{http://ns.saxonica.com/other}x'))).toEqual(['Q{http://ns.saxonica.com/other}x()']);
  });

  it('refuses it however it is called or referred to', () => {
    for (const N of ['ifCall', 'fnRef', 'acFnRef', 'ufRef', 'ufCall', 'functionCall'])
      expect(named({ N, name: `${js}eval` }), N).toEqual(['js:eval()']);
    const byName = { N: 'ifCall', name: `${ixsl}call`, C: [{ N: 'dot' }, { N: 'str', val: 'eval' }] };
    expect(named(byName)).toEqual(['js:eval()']);
    expect(named({ N: 'fn' })).toEqual(['()']);
  });

  it('refuses instructions that run text, read or write files', () => {
    expect(named({ N: 'evaluate' })).toEqual(['xsl:evaluate']);
    expect(named({ N: 'resultDoc' })).toEqual(['xsl:result-document']);
    expect(named({ N: 'sourceDoc' })).toEqual(['xsl:source-document']);
    expect(named({ N: 'somethingNew' })).toEqual(['<somethingNew>']);
  });

  it('knows the functions of the stylesheet itself, but none under a name of the engine, and none that is not there', () => {
    const own = 'Q{urn:f}own';
    expect(named({ N: 'function', name: own }, call(own))).toEqual([]);
    expect(named(call(own))).toEqual(['Q{urn:f}own()']);
    expect(named({ N: 'function', name: `${js}eval` }, call(`${js}eval`))).toEqual(['js:eval()']);
  });

  it('names each once, with the first line on which it is, in the order of the lines', () => {
    const around = { N: 'template', line: '4', C: [{ N: 'evaluate' }] };
    expect(refusedCode(compiled(call(`${js}eval`, '9'), around, call(`${js}eval`, '7'), call(`${js}a`, '7')))).toEqual([
      { name: 'xsl:evaluate', line: 4 },
      { name: 'js:a()', line: 7 },
      { name: 'js:eval()', line: 7 },
    ]);
    expect(refusedCode(compiled(call(`${js}eval`)))).toEqual([{ name: 'js:eval()', line: undefined }]);
  });
});

import { describe, expect, it } from 'vitest';
import { findDatatype, XSD } from '../../src/relaxng/datatypes/library.ts';
import type { Datatype, Param } from '../../src/relaxng/datatypes/datatype.ts';
import { compileXsdRegex, type XsdRegex } from '../../src/relaxng/regex/xsd-regex.ts';

const context = { namespaceOf: (prefix: string) => (prefix === 'tei' ? 'http://www.tei-c.org/ns/1.0' : undefined) };

function type(name: string, ...params: Param[]): Datatype {
  const found = findDatatype(XSD, name, params);
  if (typeof found === 'string') throw new Error(found);
  return found;
}

const allowed = (name: string, literals: readonly string[], ...params: Param[]): string[] =>
  literals.filter((literal) => type(name, ...params).allows(literal, context));

/** Each type with values that it has and values that it has not. */
const table: readonly (readonly [name: string, right: readonly string[], wrong: readonly string[]])[] = [
  ['string', ['', ' a ', 'x\ny'], []],
  ['token', ['', ' a  b '], []],
  ['language', ['en', 'de-AT', 'x-klingon', 'grc'], ['', 'en_US', 'englishlanguage', 'de-', '1']],
  ['NCName', ['a', '_a.b-c', 'é', ' a '], ['', '1a', 'a:b', 'a b', '-a']],
  ['Name', ['a:b'], ['1', '']],
  ['NMTOKEN', ['1a', '-.'], ['', 'a b', '#']],
  ['NMTOKENS', ['a', ' a  b '], ['', '#']],
  ['ID', ['d194'], ['194', 'd 194']],
  ['IDREFS', ['a b'], ['', 'a 1']],
  ['QName', ['tei:p', 'p'], ['x:p', 'tei:', ':p', 'a:b:c']],
  [
    'anyURI',
    ['', '#d194', 'a b', 'http://x.y/ä?q#f', '../a.xml#b', '#xpath(//p[1])', 'http://[::1]/x', 'x:[y]'],
    ['#a#b', '%4', '1a:b', 'http:', 'a[1]', ':a'],
  ],
  ['boolean', ['true', 'false', '1', ' 0 '], ['TRUE', 'yes', '']],
  ['decimal', ['1', '-1.50', '+.5', '1.', '00'], ['', '.', '1e5', 'INF', '1,5']],
  ['integer', ['-0', '+12345678901234567890'], ['1.0', '']],
  ['nonNegativeInteger', ['0', '-0', '7'], ['-1']],
  ['byte', ['-128', '127'], ['128', '-129']],
  ['unsignedLong', ['18446744073709551615'], ['18446744073709551616', '-1']],
  ['double', ['1', '1e5', '-INF', 'NaN', '.5E-3'], ['+INF', 'inf', '1e', '']],
  ['duration', ['P1Y2M3DT4H5M6.7S', '-P1D', 'PT1M'], ['P', 'PT', 'P1H', 'P1YT', 'P1.5Y', 'P-1D']],
  [
    'date',
    ['1962-10-26', '2000-02-29', '-0044-03-15', '2000-01-01+14:00', '12000-01-01Z'],
    ['1962-10-32', '1962-13-01', '1900-02-29', '0000-01-01', '62-10-26', '1962-1-1', '02000-01-01'],
  ],
  [
    'dateTime',
    ['1962-10-26T19:00:00', '1962-10-26T24:00:00', '1962-10-26T19:00:00.5Z'],
    ['1962-10-26', '1962-10-26T24:00:01', '1962-10-26T19:60:00', '1962-10-26 19:00:00'],
  ],
  ['time', ['19:00:00', '19:00:00.25-05:00'], ['19:00', '25:00:00']],
  ['gYear', ['1962', '-0044', '12000'], ['62', '0000', '01962']],
  ['gYearMonth', ['1962-10'], ['1962-13', '1962']],
  ['gMonthDay', ['--10-26', '--02-29'], ['--02-30', '10-26']],
  ['gMonth', ['--10'], ['--13', '10']],
  ['gDay', ['---26'], ['---32', '26']],
  ['hexBinary', ['', '0aFF'], ['0', 'xy', '0a FF']],
  ['base64Binary', ['', 'YQ==', 'Y W I =', 'YWJj'], ['YQ=', 'YR==', 'a']],
];

describe('the W3C types', () => {
  it.each(table)('%s', (name, right, wrong) => {
    expect(allowed(name, [...right, ...wrong])).toEqual([...right]);
  });

  it('values are equal whatever way they are written', () => {
    const same = (name: string, a: string, b: string): boolean =>
      type(name).key(a, context) === type(name).key(b, context);
    expect(same('decimal', '+01.50', '1.5')).toBe(true);
    expect(same('boolean', '1', 'true')).toBe(true);
    expect(same('dateTime', '2000-01-01T12:00:00Z', '2000-01-01T13:00:00+01:00')).toBe(true);
    expect(same('dateTime', '2000-01-01T12:00:00Z', '2000-01-01T12:00:00')).toBe(false);
    expect(same('duration', 'P1Y', 'P12M')).toBe(true);
    expect(same('duration', 'PT60S', 'PT1M')).toBe(true);
    expect(same('hexBinary', 'ab', 'AB')).toBe(true);
    expect(same('QName', 'tei:p', 'p')).toBe(false);
    expect(same('double', '1e2', '100')).toBe(true);
  });
});

describe('facets', () => {
  it('bound lengths in characters, not in units of storage', () => {
    expect(allowed('string', ['😀', 'ab', 'abc'], { name: 'maxLength', value: '1' })).toEqual(['😀']);
    expect(allowed('NMTOKENS', ['a', 'a b', 'a b c'], { name: 'length', value: '2' })).toEqual(['a b']);
  });

  it('bound numbers of any size exactly', () => {
    expect(
      allowed('integer', ['99999999999999999998', '99999999999999999999'], {
        name: 'maxExclusive',
        value: '99999999999999999999',
      }),
    ).toEqual(['99999999999999999998']);
    expect(allowed('decimal', ['1', '0.1', '-1.5'], { name: 'minInclusive', value: '0.1' })).toEqual(['1', '0.1']);
    expect(allowed('decimal', ['123', '1.23', '1234'], { name: 'totalDigits', value: '3' })).toEqual(['123', '1.23']);
    expect(allowed('decimal', ['1.2', '1.20', '1.23'], { name: 'fractionDigits', value: '1' })).toEqual([
      '1.2',
      '1.20',
    ]);
  });

  it('leave undecided what time zones leave undecided', () => {
    const bound = { name: 'minInclusive', value: '2000-01-01T12:00:00' };
    expect(allowed('dateTime', ['2000-01-01T13:00:00Z', '2000-01-03T00:00:00Z', '2000-01-01T12:00:00'], bound)).toEqual(
      ['2000-01-03T00:00:00Z', '2000-01-01T12:00:00'],
    );
  });

  it('compare lengths of time as far as they can be compared', () => {
    expect(allowed('duration', ['P27D', 'P30D', 'P32D', 'P1Y'], { name: 'maxExclusive', value: 'P1M' })).toEqual([
      'P27D',
    ]);
  });

  it('that make no sense are mistakes of the schema', () => {
    expect(findDatatype(XSD, 'boolean', [{ name: 'length', value: '1' }])).toMatchInlineSnapshot(
      `"The facet “length” does not apply to this type."`,
    );
    expect(findDatatype(XSD, 'integer', [{ name: 'minInclusive', value: 'x' }])).toMatchInlineSnapshot(
      `"“x” is not a value of the type that the facet “minInclusive” limits."`,
    );
    expect(findDatatype(XSD, 'token', [{ name: 'pattern', value: '(' }])).toMatchInlineSnapshot(
      `"“(” is not a regular expression of XML Schema that can be used: it goes wrong at character 3."`,
    );
    expect(findDatatype(XSD, 'token', [{ name: 'whiteSpace', value: 'collapse' }])).toMatchInlineSnapshot(
      `"“whiteSpace” is not a facet of the W3C types."`,
    );
    expect(findDatatype(XSD, 'dat', [])).toMatchInlineSnapshot(`"There is no W3C type “dat”."`);
    expect(findDatatype('', 'date', [])).toMatchInlineSnapshot(
      `"RELAX NG has no built-in type “date”, only “string” and “token”; is the datatype library missing?"`,
    );
    expect(findDatatype('', 'token', [{ name: 'length', value: '1' }])).toMatchInlineSnapshot(
      `"The built-in types of RELAX NG have no facets."`,
    );
    expect(findDatatype('urn:x', 'date', [])).toMatchInlineSnapshot(`"The datatype library “urn:x” is not known."`);
  });
});

describe('regular expressions of XML Schema', () => {
  const compiled = (pattern: string): XsdRegex => {
    const made = compileXsdRegex(pattern);
    if (typeof made === 'string') throw new Error(made);
    return made;
  };
  const matching = (pattern: string, texts: readonly string[]): string[] =>
    texts.filter((text) => compiled(pattern).test(text));

  it('match the whole text', () => {
    expect(matching('a|b', ['a', 'b', 'ab', 'a\n'])).toEqual(['a', 'b']);
    expect(matching('^a$', ['a', '^a$'])).toEqual(['^a$']);
  });

  it('know classes, subtraction, categories and blocks', () => {
    expect(matching('[^\\p{C}\\p{Z}]+', ['ab', 'a b', 'é'])).toEqual(['ab', 'é']);
    expect(matching('[a-z-[aeiou]]+', ['bcd', 'bad'])).toEqual(['bcd']);
    expect(matching('[\\i-[:]][\\c-[:]]*', ['a1', '1a', 'a:b'])).toEqual(['a1']);
    expect(matching('\\p{IsGreek}+', ['αβγ', 'abc'])).toEqual(['αβγ']);
    expect(matching('\\d{1,2}', ['1', '12', '123', '١'])).toEqual(['1', '12', '١']);
    expect(matching('[+\\-.]', ['+', '-', '.', 'a'])).toEqual(['+', '-', '.']);
    expect(matching('.', ['a', '\n', '😀'])).toEqual(['a', '😀']);
  });

  it('that are none are distinguished', () => {
    const wrong = ['(', ')', '*', 'a{2,1}', '[b-a]', '[]', '\\q', '\\p{Foo}', '\\p{IsNowhere}', 'a**', '[a-[b]', '{1}'];
    expect(wrong.filter((pattern) => typeof compileXsdRegex(pattern) !== 'string')).toEqual([]);
  });
});

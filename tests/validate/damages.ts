import type { Chance } from '../harness/chance.ts';

/** What goes wrong in XML files, kind by kind, at places that chance chooses. */

export interface Damage {
  readonly kind: string;
  /** Only markup is damaged: the text of the file is what it was, whoever reads it. */
  readonly markupOnly?: boolean;
  /** The damaged text; undefined where the text has no place for it. */
  readonly make: (text: string, chance: Chance) => string | undefined;
}

type Change = (match: RegExpExecArray, chance: Chance) => string;

/** Changes one of the places that a pattern finds after the first 100 characters. */
function at(pattern: RegExp, change: Change): Damage['make'] {
  return (text, chance) => {
    const found = [...text.matchAll(new RegExp(pattern.source, 'gu'))].filter(({ index }) => index > 100);
    if (found.length === 0) return undefined;
    const match = chance.pick<RegExpExecArray>(found);
    return text.slice(0, match.index) + change(match, chance) + text.slice(match.index + match[0].length);
  };
}

/** Changes one place in the text between tags, but none in a reference: what is left of `&amp;` is another text. */
const inText = (what: string): Damage['make'] => at(/(?<=>[^<>]{2,200})(?<!&[#\w]*)(?=[^<>]{2,200}<)/, () => what);

/** Changes an element that holds no element. */
const element = (change: (name: string, attributes: string, content: string, chance: Chance) => string) =>
  at(/<([\w:]+)((?: [^<>]*)?)(?<!\/)>([^<>]*)<\/\1>/, ([, name, attributes, content], chance) =>
    change(name!, attributes!, content!, chance),
  );

const start = /<([\w:]+)((?: [^<>/]*)?)>/;
const ending = /<\/([\w:]+)>/;
const attribute = /(?<=<[^<>!?]*) ([\w:]+)="([^"<>]*)"/;
const empty = /<([\w:]+)( [^<>/]*)\/>/;

const spoil = (name: string, chance: Chance): string => {
  const i = chance.below(name.length);
  return name.slice(0, i) + chance.pick(['x', name.charAt(i) + name.charAt(i), '']) + name.slice(i + 1) || 'x';
};

const half = (text: string, chance: Chance): string => text.slice(0, 200 + chance.below(text.length - 200));

const markup: Readonly<Record<string, Damage['make']>> = {
  'a start tag without its >': at(start, ([, name, rest]) => `<${name}${rest}`),
  'an end tag without its >': at(ending, ([, name]) => `</${name}`),
  'an end tag without its slash': at(ending, ([, name]) => `<${name}>`),
  'an empty element left open': at(empty, ([, name, rest]) => `<${name}${rest}>`),
  'a start tag that is closed at once': at(start, ([, name, rest]) => `<${name}${rest}/>`),
  'no end tag': at(ending, () => ''),
  'no start tag': at(start, () => ''),
  'a misspelt end tag': at(ending, ([, name], chance) => `</${spoil(name!, chance)}>`),
  'a misspelt start tag': at(start, ([, name, rest], chance) => `<${spoil(name!, chance)}${rest}>`),
  'an end tag in capitals': at(ending, ([, name]) => `</${name!.toUpperCase()}>`),
  'two end tags that change places': at(/<\/([\w:]+)>(\s*)<\/([\w:]+)>/, ([, a, space, b]) => `</${b}>${space}</${a}>`),
  'a value without its first quote': at(attribute, ([, name, value]) => ` ${name}=${value}"`),
  'a value without its last quote': at(attribute, ([, name, value]) => ` ${name}="${value}`),
  'a value without quotes': at(attribute, ([, name, value]) => ` ${name}=${value}`),
  'a value in typographic quotes': at(attribute, ([, name, value]) => ` ${name}=“${value}”`),
  'a value in two kinds of quotes': at(attribute, ([, name, value]) => ` ${name}="${value}'`),
  'an attribute without =': at(attribute, ([, name, value]) => ` ${name}"${value}"`),
  'a colon in place of =': at(attribute, ([, name, value]) => ` ${name}:"${value}"`),
  'attributes without a space between': at(/(?<=<[^<>]*"[^"<>]*") (?=[\w:]+=")/, () => ''),
  'an attribute given twice': at(attribute, ([all]) => all + all),
  'an attribute given twice with two values': at(attribute, ([all, name]) => `${all} ${name}="other"`),
  'an attribute without a value': at(attribute, ([, name]) => ` ${name}`),
  'a space in the name of an attribute': at(
    attribute,
    ([, name, value]) => ` ${name!.slice(0, 1)} ${name!.slice(1)}="${value}"`,
  ),
  'signs in a tag': at(
    start,
    ([, name, rest], chance) => `<${name}${rest}${chance.pick([' ;', ',', ' —', ' "', "'"])}>`,
  ),
  'a space behind <': at(start, ([, name, rest]) => `< ${name}${rest}>`),
  'a space behind </': at(ending, ([, name]) => `</ ${name}>`),
  'a space within />': at(empty, ([, name, rest]) => `<${name}${rest}/ >`),
  'a backslash': at(ending, ([, name]) => `<\\${name}>`),
  'an attribute in an end tag': at(ending, ([, name]) => `</${name} n="1">`),
  'an end tag twice': at(ending, ([all]) => all + all),
  'an end tag without a name': at(ending, () => '</>'),
  'a < in a value': at(attribute, ([, name, value]) => ` ${name}="a<${value}"`),
  'a bare & in a value': at(attribute, ([, name, value]) => ` ${name}="?a=1&copy=${value}"`),
  'a comment with hyphens': inText('<!-- a -- b --- c -->'),
  'a comment with a spoilt end': inText('<!-- todo -- >'),
  'a comment in a comment': inText('<!-- a <!-- b --> c -->'),
  'a comment that never ends': inText('<!-- todo '),
  'an instruction without its ?': inText('<?app a="b">'),
  'an instruction without a name': inText('<? app ?>'),
  'an XML declaration without its ?': (text) => (text.startsWith('<?xml') ? text.replace('?>', '>') : undefined),
  'an XML declaration with curly quotes': (text) =>
    text.startsWith('<?xml') ? text.replace('version="1.0"', 'version=“1.0”') : undefined,
  'an XML declaration behind white space': (text) => (text.startsWith('<?xml') ? `\n ${text}` : undefined),
  'an XML declaration in the text': inText('<?xml version="1.0"?>'),
  'a document type in the text': inText('<!DOCTYPE TEI>'),
  'a document type that names a file': (text) => text.replace(/<(?=[\p{L}])/u, '<!DOCTYPE TEI SYSTEM "a.dtd">\n<'),
  'a prefix that is not declared': element((name, rest, content) => `<q:${name}${rest}>${content}</q:${name}>`),
  'a prefix of an attribute that is not declared': at(
    attribute,
    ([, name, value]) => ` q:${name!.replace(':', '')}="${value}"`,
  ),
  'a misspelt xml:': at(/ xml:/, () => ' xlm:'),
  'an element of another name': element((_, rest, content, chance) => {
    const name = chance.pick(['b', 'font', 'strong', 'div', 'para']);
    return `<${name}${rest}>${content}</${name}>`;
  }),
  'an element too many around another': at(/<([\w:]+)((?: [^<>]*)?)(?<!\/)>([^<>]*)<\/\1>/, ([all], chance) => {
    const name = chance.pick(['div', 'span', 'p']);
    return `<${name}>${all}</${name}>`;
  }),
  'a misspelt attribute': at(attribute, ([, name, value], chance) => ` ${spoil(name!, chance)}="${value}"`),
  'an attribute where it cannot be': at(start, ([, name, rest]) => `<${name}${rest} href="x">`),
  'an id twice': (text, chance) => {
    const id = /xml:id="[^"]*"/.exec(text)?.[0];
    return id === undefined ? undefined : at(start, ([, name, rest]) => `<${name}${rest} ${id}>`)(text, chance);
  },
  'an attribute lost by the element inside': at(
    /<([\w:]+)>(\s*)<([\w:]+) ([\w:]+="[^"<>]*")/,
    ([, outer, space, inner, all]) => `<${outer} ${all}>${space}<${inner}`,
  ),
  'an empty pair of tags': inText('<hi></hi>'),
  'an element that opens again in place of its end': at(ending, ([, name]) => `<${name}>`),
  'a value that is spoilt': at(
    attribute,
    ([, name, value], chance) => ` ${name}="${spoil(value || 'a', chance).replace(/[<>&]/g, '')}"`,
  ),
};

const text: Readonly<Record<string, Damage['make']>> = {
  'a start tag without its <': at(start, ([, name, rest]) => `${name}${rest}>`),
  'an end tag without its <': at(ending, ([, name]) => `/${name}>`),
  'words in an end tag': at(ending, ([, name]) => `</${name} and more words>`),
  'a quote that closes far away': at(attribute, ([, name, value]) => ` ${name}="${value}>He said ("no") and "yes" `),
  'a bare &': inText(' Smith & Sons'),
  'a bare <': inText(' a < b and c > d'),
  'words between < and >': inText(' a <b or c> d'),
  'less-than with a dash': inText(' a <b — c > d'),
  'an entity of HTML': inText(' &mdash;&nbsp;&eacute;'),
  'a reference without its semicolon': inText(' &amp &#8212 &copy x?a=1&copy=2'),
  'the end of a CDATA section': inText(' a]]> b'),
  'control characters': inText('a\u000bb\u0001c\u0019d'),
  'a CDATA section with a spoilt end': inText('<![CDATA[a & b]] >'),
  'a CDATA section in small letters': inText('<![cdata[a & b]]>'),
  'a document type that swallows words': inText('<!DOCTYPE a "> words '),
  'text behind the root': (whole) => `${whole.trimEnd()}\nand more`,
  'a file cut in its middle': half,
  'a tag glued to a word': at(/<(\w+)>(?=[A-Z])/, ([, name]) => `<${name}`),
};

export const damages: readonly Damage[] = [
  ...Object.entries(markup).map(([kind, make]) => ({ kind, markupOnly: true, make })),
  ...Object.entries(text).map(([kind, make]) => ({ kind, make })),
];

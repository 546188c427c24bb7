import { chapters } from '../../src/validate/catalogue/index.ts';
import { exampleFile } from '../../src/validate/example.ts';
import { letter, letters, tei } from '../harness/letters.ts';
import { type BadInput, damagedJson, damagedText, type Kind } from './inputs.ts';

/** Damaged editions: their settings, templates, sources and schemas. */

const onEdition = ['validate', '@'] as const;
const builds = [onEdition, ['build', '@', '--out', '@out']] as const;

const texts = {
  title: 'Letters',
  id: 'letters',
  baseUrl: 'https://example.org/letters',
  licence: 'https://creativecommons.org/licenses/by/4.0/',
  language: 'en',
  version: '1.0',
  date: '2020-01-01',
  documents: 'div[@type="letter"]',
  formats: ['html', 'text'],
  exclude: ['drafts/**'],
  citation: '{title}, {date}',
  limits: { depth: 100 },
  rules: { 'page-order': 'off' },
  silence: [{ code: 'page-order', reason: 'Printed so.' }],
};

const odd: readonly (string | Uint8Array)[] = [
  '',
  ' ',
  'null',
  '[]',
  '"x"',
  '0',
  '{',
  '{"title": }',
  '{"title": "a" "id": "b"}',
  '{"title": "a",}',
  "{'title': 'a'}",
  '{title: "a"}',
  '// a comment\n{}',
  '{"title": "a", "title": "b"}',
  '{"title": "\\ud800"}',
  '{"title": "a\u0000b"}',
  '{"limits": {"depth": 1e999}}',
  '{"limits": {"depth": -0}}',
  '{"limits": {"schematronSeconds": 99999999999}}',
  '{"limits": {"__proto__": 1}}',
  '{"rules": {"__proto__": {"severity": "error"}}}',
  '{"rules": {"page-order": {"severity": "constructor"}}}',
  '{"rules": {"page-order": {}}}',
  '{"rules": {"nosuch": "off"}}',
  '{"formats": ["html", "html"]}',
  '{"formats": ["constructor"]}',
  '{"documents": "div["}',
  '{"documents": "//*[position() = last()]/../.."}',
  '{"documents": ""}',
  '{"exclude": ["**/**/**/**/**/**/**/**/**/**/**/*.xml", "[", "{a,b", "(", "*".repeat]}',
  `{"exclude": ["${'*a'.repeat(200)}b"]}`,
  '{"exclude": ["[", "{a,b", "(+", "\\\\"]}',
  '{"baseUrl": "javascript:alert(1)"}',
  '{"baseUrl": "not an address"}',
  '{"language": "xx-\\"><script>"}',
  '{"id": "../../out"}',
  '{"id": ""}',
  '{"id": "con\\u0000"}',
  '{"citation": "{constructor}"}',
  '{"citation": "{title"}',
  '{"citation": "}{"}',
  `{"silence": [${'{"code": "a", "reason": "b"},'.repeat(2000)}{"code": "a", "reason": "b"}]}`,
  `{"title": "${'a'.repeat(2_000_000)}"}`,
  `{${Array.from({ length: 5000 }, (_, i) => `"s${i}": 1`).join(',')}}`,
  `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`,
  '\ufeff{"title": "a"}',
  Buffer.from('\ufeff{"title": "a"}', 'utf16le'),
  Buffer.from('{"title": "a"}', 'utf16le'),
  Buffer.from('{"title": "é"}', 'latin1'),
  Uint8Array.of(0, 0, 0, 0),
];

const settingsFile = (name: string, content: string | Uint8Array): BadInput => ({
  name: `settings: ${name}`,
  files: { 'octavo.config.json': content, 'a.xml': letters(2) },
  commands: builds,
  names: /octavo\.config\.json/,
});

export const settings: Kind = (luck) => [
  ...odd.map((content, i) => settingsFile(`odd ${i}`, content)),
  ...Array.from({ length: 60 }, (_, i) => settingsFile(`value ${i}`, JSON.stringify(damagedJson(texts, luck)))),
  ...Array.from({ length: 30 }, (_, i) =>
    settingsFile(`bytes ${i}`, damagedText(JSON.stringify(texts, null, 1), luck)),
  ),
];

const page = (inside: string): string => `<html><head></head><body>${inside}</body></html>`;

const templateTexts: readonly string[] = [
  '{{',
  '{{{',
  '}}',
  '{{}}',
  '{{#}}',
  '{{/if}}',
  '{{#if}}{{/if}}',
  '{{#each}}{{/each}}',
  '{{#if title}}',
  '{{else}}',
  '{{> nosuch}}',
  '{{> (lookup . "head")}}',
  '{{> (concat "he" "ad")}}',
  '{{#> page}}{{/page}}',
  '{{> page}}',
  '{{#*inline "a"}}{{> a}}{{/inline}}{{> a}}',
  '{{constructor}}',
  '{{constructor.constructor}}',
  `{{constructor.constructor "return process.exit(7)"}}`,
  `{{#with (lookup this "constructor")}}{{#with (lookup this "constructor")}}{{this "return process"}}{{/with}}{{/with}}`,
  '{{lookup __proto__ "toString"}}',
  '{{lookup this "__proto__"}}',
  '{{__proto__.toString}}',
  '{{__defineGetter__ "a" title}}',
  '{{#with "s" as |string|}}{{#with "e"}}{{#with split as |conslist|}}{{pop}}{{push (lookup string.sub "constructor")}}{{/with}}{{/with}}{{/with}}',
  '{{helperMissing title}}',
  '{{blockHelperMissing title}}',
  '{{@root.constructor}}',
  '{{@partial-block}}',
  '{{log "x"}}',
  '{{title.length.length.length}}',
  '{{../../../../title}}',
  '{{[a b]}}',
  `{{${'a.'.repeat(2000)}b}}`,
  `${'{{#if title}}'.repeat(3000)}x${'{{/if}}'.repeat(3000)}`,
  `${'{{#each contents}}'.repeat(12)}x${'{{/each}}'.repeat(12)}`,
  '{{#each contents}}{{> page}}{{/each}}',
  '<head></head>\0{{title}}\0',
  '{{title}}{{{title}}}{{&title}}',
  '{{! a comment }}{{!-- another }} --}}',
  '\\{{title}} \\\\{{title}}',
  '<script>alert(1)</script>',
  '',
];

const template = (name: string, files: Readonly<Record<string, string | Uint8Array>>): BadInput => ({
  name: `template: ${name}`,
  files: {
    ...Object.fromEntries(Object.entries(files).map(([path, text]) => [`templates/${path}`, text])),
    'a.xml': letters(2),
  },
  commands: [['build', '@', '--out', '@out']],
  names: /templates\/|templates cannot/,
});

const wholePage = page(
  '{{> masthead}}{{#each contents}}<p>{{title}}</p>{{/each}}{{#if previous}}{{previous.title}}{{/if}}',
);

export const templates: Kind = (luck) => [
  ...templateTexts.map((text, i) => template(`page ${i}`, { 'page.hbs': page(text) })),
  ...templateTexts.map((text, i) =>
    template(`part ${i}`, { [luck.pick(['cite', 'steps', 'masthead', 'colophon'])]: '', 'imprint.hbs': text }),
  ),
  ...Array.from({ length: 25 }, (_, i) => template(`bytes ${i}`, { 'page.hbs': damagedText(wholePage, luck) })),
];

const source = (name: string, content: string | Uint8Array): BadInput => ({
  name: `source: ${name}`,
  files: { 'a.xml': content, 'b.xml': letters(1) },
  commands: [...builds, ['build', '@', '--out', '@out', '--keep-going']],
  names: /\.xml/,
});

const sound = tei(
  `<pb n="1"/>${letter('d1', 'On <date when="1970-01-01">day</date> <persName ref="#p">Ada</persName> &amp; all')}<lg><l>One</l></lg>
<table><row><cell>1</cell></row></table><list><item>x</item></list><p>a<lb break="no"/>b <choice><sic>c</sic><corr>d</corr></choice>
<app><lem>e</lem><rdg wit="#w">f</rdg></app><ref target="#d1">see</ref></p>`,
);

const examples = chapters.flatMap(({ explanations }) =>
  explanations.flatMap(({ bad }) => (bad === undefined ? [] : [bad])),
);

export const sources: Kind = (luck) => [
  ...Array.from({ length: 80 }, (_, i) => source(`bytes ${i}`, damagedText(sound, luck))),
  ...Array.from({ length: 25 }, (_, i) =>
    source(`twice ${i}`, Buffer.concat([damagedText(sound, luck), damagedText(sound, luck)])),
  ),
  ...Array.from({ length: 12 }, (_, i) => {
    const bad = luck.pick(examples);
    return source(`example ${i}`, /^[^<]|^<TEI/.test(bad) ? bad : exampleFile(bad));
  }),
];

const rng = `<grammar xmlns="http://relaxng.org/ns/structure/1.0" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"><start><ref name="tei"/></start>
<define name="tei"><element><anyName/><zeroOrMore><choice><text/><ref name="tei"/><attribute><anyName/><data type="string"><param name="pattern">a*</param></data></attribute></choice></zeroOrMore></element></define></grammar>`;
const rnc = `default namespace = "http://www.tei-c.org/ns/1.0"\nstart = any\nany = element * { (attribute * { xsd:string { pattern = "a*" } } | text | any)* }\n`;
const xsd = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.tei-c.org/ns/1.0"><xs:element name="TEI"><xs:complexType mixed="true"><xs:sequence><xs:any maxOccurs="unbounded" processContents="skip"/></xs:sequence></xs:complexType></xs:element></xs:schema>`;

const schemaTexts: readonly (readonly [string, string])[] = [
  ['s.rng', ''],
  ['s.rng', '<grammar/>'],
  [
    's.rng',
    '<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start><ref name="a"/></start><define name="a"><ref name="a"/></define></grammar>',
  ],
  ['s.rng', '<externalRef xmlns="http://relaxng.org/ns/structure/1.0" href="s.rng"/>'],
  ['s.rng', '<grammar xmlns="http://relaxng.org/ns/structure/1.0"><include href="s.rng"/></grammar>'],
  ['s.rng', `<x xmlns="http://relaxng.org/ns/structure/1.0">${'<group>'.repeat(20_000)}`],
  ['s.rnc', ''],
  ['s.rnc', 'start = start'],
  ['s.rnc', `start = ${'('.repeat(50_000)}`],
  ['s.rnc', 'include "s.rnc"'],
  ['s.rnc', 'start = element a { xsd:nosuch }'],
  ['s.rnc', 'start = element a { xsd:string { pattern = "(((" } }'],
  ['s.rnc', '"""'],
  ['s.rnc', '\\x{110000}'],
  ['s.xsd', ''],
  ['s.xsd', '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:include schemaLocation="s.xsd"/></xs:schema>'],
  ['s.xsd', 'nothing'],
];

const schema = (name: string, file: string, content: string | Uint8Array): BadInput => ({
  name: `schema: ${name}`,
  files: { 'a.xml': letters(1), [file]: content },
  commands: [['validate', '@/a.xml', '--schema', `@/${file}`]],
  names: new RegExp(`${file.replace('.', '\\.')}|a\\.xml`),
});

export const schemas: Kind = (luck) => [
  ...schemaTexts.map(([file, text], i) => schema(`odd ${i}`, file, text)),
  ...Array.from({ length: 30 }, (_, i) => schema(`rng ${i}`, 's.rng', damagedText(rng, luck))),
  ...Array.from({ length: 30 }, (_, i) => schema(`rnc ${i}`, 's.rnc', damagedText(rnc, luck))),
  ...Array.from({ length: 10 }, (_, i) => schema(`xsd ${i}`, 's.xsd', damagedText(xsd, luck))),
];

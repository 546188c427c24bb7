/** Word files made by hand: the parts a test is about, and around them only what Word itself needs. */
import { strToU8, zipSync } from 'fflate';
import { type OpenedSource, openSource } from '../../src/import/open-source.ts';
import type { SourceText } from '../../src/source/text.ts';

const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
].join(' ');
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

export interface WordParts {
  readonly body: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly comments?: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly settings?: string;
  readonly header1?: string;
  /** Further relations of the text: `<Relationship …/>`. */
  readonly relations?: string;
  readonly files?: Readonly<Record<string, Uint8Array>>;
}

const roots: Readonly<Record<string, string>> = { header1: 'hdr' };
const types: Readonly<Record<string, string>> = { header1: 'header' };

/** The bytes of a Word file. */
export function wordFile({ body, relations = '', files = {}, ...parts }: WordParts): Uint8Array {
  const part = (name: string, inside: string): Uint8Array =>
    strToU8(`${head}<w:${name} ${namespaces}>${inside}</w:${name}>`);
  const named = Object.entries<string>(parts);
  const related = named
    .map(([name]) => `<Relationship Id="p-${name}" Type="${office}/${types[name] ?? name}" Target="${name}.xml"/>`)
    .join('');
  const rels = (inside: string): Uint8Array =>
    strToU8(
      `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`,
    );
  return zipSync({
    '[Content_Types].xml': strToU8(
      `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    ),
    '_rels/.rels': rels(`<Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/>`),
    'word/document.xml': part('document', `<w:body>${body}<w:sectPr/></w:body>`),
    'word/_rels/document.xml.rels': rels(related + relations),
    ...Object.fromEntries(named.map(([name, inside]) => [`word/${name}.xml`, part(roots[name] ?? name, inside)])),
    ...files,
  });
}

/** A Word file as a source. */
export function wordSource(parts: WordParts, file = 'text.docx'): SourceText {
  const opened: OpenedSource = openSource(file, wordFile(parts));
  if (!opened.source) throw new Error(opened.findings.map((f) => f.message).join('\n'));
  return opened.source;
}

/** A run; `looks` are elements of its properties. */
export const run = (text: string, looks = ''): string =>
  `<w:r>${looks === '' ? '' : `<w:rPr>${looks}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;

/** A paragraph of text or of runs, with a style. */
export const para = (inside: string, style = '', more = ''): string => {
  const properties = (style === '' ? '' : `<w:pStyle w:val="${style}"/>`) + more;
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${inside.startsWith('<') ? inside : run(inside)}</w:p>`;
};

/** A paragraph of a list. */
export const item = (inside: string, list: number, level = 0): string =>
  para(inside, '', `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);

export const footnoteCall = (id: number, mark = ''): string =>
  mark === ''
    ? `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="${id}"/></w:r>`
    : `<w:r><w:footnoteReference w:customMarkFollows="1" w:id="${id}"/><w:t>${mark}</w:t></w:r>`;

export const footnote = (id: number, inside: string): string =>
  `<w:footnote w:id="${id}">${inside.startsWith('<w:p>') ? inside : para(`<w:r><w:footnoteRef/></w:r>${run(` ${inside}`)}`)}</w:footnote>`;

/** Styles of a German Word: names of files differ, built-in names do not. */
export const styles = [
  '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="de-DE"/></w:rPr></w:rPrDefault></w:docDefaults>',
  '<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>',
  '<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>',
  '<w:style w:type="paragraph" w:styleId="Untertitel"><w:name w:val="Subtitle"/></w:style>',
  '<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>',
  '<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>',
  '<w:style w:type="paragraph" w:styleId="Meine"><w:name w:val="Meine Zwischenzeile"/><w:basedOn w:val="berschrift2"/></w:style>',
  '<w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/></w:style>',
  '<w:style w:type="paragraph" w:styleId="Beschriftung"><w:name w:val="caption"/></w:style>',
  '<w:style w:type="paragraph" w:styleId="Verzeichnis1"><w:name w:val="toc 1"/></w:style>',
  '<w:style w:type="character" w:styleId="Hervorhebung"><w:name w:val="Emphasis"/><w:rPr><w:i/></w:rPr></w:style>',
].join('');

const level = (n: number, format: string, text: string, start = 1): string =>
  `<w:lvl w:ilvl="${n}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;

/** Lists: 1 counts (1, a, i), 2 has bullets, 3 begins list 1 again, 4 counts as laws do (1.1), 5 shows nothing. */
export const numbering = [
  `<w:abstractNum w:abstractNumId="10">${level(0, 'decimal', '%1.')}${level(1, 'lowerLetter', '(%2)')}${level(2, 'lowerRoman', '%3)')}</w:abstractNum>`,
  `<w:abstractNum w:abstractNumId="20">${level(0, 'bullet', '\uf0b7')}${level(1, 'bullet', 'o')}</w:abstractNum>`,
  `<w:abstractNum w:abstractNumId="40">${level(0, 'decimal', '%1')}${level(1, 'decimal', '%1.%2')}</w:abstractNum>`,
  `<w:abstractNum w:abstractNumId="50">${level(0, 'bullet', ' ')}</w:abstractNum>`,
  '<w:num w:numId="1"><w:abstractNumId w:val="10"/></w:num>',
  '<w:num w:numId="2"><w:abstractNumId w:val="20"/></w:num>',
  '<w:num w:numId="3"><w:abstractNumId w:val="10"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>',
  '<w:num w:numId="4"><w:abstractNumId w:val="40"/></w:num>',
  '<w:num w:numId="5"><w:abstractNumId w:val="50"/></w:num>',
].join('');

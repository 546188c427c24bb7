import { join } from 'node:path';
import type { Finding, Severity } from '../diagnostics/finding.ts';
import { existsSync } from 'node:fs';
import { readRegularFile, UnreadableFile } from '../source/regular-file.ts';
import { nearestName } from '../source/scan/similar.ts';
import { type SourceText, sourceText } from '../source/text.ts';
import { citationFields, unknownCitationField } from './citation-fields.ts';
import { type Base, baseWanted, isBase } from './base.ts';
import { areElements, type Elements, elementsWanted } from './elements.ts';
import { areLimits, type Limits, limitsWanted } from './limits.ts';
import { modelIn, wrongModel } from './processing-model.ts';
import { arePages, type Pages, pagesWanted } from './pages.ts';
import { isPrint, type Print, printWanted } from './print.ts';
import { areSigns, type Signs, signsWanted } from './signs.ts';
import { isObject, isText } from './shapes.ts';
import { isSilence, type Silence } from './silences.ts';
import { readStrictJson } from './strict-json.ts';

/** The settings of an edition: `octavo.config.json` in its folder, frozen. No file is needed: every setting has a default. */

export interface Settings {
  /** Title of the edition; default: that of its volume; of several volumes the series they are all in. */
  readonly title?: string;
  /** Id of the edition, used in citations and addresses; default: that of its first volume. */
  readonly id?: string;
  /** Public web address of the edition; with `{id}`: of its documents. */
  readonly baseUrl?: string;
  /** Licence: a web address, or a text. Default: that of the first file's header. */
  readonly licence?: string;
  /** Language of generated matter and of texts that name none, e.g. `en-US`. */
  readonly language?: string;
  /** Which elements are documents, e.g. `div[@type='chapter']`. */
  readonly documents: string;
  /** Which divisions are pages in texts without documents. Default: those of a sensible size, where the text is long. */
  readonly pages?: Pages;
  /** The witness whose reading is in the text where an entry of an apparatus has no lemma. Default: the first in the header. */
  readonly base?: Base;
  /** Output formats, in the order in which they are written. */
  readonly formats: readonly string[];
  /** Version of the edition, shown on every page. */
  readonly version?: string;
  /** Date of this version, `2026-11-23`. Never taken from a clock. */
  readonly date?: string;
  /** Template of the recommended citation (docs/formats/citations.md). */
  readonly citation?: string;
  /** Source files to leave out: paths in the edition’s folder, `*` for any characters. */
  readonly exclude: readonly string[];
  /** The phase of Schematron schemas. */
  readonly phase?: string;
  /** Limits other than the usual ones, by their names. */
  readonly limits: Limits;
  /** How the status of words is shown: a style, and signs of the edition’s own. */
  readonly signs?: Signs;
  /** What the edition decides about elements: by selector, what they are. */
  readonly elements?: Elements;
  /** The ODD that decides as well; its setting is a path. */
  readonly processingModel?: { readonly file: string; readonly text: string };
  /** How books are set in pages. */
  readonly print?: Print;
  /** Rules that are turned off, told otherwise, or set, by their code. */
  readonly rules: Readonly<Record<string, RuleSetting>>;
  /** Findings that somebody has checked and found correct. */
  readonly silence: readonly Silence[];
}

export type RuleSetting = 'off' | Severity | Readonly<Record<string, unknown>>;

export type { Silence } from './silences.ts';

export const configName = 'octavo.config.json';

interface SettingKind {
  readonly type:
    | 'signs'
    | 'base'
    | 'pages'
    | 'elements'
    | 'model'
    | 'text'
    | 'list'
    | 'rules'
    | 'silences'
    | 'limits'
    | 'formats'
    | 'print'
    | 'citation';
  readonly description: string;
}

/** Every setting with its description; the documentation is made from this table. */
export const settingKinds: Readonly<Record<keyof Settings, SettingKind>> = {
  title: { type: 'text', description: 'Title of the edition. Default: the title of its volume; of several volumes that of the series that all of them are in, or the title that all of them have; else none.' },
  id: { type: 'text', description: 'Id of the edition, used in citations. Default: the id of its first volume.' },
  baseUrl: { type: 'text', description: 'Public web address of the edition. Where documents have addresses of their own, put `{id}` in it, e.g. `https://example.org/letters/{id}`; else a document is at this address, `/documents/`, its id and `.html`, as the built edition has it.' },
  licence: { type: 'text', description: 'Licence of the edition: a web address or a text. Default: what the first header says.' },
  language: { type: 'text', description: 'Language of texts that do not name one, as a BCP 47 tag. Default: what the header says, else `en`.' },
  documents: { type: 'text', description: "Which elements are documents: an element name, and optionally one attribute, e.g. `div[@type='chapter']`. Default: `div[@type='document']`." },
  pages: { type: 'pages', description: 'Which divisions are pages in a text without documents: their level (0: the whole text is one page; 1: the divisions that are directly in front, body and back, or the texts of a `group`; 2: those in them …), or a path of elements, e.g. `body/div/div[@type=\'chapter\']`; for all texts, or by their files: `{"novel.xml": 2}`. Default: a text of more than about 10,000 words is divided at the first level of which the pages are of a sensible size (docs/how-to/pages.md).' },
  base: { type: 'base', description: 'Whose reading is in the text where an entry of an apparatus has no `lem`: the `xml:id` of a witness, for all texts, or by their files: `{"novel.xml": "A"}`, `*` for any characters. Default: the first witness in the header (docs/apparatus.md).' },
  formats: { type: 'formats', description: 'Output formats to build, at least one of `html`, `text`, `tei`, `csl-json`, `bibtex`, `ris`, `epub`, `pdf`, `data-package`, `cmif` and `rdf`. Default: all of them but the last five.' },
  version: { type: 'text', description: 'Version of the edition, shown on every page, e.g. `2.1`.' },
  date: { type: 'text', description: 'Date of this version, e.g. `2026-11-23`; never taken from the clock.' },
  citation: { type: 'citation', description: 'Template of the recommended citation, e.g. `_{series}_, {volumeLabel}, {locator}.` (docs/formats/citations.md).' },
  exclude: { type: 'list', description: 'Files that are not part of the edition: paths in its folder, `*` for any characters.' },
  phase: { type: 'text', description: 'The phase of Schematron schemas, where none is requested: its id, or `#ALL`. Default: the schema’s own.' },
  limits: { type: 'limits', description: 'Limits beyond which a file is refused instead of read: `depth` of elements (512; it can only be lowered), `attributes` of one element (256), `nameLength` (1000) and `fileLength` (268435456) in characters (a file with more bytes is not read at all), mistakes in XML, `faults` (1000); and for Schematron `schematronSeconds` (300) and `schematronMegabytes` (2048) for a file.' },
  signs: { type: 'signs', description: 'How it is shown what was done to words: `style` is `leiden`, `critical`, `genetic` or `plain`; then signs of your own, by what they are for: `{"style": "leiden", "supplied: lost": ["[", "]"], "unclear": "underdot", "gap": ["[…]", ""]}`. Default: the style for which most of the encoding speaks (docs/signs.md).' },
  elements: { type: 'elements', description: 'What your edition decides about elements: by a selector (`seg[@type=\'letterhead\']`, `div[@type=\'letter\']//ab`) an object with one or more of `kind`, `role`, `status`, `class` and `"counted": "no"`: `{"ab[@type=\'verse\']": {"kind": "line"}, "note[@type=\'internal\']": {"counted": "no"}}` (docs/how-to/decide-about-elements.md).' },
  processingModel: { type: 'model', description: 'An ODD in the edition’s folder whose Processing Model (`model` with `@predicate` and `@behaviour`) says what elements are, after the rows of `elements`: `tei_simplePrint.odd` (docs/how-to/decide-about-elements.md#an-odd-of-yours).' },
  print: { type: 'print', description: 'How books are set in pages (PDF): `design` is `documentary`, `critical`, `dictionary`, `reading` or the name of a file in `templates/print/` without `.typ`; `paper` is `letter`, `a4`, `a5` or a size such as `6x9in` (default) or `150x230mm`; `sides` is `2` (default: left and right pages differ) or `1`; `marks` shows the numbers of original pages in the `margin` (default) or as `[Page 591]` in the `text`; `index` adds one of persons, organisations, places and terms; `conformance` is `ua-1` (default: PDF/UA-1) or `a-2a` (PDF/A-2a) (docs/how-to/print.md).' },
  rules: { type: 'rules', description: 'Rules by their code: `off`, `error`, `review`, `note`, or an object with `severity` and the rule’s own options (docs/rules). Rules that find errors cannot be turned off.' },
  silence: { type: 'silences', description: 'Findings that were checked and are not mistakes: objects with `code`, `reason`, and optionally `file` and `id` (the `xml:id` of the element). Errors cannot be silenced; a silence that silences nothing is reported.' },
}; // prettier-ignore

export const defaultFormats = ['html', 'text', 'tei', 'csl-json', 'bibtex', 'ris'] as const;
/** Formats that are built where they are asked for. */
const knownFormats = [...defaultFormats, 'epub', 'pdf', 'data-package', 'cmif', 'rdf'];
const defaults: Settings = Object.freeze({
  documents: "div[@type='document']",
  formats: defaultFormats,
  exclude: [],
  limits: {},
  rules: {},
  silence: [],
});

interface Loaded {
  readonly settings: Settings;
  readonly findings: readonly Finding[];
}

function placeOf(source: SourceText, key: string): ReturnType<SourceText['span']> {
  const at = source.text.indexOf(JSON.stringify(key));
  return at < 0 ? source.span(0, 0) : source.span(at, at + key.length + 2);
}

const isFormat = (value: unknown): boolean => knownFormats.some((name) => name === value);

/** What the value of a setting looks like. */
const shapes: Readonly<Record<SettingKind['type'], { fits: (value: unknown) => boolean; wanted: string }>> = {
  text: { fits: isText, wanted: 'a text in quotes' },
  list: { fits: (value) => Array.isArray(value) && value.every(isText), wanted: 'a list of texts: ["…", "…"]' },
  formats: {
    fits: (value) => Array.isArray(value) && value.length > 0 && value.every(isFormat),
    wanted: `a list of one or more of these formats: ${knownFormats.join(', ')}`,
  },
  citation: {
    fits: (value) => typeof value === 'string' && unknownCitationField(value) === undefined,
    wanted: `a text whose fields in braces are some of these: ${citationFields.join(', ')}`,
  },
  rules: {
    fits: (value) => isObject(value) && Object.values(value).every((one) => isText(one) || isObject(one)),
    wanted: 'an object of rules: { "page-order": "off", "mixed-quotes": { "severity": "review" } }',
  },
  elements: { fits: areElements, wanted: elementsWanted },
  model: { fits: isText, wanted: 'the path of an ODD in the folder of the edition' },
  signs: { fits: areSigns, wanted: signsWanted },
  pages: { fits: arePages, wanted: pagesWanted },
  base: { fits: isBase, wanted: baseWanted },
  print: { fits: isPrint, wanted: printWanted },
  limits: { fits: areLimits, wanted: limitsWanted },
  silences: {
    fits: (value) => Array.isArray(value) && value.every(isSilence),
    wanted:
      'a list of objects, each with a code and a reason: [{ "code": "page-order", "file": "d1.xml", "reason": "…" }]',
  },
};

function checkEntry(key: string, value: unknown, source: SourceText): Finding | undefined {
  const kind = Object.hasOwn(settingKinds, key) ? settingKinds[key as keyof Settings] : undefined;
  const span = placeOf(source, key);
  if (!kind) {
    const known = Object.keys(settingKinds);
    const guess = nearestName(key, known);
    return {
      code: 'unknown-setting', severity: 'error', span,
      message: `“${key}” is not a setting.${guess ? ` Did you mean “${guess}”?` : ''}`,
      fix: `The settings are: ${known.join(', ')}.`, expected: known,
    }; // prettier-ignore
  }
  const { fits, wanted } = shapes[kind.type];
  if (fits(value)) return undefined;
  return {
    code: 'wrong-setting',
    severity: 'error',
    span,
    message: `The setting “${key}” must be ${wanted}.`,
    fix: kind.description,
  };
}

const repair = 'Correct the file, or remove it: Octavo works without one.';

function parse(source: SourceText): { content: Record<string, unknown> } | { finding: Finding } {
  const wrong = (message: string, at: number, length: number): { finding: Finding } => {
    const span = source.span(at, at + length);
    return {
      finding: { code: 'wrong-setting', severity: 'error', span, message: `${configName} ${message}.`, fix: repair },
    };
  };
  const read = readStrictJson(source.text);
  if ('fault' in read) return wrong(read.fault.message, read.fault.at, read.fault.length);
  return isObject(read.value) ? { content: read.value } : wrong('must hold one object: { … }', 0, 0);
}

/** The text of the settings; a finding where there is something of that name that cannot be read. */
function textOf(folder: string): { source: SourceText } | { finding: Finding } | undefined {
  const path = join(folder, configName);
  if (!existsSync(path)) return undefined;
  const wrong = (message: string): { finding: Finding } => {
    const span = sourceText(configName, '').span(0, 0);
    return {
      finding: { code: 'wrong-setting', severity: 'error', span, message: `${configName} ${message}.`, fix: repair },
    };
  };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readRegularFile(path));
    return { source: sourceText(configName, text) };
  } catch (error) {
    if (error instanceof UnreadableFile) return wrong(`cannot be read: ${error.trouble}`);
    return wrong('is not a text in UTF-8');
  }
}

/** Reads the settings of the edition in `folder`. With findings of severity `error` the defaults stand in for what is wrong. */
export function loadSettings(folder: string): Loaded {
  const text = textOf(folder);
  if (!text) return { settings: defaults, findings: [] };
  if ('finding' in text) return { settings: defaults, findings: [text.finding] };
  const { source } = text;
  const parsed = parse(source);
  if ('finding' in parsed) return { settings: defaults, findings: [parsed.finding] };
  const { content } = parsed;
  const findings = Object.entries(content).flatMap(([key, value]) => checkEntry(key, value, source) ?? []);
  const { processingModel: path, ...rest } = content;
  const odd = typeof path === 'string' ? modelIn(folder, path) : undefined;
  if (odd && 'wrong' in odd)
    findings.push(wrongModel(odd.wrong, settingKinds.processingModel.description, placeOf(source, 'processingModel')));
  const good = findings.length === 0 ? (rest as Partial<Settings>) : {};
  const processingModel = odd && 'text' in odd && findings.length === 0 ? { processingModel: odd } : {};
  const baseUrl = good.baseUrl?.replace(/\/+$/, '');
  return {
    settings: Object.freeze({ ...defaults, ...good, ...processingModel, ...(baseUrl !== undefined && { baseUrl }) }),
    findings,
  };
}

import type { Severity } from '../diagnostics/finding.ts';
import type { Base } from './base.ts';
import type { Elements } from './elements.ts';
import type { Limits } from './limits.ts';
import type { Pages } from './pages.ts';
import type { Print } from './print.ts';
import type { Signs } from './signs.ts';
import type { Silence } from './silences.ts';
import type { WitnessTexts } from './witness-texts.ts';

/** What an edition can set (`octavo.config.json`), and what each setting is for. */

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
  /** Of which witnesses texts are made. Default: of those of an apparatus that has no more than twelve. */
  readonly witnessTexts?: WitnessTexts;
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

export interface SettingKind {
  readonly type:
    | 'signs'
    | 'base'
    | 'witnesses'
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
  witnessTexts: { type: 'witnesses', description: 'Of which witnesses of an apparatus texts are made that can be read by themselves: `"all"`, `"none"`, or a list of their `xml:id`s. Default: of those that readings of a file name, if these are no more than twelve (docs/apparatus.md).' },
  formats: { type: 'formats', description: 'Output formats to build, at least one of `html`, `text`, `tei`, `csl-json`, `bibtex`, `ris`, `epub`, `pdf`, `data-package`, `cmif`, `rdf`, `dts`, `standoff` and `search`. Default: all of them but the last eight.' },
  version: { type: 'text', description: 'Version of the edition, shown on every page, e.g. `2.1`.' },
  date: { type: 'text', description: 'Date of this version, e.g. `2026-11-23`; never taken from the clock.' },
  citation: { type: 'citation', description: 'Template of the recommended citation, e.g. `_{series}_, {volumeLabel}, {locator}.` (docs/formats/citations.md).' },
  exclude: { type: 'list', description: 'Files that are not part of the edition: paths in its folder, `*` for any characters.' },
  phase: { type: 'text', description: 'The phase of Schematron schemas, where none is requested: its id, or `#ALL`. Default: the schema’s own.' },
  limits: { type: 'limits', description: 'Limits beyond which a file is refused instead of read: `depth` of elements (512; it can only be lowered), `attributes` of one element (256), `nameLength` (1000) and `fileLength` (268435456) in characters (a file with more bytes is not read at all), mistakes in XML, `faults` (1000); and for Schematron `schematronSeconds` (300) and `schematronMegabytes` (2048) for a file.' },
  signs: { type: 'signs', description: 'How it is shown what was done to words: `style` is `leiden`, `critical`, `genetic` or `plain`; then signs of your own, by what they are for: `{"style": "leiden", "supplied: lost": ["[", "]"], "unclear": "underdot", "gap": ["[…]", ""]}`. Default: the style for which most of the encoding speaks (docs/signs.md).' },
  elements: { type: 'elements', description: 'What your edition decides about elements: by a selector (`seg[@type=\'letterhead\']`, `div[@type=\'letter\']//ab`) an object with one or more of `kind`, `role`, `status`, `class` and `"counted": "no"`: `{"ab[@type=\'verse\']": {"kind": "line"}, "note[@type=\'internal\']": {"counted": "no"}}` (docs/how-to/decide-about-elements.md).' },
  processingModel: { type: 'model', description: 'An ODD in the edition’s folder whose Processing Model (`model` with `@predicate` and `@behaviour`) says what elements are, after the rows of `elements`: `tei_simplePrint.odd` (docs/how-to/decide-about-elements.md#an-odd-of-yours).' },
  print: { type: 'print', description: 'How books are set in pages (PDF): `design` is `documentary`, `critical`, `dictionary`, `reading` or the name of a file in `templates/print/` without `.typ`; `paper` is `letter`, `a4`, `a5` or a size such as `6x9in` (default) or `150x230mm`; `bleed` is what is printed beyond the cut (`3mm`; default: nothing), and `cropMarks` adds marks where to cut; `sides` is `2` (default: left and right pages differ) or `1`; `marks` shows the numbers of original pages in the `margin` (default) or as `[Page 591]` in the `text`; `index` adds one of persons, organisations, places and terms; `conformance` is `ua-1` (default: PDF/UA-1) or `a-2a` (PDF/A-2a) (docs/how-to/print.md).' },
  rules: { type: 'rules', description: 'Rules by their code: `off`, `error`, `review`, `note`, or an object with `severity` and the rule’s own options (docs/rules). Rules that find errors cannot be turned off.' },
  silence: { type: 'silences', description: 'Findings that were checked and are not mistakes: objects with `code`, `reason`, and optionally `file` and `id` (the `xml:id` of the element). Errors cannot be silenced; a silence that silences nothing is reported.' },
}; // prettier-ignore

import type { Severity, Span } from '../diagnostics/finding.ts';
import type { FileReading } from '../model/read-tei/read-file.ts';
import type { SourceText } from '../source/text.ts';
import type { XmlHandler, XmlTag } from '../source/xml.ts';
import type { EditionView } from './edition-view.ts';

/** A rule: one question that is asked of an edition, with its explanation and its examples. One file each, in `rules/`. */
export interface Rule {
  /** A word or words with hyphens; never reused for another meaning. */
  readonly code: string;
  /** What the rule is about, in a few words. */
  readonly title: string;
  /** Why it matters; goes with every finding. */
  readonly why: string;
  /** What to do; a finding may say it more exactly. */
  readonly fix: string;
  readonly severity: Severity;
  readonly options?: Readonly<Record<string, RuleOption>>;
  readonly examples: RuleExamples;
  /** Begins to check an edition. Nothing is kept from one edition to the next. */
  readonly begin: (run: RuleRun) => RuleWatch;
}

export interface RuleExamples {
  /** Good texts: the rule finds nothing in them. A text without a TEI root is in the `body` of a small file. */
  readonly good: readonly string[];
  readonly bad: readonly BadExample[];
  /** Values for the rule's options in these examples. */
  readonly options?: Readonly<Record<string, OptionValue>>;
  /** Other files of the edition's folder. */
  readonly files?: Readonly<Record<string, string>>;
}

export interface BadExample {
  readonly tei: string;
  /** The range of the text that the finding points at, from its beginning. */
  readonly finds: string;
  /** Where a finding brings its fix: the text after it. */
  readonly fixed?: string;
}

export type OptionValue = string | number | boolean | readonly string[];

/** Something that can be set per edition: `"rules": { CODE: { NAME: VALUE } }`. */
export interface RuleOption {
  readonly description: string;
  readonly default: OptionValue;
}

/** What a rule gets when an edition is begun. */
export interface RuleRun {
  /** Notes a finding about the range of a file from `start` to `end`. */
  readonly report: (source: SourceText, start: number, end: number, told: Told) => void;
  /** The value of one of the rule's own options. */
  readonly option: (name: string) => OptionValue;
  /** A text file of the edition's folder, by its path in it; undefined where there is none. */
  readonly readText: (path: string) => string | undefined;
  /**
   * The ids of a file that lies in the edition's folder and is not part of what is checked; undefined where there is no
   * such file.
   */
  readonly idsBeside: (name: string, from: string) => ReadonlySet<string> | undefined;
}

/** What a rule says in a finding; code and severity, and where it says nothing better, why and fix are the rule's own. */
export interface Told {
  readonly message: string;
  readonly why?: string;
  readonly fix?: string;
  /** Milder than the rule's own, where a case is. */
  readonly severity?: Severity;
  readonly edit?: { readonly start: number; readonly end: number; readonly newText: string };
  /** A change that probably does it, for a person to decide. */
  readonly suggestion?: Told['edit'] | undefined;
  readonly expected?: readonly string[];
  readonly related?: readonly { readonly message: string; readonly span: Span }[];
}

export interface RuleWatch {
  /** Watches one file while it is read. */
  file?(file: WatchedFile): FileWatch;
  /** When all files are read. */
  edition?(edition: EditionView): void;
}

export interface FileWatch extends Pick<XmlHandler, 'open' | 'close' | 'text'> {
  /** Names of the elements it wants to see; absent: all. */
  readonly only?: ReadonlySet<string>;
  /** The file is read to its end. */
  end?(reading: FileReading): void;
}

/** The file that is being read, and where in it the reader stands. */
export interface WatchedFile {
  readonly source: SourceText;
  /** The open elements, the innermost last: in `open` the new one is there already, in `close` the one that closes is gone. */
  readonly ancestors: readonly XmlTag[];
  /** Inside `text`. */
  readonly inText: boolean;
  /** The innermost open element that is a document, else the innermost `text`. */
  readonly document: XmlTag | undefined;
}

import type { Finding } from '../../diagnostics/finding.ts';
import type { SourceText } from '../../source/text.ts';
import type { XmlTag } from '../../source/xml.ts';
import type { ValueContext } from '../datatypes/datatype.ts';
import { noIds } from './ids.ts';
import type { Ids } from './ids.ts';
import type { QName } from './names.ts';
import type { Pattern } from './pattern.ts';
import type { Schema } from './schema.ts';
import type { PatternTable } from './table.ts';

/** The validation of one document. */
export interface Run {
  readonly schema: Schema;
  readonly table: PatternTable;
  readonly source: SourceText;
  /**
   * What was found so far. It is reported at the end, since some of it may turn out to follow from tags that do not
   * fit.
   */
  readonly findings: Finding[];
  /** What may come next, up to the end of the innermost open element (or of the document). */
  current: Pattern;
  readonly open: OpenElement[];
  /** Text since the last tag: whether there is more than white space, where that begins and ends, and, if it matters, the text. */
  textStart: number;
  textEnd: number;
  text: string;
  /** The text since the last tag is dealt with. */
  textDone: boolean;
  readonly context: ValueContext;
  /** Missing where ids are not checked. */
  readonly ids: Ids | undefined;
  /** What was worked out for messages: the names that may come next, and the name that was meant by another one. */
  readonly expected: Map<Pattern, Expected>;
  readonly meant: Map<Pattern, Map<QName, QName | undefined>>;
  /** Attributes that were found on the element around the one they belong to: where that starts, and their name. */
  lent?: Set<string>;
  /** The element that opens is one too many around what may be here, and counts as not there. */
  transparent?: boolean;
  /** The element that opens is where it is not allowed; what it lacks itself follows from that. */
  misplaced: boolean;
  /** Namespaces that are taken for another one, from an element on whose namespace is wrong. */
  readonly aliases: { readonly depth: number; readonly from: string; readonly to: string }[];
}

/** An element between its start tag and its end tag. */
export interface OpenElement {
  readonly tag: XmlTag;
  /** It counts as not there. */
  readonly transparent?: boolean;
  /** What may follow it; `undefined` where that depends on how its content turns out, and `current` holds both. */
  readonly rest: Pattern | undefined;
  /** What could be in it at its beginning. */
  start: Pattern;
  /** What could come next before its first child, and after each child that changed that, with the child. */
  turns: Turn[] | undefined;
  /** Has it elements in it? */
  filled: boolean;
  /** How much was found before it. */
  readonly foundBefore: number;
  /**
   * Has an element in it swallowed what is not its own, or is it where it is not allowed? Then nobody knows what is
   * missing.
   */
  spoiled: boolean;
  /** Elements that were told to be missing in it; if they come later on, they are not told again. */
  missed: Set<QName> | undefined;
  /** What is in it as if an element were around that is not there. */
  loose: Loose | undefined;
}

/** The names of what may come next, as they are written where `scope` is the innermost element that declares namespaces. */
export interface Expected {
  readonly scope: XmlTag | undefined;
  readonly names: readonly string[];
}

/** A child after which other things are possible than before. */
export interface Turn {
  readonly tag: XmlTag;
  readonly next: Pattern;
}

/**
 * Content that would be right inside an element that is missing around it: text in a division without a paragraph, items without their
 * list. All of it is one mistake, which is reported when it ends.
 */
export interface Loose {
  /** What may come next inside the missing element. */
  inner: Pattern;
  readonly start: number;
  /** Where the last of it ends. */
  end: number;
  /** Reports the mistake, when its end is known. */
  readonly tell: (end: number) => void;
  /** The name of the missing element. */
  readonly name: QName;
}

const XMLNS = 'http://www.w3.org/2000/xmlns/';

/** A validation that has seen nothing yet. */
export function startRun(schema: Schema, source: SourceText, checkIds: boolean): Run {
  const open: OpenElement[] = [];
  return {
    schema,
    table: schema.table,
    source,
    findings: [],
    current: schema.start,
    open,
    textStart: -1,
    textEnd: -1,
    text: '',
    textDone: false,
    context: { namespaceOf: (prefix) => namespaceOf(open, prefix) },
    ids: checkIds ? noIds() : undefined,
    expected: new Map(),
    meant: new Map(),
    misplaced: false,
    aliases: [],
  };
}

/** Looks a prefix up in the open elements; rarely asked for. */
function namespaceOf(open: readonly OpenElement[], prefix: string): string | undefined {
  if (prefix === 'xml') return 'http://www.w3.org/XML/1998/namespace';
  const name = prefix === '' ? 'xmlns' : `xmlns:${prefix}`;
  for (let i = open.length - 1; i >= 0; i--) {
    const found = open[i]!.tag.attributes.find((one) => one.uri === XMLNS && one.name === name);
    if (found !== undefined) return found.value;
  }
  return undefined;
}

import type { XmlHandler, XmlTag } from '../../source/xml.ts';
import { countBelow } from '../../source/sorted.ts';
import { isTei } from './elements.ts';
import { Op, type Tape } from './ops.ts';
import { attributeOf, type Part, type StructureNode } from './structure.ts';
import { newCut, type UnitCut } from './units.ts';

/**
 * The record of a text: its header, where it describes more than the file. It is a unit of its own. Where the text has nothing to read (catalogues
 * of manuscripts, lists of letters) it is the only one; beside a text it is there if it describes a manuscript, lists witnesses or
 * says who wrote to whom.
 */

/** What is worth a page beside a text that is one document; witnesses are beside any text. */
const describing = new Set(['msDesc', 'correspDesc']);
/** What is worth a page even if the file has no text. */
const listing = new Set('handNotes listPerson listPlace listOrg listObject listEvent listBibl'.split(' '));
/** Elements of a text in which nothing is to be read unless words are in it. */
const bare = new Set('text front body back group div p ab'.split(' '));

/** What was found of one part of a file. */
interface Found {
  readonly header: XmlTag;
  end: number;
  /** Words are in an element that describes the text, in a list of witnesses, or in a list of what else belongs to it. */
  describes: boolean;
  witnesses: boolean;
  lists: boolean;
  /** Undefined if the file has no text. */
  isTextBare: boolean | undefined;
  /** The leaves of a document are written line by line. */
  hasLeaves: boolean;
}

export interface RecordReader {
  readonly handler: XmlHandler;
  /** The records of parts, by the place of their header. */
  readonly found: ReadonlyMap<number, Found>;
}

const isBlank = (text: string): boolean => !/[^ \t\n\r]/.test(text);

/** Finds the headers of a file that are records. */
export function recordReader(): RecordReader {
  const handler = new RecordFinder();
  return { handler, found: handler.found };
}

class RecordFinder implements XmlHandler {
  readonly found = new Map<number, Found>();
  private current: Found | undefined;
  private headers = 0;
  private texts = 0;
  private inLeaves = false;
  private inDescription = 0;
  private inList = 0;
  private inWitnesses = 0;

  open(tag: XmlTag): void {
    if (tag.local === 'teiHeader' && isTei(tag) && this.texts === 0) this.openHeader(tag);
    else if (this.headers > 0) this.inHeader(tag, 1);
    else if (this.texts > 0 || tag.local === 'text' || tag.local === 'sourceDoc') this.openText(tag);
  }

  close(tag: XmlTag, _start: number, end: number): void {
    if (this.texts > 0) this.texts--;
    else if (tag.local === 'teiHeader' && isTei(tag) && this.headers > 0) {
      if (--this.headers === 0) this.current!.end = end;
    } else if (this.headers > 0) this.inHeader(tag, -1);
  }

  text(value: string): void {
    const { current } = this;
    if (!current || isBlank(value)) return;
    if (this.texts > 0 && !this.inLeaves) current.isTextBare = false;
    else if (this.texts > 0) return;
    else if (this.inWitnesses > 0) current.witnesses = true;
    else if (this.inDescription > 0) current.describes = true;
    else if (this.inList > 0) current.lists = true;
  }

  private inHeader({ local }: XmlTag, step: 1 | -1): void {
    if (local === 'listWit') this.inWitnesses += step;
    else if (describing.has(local)) this.inDescription += step;
    else if (listing.has(local)) this.inList += step;
  }

  private openHeader(tag: XmlTag): void {
    if (this.headers++ > 0) return;
    this.current = {
      header: tag,
      end: tag.end,
      describes: false,
      witnesses: false,
      lists: false,
      isTextBare: undefined,
      hasLeaves: false,
    };
    this.found.set(tag.start, this.current);
  }

  private openText(tag: XmlTag): void {
    if (this.texts++ === 0) this.inLeaves = tag.local === 'sourceDoc';
    const { current } = this;
    if (!current) return;
    if (this.inLeaves) current.hasLeaves = true;
    else if (!bare.has(tag.local) || attributeOf(tag, 'type') === 'document') current.isTextBare = false;
    else current.isTextBare ??= true;
  }
}

/** Takes the words of a header that is not a record from the tape. */
function dropHeader(tape: Tape, { start, end }: { readonly start: number; readonly end: number }): void {
  const behind = countBelow(tape.offsets, end);
  for (let i = countBelow(tape.offsets, start); i < behind; i++) tape.ops[i] = Op.dropped;
}

function cutOf(part: Part, { header, end }: Found, tape: Tape, depth: number): UnitCut {
  const node: StructureNode = {
    tag: header,
    parent: undefined,
    children: [],
    end,
    id: attributeOf(header, 'xml:id'),
    document: false,
    xpath: `${part.xpath}/teiHeader`,
  };
  const ops: [number, number][] = [[countBelow(tape.offsets, header.start), countBelow(tape.offsets, end)]];
  return { ...newCut(part, node, 'record', undefined), depth, ops };
}

/** Of an edition of documents the header says who wrote each and where it is kept: these are facts of the documents. */
const isWhole = ({ node }: UnitCut): boolean => node.parent === undefined || node.tag.local === 'surface';

/** The units of a part with its record: `units` are those of its text. */
export function withRecord(
  part: Part,
  { found }: RecordReader,
  tape: Tape,
  units: (isTextBare: boolean) => UnitCut[],
): UnitCut[] {
  const { header } = part;
  const record = header && found.get(header.start);
  if (!record) return units(false);
  const { witnesses, lists, isTextBare, hasLeaves } = record;
  const others = units(isTextBare === true);
  const describes = witnesses || (record.describes && others.every(isWhole));
  if (describes || (lists && isTextBare === true && !hasLeaves)) {
    if (isTextBare !== false && !hasLeaves) return [cutOf(part, record, tape, 0)];
    const depth = others.length === 1 && others[0]!.node.parent === undefined ? 1 : 0;
    return [...others, { ...cutOf(part, record, tape, depth), beside: true }];
  }
  dropHeader(tape, header);
  return others;
}

import type { DocumentSymbol } from 'vscode-languageserver-protocol';
import { scanXml, type XmlTag } from '../source/xml.ts';
import { symbolKind } from './item-kinds.ts';
import { type OpenFile, sourceOf } from './open-file.ts';
import { rangeAt } from './positions.ts';

/** The outline of a file: header, text, its parts and divisions, each under its heading. */

const kinds: Readonly<Record<string, number>> = {
  teiCorpus: symbolKind.file,
  TEI: symbolKind.file,
  teiHeader: symbolKind.module,
  standOff: symbolKind.module,
  facsimile: symbolKind.module,
  text: symbolKind.document,
  front: symbolKind.namespace,
  body: symbolKind.namespace,
  back: symbolKind.namespace,
  group: symbolKind.namespace,
  titlePage: symbolKind.section,
  listPerson: symbolKind.section,
  listPlace: symbolKind.section,
  listOrg: symbolKind.section,
};
const kindOf = (name: string): number | undefined =>
  kinds[name] ?? (/^div\d?$/.test(name) ? symbolKind.section : undefined);

interface Part {
  readonly tag: XmlTag;
  readonly symbol: DocumentSymbol;
  head: string;
  /** Its first heading has ended. */
  named: boolean;
}

const longest = 100;

function nameOf({ tag, head }: Part): string {
  const words = head.replace(/\s+/g, ' ').trim();
  const value = (name: string): string => tag.attributes.find((one) => one.name === name)?.value ?? '';
  const told = words !== '' ? words : `${value('type')} ${value('n') || value('xml:id')}`.trim();
  return told === '' ? tag.name : told.length <= longest ? told : `${told.slice(0, longest - 1)}…`;
}

export function symbolsOf(file: OpenFile): DocumentSymbol[] {
  const top: DocumentSymbol[] = [];
  const open: Part[] = [];
  /** The heading that is being read, and the notes in it. */
  let head: XmlTag | undefined;
  let notes = 0;
  scanXml(sourceOf(file, file.path), {
    open: (tag) => {
      if (tag.local === 'head' && open.at(-1)?.named === false && !head) head = tag;
      if (tag.local === 'note') notes++;
      const kind = kindOf(tag.local);
      if (kind === undefined || head) return;
      const range = rangeAt(file.starts, tag.start, tag.end);
      const symbol = { name: '', detail: tag.name, kind, range, selectionRange: range, children: [] } as DocumentSymbol;
      (open.at(-1)?.symbol.children ?? top).push(symbol);
      open.push({ tag, symbol, head: '', named: false });
    },
    close: (tag, _start, end) => {
      if (tag.local === 'note') notes--;
      if (tag === head) {
        head = undefined;
        open.at(-1)!.named = true;
      }
      const part = open.at(-1);
      if (part?.tag !== tag) return;
      open.pop();
      part.symbol.name = nameOf(part);
      part.symbol.range = rangeAt(file.starts, tag.start, end);
    },
    text: (value) => {
      if (head && notes === 0) open.at(-1)!.head += value;
    },
  });
  return top;
}

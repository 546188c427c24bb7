import { registerReader } from '../model/read-tei/registers.ts';
import type { SourceText } from '../source/text.ts';
import { scanXml, type XmlTag } from '../source/xml.ts';
import { type PrefixDefinition, prefixDefinition } from '../validate/pointers.ts';

/** The ids of one file, as pointers and those who follow them want to know them. */

export interface FileId {
  readonly id: string;
  /** The element that bears it. */
  readonly element: string;
  /** The name of a register entry, else the first words. */
  readonly label: string;
  /** Of the start tag. */
  readonly start: number;
  readonly end: number;
}

export interface FileIds {
  readonly ids: readonly FileId[];
  /** The `xml:id` of the root. */
  readonly root: string | undefined;
  readonly prefixes: ReadonlyMap<string, PrefixDefinition>;
}

const longestLabel = 80;

/** Words gathered under an id, while its element is open. */
interface Gathering {
  readonly tag: XmlTag;
  readonly id: string;
  words: string;
}

const tidy = (words: string): string => {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length <= longestLabel ? line : `${line.slice(0, longestLabel - 1).trimEnd()}…`;
};

export function readFileIds(source: SourceText): FileIds {
  const { handler, entries } = registerReader();
  const found: Gathering[] = [];
  const open: Gathering[] = [];
  const prefixes = new Map<string, PrefixDefinition>();
  let root: XmlTag | undefined;
  scanXml(source, {
    open: (tag) => {
      handler.open?.(tag);
      root ??= tag;
      if (tag.local === 'prefixDef') {
        const definition = prefixDefinition(tag);
        if (definition) prefixes.set(definition.ident, definition);
      }
      const id = tag.attributes.find(({ name }) => name === 'xml:id')?.value;
      if (id === undefined) return;
      const gathering = { tag, id, words: '' };
      found.push(gathering);
      open.push(gathering);
    },
    close: (tag, start, end) => {
      handler.close?.(tag, start, end);
      if (open.at(-1)?.tag === tag) open.pop();
    },
    text: (value, start, end) => {
      handler.text?.(value, start, end);
      for (const one of open) if (one.words.length < 2 * longestLabel) one.words += value.slice(0, 3 * longestLabel);
    },
  });
  const ids = found.map(({ tag, id, words }): FileId => {
    const label = tidy(entries.get(id)?.name || words);
    return { id, element: tag.local, label, start: tag.start, end: tag.end };
  });
  return { ids, root: root?.attributes.find(({ name }) => name === 'xml:id')?.value, prefixes };
}

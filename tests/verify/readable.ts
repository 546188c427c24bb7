import { scanXml, type XmlTag } from '../../src/source/xml.ts';
import { sourceText } from '../../src/source/text.ts';

/** Where in a file of the built edition the words, page marks, note calls and note bodies stand that a reader sees: what can be damaged. */

export interface Part {
  readonly kind: 'word' | 'page' | 'call' | 'body';
  readonly start: number;
  readonly end: number;
  /** A word or the label of a mark; of a body its words. */
  readonly text: string;
}

/** Words, page marks and calls in the order of the file; bodies apart, since they hold words. */
export interface Parts {
  readonly items: readonly Part[];
  readonly bodies: readonly Part[];
}

/** `notes`: how many the unit has. */
export type FindParts = (content: string, notes: number) => Parts;

const attribute = (tag: XmlTag, name: string): string => tag.attributes.find((a) => a.name === name)?.value ?? '';

function wordsIn(content: string, start: number, end: number): Part[] {
  return [...content.slice(start, end).matchAll(/[^ \t\r\n]+/g)].map((match) => ({
    kind: 'word',
    start: start + match.index,
    end: start + match.index + match[0].length,
    text: match[0],
  }));
}

interface Readable {
  /** What an element is; `hidden` is not shown, `through` is looked into. */
  readonly kindOf: (tag: XmlTag) => 'page' | 'call' | 'body' | 'hidden' | 'through';
  /** The element that holds all text. */
  readonly main: string;
  readonly label: (tag: XmlTag, inside: string) => string;
}

/** The parts of an XML file. What is inside a page mark or call is part of the mark. */
function partsOfXml(content: string, { kindOf, main, label }: Readable): Parts {
  const items: Part[] = [];
  const bodies: Part[] = [];
  const closed = new Map<XmlTag, ReturnType<Readable['kindOf']>>();
  let depth = 0;
  let inMark = 0;
  scanXml(sourceText('', content), {
    open: (tag) => {
      if (tag.local === main) depth++;
      const kind = depth > 0 && inMark === 0 ? kindOf(tag) : 'through';
      closed.set(tag, kind);
      if (kind !== 'through' && kind !== 'body') inMark++;
    },
    close: (tag, start, end) => {
      if (tag.local === main) depth--;
      const kind = closed.get(tag)!;
      const text = kind === 'through' ? '' : label(tag, content.slice(tag.end, Math.max(start, tag.end)));
      if (kind !== 'through' && kind !== 'body') inMark--;
      if (kind === 'body') bodies.push({ kind, start: tag.start, end, text });
      else if (kind === 'page' || kind === 'call') items.push({ kind, start: tag.start, end, text });
    },
    text: (_, start, end) => {
      if (depth > 0 && inMark === 0) items.push(...wordsIn(content, start, end));
    },
  });
  items.sort((a, b) => a.start - b.start);
  bodies.sort((a, b) => a.start - b.start);
  return { items, bodies };
}

const ofHtml: FindParts = (content) =>
  partsOfXml(content, {
    main: 'main',
    kindOf: (tag) => {
      if (tag.attributes.some(({ name }) => name === 'data-generated')) return 'hidden';
      const role = attribute(tag, 'role');
      if (role === 'doc-pagebreak') return 'page';
      if (role === 'doc-noteref') return 'call';
      if (role === 'doc-backlink') return 'hidden';
      return role === 'doc-footnote' ? 'body' : 'through';
    },
    label: (tag, inside) => (attribute(tag, 'role') === 'doc-footnote' ? attribute(tag, 'id') : inside),
  });

/** In TEI a note is call and body in one: the call is the whole element, the body what is inside it. */
const ofTei: FindParts = (content) => {
  const { items, bodies: notes } = partsOfXml(content, {
    main: 'text',
    kindOf: ({ local }) => {
      if (local === 'pb') return 'page';
      if (local === 'note') return 'body';
      return /^(?:sic|orig|abbr|fw|index)$/.test(local) ? 'hidden' : 'through';
    },
    label: (tag, inside) => (tag.local === 'note' ? inside : attribute(tag, 'n')),
  });
  const calls = notes.map((note): Part => ({
    ...note,
    kind: 'call',
    text: /\bn="([^"]*)"/.exec(content.slice(note.start, note.end))?.[1] ?? '',
  }));
  const bodies = notes.flatMap((note): Part[] => {
    const start = content.indexOf('>', note.start) + 1;
    return note.text.trim() === '' ? [] : [{ ...note, start, end: start + note.text.length }];
  });
  return { items: [...items, ...calls].sort((x, y) => x.start - y.start), bodies };
};

/** The parts of plain text: `marks` are page marks and calls, `layout` is what is not text of the edition. */
function partsOfText(content: string, notes: number, marks: RegExp, layout: RegExp, bodyStart: RegExp): Parts {
  const hidden = [...content.matchAll(layout)].map((match) => [match.index, match.index + match[0].length] as const);
  const isHidden = (at: number): boolean => hidden.some(([start, end]) => at >= start && at < end);
  const items: Part[] = [...content.matchAll(marks)]
    .filter(({ index }) => !isHidden(index))
    .map((match) => {
      const { page, call } = match.groups as { page?: string; call?: string };
      const kind = page !== undefined ? 'page' : call !== undefined ? 'call' : 'word';
      return { kind, start: match.index, end: match.index + match[0].length, text: page ?? call ?? match[0] };
    });
  const found = [...content.matchAll(bodyStart)].map(({ index }) => index);
  const starts = found.slice(Math.max(0, found.length - notes));
  const bodies = starts.map((start, i): Part => {
    const end = starts[i + 1] ?? content.length;
    return { kind: 'body', start, end, text: content.slice(start, end).trim() };
  });
  return { items, bodies };
}

const ofText: FindParts = (content, notes) =>
  partsOfText(
    content,
    notes,
    /\[Page(?: (?<page>[^\]]*))?\]|\[(?<call>\d+[a-z]?|[*†‡])\]|(?:(?!\[(?:Page|\d|[*†‡]))[^\s])+/g,
    /^ {2,}(?:• |[^ ]+\. {2})|\[(?:Image|Document)[^\]]*\]|^\[(?:\d+[a-z]?|[*†‡])\] /gm,
    /^\[(?:\d+[a-z]?|[*†‡])\] /gm,
  );

/**
 * In the web dialect a call is nothing but digits after a word and cannot be found without the source: its damages are
 * those of digits.
 */
const ofWebText: FindParts = (content, notes) =>
  partsOfText(
    content,
    notes,
    /\[Page(?: (?<page>[^\]]*))?\]|(?<=[^\s\d][^\s\d])(?<call>\d{1,3})(?=[\s,;]|$)|(?:(?!\[Page|(?<=[^\s\d][^\s\d])\d{1,3}(?:[\s,;]|$))[^\s•])+/gm,
    /^ *(?:• |[^ ]+\. )/gm,
    /^ {2}(?! )[^ ]+\. /gm,
  );

export const findParts: Readonly<Record<string, FindParts>> = {
  html: ofHtml,
  text: ofText,
  'text (web)': ofWebText,
  tei: ofTei,
};

import type { Chance } from '../harness/chance.ts';
import { html, type Kind, tei, text } from './kind.ts';
import { attribute, aWord, type Element, elementsOf, splice, textsOf } from './markup.ts';

/** Damages to words, page breaks and notes. */

const anyText = /^(?:documents|tei|text)\/.+\.(?:html|xml|txt)$/;

/** Where the text of an edition is in a file: `main`, the TEI `text`, or all of a plain text. */
export function textRegion(content: string, path: string): { from: number; to: number } | undefined {
  if (path.endsWith('.txt')) return { from: 0, to: content.length };
  const name = path.endsWith('.html') ? 'main' : 'text';
  const whole = elementsOf(content).find((element) => element.name === name);
  return whole && { from: whole.startEnd, to: whole.end };
}

function wordOf(content: string, luck: Chance, path: string) {
  const region = textRegion(content, path);
  if (!region) return undefined;
  const texts = textsOf(content, region.from, region.to);
  return texts.length === 0 ? undefined : aWord(content, luck.pick(texts), luck);
}

const letters = [...'abcdefghijklmnopqrstuvwxyz'];

const word = (name: string, change: (word: string, luck: Chance) => string | undefined): Kind => ({
  name,
  group: 'words',
  files: anyText,
  damage: (content, luck, path) => {
    const found = wordOf(content, luck, path);
    const changed = found && change(found.text, luck);
    return changed === undefined || changed === found!.text
      ? undefined
      : splice(content, found!.start, found!.end, changed);
  },
});

/** Two words that follow each other, and what is between them. */
function neighbours(content: string, luck: Chance, path: string) {
  const region = textRegion(content, path);
  const texts = region ? textsOf(content, region.from, region.to) : [];
  if (texts.length === 0) return undefined;
  const { start, end } = luck.pick(texts);
  const pairs = [...content.slice(start, end).matchAll(/(?<![&#\p{L}\p{N}])(\p{L}+) (\p{L}+)(?![;\p{L}\p{N}])/gu)];
  if (pairs.length === 0) return undefined;
  const pair = luck.pick(pairs);
  return { start: start + pair.index, end: start + pair.index + pair[0].length, one: pair[1]!, other: pair[2]! };
}

const pair = (name: string, change: (one: string, other: string) => string): Kind => ({
  name,
  group: 'words',
  files: anyText,
  damage: (content, luck, path) => {
    const found = neighbours(content, luck, path);
    if (!found || found.one === found.other) return undefined;
    return splice(content, found.start, found.end, change(found.one, found.other));
  },
});

const words: readonly Kind[] = [
  word('a word is deleted', () => ''),
  word('a word is doubled', (own) => `${own} ${own}`),
  word('a letter is changed', (own, luck) => {
    const at = luck.below(own.length);
    return splice(own, at, at + 1, luck.pick(letters));
  }),
  word('a letter is lost', (own, luck) => {
    const at = luck.below(own.length);
    return own.length > 1 ? splice(own, at, at + 1, '') : undefined;
  }),
  word('the case of a letter is changed', (own) => {
    const upper = own.slice(0, 1).toUpperCase() + own.slice(1);
    return upper === own ? own.slice(0, 1).toLowerCase() + own.slice(1) : upper;
  }),
  word('a word is split', (own, luck) => {
    const at = 1 + luck.below(Math.max(1, own.length - 1));
    return own.length > 2 ? `${own.slice(0, at)} ${own.slice(at)}` : undefined;
  }),
  word('a word gets an invisible character', (own) => `${own.slice(0, 1)}\u200b${own.slice(1)}`),
  pair('two words are joined', (one, other) => one + other),
  pair('two words are exchanged', (one, other) => `${other} ${one}`),
];

/** Elements of a page or a TEI file that are page breaks. */
const pageBreaks = (content: string): Element[] =>
  elementsOf(content).filter(
    (element) => element.name === 'pb' || attribute(element, 'role')?.value === 'doc-pagebreak',
  );
const pageMarks = (content: string) => [...content.matchAll(/\[Page ([^\]\n]+)\]/g)];

/** What of a file a damage may hit. */
type Find = (content: string, path: string) => readonly Element[];

/** Deletes one of the elements, with its words. */
const deleted =
  (find: Find): Kind['damage'] =>
  (content, luck, path) => {
    const found = find(content, path);
    if (found.length === 0) return undefined;
    const { start, endEnd } = luck.pick(found);
    return splice(content, start, endEnd, '');
  };

/** Puts other words into one of the elements. */
const refilled =
  (find: Find, words: (luck: Chance) => string): Kind['damage'] =>
  (content, luck, path) => {
    const found = find(content, path);
    if (found.length === 0) return undefined;
    const { startEnd, end } = luck.pick(found);
    return splice(content, startEnd, end, words(luck));
  };

/** Puts something in place of one of the page marks of a plain text. */
function otherMark(content: string, luck: Chance, by: (luck: Chance) => string): string | undefined {
  const marks = pageMarks(content);
  if (marks.length === 0) return undefined;
  const { index, 0: mark } = luck.pick(marks);
  return splice(content, index, index + mark.length, by(luck));
}

const breaks: readonly Kind[] = [
  {
    name: 'a page break is deleted',
    group: 'pages and notes',
    files: anyText,
    damage: (content, luck, path) =>
      path.endsWith('.txt') ? otherMark(content, luck, () => '') : deleted(pageBreaks)(content, luck, path),
  },
  {
    name: 'a page gets another number',
    group: 'pages and notes',
    files: anyText,
    damage: (content, luck, path) => {
      const number = (): number => luck.below(9000) + 1000;
      if (path.endsWith('.txt')) return otherMark(content, luck, () => `[Page ${number()}]`);
      const found = pageBreaks(content);
      if (found.length === 0) return undefined;
      const one = luck.pick(found);
      const label = attribute(one, 'n');
      if (label) return splice(content, label.valueStart, label.end - 1, String(number()));
      if (one.name === 'pb' || one.startEnd === one.end) return undefined;
      return splice(content, one.startEnd, one.end, `[Page ${number()}]`);
    },
  },
  {
    name: 'a page break moves behind another word',
    group: 'pages and notes',
    files: /^(?:documents|tei)\/.+/,
    damage: (content, luck, path) => {
      const found = pageBreaks(content);
      if (found.length === 0) return undefined;
      const { start, endEnd } = luck.pick(found);
      const own = content.slice(start, endEnd);
      const without = splice(content, start, endEnd, '');
      const target = wordOf(without, luck, path);
      if (!target || Math.abs(target.start - start) < 200) return undefined;
      return splice(without, target.end, target.end, ` ${own} `);
    },
  },
];

const noteBodies = (content: string, path: string): Element[] =>
  elementsOf(content).filter((element) =>
    path.endsWith('.html') ? attribute(element, 'role')?.value === 'doc-footnote' : element.name === 'note',
  );
const calls = (content: string): Element[] =>
  elementsOf(content).filter((element) => attribute(element, 'role')?.value === 'doc-noteref');

const notes: readonly Kind[] = [
  {
    name: 'a note is deleted',
    group: 'pages and notes',
    files: /^(?:documents|tei)\/.+/,
    damage: deleted(noteBodies),
  },
  {
    name: 'the words of a note are emptied',
    group: 'pages and notes',
    files: /^(?:documents|tei)\/.+/,
    damage: refilled(
      (content, path) =>
        noteBodies(content, path).filter(({ startEnd, end }) => /\w/.test(content.slice(startEnd, end))),
      () => '',
    ),
  },
  {
    name: 'two notes are exchanged',
    group: 'pages and notes',
    files: /^(?:documents|tei)\/.+/,
    damage: (content, luck, path) => {
      const found = noteBodies(content, path);
      if (found.length < 2) return undefined;
      const at = luck.below(found.length - 1);
      const [one, other] = [found[at]!, found[at + 1]!];
      if (one.end > other.start) return undefined;
      const [a, b] = [content.slice(one.startEnd, one.end), content.slice(other.startEnd, other.end)];
      return a === b ? undefined : splice(splice(content, other.startEnd, other.end, a), one.startEnd, one.end, b);
    },
  },
  {
    name: 'a note call is deleted',
    group: 'pages and notes',
    files: html,
    damage: deleted(calls),
  },
  {
    name: 'a note call shows another number',
    group: 'pages and notes',
    files: html,
    damage: refilled(calls, (luck) => String(900 + luck.below(99))),
  },
  {
    name: 'a note call leads to another note',
    group: 'pages and notes',
    files: html,
    damage: (content, luck) => {
      const found = calls(content);
      if (found.length < 2) return undefined;
      const [one, other] = [luck.pick(found), luck.pick(found)];
      const [from, to] = [attribute(one, 'href'), attribute(other, 'href')];
      if (!from || !to || from.value === to.value) return undefined;
      return splice(content, from.valueStart, from.end - 1, to.value);
    },
  },
  {
    name: 'the way back from a note leads elsewhere',
    group: 'pages and notes',
    files: html,
    damage: (content, luck) => {
      const found = elementsOf(content).filter((one) => attribute(one, 'role')?.value === 'doc-backlink');
      if (found.length === 0) return undefined;
      const href = attribute(luck.pick(found), 'href');
      return href && splice(content, href.valueStart, href.end - 1, '#call:9999');
    },
  },
  {
    name: 'a note at the end of a text is lost',
    group: 'pages and notes',
    files: text,
    damage: (content, luck) => {
      const found = [...content.matchAll(/^\[[^\]\n]+\] .+\n/gm)];
      if (found.length === 0) return undefined;
      const { index, 0: own } = luck.pick(found);
      return splice(content, index, index + own.length, '');
    },
  },
  {
    name: 'a note call of a text is lost',
    group: 'pages and notes',
    files: text,
    damage: (content, luck) => {
      const found = [...content.matchAll(/(?<=[\p{L}.,”"’)])\[\w+\]/gu)];
      if (found.length === 0) return undefined;
      const { index, 0: own } = luck.pick(found);
      return splice(content, index, index + own.length, '');
    },
  },
];

export const wordKinds: readonly Kind[] = [...words, ...breaks, ...notes];
export { tei };

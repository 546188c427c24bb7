import { type Look, type Reading, type ReadingNode } from '../../model/reading.ts';
import { underdot } from '../../model/signs.ts';
import { isNumber } from '../with-numbers.ts';
import { call, sequence, words } from './code.ts';
import { hasWords } from './holds.ts';
import { holdsLinks } from '../nesting.ts';
import { languageOf } from './languages.ts';
import { isIndexed, nameInIndex } from './name-index.ts';
import { linked, newLine, type Place, type Writer } from './place.ts';
import { made, spaceBefore, waitingMarks } from './text.ts';

/** What is in a line: words with properties, links, signs, numbers, line ends. */

/** The function of the template for each look; some looks are those of blocks, and say nothing of words. */
const lookNames: Readonly<Record<Look, string | undefined>> = {
  italic: 'italic',
  bold: 'bold',
  'small-caps': 'small-caps',
  capitals: 'capitals',
  underline: 'underlined',
  overline: 'overlined',
  strikethrough: 'struck',
  superscript: 'raised',
  subscript: 'lowered',
  spaced: 'spaced',
  monospace: 'monospace',
  center: undefined,
  right: undefined,
};

/** Words in their looks. */
export function looked({ looks = [] }: ReadingNode, content: string): string {
  if (content === '') return '';
  return looks
    .map((look) => lookNames[look])
    .reduce<string>((inner, name) => (name === undefined ? inner : call(name, inner)), content);
}

/** Content in the language and direction that a node says. */
export function spoken(node: ReadingNode, content: string): string {
  if (content === '') return '';
  const inLanguage = node.lang === undefined ? content : call('lang', ...languageOf(node.lang).map(words), content);
  return node.dir === undefined ? inLanguage : call(node.dir, inLanguage);
}

/** Roles of words that designs know. */
const knownRoles: ReadonlySet<string> = new Set(['title', 'emphasis', 'foreign', 'stage', 'orthography', 'grammar']);

/** Words with a dot below each letter, which follows them in the tree as a sign. */
const isDot = (child: Reading | undefined): boolean =>
  typeof child === 'object' && child.role === 'sign' && child.title === underdot;

/** Letters with dots below in one underlined stretch; all other children as they are. */
function withDots(children: readonly Reading[], place: Place): string {
  const parts: string[] = [];
  for (let i = 0; i < children.length; i++) {
    if (!isDot(children[i + 1])) {
      parts.push(place.write([children[i]!], place));
      continue;
    }
    let stretch = '';
    for (; isDot(children[i + 1]) && typeof children[i] === 'string'; i += 2) stretch += children[i] as string;
    i--;
    parts.push(call('dotted', place.write([stretch], place)));
  }
  return sequence(parts);
}

/** The mark of a name that the index of the book is to have. */
function indexMark({ target }: ReadingNode, { page }: Place): string {
  if (page.names === undefined || target === undefined) return '';
  const entry = page.edition.register(target.split(/\s+/)[0]!, page.unit);
  if (!entry || !isIndexed(entry.kind)) return '';
  const key = `${entry.kind}:${entry.id}`;
  page.names.set(key, { kind: entry.kind, name: nameInIndex(entry) });
  return call('ix', words(key), words(page.note));
}

export const span: Writer = (node, place) => {
  if (isNumber(node)) return number(node, place);
  const hasDots = node.children.some(isDot);
  const content = hasDots ? withDots(node.children, place) : place.write(node.children, place);
  const inLooks = looked(node, content);
  const inRole =
    node.role !== undefined && knownRoles.has(node.role) && content !== ''
      ? call('role', words(node.role), inLooks)
      : inLooks;
  return sequence([indexMark(node, place), spoken(node, inRole)]);
};

/** A number by which the text is cited; it is not one of the words. */
export function number(node: ReadingNode, { page }: Place): string {
  const { unit, full, shown } = node.number!;
  if (shown === '') return '';
  const label = shown === 'margin' || unit === '' ? full : `${unit} ${full}`;
  const space = node.spaced === true && page.last !== ' ' ? spaceBefore(page) : '';
  return sequence([space, call('nb', words(shown), words(label), String(node.spaced === true))]);
}

/** Whether a target is an address on the web, and never a program. */
const isWeb = (target: string): boolean => /^https?:\/\/[^\s/]/i.test(target) && URL.canParse(target);

/** What a link without words of its own shows. */
function address(target: string, { page }: Place): string {
  page.last = '/';
  return made('XM', target);
}

/** A link: to the unit that it leads to, or into the web. One with a call in it, or that leads nowhere, stays as words. */
export const link: Writer = (node, place) => {
  const { edition, unit } = place.page;
  const isSilent = !hasWords(node);
  const isLink = !place.linked && !holdsLinks(node);
  const content = looked(node, place.write(node.children, isLink ? linked(place) : place));
  for (const target of isLink ? (node.target ?? '').split(/\s+/) : []) {
    const found = target === '' || isSilent ? undefined : edition.resolve(target, unit);
    if (found) return spoken(node, call('to', words(found.unit), content));
    if (isWeb(target))
      return spoken(node, call('web', words(target), isSilent ? sequence([content, address(target, place)]) : content));
  }
  return spoken(node, content);
};

/** A sign of ours, or a point that has one. */
export const mark: Writer = ({ title = '', role }, place) => {
  const { page } = place;
  if (title === '' || title === underdot) return '';
  const marks = waitingMarks(place);
  page.last = title.at(-1)!;
  return sequence([marks, made(role === 'sign' ? 'XS' : 'XV', title)]);
};

/** A line of the source. One that begins inside a word leaves the word as it is, unless its number is known. */
export const lineBreak: Writer = ({ n, joined }, place) => {
  if (n !== undefined && n !== '') place.page.line = n;
  if (joined && n === undefined) return '';
  const isFirst = place.page.last === ' ' && !joined;
  if (!joined) newLine(place);
  const shown = n === undefined || !(Number.isNaN(Number(n)) || Number(n) % 5 === 0) ? '' : n;
  return call('lb', words(shown), String(joined === true), String(isFirst));
};

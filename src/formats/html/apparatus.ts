import { plainText, type ReadingNode, type Siglum } from '../../model/reading.ts';
import { wordsOfLemma } from '../lemma-words.ts';
import { fragment } from './addresses.ts';
import { inlineClass, startTag } from './element.ts';
import { escapeAttribute, escapeText } from './escape.ts';
import { pageId } from './ids.ts';
import { resolvedAddress } from './links.ts';
import { holdsBlocks, isSilent } from './nesting.ts';
import { belowText, phrasing, type Place } from './place.ts';

/** The critical apparatus: the lemma in the text with a call behind it, and the entry below the text. */

/** More words of a lemma than these are not repeated: of a longer one the first three and the last are. */
const most = 12;

/** A lemma as an entry repeats it. */
export function repeatedLemma(words: readonly string[]): string {
  if (words.length === 0) return 'om.';
  return words.length > most ? `${words.slice(0, 3).join(' ')} … ${words.at(-1)}` : words.join(' ');
}

const ours = (element: string, text: string): string =>
  `<${element} data-generated="">${escapeText(text)}</${element}>`;

const attribute = (name: string, value: string | undefined): string =>
  value === undefined || value === '' ? '' : ` ${name}="${escapeAttribute(value)}"`;

/** What the source says of a side and its sigla do not. */
const said = ({ says = {} }: ReadingNode): string =>
  attribute('data-resp', says.resp) +
  attribute('data-hand', says.hand) +
  attribute('data-type', says.type) +
  attribute('data-cause', says.cause) +
  attribute('data-cert', says.cert);

function siglum({ siglum: shown, target }: Siglum, classes: string, { page }: Place): string {
  const href = resolvedAddress(target, page);
  return href === undefined
    ? ` <span class="${classes}">${escapeText(shown)}</span>`
    : ` <a class="${classes}" href="${escapeAttribute(href)}">${escapeText(shown)}</a>`;
}

const siglaOf = ({ sigla = [], sources = [] }: ReadingNode, place: Place): string =>
  sigla.map((each) => siglum(each, 'siglum', place)).join('') +
  sources.map((each) => siglum(each, 'siglum source', place)).join('');

/** Where the words of an entry are. */
const entryPlace = (place: Place): Place => ({ ...belowText(place), apart: true });

/** Words in an element of a class; a division that goes on in the line where something in it is on lines of its own. */
function inClass(
  node: ReadingNode,
  classes: string,
  more: string,
  place: Place,
  around = ['', ''],
  id?: string,
): string {
  const isDivision = place.flow && holdsBlocks(node.children);
  const name = isDivision ? 'div' : 'span';
  const open = startTag(
    name,
    node,
    place,
    isDivision ? `${inlineClass} ${classes}` : classes,
    more,
    id === undefined ? {} : { id },
  );
  return `${open}${around[0]}${place.write(node.children, isDivision ? place : phrasing(place))}${around[1]}</${name}>`;
}

const remarkClass: Readonly<Record<string, string>> = {
  note: 'remark',
  detail: 'remark detail',
  witnesses: 'remark witnesses',
};

/** A side as the entry shows it; where it is written decides in which order notes in it are counted. */
function side(node: ReadingNode, place: Place): string {
  if (node.role === 'reading') return inClass(node, 'reading', '', place, [isSilent(node) ? ours('i', 'om.') : '', '']);
  const words = plainText(node).trim();
  const hasOwn = words.startsWith('(') && words.endsWith(')');
  const says = attribute('data-wit', node.says?.wit) + attribute('data-source', node.says?.source) + said(node);
  return ` ${inClass(node, remarkClass[node.role ?? ''] ?? 'remark', says, place, hasOwn ? ['', ''] : [ours('span', '('), ours('span', ')')])}`;
}

interface Shown {
  readonly node: ReadingNode;
  readonly html: string;
}

const remarksOf = (sides: readonly Shown[]): string => sides.map(({ html }) => html).join('');

/** The entry: its sides, each with its sigla and notes. */
function entryBody(node: ReadingNode, lemma: ReadingNode, sides: readonly Shown[], back: string, place: Place): string {
  const notes = new Map<string | undefined, string>();
  for (const { node: of, html } of sides)
    if (of.role !== 'reading') notes.set(of.about, (notes.get(of.about) ?? '') + html);
  const remarks = (about: string | undefined): string => notes.get(about) ?? '';
  const whole = (of: ReadingNode, words: string): string => {
    const name = words.startsWith('<div') || remarks(of.about).includes('<div') ? 'div' : 'span';
    const classes = name === 'div' ? `${inlineClass} side` : 'side';
    return `<${name} class="${classes}"${said(of)}>${words}${siglaOf(of, place)}${remarks(of.about)}</${name}>`;
  };
  const general = remarks(undefined);
  const generalName = general.includes('<div') ? 'div' : 'span';
  const words = wordsOfLemma(lemma);
  // An entry that is nothing but notes has no reading that could be omitted.
  const isNotes =
    words.length === 0 && siglaOf(lemma, place) + said(lemma) === '' && general !== '' && general === remarksOf(sides);
  const shown = [
    ...(isNotes ? [] : [whole(lemma, ours('b', repeatedLemma(words)))]),
    ...sides.filter((each) => each.node.role === 'reading').map((each) => whole(each.node, each.html)),
    ...(general === ''
      ? []
      : [`<${generalName} class="${generalName === 'div' ? `${inlineClass} ` : ''}side">${general}</${generalName}>`]),
  ];
  const n = node.n ?? '';
  return `<li class="app-entry" id="app:${n}e"${attribute('data-kind', node.role)}><a class="app-back" href="${escapeAttribute(fragment(back))}">${n}</a> ${isNotes ? '<span class="side"></span>' : ''}${shown.join(ours('span', ' : '))}</li>\n`;
}

/** An entry of the apparatus where its lemma is; what else it has is kept for the end of the page. */
export function entry(node: ReadingNode, place: Place): string {
  const n = node.n ?? '';
  const sides: Shown[] = [];
  let lemma: ReadingNode | undefined;
  let back = '';
  let text = '';
  for (const child of node.children) {
    if (typeof child === 'string' || child.kind !== 'side') text += place.write([child], place);
    else if (child.role !== 'lemma') sides.push({ node: child, html: side(child, entryPlace(place)) });
    else {
      lemma = child;
      back = place.page.ids.claim(child.id === undefined || child.id === '' ? `app:${n}` : pageId(child.id));
      text += inClass(child, 'lem', '', place, ['', ''], ` id="${escapeAttribute(back)}"`);
      text += `<a class="app-call" href="#app:${n}e">°</a>`;
    }
  }
  if (lemma) place.page.entries[Number(n) - 1] = entryBody(node, lemma, sides, back, place);
  return text;
}

/** All entries, each once, under a heading of our own. */
export function apparatusSection(entries: readonly string[]): string {
  if (entries.length === 0) return '';
  const heading = '<h2 id="o:apparatus" data-generated="">Apparatus</h2>';
  return `<section class="apparatus" aria-labelledby="o:apparatus">\n${heading}\n<ul class="app-entries">\n${entries.join('')}</ul>\n</section>\n`;
}

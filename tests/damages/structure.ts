import type { Chance } from '../harness/chance.ts';
import { type Group, html, type Kind, tei, text } from './kind.ts';
import { attribute, type Element, elementsOf, rename, splice, unwrap } from './markup.ts';
import { textRegion } from './words.ts';

/** Damages that leave every word at its place: to blocks, lists, tables, look, links, ids, languages and pictures. */

/** Puts a space in place of one of the gaps. */
const joinedAt =
  (gap: RegExp): Kind['damage'] =>
  (content, luck) => {
    const gaps = [...content.matchAll(gap)];
    if (gaps.length === 0) return undefined;
    const { index } = luck.pick(gaps);
    return splice(content, index, index + 2, ' ');
  };

/** Elements of the text that a test picks. */
function within(content: string, path: string, fits: (element: Element) => boolean): Element[] {
  const region = textRegion(content, path);
  if (!region) return [];
  return elementsOf(content)
    .filter(({ start }) => start >= region.from && start < region.to)
    .filter(fits);
}

const named =
  (...names: readonly string[]) =>
  ({ name }: Element): boolean =>
    names.includes(name);
const isGenerated = (element: Element): boolean => attribute(element, 'data-generated') !== undefined;

function onElement(
  name: string,
  group: Group,
  files: RegExp,
  fits: (element: Element, content: string) => boolean,
  change: (content: string, element: Element, luck: Chance, all: readonly Element[]) => string | undefined,
): Kind {
  return {
    name,
    group,
    files,
    damage: (content, luck, path) => {
      const found = within(content, path, (element) => fits(element, content) && !isGenerated(element));
      if (found.length === 0) return undefined;
      const changed = change(content, luck.pick(found), luck, found);
      return changed === content ? undefined : changed;
    },
  };
}

const setAttribute = (content: string, element: Element, name: string, value: string): string => {
  const own = attribute(element, name);
  if (own) return splice(content, own.valueStart, own.end - 1, value);
  const at = element.start + 1 + element.name.length;
  return splice(content, at, at, ` ${name}="${value}"`);
};
const dropAttribute = (content: string, element: Element, name: string): string | undefined => {
  const own = attribute(element, name);
  return own && splice(content, own.start, own.end, '');
};

/** A blank between two words of an element, outside its inner tags. */
function aBlank(content: string, { startEnd, end }: Element, luck: Chance): number | undefined {
  const blanks = [...content.slice(startEnd, end).matchAll(/(?<=\p{L}) (?=\p{L})/gu)].filter(({ index }) => {
    const before = content.slice(startEnd, startEnd + index);
    const opened = (before.match(/<[A-Za-z]/g) ?? []).length;
    const closed = (before.match(/<\/|\/>/g) ?? []).length;
    return opened === closed && before.lastIndexOf('<') <= before.lastIndexOf('>');
  });
  return blanks.length === 0 ? undefined : startEnd + luck.pick(blanks).index;
}

const split = (content: string, element: Element, luck: Chance): string | undefined => {
  const at = aBlank(content, element, luck);
  return at === undefined ? undefined : splice(content, at, at + 1, `</${element.name}>\n<${element.name}>`);
};

const join = (content: string, element: Element): string | undefined => {
  const next = new RegExp(`^\\s*<${element.name}(?:\\s[^>]*)?>`).exec(content.slice(element.endEnd));
  if (!next || next[0].endsWith('/>')) return undefined;
  return splice(content, element.end, element.endEnd + next[0].length, ' ');
};

const hasDirection = (one: Element): boolean => attribute(one, 'dir') !== undefined;

const structure: readonly Kind[] = [
  onElement('a paragraph is split', 'structure', /^(?:documents|tei)\//, named('p'), split),
  onElement('two paragraphs are joined', 'structure', /^(?:documents|tei)\//, named('p'), join),
  onElement('an item of a list is split', 'structure', /^(?:documents|tei)\//, named('li', 'item'), split),
  onElement('two items of a list are joined', 'structure', /^(?:documents|tei)\//, named('li', 'item'), join),
  onElement(
    'a heading gets another level',
    'structure',
    html,
    ({ name }) => /^h[1-6]$/.test(name),
    (content, one) => rename(content, one, one.name === 'h6' ? 'h5' : `h${Number(one.name[1]) + 1}`),
  ),
  onElement(
    'a heading becomes a paragraph',
    'structure',
    /^(?:documents|tei)\//,
    ({ name }) => /^(?:h[1-6]|head)$/.test(name),
    (content, one) => rename(content, one, 'p'),
  ),
  onElement('a paragraph becomes a heading', 'structure', html, named('p'), (content, one) =>
    rename(content, one, 'h2'),
  ),
  onElement('a numbered list becomes a plain one', 'structure', html, named('ol'), (content, one) =>
    rename(content, one, 'ul'),
  ),
  onElement(
    'an item gets another number',
    'structure',
    html,
    (one) => attribute(one, 'value') !== undefined,
    (content, one) => setAttribute(content, one, 'value', String(Number(attribute(one, 'value')!.value) + 7)),
  ),
  onElement(
    'a quotation becomes plain text',
    'structure',
    /^(?:documents|tei)\//,
    named('blockquote', 'quote', 'q'),
    (content, one) => (one.name === 'blockquote' ? rename(content, one, 'div') : unwrap(content, one)),
  ),
  onElement(
    'a cell of a table is joined with the next',
    'structure',
    /^(?:documents|tei)\//,
    named('td', 'cell'),
    join,
  ),
  onElement('a cell spans other columns', 'structure', html, named('td', 'th'), (content, one) =>
    setAttribute(content, one, 'colspan', attribute(one, 'colspan')?.value === '3' ? '2' : '3'),
  ),
  onElement('a row of a table is joined with the next', 'structure', /^(?:documents|tei)\//, named('tr', 'row'), join),
  onElement('a head of a table becomes a cell', 'structure', html, named('th'), (content, one) =>
    rename(content, one, 'td'),
  ),
  onElement('a section is dissolved', 'structure', /^(?:documents|tei)\//, named('section', 'div'), unwrap),
  onElement('a line of verse is joined with the next', 'structure', tei, named('l'), join),
  {
    name: 'two paragraphs of a text are joined',
    group: 'structure',
    files: text,
    damage: joinedAt(/(?<!\[(?:Page|Image)[^\]\n]*\])(?<=\S)\n\n(?=\S)(?!\[(?:Page|Image))/g),
  },
  {
    name: 'a picture between paragraphs of a text is drawn into one',
    group: 'structure',
    files: text,
    damage: joinedAt(/(?<=\[Image[^\]\n]*\])\n\n(?=\S)|(?<=\S)\n\n(?=\[Image)/g),
  },
  {
    name: 'a page mark between paragraphs of a text is drawn into one',
    group: 'structure',
    files: text,
    damage: joinedAt(/(?<=\[Page[^\]\n]*\])\n\n(?=\S)|(?<=\S)\n\n(?=\[Page)/g),
  },
  {
    name: 'a paragraph of a text is split',
    group: 'structure',
    files: text,
    damage: (content, luck) => {
      const blanks = [...content.matchAll(/(?<=\p{L}) (?=\p{L})/gu)];
      if (blanks.length === 0) return undefined;
      const { index } = luck.pick(blanks);
      return splice(content, index, index + 1, '\n\n');
    },
  },
  {
    name: 'cells of a row in a text are joined',
    group: 'structure',
    files: text,
    damage: (content, luck) => {
      const tabs = [...content.matchAll(/(?<=\S)\t(?=\S)/g)];
      if (tabs.length === 0) return undefined;
      const { index } = luck.pick(tabs);
      return splice(content, index, index + 1, ' ');
    },
  },
];

const isLook = named('i', 'em', 'b', 'strong', 'u', 's', 'sup', 'sub', 'hi', 'small');

const look: readonly Kind[] = [
  onElement('emphasis is lost', 'look', /^(?:documents|tei)\//, isLook, unwrap),
  onElement('emphasis spreads to the next word', 'look', /^(?:documents|tei)\//, isLook, (content, one) => {
    const next = /^\s*[\p{L}\p{N}]+/u.exec(content.slice(one.endEnd))?.[0];
    if (next === undefined) return undefined;
    const tag = content.slice(one.end, one.endEnd);
    return splice(content, one.end, one.endEnd + next.length, next + tag);
  }),
  onElement('emphasis becomes another', 'look', html, named('i', 'em', 'b', 'strong', 'sup', 'sub'), (content, one) =>
    rename(content, one, one.name === 'b' || one.name === 'strong' ? 'i' : 'b'),
  ),
  onElement('a word is emphasised that was not', 'look', html, named('p', 'li', 'td'), (content, one, luck) => {
    const at = aBlank(content, one, luck);
    if (at === undefined) return undefined;
    const own = /^ (\p{L}+)/u.exec(content.slice(at))?.[1];
    return own === undefined ? undefined : splice(content, at + 1, at + 1 + own.length, `<i>${own}</i>`);
  }),
  onElement(
    'the rendition is changed',
    'look',
    tei,
    (one) => attribute(one, 'rend') !== undefined,
    (content, one) => setAttribute(content, one, 'rend', attribute(one, 'rend')!.value === 'bold' ? 'italic' : 'bold'),
  ),
  onElement(
    'a class is changed',
    'look',
    html,
    (one) => attribute(one, 'class') !== undefined,
    (content, one, luck) =>
      setAttribute(content, one, 'class', luck.pick(['plain', 'unseen', 'name place', 'list labelled'])),
  ),
];

const hasLanguage = (one: Element): boolean => (attribute(one, 'xml:lang') ?? attribute(one, 'lang')) !== undefined;
const isLink = (one: Element): boolean =>
  attribute(one, 'href') !== undefined && !(attribute(one, 'role')?.value ?? '').startsWith('doc-');

const links: readonly Kind[] = [
  onElement('a link leads to another place', 'links, ids, language', html, isLink, (content, one) =>
    setAttribute(content, one, 'href', `${attribute(one, 'href')!.value}x`),
  ),
  onElement('a link is lost', 'links, ids, language', html, isLink, unwrap),
  onElement(
    'a pointer of the TEI leads elsewhere',
    'links, ids, language',
    tei,
    (one) => attribute(one, 'target') !== undefined,
    (content, one) => setAttribute(content, one, 'target', `${attribute(one, 'target')!.value}x`),
  ),
  onElement(
    'an id is changed',
    'links, ids, language',
    /^(?:documents|tei)\//,
    (one) => (attribute(one, 'xml:id') ?? attribute(one, 'id')) !== undefined,
    (content, one) => {
      const own = (attribute(one, 'xml:id') ?? attribute(one, 'id'))!;
      return splice(content, own.valueStart, own.end - 1, `${own.value}x`);
    },
  ),
  onElement(
    'an id is lost',
    'links, ids, language',
    /^(?:documents|tei)\//,
    (one) => (attribute(one, 'xml:id') ?? attribute(one, 'id')) !== undefined,
    (content, one) => dropAttribute(content, one, attribute(one, 'xml:id') ? 'xml:id' : 'id'),
  ),
  onElement(
    'an id stands twice',
    'links, ids, language',
    html,
    named('p', 'li', 'td', 'section'),
    (content, one, luck, all) => {
      const other = luck.pick(all);
      const own = attribute(other, 'id');
      return own && other !== one && !attribute(one, 'id') ? setAttribute(content, one, 'id', own.value) : undefined;
    },
  ),
  onElement('a language is lost', 'links, ids, language', /^(?:documents|tei)\//, hasLanguage, (content, one) => {
    const rest = dropAttribute(content, one, 'xml:lang') ?? content;
    const again = elementsOf(rest).find(({ start }) => start === one.start)!;
    return dropAttribute(rest, again, 'lang') ?? rest;
  }),
  onElement('a language is changed', 'links, ids, language', /^(?:documents|tei)\//, hasLanguage, (content, one) => {
    const rest = attribute(one, 'xml:lang') ? setAttribute(content, one, 'xml:lang', 'cy') : content;
    const again = elementsOf(rest).find(({ start }) => start === one.start)!;
    return attribute(again, 'lang') ? setAttribute(rest, again, 'lang', 'cy') : rest;
  }),
  onElement('a direction is set', 'links, ids, language', html, named('p', 'li', 'h1', 'h2'), (content, one) =>
    setAttribute(content, one, 'dir', attribute(one, 'dir')?.value === 'rtl' ? 'ltr' : 'rtl'),
  ),
  onElement('a direction is lost', 'links, ids, language', html, hasDirection, (content, one) =>
    dropAttribute(content, one, 'dir'),
  ),
  onElement('a direction is turned', 'links, ids, language', html, hasDirection, (content, one) =>
    setAttribute(content, one, 'dir', attribute(one, 'dir')!.value === 'rtl' ? 'ltr' : 'rtl'),
  ),
  onElement(
    'a direction moves to the next element',
    'links, ids, language',
    html,
    () => true,
    (content, one, _, all) => {
      const own = attribute(one, 'dir');
      const next = all[all.indexOf(one) + 1];
      if (!own || !next || attribute(next, 'dir')) return undefined;
      return dropAttribute(setAttribute(content, next, 'dir', own.value), one, 'dir');
    },
  ),
  onElement(
    'a name leads to another entry of a register',
    'links, ids, language',
    html,
    (one) => attribute(one, 'data-ref') !== undefined,
    (content, one) => setAttribute(content, one, 'data-ref', `${attribute(one, 'data-ref')!.value}x`),
  ),
  onElement(
    'the tooltip of a name is changed',
    'links, ids, language',
    html,
    (one) => attribute(one, 'title') !== undefined,
    (content, one) => setAttribute(content, one, 'title', 'Somebody Else'),
  ),
  onElement(
    'a date means another day',
    'links, ids, language',
    /^(?:documents|tei)\//,
    (one) => (attribute(one, 'datetime') ?? attribute(one, 'when')) !== undefined,
    (content, one) => setAttribute(content, one, attribute(one, 'datetime') ? 'datetime' : 'when', '1066-10-14'),
  ),
];

const isPicture = named('img', 'graphic');

const pictures: readonly Kind[] = [
  onElement('a picture is another', 'pictures', /^(?:documents|tei)\//, isPicture, (content, one) => {
    const name = one.name === 'img' ? 'src' : 'url';
    return attribute(one, name) && setAttribute(content, one, name, `${attribute(one, name)!.value}x`);
  }),
  onElement('a picture is lost', 'pictures', /^(?:documents|tei)\//, isPicture, (content, one) =>
    splice(content, one.start, one.endEnd, ''),
  ),
  onElement(
    'the description of a picture is changed',
    'pictures',
    html,
    (one) => attribute(one, 'alt') !== undefined,
    (content, one) => setAttribute(content, one, 'alt', 'Something else'),
  ),
];

export const structureKinds: readonly Kind[] = [...structure, ...look, ...links, ...pictures];

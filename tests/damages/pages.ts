import type { Chance } from '../harness/chance.ts';
import { type Group, html, type Kind, page, tei, text } from './kind.ts';
import { attribute, aWord, type Element, elementsOf, rename, splice, textsOf } from './markup.ts';
import { textRegion } from './words.ts';

/** Damages to what a reader sees beyond the text: words hidden, words and code added, and all that stands around the text. */

const onMain = (
  name: string,
  group: Group,
  change: (content: string, element: Element, luck: Chance) => string | undefined,
  fits: (element: Element) => boolean = ({ name }) => /^(?:p|li|td|h[1-6]|span|section|div)$/.test(name),
): Kind => ({
  name,
  group,
  files: html,
  damage: (content, luck, path) => {
    const region = textRegion(content, path);
    if (!region) return undefined;
    const found = elementsOf(content)
      .filter(({ start }) => start >= region.from && start < region.to)
      .filter((one) => fits(one) && /\w/.test(content.slice(one.startEnd, one.end)));
    return found.length === 0 ? undefined : change(content, luck.pick(found), luck);
  },
});

const put = (content: string, element: Element, attributes: string): string => {
  const at = element.start + 1 + element.name.length;
  return splice(content, at, at, ` ${attributes}`);
};
const wrap = (content: string, { start, endEnd }: Element, before: string, after: string): string =>
  splice(content, start, endEnd, before + content.slice(start, endEnd) + after);

const hidden: readonly Kind[] = [
  onMain('an element is hidden', 'hidden', (content, one) => put(content, one, 'hidden=""')),
  onMain('an element is hidden by a style', 'hidden', (content, one, luck) =>
    attribute(one, 'style')
      ? undefined
      : put(
          content,
          one,
          `style="${luck.pick(['display:none', 'visibility:hidden', 'font-size:0', 'color:transparent', 'opacity:0', 'position:absolute;left:-999em'])}"`,
        ),
  ),
  onMain('an element is hidden from screen readers', 'hidden', (content, one, luck) =>
    put(content, one, luck.pick(['aria-hidden="true"', 'role="presentation"', 'inert=""'])),
  ),
  onMain('an element gets a class that hides it', 'hidden', (content, one) =>
    attribute(one, 'class') ? undefined : put(content, one, 'class="unseen"'),
  ),
  onMain(
    'words are folded away',
    'hidden',
    (content, one) => wrap(content, one, '<details><summary>…</summary>', '</details>'),
    ({ name }) => name === 'p',
  ),
  onMain(
    'words are put into a template',
    'hidden',
    (content, one, luck) => {
      const [before, after] = luck.pick([
        ['<template>', '</template>'],
        ['<noscript>', '</noscript>'],
        ['<dialog>', '</dialog>'],
      ] as const);
      return wrap(content, one, before, after);
    },
    ({ name }) => name === 'p',
  ),
  onMain(
    'words are put into a comment',
    'hidden',
    (content, one) => wrap(content, one, '<!--', '-->'),
    ({ name }) => name === 'p',
  ),
  onMain(
    'a block becomes a form control',
    'hidden',
    (content, one, luck) => rename(content, one, luck.pick(['textarea', 'button', 'title', 'option'])),
    ({ name }) => name === 'p',
  ),
];

const insertAt = (
  name: string,
  files: RegExp,
  where: (content: string, luck: Chance, path: string) => number | undefined,
  what: (luck: Chance) => string,
): Kind => ({
  name,
  group: 'injected',
  files,
  damage: (content, luck, path) => {
    const at = where(content, luck, path);
    return at === undefined || at < 0 ? undefined : splice(content, at, at, what(luck));
  },
});

const inMain = (content: string, luck: Chance, path: string): number | undefined => {
  const region = textRegion(content, path);
  if (!region) return undefined;
  const found = elementsOf(content).filter(
    ({ name, start, end }) => name === 'p' && start >= region.from && end <= region.to,
  );
  return found.length === 0 ? undefined : luck.pick(found).endEnd;
};
/** At the end of an element that stands around the text. */
const around = (content: string, luck: Chance): number | undefined => {
  const main = elementsOf(content).find(({ name }) => name === 'main');
  const found = elementsOf(content).filter(
    ({ name, start, end, endEnd }) =>
      /^(?:header|footer|nav|li|section|p|div)$/.test(name) &&
      end !== endEnd &&
      (!main || endEnd <= main.start || start >= main.endEnd),
  );
  return found.length === 0 ? undefined : luck.pick(found).end;
};

const codes = [
  '<script>document.title="x"</script>',
  '<iframe src="https://example.org/"></iframe>',
  '<img src="x" onerror="alert(1)" alt=""/>',
  '<style>main{display:none}</style>',
  '<svg xmlns="http://www.w3.org/2000/svg"><text>Not so.</text></svg>',
  '<object data="x.html"></object>',
  '<link rel="stylesheet" href="https://example.org/x.css"/>',
  '<form action="https://example.org/"><button>Go</button></form>',
];

const injected: readonly Kind[] = [
  insertAt('words are added to the text as generated', html, inMain, () => '<p data-generated="">This is not so.</p>'),
  insertAt('words are added in the way of a tool', html, inMain, (luck) =>
    luck.pick([
      '<nav>This is not so.</nav>',
      '<aside>This is not so.</aside>',
      '<header>This is not so.</header>',
      '<footer>This is not so.</footer>',
    ]),
  ),
  insertAt('code is added to the text', html, inMain, (luck) => luck.pick(codes)),
  insertAt('words are added around the text', page, around, () => '<span>This is not so.</span>'),
  insertAt('code is added around the text', page, around, (luck) => luck.pick(codes)),
  insertAt(
    'something is added to the head',
    page,
    (content) => content.indexOf('</head>'),
    (luck) =>
      luck.pick([
        '<meta http-equiv="refresh" content="0;url=https://example.org/"/>',
        '<base href="https://example.org/"/>',
        '<script src="https://example.org/x.js"></script>',
        '<style>main{display:none}</style>',
        '<meta name="citation_author" content="Somebody Else"/>',
        '<link rel="canonical" href="https://example.org/"/>',
      ]),
  ),
  insertAt(
    'words are added behind the text',
    text,
    (content) => content.length,
    (luck) => luck.pick(['This is not so.\n', '\nThis is not so.\n', '[99] This is not so.\n']),
  ),
  insertAt(
    'a control character is added to a text',
    text,
    (content, luck) => luck.below(content.length),
    (luck) => luck.pick(['\u0007', '\u001b[31m', '\u202e', '\u200b', '\ufeff', '\r']),
  ),
  insertAt(
    'words are added behind the TEI text',
    tei,
    (content) => content.lastIndexOf('</TEI>'),
    () => '<text><body><p>This is not so.</p></body></text>',
  ),
];

/** Words, addresses and values in elements around the text. */
const aroundKind = (
  name: string,
  files: RegExp,
  change: (content: string, luck: Chance) => string | undefined,
): Kind => ({ name, group: 'around the text', files, damage: change });

const aroundElements = (content: string): Element[] => {
  const main = elementsOf(content).find(({ name }) => name === 'main');
  return elementsOf(content).filter(({ start }) => !main || start < main.start || start >= main.endEnd);
};

const onAttribute = (
  name: string,
  files: RegExp,
  attributeName: string,
  element: string,
  value: (own: string) => string,
): Kind =>
  aroundKind(name, files, (content, luck) => {
    const found = aroundElements(content).filter((one) => one.name === element && attribute(one, attributeName));
    if (found.length === 0) return undefined;
    const own = attribute(luck.pick(found), attributeName)!;
    return splice(content, own.valueStart, own.end - 1, value(own.value));
  });

const surroundings: readonly Kind[] = [
  aroundKind('the title of a page is changed', page, (content) => {
    const title = elementsOf(content).find(({ name }) => name === 'title');
    return title && splice(content, title.startEnd, title.end, 'Another title');
  }),
  onAttribute('a description in the head is changed', page, 'content', 'meta', (own) => `${own}x`),
  onAttribute('a link in the head leads elsewhere', page, 'href', 'link', (own) => `${own}x`),
  onAttribute('a link around the text leads elsewhere', page, 'href', 'a', (own) => `${own}x`),
  aroundKind('a word around the text is changed', page, (content, luck) => {
    const main = elementsOf(content).find(({ name }) => name === 'main');
    const body = elementsOf(content).find(({ name }) => name === 'body');
    if (!main || !body) return undefined;
    const texts = [...textsOf(content, body.startEnd, main.start), ...textsOf(content, main.endEnd, body.end)];
    const found = texts.length === 0 ? undefined : aWord(content, luck.pick(texts), luck);
    return found && splice(content, found.start, found.end, `${found.text}x`);
  }),
  aroundKind('the data in the head are changed', page, (content, luck) => {
    const data = elementsOf(content).find((one) => attribute(one, 'type')?.value === 'application/ld+json');
    if (!data) return undefined;
    const values = [...content.slice(data.startEnd, data.end).matchAll(/:"((?:[^"\\]|\\.)+)"/g)];
    if (values.length === 0) return undefined;
    const { index, 0: whole } = luck.pick(values);
    return splice(content, data.startEnd + index, data.startEnd + index + whole.length, ':"x"');
  }),
  aroundKind('the language of a page is changed', page, (content) =>
    content.replace(/(<html[^>]*?) lang="[^"]*"/, '$1 lang="cy"') === content
      ? undefined
      : content.replace(/(<html[^>]*?) lang="[^"]*"/, '$1 lang="cy"'),
  ),
  aroundKind('the direction of a page is changed', page, (content) =>
    /<html[^>]* dir="rtl"/.test(content)
      ? content.replace(/(<html[^>]*?) dir="rtl"/, '$1')
      : content.replace(/<html[^>]*/, '$& dir="rtl"'),
  ),
  aroundKind('words around the text are isolated no more, or turned', page, (content, luck) => {
    const found = [...content.matchAll(/<bdi dir="(...)">/g)];
    if (found.length === 0) return undefined;
    const { index, 0: whole, 1: dir } = luck.pick(found);
    const other = luck.often(50) ? '<bdi>' : `<bdi dir="${dir === 'rtl' ? 'ltr' : 'rtl'}">`;
    return splice(content, index, index + whole.length, other);
  }),
];

export const pageKinds: readonly Kind[] = [...hidden, ...injected, ...surroundings];

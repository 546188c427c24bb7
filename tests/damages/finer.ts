import { type Group, html, type Kind, tei, text } from './kind.ts';
import { attribute, type Element, elementsOf, rename, splice, unwrap } from './markup.ts';

/** Damages that leave every word and every element where it is, or nearly so: neighbours, records for machines, roles, classes, attributes. */

const on = (
  name: string,
  group: Group,
  files: RegExp,
  fits: (one: Element) => boolean,
  change: (content: string, one: Element) => string | undefined,
): Kind => ({
  name,
  group,
  files,
  damage: (content, luck) => {
    const found = elementsOf(content).filter(fits);
    return found.length === 0 ? undefined : change(content, luck.pick(found));
  },
});

const has =
  (name: string, value: RegExp) =>
  (one: Element): boolean =>
    value.test(attribute(one, name)?.value ?? '');

function dropped(content: string, one: Element, name: string): string | undefined {
  const own = attribute(one, name);
  return own && splice(content, own.start, own.end, '');
}

function set(content: string, one: Element, name: string, value: string): string {
  const own = attribute(one, name);
  if (own) return splice(content, own.valueStart, own.end - 1, value);
  const at = one.start + 1 + one.name.length;
  return splice(content, at, at, ` ${name}="${value}"`);
}

const deleted = (content: string, { start, endEnd }: Element): string => splice(content, start, endEnd, '');
const named = (pattern: RegExp) => (one: Element) => pattern.test(one.name);

const around: readonly Kind[] = [
  {
    name: 'the neighbours of a page are exchanged',
    group: 'around the text',
    files: html,
    damage: (content) => {
      const all = elementsOf(content);
      const [previous, next] = ['prev', 'next'].map((rel) =>
        all.find((one) => one.name === 'a' && attribute(one, 'rel')?.value === rel),
      );
      const [a, b] = [previous && attribute(previous, 'href'), next && attribute(next, 'href')];
      if (!a || !b) return undefined;
      return splice(splice(content, b.valueStart, b.end - 1, a.value), a.valueStart, a.end - 1, b.value);
    },
  },
  on('a link to a neighbour is lost', 'around the text', html, has('rel', /^(?:prev|next)$/), deleted),
  on('a download is lost', 'around the text', html, (one) => one.name === 'a' && attribute(one, 'type') !== undefined, deleted),
  on('a record of the head is lost', 'around the text', html, has('name', /^(?:citation_|DC\.)/), deleted),
  on('a link of the head is lost', 'around the text', html, has('rel', /^(?:alternate|license|collection|canonical)/), deleted),
  on('the pages in the head are others', 'around the text', html, has('name', /^citation_(?:first|last)page$/), (content, one) =>
    set(content, one, 'content', '9999'),
  ),
  on('the policy of a page is lost', 'around the text', html, has('http-equiv', /./), deleted),
  on('something around the text is hidden', 'around the text', html, named(/^(?:header|footer|nav)$/), (content, one) =>
    set(content, one, 'hidden', ''),
  ),
  {
    name: 'a field of the data in the head is lost',
    group: 'around the text',
    files: html,
    damage: (content, luck) => {
      const data = elementsOf(content).find(has('type', /ld\+json/));
      if (!data) return undefined;
      const fields = [...content.slice(data.startEnd, data.end).matchAll(/"(?!@)\w+":"(?:[^"\\]|\\.)*",/g)];
      if (fields.length === 0) return undefined;
      const { index, 0: own } = luck.pick(fields);
      return splice(content, data.startEnd + index, data.startEnd + index + own.length, '');
    },
  },
]; // prettier-ignore

const inText: readonly Kind[] = [
  on('an insertion becomes a deletion', 'look', html, named(/^(?:ins|del)$/), (content, one) =>
    rename(content, one, one.name === 'ins' ? 'del' : 'ins'),
  ),
  on('a part of a range is not one of it', 'look', html, has('data-part', /./), (content, one) =>
    set(content, one, 'data-part', attribute(one, 'data-part')!.value === 'I' ? 'F' : 'I'),
  ),
  on('a part of a range has no status', 'look', html, has('data-part', /./), unwrap),
  on('a title becomes a stress', 'look', html, named(/^(?:cite|em)$/), (content, one) =>
    rename(content, one, one.name === 'em' ? 'cite' : 'em'),
  ),
  on('a person becomes a place', 'look', html, has('class', /\bname (?:person|place)\b/), (content, one) => {
    const own = attribute(one, 'class')!.value;
    return set(content, one, 'class', own.includes('person') ? own.replace('person', 'place') : own.replace('place', 'person'));
  }),
  on('the words of an editor are those of the source', 'look', html, has('class', /^(?:supplied|unclear|gap|correction|regularization|expansion)/), unwrap),
  on('the first mention of a name is another', 'links, ids, language', html, has('class', /\bfirst\b/), (content, one) =>
    set(content, one, 'class', attribute(one, 'class')!.value.replace(' first', '')),
  ),
  on('the day of a date is lost', 'links, ids, language', html, named(/^time$/), unwrap),
  on('a tooltip is added', 'hidden', html, named(/^(?:i|b|cite|em)$/), (content, one) => set(content, one, 'title', 'Not so.')),
  on('a note gets the anchor of another', 'pages and notes', html, has('style', /--self/), (content, one) =>
    set(content, one, 'style', attribute(one, 'style')!.value.replace(/--self:--(\w)\d+/, '--self:--$199')),
  ),
  on('lang and xml:lang differ', 'links, ids, language', html, has('xml:lang', /./), (content, one) => set(content, one, 'xml:lang', 'cy')),
  on('a list gets another element', 'structure', html, named(/^(?:ul|ol)$/), (content, one) =>
    rename(content, one, one.name === 'ul' ? 'ol' : 'ul'),
  ),
  on('a heading of the outline becomes a line', 'structure', html, (one) => /^h[1-6]$/.test(one.name) && one.attributes.length === 0, (content, one) =>
    rename(set(content, one, 'class', 'subheading'), elementsOf(set(content, one, 'class', 'subheading')).find(({ start }) => start === one.start)!, 'p'),
  ),
]; // prettier-ignore

const inTei: readonly Kind[] = [
  on('an element of a TEI header is lost', 'around the text', tei, named(/^(?:author|editor|publisher|pubPlace|idno|licence|language)$/), deleted),
  on('an attribute is added to a TEI element', 'around the text', tei, named(/^(?:p|hi|div|head|note)$/), (content, one) =>
    attribute(one, 'ana') ? undefined : set(content, one, 'ana', '#x'),
  ),
  on('an attribute of a TEI element is lost', 'around the text', tei, (one) => one.name !== 'TEI' && one.attributes.length > 0, (content, one) =>
    dropped(content, one, one.attributes[0]!.name),
  ),
  on('an attribute of a TEI element is changed', 'around the text', tei, (one) => one.name !== 'TEI' && one.attributes.length > 0, (content, one) => {
    const own = one.attributes[0]!;
    return splice(content, own.valueStart, own.end - 1, `${own.value}x`);
  }),
]; // prettier-ignore

const inPlainText: readonly Kind[] = [
  {
    name: 'a line of a text is joined to the next',
    group: 'structure',
    files: text,
    damage: (content, luck) => {
      const ends = [...content.matchAll(/(?<=[a-z.,])\n+(?=[A-Z])/g)];
      if (ends.length === 0) return undefined;
      const { index, 0: own } = luck.pick(ends);
      return splice(content, index, index + own.length, ' ');
    },
  },
];

export const finerKinds: readonly Kind[] = [...around, ...inText, ...inTei, ...inPlainText];

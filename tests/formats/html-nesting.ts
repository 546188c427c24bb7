import { sourceText } from '../../src/source/text.ts';
import { scanXml, type XmlTag } from '../../src/source/xml.ts';

/**
 * A small picture of HTML's content model, enough to see a block where only words may be. The full proof is the Nu
 * checker's.
 */
const words = new Set('a abbr br cite code del em i img ins q s small span strong sub sup time u b'.split(' '));
const wordsOnly = new Set('p h1 h2 h3 h4 h5 h6 span em i b sub sup cite code time u s summary'.split(' '));
const only: Readonly<Record<string, string>> = {
  ul: 'li',
  ol: 'li',
  dl: 'dt dd',
  table: 'caption tbody',
  tbody: 'tr',
  tr: 'td th',
};

/** What is wrong with a page: faults of XML, doubled ids, elements where HTML does not allow them, links that lead to no id of the page. */
export function faultsOfPage(html: string): string[] {
  const faults: string[] = [];
  const ids = new Set<string>();
  const targets: string[] = [];
  const stack: XmlTag[] = [];
  const look = (tag: XmlTag): void => {
    const parent = stack[stack.length - 1]?.local ?? '';
    const at = (name: string): string | undefined => tag.attributes.find((a) => a.name === name)?.value;
    const allowed = only[parent]?.split(' ');
    if (allowed && !allowed.includes(tag.local)) faults.push(`${tag.local} in ${parent}`);
    if (wordsOnly.has(parent) && !words.has(tag.local)) faults.push(`${tag.local} in ${parent}`);
    if (tag.local === 'a' && stack.some(({ local }) => local === 'a')) faults.push('a link in a link');
    const id = at('id');
    if (id !== undefined && ids.has(id)) faults.push(`id ${id} twice`);
    if (id !== undefined) ids.add(id);
    if (id !== undefined && (id === '' || /\s/.test(id))) faults.push(`id "${id}"`);
    const href = at('href');
    if (href?.startsWith('#')) targets.push(decodeURIComponent(href.slice(1)));
    if (at('lang') !== at('xml:lang')) faults.push(`lang and xml:lang differ on ${tag.local}`);
    stack.push(tag);
  };
  const findings = scanXml(sourceText('page.html', html), { open: look, close: () => void stack.pop() });
  for (const { message } of findings) faults.push(message);
  for (const target of targets) if (!ids.has(target)) faults.push(`no id ${target}`);
  return faults;
}

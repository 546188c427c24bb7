import type { XmlTag } from '../xml.ts';
import type { Node } from './include-elements.ts';

/** What an element needs at another place to remain what it is (XInclude 1.0, section 4.5): its namespaces and its language. */

const isDeclaration = (name: string): boolean => name === 'xmlns' || name.startsWith('xmlns:');

/** What an element and those around it declare, the innermost first to be heard. */
function inScope(node: Node | undefined): Map<string, string> {
  const found = new Map<string, string>();
  for (let one = node; one; one = one.outer)
    for (const { name, value } of one.tag.attributes)
      if ((isDeclaration(name) || name === 'xml:lang') && !found.has(name)) found.set(name, value);
  return found;
}

const quoted = (value: string): string =>
  value.replace(/[&<"\t\n\r]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : `&#${c.charCodeAt(0)};`));

const has = ({ attributes }: XmlTag, name: string): boolean => attributes.some((one) => one.name === name);

/** Attributes to add to the start tag of an element of one file that is put in place of an element of another. */
export function attributesToAdd(element: Node, place: Node): string {
  const there = inScope(element);
  const here = inScope(place.outer);
  const wanted = new Map([...there].filter(([name, value]) => !has(element.tag, name) && here.get(name) !== value));
  // Without a default namespace there, the one of this place must not apply.
  if (!there.has('xmlns') && (here.get('xmlns') ?? '') !== '') wanted.set('xmlns', '');
  return [...wanted].map(([name, value]) => ` ${name}="${quoted(value)}"`).join('');
}

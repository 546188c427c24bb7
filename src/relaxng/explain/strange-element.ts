import type { XmlTag } from '../../source/xml.ts';
import { attributeInfo } from '../engine/attribute-info.ts';
import { endAttributesAnyway } from '../engine/attributes.ts';
import { contentOf } from '../engine/build.ts';
import { intern } from '../engine/names.ts';
import type { QName } from '../engine/names.ts';
import { open } from '../engine/open.ts';
import type { Pattern } from '../engine/pattern.ts';
import type { Run } from '../engine/run.ts';
import { takeText } from '../engine/text.ts';
import { namesOf, nextElements, openAttributes, requirements } from './expected.ts';
import { expandChild, firstInside } from './first-child.ts';

/**
 * An element that is not allowed where it stands and whose own content it does not hold either: then it, and not what is in it, is the
 * mistake. `around`: one too many around what may be here. `renamed`: another element, which may be here, under a wrong
 * name.
 */
export type Strange = { readonly kind: 'around' } | { readonly kind: 'renamed'; readonly meant: QName };

const XMLNS = 'http://www.w3.org/2000/xmlns/';

/** What begins the content of an element: an element, words, or neither. */
type First = { readonly element: QName } | 'words' | undefined;

function firstOf(run: Run, tag: XmlTag): First {
  const { child, words } = firstInside(run, tag);
  if (words) return 'words';
  const element = child && expandChild(run, tag, child);
  return element && { element };
}

function begins(run: Run, content: Pattern, first: First): boolean {
  if (first === undefined) return true;
  if (first !== 'words') return open(run.table, content, first.element).kind !== 'notAllowed';
  return content.valued || takeText(run.table, content, 'x', run.context).kind !== 'notAllowed';
}

/** Could the element be one that is defined so, by its attributes and the beginning of its content? */
function fits(run: Run, tag: XmlTag, definition: Pattern, first: First): boolean {
  const content = contentOf(run.table, definition);
  const info = attributeInfo(run.table, content);
  const known = openAttributes(content);
  const hasAll = tag.attributes.every(
    ({ uri, local }) =>
      uri === XMLNS ||
      info.specs.has(intern(run.table.names, uri, local)) ||
      known.some((one) => one.name === undefined || (one.name.uri === uri && one.name.local === local)),
  );
  return hasAll && begins(run, endAttributesAnyway(run.table, info.content), first);
}

/** Asks whether it is such an element; `definitions` are those of its name. */
export function strangeElement(run: Run, tag: XmlTag, definitions: readonly Pattern[]): Strange | undefined {
  const first = firstOf(run, tag);
  if (first === undefined && tag.attributes.every(({ uri }) => uri === XMLNS)) return undefined;
  if (definitions.some((one) => fits(run, tag, one, first))) return undefined;
  if (first !== undefined && first !== 'words' && begins(run, run.current, first)) return { kind: 'around' };
  const possible = nextElements(run.current).filter((one) => fits(run, tag, one, first));
  const needed = new Set(requirements(run.current)[0] ?? []);
  const wanted = possible.filter((one) => needed.has(one));
  const names = (wanted.length > 0 ? wanted : possible).flatMap(namesOf);
  if (names.length !== 1) return undefined;
  const [{ uri, local }] = names as [{ uri: string; local: string }];
  return { kind: 'renamed', meant: intern(run.table.names, uri, local) };
}

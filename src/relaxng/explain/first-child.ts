import type { XmlAttribute, XmlTag } from '../../source/xml.ts';
import { contentOf } from '../engine/build.ts';
import { intern } from '../engine/names.ts';
import type { QName } from '../engine/names.ts';
import type { Pattern } from '../engine/pattern.ts';
import type { Run } from '../engine/run.ts';
import { namesOf, openAttributes } from './expected.ts';

/** A look at the first element inside one that has just opened, ahead of its turn. */

export interface Child {
  /** As written. */
  readonly name: string;
  readonly start: number;
  /** After the name and its attributes. */
  readonly attributes: string;
}

/** How far it is looked for. */
const NEAR = 2000;

/** The first element in an element, and whether words are before it; both missing where it is empty. */
export function firstInside(run: Run, tag: XmlTag): { child: Child | undefined; words: boolean } {
  if (tag.empty) return { child: undefined, words: false };
  const inside = run.source.text.slice(tag.end, tag.end + NEAR);
  const found = /^((?:[^<]|<!--[^]*?-->|<\?[^]*?\?>)*)(?:<([^\s<>/!?]+)(?![^\s<>/!?])([^<>]*)>)?/.exec(inside)!;
  const before = found[1]!.replace(/<[^]*?>/g, '');
  const words = before.trim() !== '';
  if (found[2] === undefined) return { child: undefined, words };
  return { child: { name: found[2], start: tag.end + found[1]!.length, attributes: found[3]! }, words };
}

/** The name of a child as the namespaces of the element around it expand it; undefined where it declares its own. */
export function expandChild(run: Run, tag: XmlTag, child: Child): QName | undefined {
  if (/\sxmlns/.test(child.attributes)) return undefined;
  const prefix = tag.name.slice(0, tag.name.length - tag.local.length);
  if (!child.name.startsWith(prefix) || child.name.slice(prefix.length).includes(':')) return undefined;
  return intern(run.table.names, tag.uri, child.name.slice(prefix.length));
}

/** May an element that is defined so have an attribute of this name? */
const canHave = (run: Run, definition: Pattern, name: QName): boolean =>
  openAttributes(contentOf(run.table, definition)).some((one) =>
    namesOf(one).some(({ uri, local }) => uri === name.uri && local === name.local),
  );

/** The first element inside, where it can have the attribute that its parent cannot, and has it not. */
export function childThatCan(run: Run, tag: XmlTag, attribute: XmlAttribute, name: QName): Child | undefined {
  const { child } = firstInside(run, tag);
  const expanded = child && expandChild(run, tag, child);
  if (child === undefined || expanded === undefined) return undefined;
  if (child.attributes.includes(`${attribute.name}=`)) return undefined;
  const definitions = run.schema.byName.get(expanded) ?? [];
  return definitions.some((one) => canHave(run, one, name)) ? child : undefined;
}

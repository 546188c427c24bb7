import { isNCName } from '../datatypes/strings.ts';
import type { NameClass } from '../grammar/name-class.ts';
import type { Problems } from '../syntax/problems.ts';
import { attributeOf, ownChildren, textOf } from '../syntax/tree.ts';
import type { SchemaElement } from '../syntax/tree.ts';
import { enter, trimmed, trimmedAttribute } from './environment.ts';
import type { Env } from './raw.ts';

/** The names of an `<element>` or `<attribute>`, and the children that are its patterns. */
export function readNames(
  element: SchemaElement,
  env: Env,
  problems: Problems,
): { names: NameClass; patterns: SchemaElement[] } {
  const written = trimmedAttribute(element, 'name');
  const children = ownChildren(element);
  const isAttribute = element.local === 'attribute';
  if (written !== undefined) {
    // Section 4.8: the name of an attribute does not inherit a namespace.
    const ns = isAttribute ? (attributeOf(element, 'ns') ?? '') : env.ns;
    const names = readName(written, element, ns, problems);
    if (isAttribute) checkAttributeNames(names, element, problems);
    return { names, patterns: children };
  }
  const [first, ...patterns] = children;
  const names = readClass(first!, env, problems, []);
  if (isAttribute) checkAttributeNames(names, first!, problems);
  return { names, patterns };
}

/** Section 4.10: a prefix is looked up; a name without one has the namespace `ns`. */
function readName(written: string, element: SchemaElement, ns: string, problems: Problems): NameClass {
  const colon = written.indexOf(':');
  const prefix = written.slice(0, Math.max(colon, 0));
  const local = written.slice(colon + 1);
  if (!isNCName(local) || (colon >= 0 && !isNCName(prefix))) {
    problems.add('schema-name', `“${written}” is not a possible name.`, element);
  }
  const uri = colon < 0 ? ns : element.namespaces.get(prefix);
  if (uri === undefined)
    problems.add('schema-name', `Nothing says what the prefix “${prefix}” in “${written}” means.`, element);
  return { kind: 'name', uri: uri ?? '', local };
}

/** `inside`: the wildcards whose exceptions are being read. */
function readClass(element: SchemaElement, outer: Env, problems: Problems, inside: readonly string[]): NameClass {
  const env = enter(element, outer, problems);
  if (element.local === 'name') return readName(trimmed(textOf(element)), element, env.ns, problems);
  if (element.local === 'choice') {
    return { kind: 'choice', of: ownChildren(element).map((child) => readClass(child, env, problems, inside)) };
  }
  checkNesting(element, inside, problems);
  const except = readExcept(element, env, problems, [...inside, element.local]);
  return element.local === 'anyName' ? { kind: 'anyName', except } : { kind: 'nsName', uri: env.ns, except };
}

/** Section 4.16: what is excepted from a wildcard is not wider than the wildcard. */
function checkNesting(element: SchemaElement, inside: readonly string[], problems: Problems): void {
  const wider = element.local === 'anyName' ? inside.length > 0 : inside.includes('nsName');
  if (wider) problems.add('schema-restriction', `<${element.local}> cannot be excepted here.`, element);
}

function readExcept(
  element: SchemaElement,
  env: Env,
  problems: Problems,
  inside: readonly string[],
): NameClass | undefined {
  const except = ownChildren(element)[0];
  if (except === undefined) return undefined;
  const within = enter(except, env, problems);
  const of = ownChildren(except).map((child) => readClass(child, within, problems, inside));
  return of.length === 1 ? of[0] : { kind: 'choice', of };
}

/** Section 4.16: declarations of namespaces are not attributes. */
function checkAttributeNames(names: NameClass, where: SchemaElement, problems: Problems): void {
  if (names.kind === 'choice') {
    for (const one of names.of) checkAttributeNames(one, where, problems);
    return;
  }
  if (names.kind !== 'anyName' && /^http:\/\/www\.w3\.org\/2000\/xmlns\/?$/.test(names.uri)) {
    problems.add('schema-restriction', 'Namespace declarations are not attributes and cannot be described.', where);
  }
  if (names.kind === 'name' && names.uri === '' && names.local === 'xmlns') {
    problems.add('schema-restriction', '“xmlns” is not an attribute and cannot be described.', where);
  }
  const except = names.kind === 'name' ? undefined : names.except;
  if (except !== undefined) checkAttributeNames(except, where, problems);
}

import { isNCName } from '../datatypes/strings.ts';
import { NOT_ALLOWED } from '../grammar/nodes.ts';
import { documentationOf, ownChildren } from '../syntax/tree.ts';
import type { SchemaElement } from '../syntax/tree.ts';
import { enter, trimmedAttribute } from './environment.ts';
import { bringIn } from './files.ts';
import type { Loader } from './loader.ts';
import { emptyScope } from './raw.ts';
import type { Definition, Env, Raw, Scope } from './raw.ts';

/** Definitions that an `<include>` replaces: those of the included file are left out (section 4.7). */
interface Replaced {
  readonly names: ReadonlySet<string>;
  /** The names that were met. */
  readonly met: Set<string>;
}

/** Reads a `<grammar>`; its meaning is that of its start. */
export function readGrammar(element: SchemaElement, env: Env, loader: Loader): Raw {
  const scope = emptyScope(env.scope);
  const within = { ...env, scope };
  collect(ownChildren(element), within, scope, [], loader);
  for (const definition of scope.definitions.values()) definition.body = readBody(definition, loader);
  if (scope.start.parts.length === 0) {
    // Perhaps what could not be read has one.
    if (loader.problems.findings.length > 0) return NOT_ALLOWED as Raw;
    loader.problems.add(
      'schema-reference',
      'The grammar has no start.',
      element,
      'Add <start> with the outermost element.',
    );
    return NOT_ALLOWED as Raw;
  }
  scope.start.body = readBody(scope.start, loader);
  return { kind: 'ref', definition: scope.start, where: element };
}

/** Notes all definitions among `elements`, also those inside `<div>` and in included files (sections 4.7 and 4.11). */
function collect(
  elements: readonly SchemaElement[],
  env: Env,
  scope: Scope,
  replaced: readonly Replaced[],
  loader: Loader,
): void {
  for (const element of elements) {
    const within = enter(element, env, loader.problems);
    if (element.local === 'div') collect(ownChildren(element), within, scope, replaced, loader);
    else if (element.local === 'include') include(element, within, scope, replaced, loader);
    else define(element, within, scope, replaced, loader);
  }
}

function define(element: SchemaElement, env: Env, scope: Scope, replaced: readonly Replaced[], loader: Loader): void {
  const name = element.local === 'start' ? '' : (trimmedAttribute(element, 'name') ?? '');
  const replacing = replaced.filter((one) => one.names.has(name));
  for (const one of replacing) one.met.add(name);
  if (replacing.length > 0) return;
  if (element.local === 'define' && !isNCName(name)) {
    loader.problems.add('schema-name', `“${name}” is not a possible name for a definition.`, element);
  }
  const combine = trimmedAttribute(element, 'combine');
  if (combine !== undefined && combine !== 'choice' && combine !== 'interleave') {
    loader.problems.add(
      'schema-syntax',
      `Definitions are combined by “choice” or “interleave”, not by “${combine}”.`,
      element,
    );
  }
  definitionOf(scope, name).parts.push({ element, env, combine });
}

function definitionOf(scope: Scope, name: string): Definition {
  if (name === '') return scope.start;
  const known = scope.definitions.get(name);
  if (known !== undefined) return known;
  const fresh: Definition = { name, parts: [], body: undefined };
  scope.definitions.set(name, fresh);
  return fresh;
}

function include(element: SchemaElement, env: Env, scope: Scope, outer: readonly Replaced[], loader: Loader): void {
  const found = bringIn(element, env, loader);
  if (found === undefined) return;
  const { root, address } = found;
  if (root.local !== 'grammar') {
    loader.problems.add(
      'schema-file',
      'Only a grammar can be included, and this file contains something else.',
      element,
    );
    return;
  }
  const own = ownChildren(element);
  const replaced: Replaced = { names: new Set(definedNames(own)), met: new Set() };
  const files = [...env.files, address];
  const there = enter(root, { ns: env.ns, datatypeLibrary: '', scope, base: address, files }, loader.problems);
  collect(ownChildren(root), there, scope, [...outer, replaced], loader);
  for (const name of replaced.names) {
    if (replaced.met.has(name)) continue;
    const what = name === '' ? 'The start' : `“${name}”`;
    loader.problems.add(
      'schema-reference',
      `${what} should replace a definition of the included file, but the file does not have it.`,
      element,
    );
  }
  collect(own, env, scope, outer, loader);
}

/** The names that are defined among `elements`; empty for the start. */
function definedNames(elements: readonly SchemaElement[]): string[] {
  return elements.flatMap((element) =>
    element.local === 'div'
      ? definedNames(ownChildren(element))
      : [element.local === 'start' ? '' : (trimmedAttribute(element, 'name') ?? '')],
  );
}

/** Puts the parts of a definition together (section 4.17). */
function readBody(definition: Definition, loader: Loader): Raw {
  const { parts } = definition;
  const of = parts.map(({ element, env }) => readParts(element, env, loader));
  const ways = new Set(parts.map((part) => part.combine).filter((way) => way !== undefined));
  const loose = parts.filter((part) => part.combine === undefined);
  const what = definition.name === '' ? 'The start' : `“${definition.name}”`;
  if (loose.length > 1) {
    loader.problems.add(
      'schema-reference',
      `${what} is defined twice, and nothing says how to combine the two.`,
      loose[1]!.element,
    );
  } else if (ways.size > 1) {
    loader.problems.add(
      'schema-reference',
      `${what} is combined by “choice” and by “interleave” at once.`,
      parts[1]!.element,
    );
  }
  if (of.length === 1) return of[0]!;
  return { kind: ways.has('interleave') ? 'interleave' : 'choice', of };
}

function readParts(element: SchemaElement, env: Env, loader: Loader): Raw {
  const of = ownChildren(element).map((child) => loader.pattern(child, env));
  if (of.length > 1) return { kind: 'group', of };
  const only = of[0]!;
  // Many schemas say about the definition what they mean about the element that it defines.
  const bare = (only.kind === 'element' || only.kind === 'attribute') && only.documentation === '';
  return bare ? { ...only, documentation: documentationOf(element) } : only;
}

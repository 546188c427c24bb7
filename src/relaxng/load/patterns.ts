import { EMPTY, NOT_ALLOWED, TEXT } from '../grammar/nodes.ts';
import { documentationOf, documentationText, ownChildren } from '../syntax/tree.ts';
import type { SchemaElement } from '../syntax/tree.ts';
import { enter, trimmedAttribute } from './environment.ts';
import { readExternal } from './files.ts';
import { readGrammar } from './grammars.ts';
import type { Loader } from './loader.ts';
import { readNames } from './name-classes.ts';
import type { Env, Raw, Scope } from './raw.ts';
import { datatypeFor, readParams, readValue } from './values.ts';

/** Reads one pattern; everything below it is reached from here. */
export function readPattern(element: SchemaElement, outer: Env, loader: Loader): Raw {
  const env = enter(element, outer, loader.problems);
  switch (element.local) {
    case 'element':
    case 'attribute':
      return readNamed(element, env, loader);
    case 'empty':
      return EMPTY as Raw;
    case 'text':
      return TEXT as Raw;
    case 'notAllowed':
      return NOT_ALLOWED as Raw;
    case 'ref':
      return readRef(element, env.scope, loader);
    case 'parentRef':
      return readRef(element, env.scope?.parent, loader);
    case 'value':
      return readValue(element, env, loader.datatypes, loader.problems);
    case 'data':
      return readData(element, env, loader);
    case 'externalRef':
      return readExternal(element, env, loader);
    case 'grammar':
      return readGrammar(element, env, loader);
    default:
      return readComposite(element, env, loader);
  }
}

/** Several patterns in a row are a group (section 4.12). */
function readSequence(elements: readonly SchemaElement[], env: Env, loader: Loader): Raw {
  const of = elements.map((one) => readPattern(one, env, loader));
  return of.length === 1 ? of[0]! : { kind: 'group', of };
}

const optional = (of: Raw): Raw => ({ kind: 'choice', of: [of, EMPTY as Raw] });

/** Sections 4.12 to 4.15. */
function readComposite(element: SchemaElement, env: Env, loader: Loader): Raw {
  const children = ownChildren(element);
  switch (element.local) {
    case 'choice':
    case 'interleave':
      return { kind: element.local, of: children.map((one) => readAlternative(element, one, env, loader)) };
    case 'oneOrMore':
    case 'list':
      return { kind: element.local, of: readSequence(children, env, loader) };
    case 'optional':
      return optional(readSequence(children, env, loader));
    case 'zeroOrMore':
      return optional({ kind: 'oneOrMore', of: readSequence(children, env, loader) });
    case 'mixed':
      return { kind: 'interleave', of: [readSequence(children, env, loader), TEXT as Raw] };
    default:
      return readSequence(children, env, loader);
  }
}

/** A value can hold nothing but its text, so what is said about it is after it. */
function readAlternative(parent: SchemaElement, element: SchemaElement, env: Env, loader: Loader): Raw {
  if (element.local !== 'value') return readPattern(element, env, loader);
  const next = parent.children.slice(parent.children.indexOf(element) + 1).find((node) => node.kind === 'element');
  const documentation = next === undefined ? '' : documentationText(next);
  const within = enter(element, env, loader.problems);
  return readValue(element, within, loader.datatypes, loader.problems, documentation);
}

function readNamed(element: SchemaElement, env: Env, loader: Loader): Raw {
  const { names, patterns } = readNames(element, env, loader.problems);
  const kind = element.local as 'element' | 'attribute';
  // An attribute that says nothing of its value holds text (section 4.12).
  const of = patterns.length === 0 ? (TEXT as Raw) : readSequence(patterns, env, loader);
  return { kind, names, of, documentation: documentationOf(element), where: element };
}

function readRef(element: SchemaElement, scope: Scope | undefined, loader: Loader): Raw {
  const name = trimmedAttribute(element, 'name') ?? '';
  const definition = scope?.definitions.get(name);
  if (definition !== undefined) return { kind: 'ref', definition, where: element };
  // Perhaps the file that is missing defines it.
  if (loader.problems.findings.some((finding) => finding.code === 'schema-file')) return NOT_ALLOWED as Raw;
  const where = scope === undefined ? 'there is no grammar around it' : 'the grammar does not define it';
  loader.problems.add('schema-reference', `The schema refers to “${name}”, but ${where}.`, element);
  return NOT_ALLOWED as Raw;
}

/** `<data>` (section 6.2.8): several exceptions are a choice. */
function readData(element: SchemaElement, env: Env, loader: Loader): Raw {
  const children = ownChildren(element);
  const name = trimmedAttribute(element, 'type') ?? '';
  const params = readParams(children);
  const type = datatypeFor(loader.datatypes, element, env.datatypeLibrary, name, params, loader.problems);
  const except = children.find((child) => child.local === 'except');
  if (except === undefined) return { kind: 'data', type, except: undefined };
  const within = enter(except, env, loader.problems);
  const of = ownChildren(except).map((one) => readPattern(one, within, loader));
  return { kind: 'data', type, except: of.length === 1 ? of[0] : { kind: 'choice', of } };
}

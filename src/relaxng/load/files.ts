import { isAddress } from '../datatypes/names.ts';
import { NOT_ALLOWED } from '../grammar/nodes.ts';
import { readSchemaSource } from '../syntax/read.ts';
import type { SchemaElement } from '../syntax/tree.ts';
import { trimmedAttribute } from './environment.ts';
import { resolveAddress } from './addresses.ts';
import type { Loader } from './loader.ts';
import type { Env, Raw } from './raw.ts';

/** A file that another one brings in, and the address it was found at. */
export interface BroughtIn {
  readonly root: SchemaElement;
  readonly address: string;
}

/**
 * Reads the file that the `href` of `element` names (sections 4.5 to 4.7). Answers nothing where that fails, which is
 * reported.
 */
export function bringIn(element: SchemaElement, env: Env, loader: Loader): BroughtIn | undefined {
  const href = trimmedAttribute(element, 'href') ?? '';
  const refuse = (message: string, fix?: string): undefined => {
    loader.problems.add('schema-file', message, element, fix);
    return undefined;
  };
  if (href.includes('#') || !isAddress(href)) return refuse(`“${href}” cannot be the address of a schema.`);
  const address = resolveAddress(href, env.base);
  if (env.files.includes(address)) return refuse(`The schema includes “${href}”, which includes itself.`);
  if (!loader.trees.has(address)) loader.trees.set(address, readTree(address, loader));
  const root = loader.trees.get(address);
  if (root !== undefined) return { root, address };
  if (loader.resolve(address) !== undefined) return undefined;
  return refuse(`The schema includes “${href}”, which is not available.`, 'Put the file next to the schema.');
}

function readTree(address: string, loader: Loader): SchemaElement | undefined {
  const source = loader.resolve(address);
  return source === undefined ? undefined : readSchemaSource(source, loader.problems);
}

/** `<externalRef>`: the pattern of another file, as if it stood here. */
export function readExternal(element: SchemaElement, env: Env, loader: Loader): Raw {
  const found = bringIn(element, env, loader);
  if (found === undefined) return NOT_ALLOWED as Raw;
  const { root, address } = found;
  const files = [...env.files, address];
  return loader.pattern(root, { ns: env.ns, datatypeLibrary: '', scope: undefined, base: address, files });
}

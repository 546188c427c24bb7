import type { Node } from './include-elements.ts';

/** Paths in the folder of an edition, and which addresses lead to them. */

export type Way = { readonly path: string } | { readonly refused: string };

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** The address that relative ones at an element are relative to, as far as the file itself says (XML Base). */
function baseOf(node: Node | undefined, file: string): string {
  const bases: string[] = [];
  for (let one = node; one; one = one.outer) {
    const base = one.tag.attributes.find(({ name }) => name === 'xml:base')?.value;
    if (base !== undefined) bases.unshift(base);
  }
  return bases.reduce((at, base) => (/^[a-z][a-z0-9+.-]*:|^\//i.test(base) ? base : folderOf(at) + base), file);
}

/** A path without `.` and `..`; undefined where it leads out. */
function plainPath(path: string): string | undefined {
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') {
      if (steps.pop() === undefined) return undefined;
    } else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

function decoded(href: string): string | undefined {
  try {
    return decodeURIComponent(href);
  } catch {
    return undefined;
  }
}

/** Where an address at an element of a file leads; only what is in the folder by its path is a way. */
export function wayTo(href: string, node: Node, file: string): Way {
  const refused = (why: string): Way => ({ refused: `${shown(href)} ${why}` });
  const whole = /^[a-z][a-z0-9+.-]*:|^\//i.test(href) ? href : folderOf(baseOf(node, file)) + href;
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(whole))
    return refused('is an address of the web or of another place and is not read.');
  if (whole.startsWith('/')) return refused('is outside the folder of the edition and is not read.');
  const path = decoded(whole);
  if (path === undefined || /[\0\\?#]/.test(path)) return refused('is not the path of a file.');
  const plain = plainPath(path);
  if (plain === undefined) return refused('is outside the folder of the edition and is not read.');
  return plain === '' ? refused('is not the path of a file.') : { path: plain };
}

/** A name for messages. */
export const shown = (href: string): string => `“${href.length > 100 ? `${href.slice(0, 100)}…` : href}”`;

/** The way from the folder of one file to another. */
function between(from: string, to: string): string {
  const start = folderOf(from).split('/').slice(0, -1);
  const steps = to.split('/');
  let same = 0;
  while (same < start.length && same < steps.length - 1 && start[same] === steps[same]) same++;
  return '../'.repeat(start.length - same) + steps.slice(same).join('/');
}

/** A relative address in one file, as another file has to write it; undefined where it stays as it is. */
export function asFrom(address: string, written: string, now: string): string | undefined {
  if (folderOf(written) === folderOf(now)) return undefined;
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(address)!;
  // A name without ending and folder is that of a volume or prefix, not of a file.
  if (!/[/.]/.test(path) || /^[a-z][a-z0-9+.-]*:|^\//i.test(path)) return undefined;
  const plain = plainPath(folderOf(written) + path);
  return plain === undefined || plain === '' ? undefined : between(now, plain) + rest;
}

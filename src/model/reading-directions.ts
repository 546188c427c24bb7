import {
  type Direction,
  directionOfLanguage,
  directionWithin,
  joinLetters,
  type Letters,
  lettersOf,
  mayHaveRtl,
  noLetters,
} from './direction.ts';
import type { Kind, Reading, ReadingNode } from './reading.ts';

/** The directions of a reading tree, for writers: by the rules of direction.ts. */

/** Kinds that are words in a line, or no words: they have the direction of what they are in unless they say another. */
const amongWords: ReadonlySet<Kind> = new Set<Kind>(['span', 'link', 'image', 'page-break', 'line-break']);

/** What is found of a node from the inside to the outside. */
interface Measure {
  readonly own: Letters;
  readonly inner: Letters;
  /** Letters, whatever they are in; bodies of notes are elsewhere. */
  readonly all: number;
  readonly words: boolean;
  /** The direction that the node says itself. */
  readonly said: Direction | undefined;
  readonly children: readonly (Measure | undefined)[];
}

const isBlank = (text: string): boolean => /^[ \t\n\r]*$/.test(text);

function said(node: ReadingNode, language: string | undefined, own: Letters, inner: Letters): Direction | undefined {
  if (node.dir !== undefined) return node.dir;
  const tag = node.kind === 'note' ? language : node.lang;
  return tag === undefined ? undefined : (directionWithin(directionOfLanguage(tag), own, inner) ?? 'ltr');
}

/** `spoken`: the language around the node; a note is in that of its call. */
function measure(node: ReadingNode, spoken: string | undefined): Measure {
  const language = node.lang ?? spoken;
  let [own, inner, all, words] = [noLetters, noLetters, 0, false];
  const children = node.children.map((child) => {
    if (typeof child === 'string') {
      const letters = lettersOf(child);
      own = joinLetters(own, letters);
      all += letters.ltr + letters.rtl;
      words ||= !isBlank(child);
      return undefined;
    }
    const found = measure(child, language);
    if (child.kind === 'note' || !found.words) return found;
    words = true;
    all += found.all;
    if (found.said !== undefined)
      inner = joinLetters(inner, { ltr: 0, rtl: 0, first: found.said, [found.said]: found.all });
    else [own, inner] = [joinLetters(own, found.own), joinLetters(inner, found.inner)];
    return found;
  });
  return { own, inner, all, words, said: words ? said(node, language, own, inner) : undefined, children };
}

function directionOf(node: ReadingNode, found: Measure, around: Direction | undefined): Direction | undefined {
  if (!found.words) return around;
  return found.said ?? (amongWords.has(node.kind) ? around : directionWithin(around, found.own, found.inner));
}

/** The node with its direction where that is not the one around it, and without one elsewhere. `unit`: around the bodies of notes. */
function directed(node: ReadingNode, found: Measure, around: Direction, unit: Direction): ReadingNode {
  const { dir: _, ...rest } = node;
  const outer = node.kind === 'note' ? unit : around;
  const direction = directionOf(node, found, outer) ?? outer;
  const children = node.children.map((child, i) =>
    typeof child === 'string' ? child : directed(child, found.children[i]!, direction, unit),
  );
  return { ...rest, ...(direction !== outer && { dir: direction }), children };
}

/** Whether anything in a tree could be written from right to left, or says how it is written. */
const mayTurn = (node: Reading): boolean =>
  typeof node === 'string'
    ? mayHaveRtl(node)
    : node.dir !== undefined || directionOfLanguage(node.lang) === 'rtl' || node.children.some(mayTurn);

/**
 * A unit with `dir` wherever the direction changes, and the direction of the unit as a whole, which is that of its page. `language`: of the unit
 * where its tree says none.
 */
export function withDirections(
  unit: ReadingNode,
  language: string | undefined,
): { readonly reading: ReadingNode; readonly direction: Direction } {
  const around = directionOfLanguage(language);
  if (around !== 'rtl' && !mayTurn(unit)) return { reading: unit, direction: 'ltr' };
  const found = measure(unit, undefined);
  const direction = directionOf(unit, found, around) ?? 'ltr';
  return { reading: directed(unit, found, direction, direction), direction };
}

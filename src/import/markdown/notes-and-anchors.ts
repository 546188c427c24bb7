/**
 * What Markdown dialects add to the text itself becomes nodes of the tree: notes written in place (`^[See the letter.]`) become
 * a call and a note like all others, and ids of headings (`{#letter-2}`) become ids.
 */
import type {
  FootnoteDefinition,
  FootnoteReference,
  Heading,
  Nodes,
  Parents,
  PhrasingContent,
  Root,
  Text,
} from 'mdast';
import { endOf, startOf } from './syntax-tree.ts';

const isParent = (node: Nodes): node is Parents => 'children' in node;

/** Visits every node that has children, the outer ones first. */
function eachParent(node: Nodes, visit: (parent: Parents) => void): void {
  if (!isParent(node)) return;
  visit(node);
  for (const child of node.children) eachParent(child, visit);
}

const point = (offset: number) => ({ line: 1, column: 1, offset });
const between = (start: number, end: number) => ({ start: point(start), end: point(end) });

/** A text node cut at an offset of its value. Places are right where the text has no escapes before the cut. */
function cutText(node: Text, at: number): [Text, Text] {
  const place = startOf(node) + at;
  return [
    { type: 'text', value: node.value.slice(0, at), position: between(startOf(node), place) },
    { type: 'text', value: node.value.slice(at), position: between(place, endOf(node)) },
  ];
}

/** Index of the child, and of the character in it, that closes the bracket; `first` is the child at `from`, or what is left of it. */
function closing(
  children: readonly PhrasingContent[],
  from: number,
  first: Text,
  at: number,
): [number, number] | undefined {
  let depth = 1;
  for (let i = from; i < children.length; i++) {
    const child = i === from ? first : children[i]!;
    if (child.type !== 'text') continue;
    for (let k = i === from ? at : 0; k < child.value.length; k++) {
      if (child.value[k] === '[') depth++;
      if (child.value[k] === ']' && --depth === 0) return [i, k];
    }
  }
  return undefined;
}

function inlineNote(identifier: string, content: readonly PhrasingContent[], position: Position) {
  const call: FootnoteReference = { type: 'footnoteReference', identifier, label: identifier, position };
  const body = content.filter((c) => c.type !== 'text' || c.value !== '');
  const note: FootnoteDefinition = {
    type: 'footnoteDefinition',
    identifier,
    label: identifier,
    children: [{ type: 'paragraph', children: body, position }],
    position,
  };
  return { call, note };
}

type Position = ReturnType<typeof between>;

/** Takes the notes in place out of a line of content, in one pass. Behind one that is not closed none is taken. */
function takeInlineNotes(
  children: readonly PhrasingContent[],
): { children: PhrasingContent[]; notes: FootnoteDefinition[] } | undefined {
  const out: PhrasingContent[] = [];
  const notes: FootnoteDefinition[] = [];
  let left: PhrasingContent | undefined;
  for (let i = 0; i < children.length;) {
    const child: PhrasingContent = left ?? children[i]!;
    const at = child.type === 'text' ? child.value.indexOf('^[') : -1;
    if (child.type !== 'text' || at < 0) {
      out.push(child);
      left = undefined;
      i++;
      continue;
    }
    const end = closing(children, i, child, at + 2);
    if (!end) {
      out.push(child);
      for (const rest of children.slice(i + 1)) out.push(rest);
      break;
    }
    const [before, rest] = cutText(child, at);
    const [, opened] = cutText(rest, 2);
    const same = end[0] === i;
    const last = same ? opened : (children[end[0]] as Text);
    const [inside, tail] = cutText(last, same ? end[1] - at - 2 : end[1]);
    const [, after] = cutText(tail, 1);
    const content = same ? [inside] : [opened, ...children.slice(i + 1, end[0]), inside];
    const { call, note } = inlineNote(`in-place-${startOf(rest)}`, content, between(startOf(rest), startOf(after)));
    out.push(before, call);
    notes.push(note);
    left = after;
    i = end[0];
  }
  return notes.length === 0 ? undefined : { children: out, notes };
}

const headingId = /\s*\{#([\p{L}_][\p{L}\p{N}_.:-]*)(?: [^{}]*)?\}\s*$/u;

function takeHeadingId(heading: Heading): void {
  const last = heading.children.at(-1);
  const found = last?.type === 'text' ? headingId.exec(last.value) : null;
  if (!found || last?.type !== 'text') return;
  const [kept] = cutText(last, found.index);
  heading.children = [...heading.children.slice(0, -1), kept];
  heading.data = { ...heading.data, id: found[1]! };
}

/** The id a heading was given. */
export const idOfHeading = (heading: Heading): string | undefined => (heading.data as { id?: string } | undefined)?.id;

/** The tree with such notes and ids as nodes of their own. */
export function withNotesAndIds(root: Root): Root {
  const notes: FootnoteDefinition[] = [];
  eachParent(root, (parent) => {
    if (parent.type === 'heading') takeHeadingId(parent);
    if (parent.type !== 'paragraph' && parent.type !== 'heading' && parent.type !== 'tableCell') return;
    const taken = takeInlineNotes(parent.children);
    if (!taken) return;
    parent.children = taken.children;
    for (const note of taken.notes) notes.push(note);
  });
  return { ...root, children: [...root.children, ...notes] };
}

/** All notes in the order of the source. */
export function definitionsOf(root: Root): FootnoteDefinition[] {
  const found: FootnoteDefinition[] = [];
  eachParent(root, (parent) => {
    if (parent.type === 'footnoteDefinition') found.push(parent);
  });
  return found.sort((a, b) => startOf(a) - startOf(b));
}

/** The identifiers of the calls in reading order, each once; calls inside notes come where the note does. */
export function callsOf(root: Root): string[] {
  const found = new Set<string>();
  const visit = (node: Nodes): void => {
    if (node.type === 'footnoteReference') found.add(node.identifier);
    if (isParent(node)) node.children.forEach((child) => child.type !== 'footnoteDefinition' && visit(child));
  };
  visit(root);
  for (const note of definitionsOf(root)) note.children.forEach(visit);
  return [...found];
}

/** What reading the nodes of a tree needs to know of the whole text, and what it gathers on the way. */
import type { Definition, Heading, Nodes, Root } from 'mdast';
import type { Finding } from '../../diagnostics/finding.ts';
import type { SourceText } from '../../source/text.ts';
import type { PageReading } from '../marked-inline.ts';
import { idOfHeading } from './notes-and-anchors.ts';
import type { LabelledNote } from './note-labels.ts';

export interface MarkdownContext {
  readonly source: SourceText;
  readonly pages: PageReading;
  readonly notes: readonly LabelledNote[];
  /** The index of the note that a call of this name calls. */
  readonly noteNamed: ReadonlyMap<string, number>;
  /** Notes whose first call has been read: a further call is a link to the note. */
  readonly called: Set<number>;
  readonly definitions: ReadonlyMap<string, Definition>;
  /** The id in the TEI of each heading that a link leads to. */
  readonly anchors: ReadonlyMap<Heading, string>;
  /** The same, by what the link says after `#`. */
  readonly targets: ReadonlyMap<string, string>;
  readonly findings: Finding[];
}

function eachNode(node: Nodes, visit: (node: Nodes) => void): void {
  visit(node);
  if ('children' in node) for (const child of node.children) eachNode(child, visit);
}

const words = (node: Nodes): string =>
  'value' in node ? node.value : 'children' in node ? node.children.map(words).join('') : '';

/** The name under which a heading can be linked: its words in lower case, with hyphens for spaces. */
const slug = (heading: Heading): string =>
  words(heading)
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M} _-]+/gu, '')
    .replace(/ /g, '-');

/** An id that XML allows and that no other part of the importer hands out. */
const idFor = (name: string): string => `h-${name.replace(/[^\p{L}\p{N}._-]+/gu, '-')}`;

/** What a link to a place in the text says after `#`. */
export function linkName(url: string): string {
  try {
    return decodeURIComponent(url.slice(1));
  } catch {
    return url.slice(1);
  }
}

/** The headings that links of the text lead to. */
export function linkedHeadings(root: Root): Pick<MarkdownContext, 'anchors' | 'targets' | 'definitions'> {
  const linked = new Set<string>();
  const headings: Heading[] = [];
  const definitions = new Map<string, Definition>();
  eachNode(root, (node) => {
    if (node.type === 'heading') headings.push(node);
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node);
    if ((node.type === 'link' || node.type === 'definition') && node.url.startsWith('#'))
      linked.add(linkName(node.url));
  });
  const anchors = new Map<Heading, string>();
  const targets = new Map<string, string>();
  const times = new Map<string, number>();
  for (const heading of headings) {
    const plain = slug(heading);
    const time = times.get(plain) ?? 0;
    times.set(plain, time + 1);
    for (const name of [idOfHeading(heading), time === 0 ? plain : `${plain}-${time}`]) {
      if (name === undefined || !linked.has(name) || targets.has(name)) continue;
      anchors.set(heading, anchors.get(heading) ?? idFor(name));
      targets.set(name, anchors.get(heading)!);
    }
  }
  return { anchors, targets, definitions };
}

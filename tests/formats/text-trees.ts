/** Reading trees made by hand and at random, and the spine they must have, for the tests of the plain text. */

import type { Unit } from '../../src/model/edition.ts';
import type { Kind, Reading, ReadingNode } from '../../src/model/reading.ts';
import { spineBuilder } from '../../src/model/spine.ts';
import type { Spine, SpineBuilder } from '../../src/model/spine.ts';

export type Attributes = Omit<Partial<ReadingNode>, 'kind' | 'children'>;

export const node = (kind: Kind, attributes: Attributes, ...children: Reading[]): ReadingNode => ({
  kind,
  tei: kind,
  ...attributes,
  children,
});

export const section = (...children: Reading[]): ReadingNode => node('section', {}, ...children);
export const p = (...children: Reading[]): ReadingNode => node('block', { role: 'paragraph' }, ...children);
export const heading = (...children: Reading[]): ReadingNode => node('heading', { level: 1 }, ...children);
export const note = (n: string, ...children: Reading[]): ReadingNode => node('note', { n }, ...children);
export const pageBreak = (n: string, role?: string): ReadingNode => node('page-break', role ? { n, role } : { n });
export const item = (...children: Reading[]): ReadingNode => node('item', {}, ...children);
export const label = (...children: Reading[]): ReadingNode => node('label', {}, ...children);

const inline = new Set<Kind>(['span', 'link', 'image']);

function walk(children: readonly Reading[], spine: SpineBuilder): void {
  for (const child of children) {
    if (typeof child === 'string') spine.text(child);
    else if (child.kind === 'page-break') spine.page(child.n ?? '');
    else if (child.kind === 'mark') spine.mark('');
    else if (child.kind === 'note') {
      spine.startNote(child.n ?? '');
      walk(child.children, spine);
      spine.endNote();
    } else {
      if (!inline.has(child.kind)) spine.boundary();
      walk(child.children, spine);
      if (!inline.has(child.kind)) spine.boundary();
    }
  }
}

/** The spine that a reading tree stands for. */
export function spineOf(reading: ReadingNode): Spine {
  const spine = spineBuilder();
  walk([reading], spine);
  return spine.finish();
}

/** A unit made of nothing but a reading tree. */
export function unitOf(reading: ReadingNode, number?: string): Unit {
  return {
    facts: {
      id: 'd1',
      kind: 'document',
      title: 'A document',
      ...(number === undefined ? {} : { number }),
      senders: [],
      recipients: [],
      pages: [],
      notes: 0,
      words: 0,
    },
    source: { path: 'd1.xml', sha256: '', except: [] },
    volume: { id: 'v1', title: 'A volume', authors: [], editors: [], generalEditors: [] },
    depth: 0,
    leadingPages: reading.children.filter((child) => typeof child !== 'string' && child.role === 'leading').length,
    reading,
    tei: '',
  };
}

/** Chance that is the same in every run. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const nastyWords = [
  ...[
    'word',
    'Kissinger',
    '1962',
    '3',
    '1.',
    '12.',
    'a',
    '[3]',
    '[Page 12]',
    '[Page',
    '[',
    ']',
    '\\',
    '\\[3]',
    '• ',
    '•',
    '[*]',
    '“No.”',
  ],
  ...[
    '[Note',
    'a]',
    '[Image: x]',
    '[Document 4]',
    '5.5',
    '[sic]',
    '…',
    'no\u00A0break',
    ' ',
    '  \n ',
    '\t',
    '194. ',
    '[1]2',
    'é',
    '𝄞',
  ],
];

/** A tree of any shape that a source may have; `labels`: what its notes are called; `without`: words it must not hold. */
export function treeByChance(
  seed: number,
  { labels = ['1', '2', '*', 'a', 'vi', 'Page 3', ''], without = '' } = {},
): ReadingNode {
  const possible = nastyWords.filter((word) => word !== without);
  const next = chance(seed);
  const pick = <T>(from: readonly T[]): T => from[next(from.length)]!;
  const many = (most: number, make: () => Reading): Reading[] => Array.from({ length: next(most + 1) }, make);
  const words = (): string => Array.from({ length: 1 + next(4) }, () => pick(possible)).join(pick(['', ' ']));
  const run = (depth: number): Reading[] =>
    many(5, () => {
      const kind = next(12);
      if (kind === 0) return pageBreak(pick(['5', '591', 'XII', '12a', '', 'a]b', 'p. 3']));
      if (kind === 1 && depth < 3) return note(pick(labels), ...content(depth + 2));
      if (kind === 2 && depth < 5) return node('span', { role: 'term' }, ...run(depth + 1));
      if (kind === 3) return node('line-break', {});
      if (kind === 4) return node('image', { title: pick(['', 'a] map', 'A map']) });
      return words();
    });
  const items = (depth: number): Reading[] =>
    many(4, () => pick([item, item, label])(...(next(2) ? run(depth) : content(depth + 1))));
  const block = (depth: number): Reading => {
    const kind = next(depth > 3 ? 4 : 12);
    if (kind === 4)
      return node('list', { role: pick(['bulleted', 'ordered', 'plain', 'labelled']) }, ...items(depth + 1));
    if (kind === 5) {
      const cell = (): ReadingNode =>
        node('cell', { columns: 1 + next(2) }, ...(next(4) ? run(depth) : content(depth + 1)));
      return node('table', {}, ...many(3, () => (next(6) ? node('row', {}, ...many(4, cell)) : pageBreak('7'))));
    }
    if (kind === 6) return section(heading(...run(depth)), ...content(depth + 1));
    if (kind === 7) return node('block', { role: 'stanza' }, ...many(4, () => node('line', {}, ...run(depth))));
    if (kind === 8) return node('speech', {}, node('block', { role: 'speaker' }, ...run(depth)), ...content(depth + 1));
    if (kind === 9) return pageBreak(String(next(900)));
    if (kind === 10) return node('block', { role: pick(['opener', 'signed', 'quote']) }, ...content(depth + 1));
    if (kind === 11) return node('figure', {}, node('image', { title: 'A map' }), ...content(depth + 1));
    return p(...run(depth));
  };
  const content = (depth: number): Reading[] => many(depth > 3 ? 2 : 5, () => (next(9) ? block(depth) : words()));
  return section(...(next(2) ? [heading(...run(0))] : []), ...content(0), ...content(0));
}

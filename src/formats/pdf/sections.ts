import { sequence } from './code.ts';
import { firstHeading, sectionHeading } from './headings.ts';
import { spoken } from './inline.ts';
import type { Writer } from './place.ts';

/** A unit, or a division in one. Pages may be broken in it, so nothing is put around it but its language. */
export const section: Writer = (node, place) => {
  const heading = place.outline ? firstHeading(node) : undefined;
  if (heading === undefined) return spoken(node, place.write(node.children, place));
  const at = node.children.indexOf(heading);
  const isBefore = node.children.slice(0, at).some((child) => typeof child === 'object' && child.kind !== 'page-break');
  // A reader of the file finds a unit by its heading.
  if (isBefore && place.level === 0) place.page.isBeginning = true;
  // Pages that begin before a heading are marked in it.
  const before = node.children.slice(0, at).map((child) => {
    if (typeof child === 'string' || child.kind !== 'page-break') return place.write([child], place);
    place.page.waiting.push(child);
    return '';
  });
  place.page.isBeginning = false;
  const head = sectionHeading(heading, place);
  const inner = { ...place, level: place.level + 1 };
  return spoken(node, sequence([...before, head, place.write(node.children.slice(at + 1), inner)]));
};

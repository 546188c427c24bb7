import type { UnitCut } from '../../model/read-tei/units.ts';
import type { Spine } from '../../model/spine.ts';

/** The title of a page of a divided text that has no heading, computed for the proof. */

type Node = UnitCut['node'];

const said = ({ tag }: Node, name: string): string => tag.attributes.find((one) => one.name === name)?.value ?? '';

/** `Chapter 2`; empty where the division has no number. */
function label(node: Node): string {
  const number = said(node, 'n').trim();
  if (number === '') return '';
  const [type, subtype] = [said(node, 'type'), said(node, 'subtype')];
  const isVague = ['textpart', 'section', 'part'].includes(type);
  const names = isVague ? [subtype, type] : [type, subtype, node.tag.local];
  const words = names
    .find((name) => name !== '')!
    .split(/[-_]+/)
    .join(' ');
  const [first = ''] = words;
  const isSmall = /\p{Ll}/u.test(first);
  return `${isSmall ? first.toUpperCase() : first}${words.slice(first.length)} ${number}`;
}

/** The labels of a division and of those around it that have siblings; undefined where it has no number of its own. */
export function titleOfPiece({ node }: UnitCut): string | undefined {
  const own = label(node);
  if (own === '') return undefined;
  const labels = [own];
  for (let at = node.parent; at?.parent; at = at.parent) {
    const isDivision = at.tag.local === 'text' || at.tag.local.startsWith('div');
    if (isDivision && at.parent.children.length > 1) labels.unshift(label(at));
  }
  return labels.filter((one) => one !== '').join(', ');
}

const longest = 60;

/** How the running text of a unit begins, cut behind a word; it is taken from the spine, where the build takes it from the tape. */
export function openingOf({ text }: Spine): string {
  const words = text
    .replace(/\x01[^\x02]*\x02|\x03[^\x04]*\x04|\x06/g, '')
    .replace(/ {2,}/g, ' ')
    .trim();
  if (words.length <= longest) return words;
  const end = words.slice(0, longest + 1).search(/\s+\S*$/);
  return `${words.slice(0, Math.max(end, 0))} …`;
}

import { Op, type Tape } from './read-tei/ops.ts';
import { attributeOf, type StructureNode } from './read-tei/structure.ts';
import type { UnitCut } from './read-tei/units.ts';

/** Names of the pages of a text that is divided by level: what a division is called and its number, with the divisions around it. */

interface PieceName {
  /** `chapter`, `book`; the element where nothing says more. */
  readonly is: string;
  readonly n: string | undefined;
}

/** EpiDoc calls every division of a text `textpart`, and says in `subtype` what it is. */
const vague = new Set(['textpart', 'section', 'part']);

function nameOf({ tag }: StructureNode): PieceName {
  const [type, subtype, n] = ['type', 'subtype', 'n'].map((name) => attributeOf(tag, name));
  const is = type !== undefined && vague.has(type) ? (subtype ?? type) : (type ?? subtype ?? tag.local);
  return { is, n: n === undefined || n.trim() === '' ? undefined : n.trim() };
}

/** Divisions around a piece that are one of several: only these distinguish it. The outermost is first. */
function* divisionsAround({ parent }: StructureNode): Generator<StructureNode> {
  if (!parent) return;
  yield* divisionsAround(parent);
  const siblings = parent.parent?.children ?? [];
  if (siblings.length > 1 && /^(?:div|text$)/.test(parent.tag.local)) yield parent;
}

const joined = ({ is, n }: PieceName): string => (n === undefined ? is : `${is}-${n}`);

/** Its place among its siblings, as its XPath has it. */
const placeOf = ({ xpath }: StructureNode): string => /\[(\d+)\]$/.exec(xpath)?.[1] ?? '1';

/** The id of a piece: its own, else what it is and its number, after the nearest of the divisions around it with theirs. */
export function pieceId(node: StructureNode): string {
  if (node.id !== undefined) return node.id;
  const steps: string[] = [];
  for (const around of divisionsAround(node)) {
    const { is, n = placeOf(around) } = nameOf(around);
    if (around.id === undefined) steps.push(`${is}-${n}`);
    else steps.splice(0, steps.length, around.id);
  }
  return [...steps, joined(nameOf(node))].join('.');
}

const mostOfBeginning = 60;

/** How the text of a unit begins, without notes. */
export function beginning({ ops, values }: Tape, unit: UnitCut): string {
  let notes = 0;
  let text = '';
  for (const [from, to] of unit.ops)
    for (let i = from; i < to && text.length <= 2 * mostOfBeginning; i++) {
      if (ops[i] === Op.startNote || ops[i] === Op.startSide) notes++;
      else if (ops[i] === Op.endNote || ops[i] === Op.endSide) notes--;
      else if (notes === 0 && ops[i] === Op.text) text += values[i]!;
      else if (notes === 0 && ops[i] === Op.boundary) text += ' ';
      text = text.replace(/[ \t\r\n]+/g, ' ').trimStart();
    }
  const whole = text.trimEnd();
  if (whole.length <= mostOfBeginning) return whole;
  return `${whole.slice(0, mostOfBeginning + 1).replace(/\s*\S*$/, '')} …`;
}

const capitalized = (word: string): string =>
  word.replace(/[-_]+/g, ' ').replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

/** What a piece without a heading is called: `Book 1, Chapter 2`; where it has no number, how it begins. */
export function pieceTitle({ node }: UnitCut): string | undefined {
  const own = nameOf(node);
  if (own.n === undefined) return undefined;
  const names = [...[...divisionsAround(node)].map(nameOf).filter(({ n }) => n !== undefined), own];
  return names.map(({ is, n }) => `${capitalized(is)} ${n}`).join(', ');
}

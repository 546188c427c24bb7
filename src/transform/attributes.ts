import { oneLine } from '../model/spine.ts';
import { statedDirection } from '../model/direction.ts';
import { lookWords } from '../model/look-words.ts';
import type { ReadingNode } from '../model/reading.ts';
import { ruleOf } from '../model/tei/elements.ts';

/** The attributes of a result node, most of them as the TEI element had them, read as properties of a reading node. */

type Properties = { -readonly [K in keyof Omit<ReadingNode, 'kind' | 'children'>]?: ReadingNode[K] } & {
  joined?: boolean;
};

function readLooks(properties: Properties, value: string): void {
  const words = value.replaceAll('#', '').split(/\s+/).filter(Boolean);
  const known = words.flatMap((word) => lookWords.get(word.toLowerCase()) ?? []);
  if (known.length > 0) properties.looks = [...new Set([...(properties.looks ?? []), ...known])];
  if (known.length < words.length) properties.rend = properties.rend ? `${properties.rend} ${value}` : value;
}

const positiveInteger = (value: string): number | undefined =>
  /^[1-9]\d{0,3}$/.test(value) ? Number(value) : undefined;

type ReadOne = (properties: Properties, value: string, kind: string) => void;

/** A property of the same name. */
const same =
  (name: 'tei' | 'role' | 'title' | 'id' | 'lang'): ReadOne =>
  (properties, value) => {
    properties[name] = value;
  };
/** Where a link or name points: of several attributes `corresp` gives way. */
const pointer =
  (name: 'target' | 'corresp' | 'ref' | 'key'): ReadOne =>
  (properties, value, kind) => {
    if (kind === 'link' ? name === 'target' : kind === 'span' && name !== 'corresp') properties.target = value;
    else if (kind === 'span') properties.target ??= value;
  };
const sourceOf =
  (owner: 'image' | 'page-break'): ReadOne =>
  (properties, value, kind) => {
    if (kind === owner) properties.source = value;
  };
/** A number or label: one line. */
const readLabel: ReadOne = (properties, value) => {
  properties.n = oneLine(value);
};
const spanOf =
  (name: 'columns' | 'rows'): ReadOne =>
  (properties, value, kind) => {
    const count = kind === 'cell' ? positiveInteger(value) : undefined;
    if (count !== undefined) properties[name] = count;
  };

const readers: ReadonlyMap<string, ReadOne> = new Map<string, ReadOne>([
  ['tei', same('tei')],
  ['role', same('role')],
  ['title', same('title')],
  ['n', readLabel],
  ['id', same('id')],
  ['xml:id', same('id')],
  ['lang', same('lang')],
  ['xml:lang', same('lang')],
  ['looks', readLooks],
  ['rend', readLooks],
  ['rendition', readLooks],
  ['target', pointer('target')],
  ['corresp', pointer('corresp')],
  ['ref', pointer('ref')],
  ['key', pointer('key')],
  ['url', sourceOf('image')],
  ['facs', sourceOf('page-break')],
  ['cols', spanOf('columns')],
  ['rows', spanOf('rows')],
]);

/** Reads the attributes of one node. Attributes that mean nothing to a reader of the text are passed over. */
export function readAttributes(kind: string, attributes: ArrayLike<{ name: string; value: string }>): Properties {
  const properties: Properties = {};
  let type: string | undefined;
  for (let i = 0; i < attributes.length; i++) {
    const { name, value } = attributes[i]!;
    if (name === 'type') type = value;
    else if (name === 'break' && value === 'no') properties.joined = true;
    else readers.get(name)?.(properties, value, kind);
  }
  const dir = statedDirection(attributes);
  if (dir !== undefined) properties.dir = dir;
  if (kind === 'note' && type !== undefined) properties.role ??= type;
  // Only what may point to a register entry keeps its `corresp`, `ref`, `key` or `target`.
  if (kind === 'span' && properties.target !== undefined && ruleOf(properties.tei ?? '')?.points !== true)
    delete properties.target;
  return properties;
}

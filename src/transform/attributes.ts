import { type SideSays, sideFields } from '../model/apparatus.ts';
import { numberAttribute, readNumber } from './number-tree.ts';
import { oneLine } from '../model/spine.ts';
import { statedDirection } from '../model/direction.ts';
import { saidInStyle, saidInWords } from '../model/look-words.ts';
import type { Look, ReadingNode } from '../model/reading.ts';
import type { StatusIs } from '../model/status.ts';
import { ruleOf } from '../model/tei/elements.ts';

/** The attributes of a result node, most of them as the TEI element had them, read as properties of a reading node. */

type Properties = { -readonly [K in keyof Omit<ReadingNode, 'kind' | 'children'>]?: ReadingNode[K] } & {
  joined?: true;
};

function addLooks(properties: Properties, looks: readonly Look[]): void {
  if (looks.length > 0) properties.looks = [...new Set([...(properties.looks ?? []), ...looks])];
}

function readLooks(properties: Properties, value: string): void {
  const { known, more } = saidInWords(value);
  addLooks(properties, known);
  if (more) properties.rend = properties.rend ? `${properties.rend} ${value}` : value;
}

const positiveInteger = (value: string): number | undefined =>
  /^[1-9]\d{0,3}$/.test(value) ? Number(value) : undefined;

type ReadOne = (properties: Properties, value: string, kind: string) => void;

/** A property of the same name. */
const same =
  (name: 'tei' | 'role' | 'title' | 'id' | 'lang' | 'who' | 'cert'): ReadOne =>
  (properties, value) => {
    properties[name] = value;
  };
const readNotation: ReadOne = (properties, value, kind) => {
  if (kind === 'formula') properties.notation = value === 'tex' ? 'tex' : 'mathml';
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
  ['xml:id', same('id')],
  ['who', same('who')],
  ['cert', same('cert')],
  ['notation', readNotation],
  ['xml:lang', same('lang')],
  ['looks', readLooks],
  ['rend', readLooks],
  ['rendition', readLooks],
  ['style', (properties, value) => addLooks(properties, saidInStyle(value))],
  ['target', pointer('target')],
  ['corresp', pointer('corresp')],
  ['ref', pointer('ref')],
  ['key', pointer('key')],
  ['url', sourceOf('image')],
  ['facs', sourceOf('page-break')],
  [numberAttribute, (properties, value) => void (properties.number = readNumber(value))],
  ['cols', spanOf('columns')],
  ['rows', spanOf('rows')],
  ['indent', (properties, value, kind) => void (kind === 'line-break' && (properties.indent = Number(value)))],
]);

/** A property that several attributes give together; empty ones say nothing. */
const saidBy = (attributes: ReadonlyMap<string, string>, ...names: readonly string[]): string | undefined =>
  names.map((name) => attributes.get(name)).find((value) => value !== undefined && value !== '');

/** How much is missing, or is empty: `3 character`, `c. 12 line`, `2–4 character`. */
function extentOf(attributes: ReadonlyMap<string, string>): string {
  const given = (name: string): string => attributes.get(name) ?? '';
  const between = given('atLeast') + given('atMost') === '' ? '' : `${given('atLeast')}–${given('atMost')}`;
  const amount = saidBy(attributes, 'quantity') ?? (between === '' ? saidBy(attributes, 'extent') : between);
  const about = given('precision') === 'low' && amount !== undefined ? ['c.'] : [];
  return [...about, amount ?? '', given('unit')].filter((part) => part !== '').join(' ');
}

/** What a mark says: why it is there and how much is, or whose hand begins. */
function readMark(properties: Properties, attributes: ReadonlyMap<string, string>): void {
  const isHand = properties.role === 'hand';
  const extent = isHand
    ? (saidBy(attributes, 'new', 'scribeRef', 'scribe', 'medium', 'n') ?? '')
    : extentOf(attributes);
  const isHeard = properties.role === 'event' || properties.role === 'pause';
  const why = isHand ? undefined : saidBy(attributes, isHeard ? 'type' : 'reason');
  if (extent !== '' && !isHeard) properties.extent = extent;
  if (why !== undefined) properties.why = why;
}

/** A gloss: its words are its title; of its looks nothing is kept. */
function readGloss(properties: Properties, attributes: ReadonlyMap<string, string>): void {
  const place = oneLine(attributes.get('place') ?? '');
  if (place !== '') properties.why = place;
  delete properties.looks;
  delete properties.rend;
  delete properties.n;
}

/** What was done to the words of a node takes the place of a role. */
function readStatus(properties: Properties, is: StatusIs, attributes: ReadonlyMap<string, string>): void {
  const why = saidBy(attributes, 'reason', 'evidence');
  const [cert, place, hand] = ['cert', 'place', 'hand'].map((name) => saidBy(attributes, name));
  delete properties.role;
  properties.status = {
    is,
    ...(why !== undefined && { why }),
    ...(cert !== undefined && { cert }),
    ...(place !== undefined && { place }),
    ...(hand !== undefined && { hand }),
  };
}

/** What is said of the words in an element that would have a sign if it were empty: they stand for a gap, or name an event. */
export function readWordsOfMark(attributes: ArrayLike<{ name: string; value: string }>): Properties {
  const properties = readAttributes('span', attributes);
  if (properties.role !== 'gap') readStatus(properties, 'event', byName(attributes));
  return properties;
}

/** The print or hand whose lines a break counts. */
function readSeries(properties: Properties, attributes: ReadonlyMap<string, string>): void {
  const series = oneLine(saidBy(attributes, 'ed', 'edRef') ?? '');
  if (series !== '') properties.series = series;
  if (properties.n === '') delete properties.n;
}

/** What the source says of a side of an apparatus entry. */
function readSide(properties: Properties, attributes: ReadonlyMap<string, string>): void {
  const said = sideFields.flatMap((field) => {
    const value = oneLine(attributes.get(field) ?? '');
    return value === '' ? [] : [[field, value]];
  });
  properties.says = Object.fromEntries(said) as SideSays;
  const target = attributes.get('target');
  if (target !== undefined) properties.target = target;
}

const byName = (attributes: ArrayLike<{ name: string; value: string }>): Map<string, string> =>
  new Map(Array.from(attributes, ({ name, value }) => [name, value]));

/** Reads the attributes of one node. Attributes that mean nothing to a reader of the text are passed over. */
export function readAttributes(kind: string, attributes: ArrayLike<{ name: string; value: string }>): Properties {
  const properties: Properties = {};
  let type: string | undefined;
  let is: string | undefined;
  for (let i = 0; i < attributes.length; i++) {
    const { name, value } = attributes[i]!;
    if (name === 'type') type = value;
    else if (name === 'is') is = value;
    else if (name === 'break' && value === 'no' && kind.endsWith('-break')) properties.joined = true;
    else readers.get(name)?.(properties, value, kind);
  }
  // A point is what its element is, whatever `role` the source gives it; a block around it is what it is.
  const own = ruleOf(properties.tei ?? '');
  if (
    own?.becomes === 'mark' &&
    own.role !== undefined &&
    kind !== 'block' &&
    (own.role !== 'gloss' || kind === 'mark')
  )
    properties.role = own.role;
  if (is !== undefined) readStatus(properties, is as StatusIs, byName(attributes));
  if (kind === 'side') readSide(properties, byName(attributes));
  if (kind === 'app' && type !== undefined) properties.role = type;
  if (properties.role === 'gloss' && kind === 'mark') readGloss(properties, byName(attributes));
  else if (kind === 'mark') readMark(properties, byName(attributes));
  if (kind === 'line-break') readSeries(properties, byName(attributes));
  const dir = statedDirection(attributes);
  if (dir !== undefined) properties.dir = dir;
  if (kind === 'note' && type !== undefined) properties.role ??= type;
  if (properties.role !== 'utterance' || properties.who === '') delete properties.who;
  // Only what may point to a register entry keeps its `corresp`, `ref`, `key` or `target`.
  if (kind === 'span' && properties.target !== undefined && ruleOf(properties.tei ?? '')?.points !== true)
    delete properties.target;
  if (kind !== 'span' || properties.target === undefined || properties.cert === '') delete properties.cert;
  return properties;
}

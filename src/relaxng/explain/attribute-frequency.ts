/**
 * Attributes of TEI in the order in which they are used, the commonest first, so that a list of what is possible begins with what is
 * probably meant. Counted over 9.5 million characters of published editions (letters, novels, plays, state papers and test files of the TEI
 * Consortium), each element for itself, and completed by judgement where an element is rare in them.
 */

/** The first attributes of single elements. */
const byElement: Readonly<Record<string, string>> = {
  persName: 'ref type key',
  placeName: 'ref type key',
  orgName: 'ref type key',
  name: 'ref type key',
  rs: 'ref type key subtype',
  geogName: 'ref type key',
  settlement: 'ref type key',
  country: 'ref type key',
  author: 'ref role key',
  editor: 'ref role key',
  occupation: 'ref type key',
  term: 'ref type key',
  date: 'when from to notBefore notAfter type cert calendar',
  origDate: 'when notBefore notAfter from to',
  birth: 'when notBefore notAfter',
  death: 'when notBefore notAfter',
  event: 'when from to type ref',
  change: 'when who n',
  pb: 'n facs xml:id type ed',
  lb: 'n break xml:id ed',
  cb: 'n break',
  gb: 'n facs',
  milestone: 'unit n',
  div: 'type n xml:id subtype',
  note: 'n type xml:id place target resp',
  hi: 'rend rendition',
  head: 'type n',
  p: 'rend xml:id n',
  l: 'n xml:id part rend',
  lg: 'type n rhyme met',
  sp: 'who xml:id',
  speaker: 'xml:id',
  stage: 'type who',
  seg: 'type xml:id n',
  ab: 'type xml:id n',
  foreign: 'xml:lang rend',
  ref: 'target type subtype',
  ptr: 'target type',
  idno: 'type subtype',
  title: 'level type ref',
  biblScope: 'unit from to',
  citedRange: 'unit from to',
  bibl: 'xml:id type corresp',
  num: 'value type',
  measure: 'type quantity unit commodity',
  graphic: 'url width height mimeType',
  figure: 'type xml:id',
  cell: 'role cols rows',
  row: 'role',
  list: 'type rend',
  item: 'n xml:id',
  fw: 'type place',
  space: 'unit quantity extent dim',
  gap: 'reason unit quantity extent agent',
  unclear: 'reason cert resp',
  supplied: 'reason source cert resp',
  add: 'place hand type',
  del: 'rend type hand',
  corr: 'resp cert type',
  reg: 'resp type',
  abbr: 'type',
  lem: 'wit source',
  rdg: 'wit source type cause',
  app: 'type from to',
  anchor: 'xml:id type',
  g: 'ref type',
  w: 'lemma pos n xml:id',
  gloss: 'target type',
  quote: 'source rend type',
  q: 'type who rend',
  person: 'xml:id sex role',
  place: 'xml:id type',
  org: 'xml:id type',
  language: 'ident usage',
  correspAction: 'type',
  zone: 'xml:id ulx uly lrx lry points',
  surface: 'xml:id ulx uly lrx lry',
};

const anywhere =
  'ref target type key n xml:id when url who ident unit value place rend rendition role subtype facs corresp xml:lang reason wit source ' +
  'resp quantity extent from to notBefore notAfter cert level cols rows hand ana change rendition style mimeType scheme next prev part ed ' +
  'met rhyme calendar dim precision evidence status key match sameAs copyOf select exclude synch xml:base xml:space';

const general: ReadonlyMap<string, number> = new Map(
  anywhere
    .split(' ')
    .reverse()
    .map((name, i, all) => [name, 100 + all.length - i]),
);

/** The place of an attribute, as it is written, in the order of use on an element; the same high number for all that are not in it. */
export function attributeUsage(element: string, attribute: string): number {
  const own = Object.hasOwn(byElement, element) ? byElement[element]!.split(' ').indexOf(attribute) : -1;
  return own >= 0 ? own : (general.get(attribute) ?? 9999);
}

/** Names of attributes in the order of use on an element, equally rare ones by the alphabet. */
export const rankAttributes = (element: string, names: readonly string[]): string[] =>
  [...names].sort((a, b) => attributeUsage(element, a) - attributeUsage(element, b) || (a < b ? -1 : a > b ? 1 : 0));

import type { UnitContent } from '../model/unit-content.ts';
import { pageLabel } from '../model/page-label.ts';
import { type Aspect, aspects, fieldMark, type Item } from '../model/structure.ts';
import { formulaWords } from '../model/formula/linear.ts';
import type { FormulaNotation } from '../model/formula/mathml.ts';
import { runsOf } from '../model/spine.ts';
import { align } from './align.ts';

/** Compares what stands on the words of a source with what stands on those of an output, and says in words where they differ. */

/** What an item is, in words: `the italics`, `the link to d65.html`. */
type Name = (fields: readonly string[]) => string;

const lookNames: Readonly<Record<string, string>> = {
  italic: 'italics',
  bold: 'bold type',
  'small-caps': 'small capitals',
  heads: 'mark of a heading cell',
};

const most = 60;

const nameOf: Readonly<Record<Aspect, Name>> = {
  block: ([kind = '', role = '', n = '']) => [role === '' ? kind : `${kind} (${role})`, n].filter(Boolean).join(' '),
  cell: ([row, place, columns, rows]) =>
    `cell ${place} of row ${row}${columns === '1' && rows === '1' ? '' : `, ${columns} columns by ${rows} rows`}`,
  look: ([look = '', said = '']) => (look === 'rend' ? `look “${said}”` : (lookNames[look] ?? look)),
  role: ([role, said = '']) => (said === '' ? `${role}` : `${role} “${said}”`),
  language: ([tag]) => `language “${tag}”`,
  direction: ([first, ofBlock]) => (ofBlock === undefined ? `direction ${first}` : `direction ${ofBlock} as a block`),
  pointer: ([layer, target]) => (layer === 'name' ? `pointer of the name to “${target}”` : `link to “${target}”`),
  status: ([is = '', ...said]) => `status “${[is, ...said.filter((each) => each !== '')].join(', ')}”`,
  mark: ([role = '', ...said]) => `sign of a point “${[role, ...said.filter((each) => each !== '')].join(', ')}”`,
  formula: ([notation = '', raw = '']) => {
    const words = formulaWords(notation as FormulaNotation, raw);
    return `formula “${words.length > most ? `${words.slice(0, most)}…` : words}”`;
  },
  gloss: ([words, place = '']) => `gloss “${words}”${place === '' ? '' : ` (${place})`}`,
  speaker: ([who]) => `speaker “${who}”`,
  line: ([series = '', n = '', joined]) =>
    [n === '' ? 'line break' : `beginning of line ${n}`, series, joined === 'joined' ? 'in a word' : '']
      .filter(Boolean)
      .join(' '),
  number: ([unit = '', full]) => `number “${[unit, full].filter((part) => part !== '').join(' ')}”`,
  id: ([id]) => `id “${id}”`,
  picture: ([address, text]) =>
    `picture “${address}”${text === '' || text === undefined ? '' : ` with the text “${text}”`}`,
  reading: ([role = '', entry = '', place = '', wit = '', source = '', ...said]) => {
    const sigla = `${wit} ${source}`.replace(/\x1e[^ ]*/g, '').trim();
    const more = [sigla, ...said].filter((each) => each !== '').join(', ');
    return `${role} ${place === '' ? '' : `${place} `}of entry ${entry} of the apparatus${more === '' ? '' : ` (${more})`}`;
  },
};

const named = ({ aspect, value }: Item): string => nameOf[aspect](value.split(fieldMark));

const shown = (text: string): string =>
  text
    .replace(/\x01([^\x02]*)\x02/g, (_, n: string) => pageLabel(n))
    .replace(/\x03([^\x04]*)\x04/g, '[$1]')
    .replace(/\x06/g, '…')
    .trim();

/** The words that an item stands on, or that come before it. */
function words({ run, from, to }: Item, runs: readonly string[]): string {
  const text = runs[run] ?? '';
  const on = shown(text.slice(from, to));
  if (on !== '') return `of “${on.length > most ? `${on.slice(0, most)}…` : on}”`;
  const before = shown(text.slice(Math.max(0, from - most), from))
    .split(' ')
    .slice(-5)
    .join(' ');
  return before === '' ? 'at the start' : `after “${before}”`;
}

function place({ run, from }: Item, { spine }: UnitContent): string {
  const where =
    run === 0 ? 'text' : run > spine.notes.length ? 'apparatus' : `note ${spine.notes[run - 1]?.label ?? run}`;
  const before = spine.text.slice(0, run === 0 ? from : 0);
  const open = before.lastIndexOf('\x01');
  return open < 0 ? where : `${where}, page ${before.slice(open + 1, before.indexOf('\x02', open))}`;
}

const samePlace = (a: Item, b: Item): boolean => a.run === b.run && a.from === b.from && a.to === b.to;

/** One sentence for what became of an item; `now` is what is in its place. */
function fate(item: Item, now: Item | undefined, source: UnitContent, found: UnitContent): string {
  const at = place(item, source);
  const on = words(item, runsOf(source.spine));
  if (!now) return `${at}: the ${named(item)} ${on} is lost`;
  if (samePlace(item, now)) return `${at}: the ${named(item)} ${on} has become the ${named(now)}`;
  return `${at}: the ${named(item)} ${on} now stands on other words: ${words(now, runsOf(found.spine))}`;
}

const keyOf = ({ run, from, to, value }: Item): string => `${run} ${from} ${to} ${value}`;

function differences(
  expected: readonly Item[],
  found: readonly Item[],
  source: UnitContent,
  back: UnitContent,
): string[] {
  const edits = align(expected.map(keyOf), found.map(keyOf));
  const gone = expected.filter((_, i) => edits?.missing.has(i) ?? true);
  const added = found.filter((_, i) => edits?.added.has(i) ?? true);
  const taken = new Set<Item>();
  const losses = gone.map((item) => {
    const free = added.filter((other) => !taken.has(other));
    const now =
      free.find((other) => samePlace(item, other)) ??
      free.find(({ value, run }) => value === item.value && run === item.run);
    if (now) taken.add(now);
    return fate(item, now, source, back);
  });
  const more = added
    .filter((item) => !taken.has(item))
    .map((item) => `${place(item, back)}: a ${named(item)} too many ${words(item, runsOf(back.spine))}`);
  return [...losses, ...more];
}

const same = (a: readonly Item[], b: readonly Item[]): boolean =>
  a.length === b.length &&
  a.every((item, i) => {
    const other = b[i]!;
    return item.aspect === other.aspect && item.value === other.value && samePlace(item, other);
  });

/** What stands on the words of the source and not on those of the output, or the other way round. The words themselves must be the same. */
export function structureLosses(source: UnitContent, found: UnitContent): string[] {
  const [a, b] = [source.structure.items, found.structure.items];
  if (same(a, b)) return [];
  return aspects.flatMap((aspect) =>
    differences(
      a.filter((item) => item.aspect === aspect),
      b.filter((item) => item.aspect === aspect),
      source,
      found,
    ),
  );
}

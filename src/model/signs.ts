import type { MarkRole, Status, StatusIs } from './status.ts';

/**
 * Signs: how the status of words and what is missing is shown in words, not by typography alone. Four styles of the field: *leiden* for inscriptions
 * and papyri (the Leiden conventions as EpiDoc’s reference stylesheets set them by default), *critical* for critical editions, *genetic* for drafts,
 * *plain* for all else. An edition may give signs of its own. Whatever the style, the same words count.
 */

export const signStyles = ['leiden', 'critical', 'genetic', 'plain'] as const;
export type SignStyle = (typeof signStyles)[number];

/** A sign around words, or behind them; `underdot`: below each letter. */
export type Pair = readonly [open: string, close: string] | 'underdot';

/** The style of an edition, and the signs of its own: by status or by status and reason, `supplied` or `supplied: lost`. */
export interface SignChoice {
  readonly style: SignStyle;
  readonly own: Readonly<Record<string, Pair>>;
}

/** What a sign says, as the key of a text has it; no two signs of one style say the same. */
export interface RangeSign {
  readonly says: string;
  readonly pair: Pair;
}

export interface PointSign {
  readonly says: string;
  readonly sign: string;
}

/** U+0323 COMBINING DOT BELOW. */
export const underdot = '\u0323';

const brackets: Pair = ['[', ']'];
const angles: Pair = ['⟨', '⟩'];
const uncertain: Pair = ['', '(?)'];

/** Signs that are the same in all styles. */
const everywhere: Readonly<Partial<Record<StatusIs, Pair>>> = {
  surplus: ['{', '}'],
  secluded: ['⟪', '⟫'],
  expansion: ['(', ')'],
  deleted: ['⟦', '⟧'],
  added: ['`', '´'],
  erroneous: ['', '(!)'],
  event: ['((', '))'],
};

/** Signs of each style: by status, and by status and reason where the reason has a sign of its own. */
const styles: Readonly<Record<SignStyle, Readonly<Record<string, Pair>>>> = {
  leiden: {
    ...everywhere,
    supplied: brackets,
    'supplied: omitted': angles,
    'supplied: subaudible': ['(scil. ', ')'],
    unclear: 'underdot',
    corrected: ['⸢', '⸣'],
  },
  critical: { ...everywhere, supplied: angles, unclear: uncertain, secluded: brackets },
  genetic: { ...everywhere, supplied: angles, 'supplied: omitted': brackets, unclear: uncertain },
  plain: { ...everywhere, supplied: brackets, unclear: uncertain },
};

const pairKey = (pair: Pair): string => (typeof pair === 'string' ? pair : pair.join('\x1f'));

/** What is doubted: words that are read with doubt where the style has no sign of its own for it, and whatever has a low certainty. */
const doubt = { says: 'uncertain', pair: uncertain } as const;

type Table = ReadonlyMap<string, RangeSign>;

/** The signs of a choice by what they are for. Where two things have one sign, it says both. */
function tableOf({ style, own }: SignChoice): Table {
  const pairs = Object.entries({ ...styles[style], ...own }).filter(([name]) => name !== 'gap');
  const names = new Map<string, string[]>();
  for (const [name, pair] of pairs) names.set(pairKey(pair), [...(names.get(pairKey(pair)) ?? []), name]);
  const says = (pair: Pair): string => names.get(pairKey(pair))!.join(' or ');
  const isDoubt = (pair: Pair): boolean => pairKey(pair) === pairKey(uncertain);
  return new Map(pairs.map(([name, pair]) => [name, isDoubt(pair) ? doubt : { says: says(pair), pair }]));
}

const tables = new WeakMap<SignChoice, Table>();

function signsOf(choice: SignChoice): Table {
  const table = tables.get(choice) ?? tableOf(choice);
  tables.set(choice, table);
  return table;
}

/** The signs of words of a status, the outer first; empty where the style has none. */
export function signsOfStatus(choice: SignChoice, { is, why = '', cert }: Status): RangeSign[] {
  const signs = signsOf(choice);
  const sign = signs.get(`${is}: ${why}`) ?? signs.get(is);
  const isDoubted = cert === 'low' && sign?.says !== doubt.says;
  return [...(sign ? [sign] : []), ...(isDoubted ? [doubt] : [])];
}

interface Extent {
  readonly about: boolean;
  /** `3`, `2–4`; empty where it is not known. */
  readonly amount: string;
  readonly unit: string;
  /** The source says that it does not know how much. */
  readonly unknown: boolean;
}

/** `@extent` is words: “unknown character” says no more than its unit. */
const notKnown = /^(?:unknown|unspecified|uncertain)\b(?: number of\b)? ?/i;

function parseExtent(extent: string): Extent {
  const [, about, amount = '', unit = ''] = /^(c\. )?(\d+(?:–\d*)?|–\d+)? ?(.*)$/su.exec(extent) ?? [];
  const named = unit.replace(notKnown, '');
  return { about: about !== undefined, amount, unit: unitName(named), unknown: named !== unit };
}

/** A name of the source in a sign: its letters and digits, in one line. */
const inSign = (name: string): string =>
  name.includes('abc')
    ? ''
    : name
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()
        .slice(0, 40);

const unitName = (unit: string): string =>
  /^(?:char(?:acter)?s?|letters?)$/i.test(unit) ? 'characters' : /^lines?$/i.test(unit) ? 'lines' : inSign(unit);

const most = 5;

/** A gap after the Leiden conventions: a dot for each letter, or how many there were. */
function leidenGap(why: string, extent: Extent): PointSign {
  const { about, amount, unit } = extent;
  if (why === 'omitted') return { says: 'gap: omitted', sign: '⟨...⟩' };
  const isIllegible = why === 'illegible';
  const name = isIllegible ? 'gap: illegible' : 'gap: lost';
  const [open, dot, close] = isIllegible ? ['+', '+', '+'] : ['[', '.', ']'];
  if (unit === 'lines') return { says: `${name}, lines`, sign: isIllegible ? '+------+' : '[------]' };
  if (amount === '') return { says: name, sign: `${open}---${close}` };
  const isExact = !about && /^\d+$/.test(amount);
  if (unit !== 'characters' && unit !== '')
    return {
      says: `${name}, ${about ? 'c. ' : ''}${amount} ${unit}`,
      sign: `${open}${about ? 'c. ' : ''}${amount} ${unit}${close}`,
    };
  const says = `${name}, ${about ? 'c. ' : ''}${amount} characters`;
  if (isExact && Number(amount) > 0 && Number(amount) <= most) {
    const dots = dot.repeat(Number(amount));
    return { says, sign: isIllegible ? dots : `${open}${dots}${close}` };
  }
  return { says, sign: isExact ? `${open}.. ${amount} ..${close}` : `${open}${about ? 'c. ' : ''}${amount}${close}` };
}

const plainGaps = { critical: '***', genetic: '[...]', plain: '[…]' } as const;

/** An empty space. Outside inscriptions one of a single letter is a space like any other. */
function vacat(style: SignStyle, { about, amount, unit, unknown }: Extent): PointSign | undefined {
  const isSmall = (amount === '' || amount === '1') && (unit === '' || unit === 'characters');
  if (style !== 'leiden' && isSmall && !unknown) return undefined;
  const isPlain = unit === 'characters' || (amount === '' && unit === 'lines');
  const size = [about ? 'c.' : '', amount, isPlain ? '' : unit].filter((part) => part !== '').join(' ');
  const sign = size === '' ? '(vac.)' : `(vac. ${size})`;
  return { says: size === '' ? 'empty space' : `empty space: ${size}`, sign };
}

/** A change of hand: by the number or name with which the source calls the hand. */
function hand(named: string): PointSign {
  const name = /\d+$/.exec(named)?.[0] ?? inSign(named.replace(/^.*#/s, ''));
  return name === ''
    ? { says: 'change of hand', sign: '(new hand)' }
    : { says: `change of hand: ${name}`, sign: `(hand ${name})` };
}

/** Something heard or seen that nobody describes in words; `type`: what the source calls it. Described ones have the sign of the status `event`. */
function heard(type: string): PointSign {
  const name = inSign(type);
  return name === '' ? { says: 'event without words', sign: '((…))' } : { says: `event: ${name}`, sign: `((${name}))` };
}

/** The sign of a gap, an empty space, a change of hand, an event; undefined where the style has none. */
export function signOfMark(
  { style, own }: SignChoice,
  role: MarkRole,
  why: string,
  extent: string,
): PointSign | undefined {
  if (role === 'hand') return hand(extent);
  if (role === 'pause') return { says: 'pause', sign: '((pause))' };
  if (role === 'event') return heard(why);
  if (role === 'vacat') return vacat(style, parseExtent(extent));
  const given = own.gap;
  if (given !== undefined && given !== 'underdot') return { says: 'gap', sign: given.join('') };
  return style === 'leiden' ? leidenGap(why, parseExtent(extent)) : { says: 'gap', sign: plainGaps[style] };
}

/** How often an edition does what one style is made for. */
export type SignVotes = Readonly<Record<Exclude<SignStyle, 'plain'>, number>>;

/** Fewer votes than these decide nothing. */
export const enoughVotes = 10;

/** The signs of an edition: as its settings say, else of the style for which most of its encoding speaks. */
export function chooseSigns(votes: readonly SignVotes[], setting: Readonly<Record<string, unknown>> = {}): SignChoice {
  const { style, ...own } = setting as { style?: SignStyle } & Record<string, Pair>;
  const ranked = (['leiden', 'critical', 'genetic'] as const)
    .map((name) => ({ name, count: votes.reduce((sum, each) => sum + each[name], 0) }))
    .toSorted((a, b) => b.count - a.count);
  return { style: style ?? (ranked[0]!.count >= enoughVotes ? ranked[0]!.name : 'plain'), own };
}

export const plainSigns: SignChoice = { style: 'plain', own: {} };

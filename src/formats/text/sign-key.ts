import { type PointSign, type RangeSign, underdot } from '../../model/signs.ts';
import { type SignGrammar, signGrammar } from './marks.ts';

/**
 * The key of signs at the end of a text: a line for each, `[Sign [abc]] supplied`, `[Sign [...]] gap: lost, 3 characters`. A reader trusts only this
 * key: what is not in it is a character like any other.
 */

type Sign = RangeSign | PointSign;

const example = 'abc';
const dottedExample = [...example].map((letter) => letter + underdot).join('');

function shown(sign: Sign): string {
  if ('sign' in sign) return sign.sign;
  return sign.pair === 'underdot' ? dottedExample : sign.pair.join(example);
}

/** The lines of the key. */
export const keyLines = (signs: Iterable<Sign>): string[] =>
  [...signs].toSorted((a, b) => (a.says < b.says ? -1 : 1)).map((sign) => `[Sign ${shown(sign)}] ${sign.says}`);

export function grammarOf(signs: Iterable<Sign>): SignGrammar {
  const all = [...signs];
  const strings = all.flatMap((sign) =>
    'sign' in sign ? [sign.sign] : sign.pair === 'underdot' ? [] : [...sign.pair],
  );
  const isDotted = all.some((sign) => 'pair' in sign && sign.pair === 'underdot');
  return signGrammar(
    strings.filter((sign) => sign !== ''),
    isDotted,
  );
}

function signOf(line: string): Sign | undefined {
  const [, sign, says] = /^\[Sign (.+)\] ([^\]]+)$/su.exec(line) ?? [];
  if (sign === undefined || says === undefined) return undefined;
  if (sign === dottedExample) return { says, pair: 'underdot' };
  const at = sign.indexOf(example);
  return at < 0 ? { says, sign } : { says, pair: [sign.slice(0, at), sign.slice(at + example.length)] };
}

/** A file without its key, and the key. */
export interface Keyed {
  readonly body: string;
  readonly key: readonly string[];
  readonly signs: readonly Sign[];
}

export function readKey(content: string): Keyed {
  const lines = content.split('\n');
  let from = lines.length - 1;
  while (from > 0 && lines[from - 1]!.startsWith('[Sign ')) from--;
  const key = lines.slice(from, -1);
  const signs = key.flatMap((line) => signOf(line) ?? []);
  if (key.length === 0 || lines[from - 1] !== '') return { body: content, key: [], signs: [] };
  return { body: `${lines.slice(0, from - 1).join('\n')}\n`, key, signs };
}

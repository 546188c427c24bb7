import { editDistance } from './similar.ts';

/**
 * The characters that people mean by the entity names of HTML and the ISO sets. XML knows only five of these names; the table
 * serves to say which character to type instead.
 */

/** Names of U+00A0 to U+00FF, in order. */
const latin1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para ' +
  'middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute ' +
  'Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute ' +
  'THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ' +
  'ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';

/** Names of U+0391 to U+03A9; the small letters are the same names in small letters, 32 further on. */
const greek =
  'Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho - Sigma Tau Upsilon Phi Chi Psi Omega';

/** Latin Extended-A from U+0100, in pairs of capital and small letter; `-` has no name. */
const latinA =
  'Amacr amacr Abreve abreve Aogon aogon Cacute cacute Ccirc ccirc Cdot cdot Ccaron ccaron Dcaron dcaron Dstrok dstrok Emacr emacr ' +
  '- - Edot edot Eogon eogon Ecaron ecaron Gcirc gcirc Gbreve gbreve Gdot gdot Gcedil gcedil Hcirc hcirc Hstrok hstrok Itilde itilde ' +
  'Imacr imacr - - Iogon iogon Idot inodot IJlig ijlig Jcirc jcirc Kcedil kcedil kgreen Lacute lacute Lcedil lcedil Lcaron lcaron ' +
  'Lmidot lmidot Lstrok lstrok Nacute nacute Ncedil ncedil Ncaron ncaron napos ENG eng Omacr omacr - - Odblac odblac OElig oelig ' +
  'Racute racute Rcedil rcedil Rcaron rcaron Sacute sacute Scirc scirc Scedil scedil Scaron scaron Tcedil tcedil Tcaron tcaron ' +
  'Tstrok tstrok Utilde utilde Umacr umacr Ubreve ubreve Uring uring Udblac udblac Uogon uogon Wcirc wcirc Ycirc ycirc Yuml Zacute ' +
  'zacute Zdot zdot Zcaron zcaron';

/** The rest: punctuation, spaces, letters apart, arrows, mathematics, characters. */
const others =
  'fnof:192 circ:2c6 caron:2c7 breve:2d8 dot:2d9 ring:2da ogon:2db tilde:2dc dblac:2dd thetasym:3d1 upsih:3d2 piv:3d6 sigmaf:3c2 ' +
  'ensp:2002 emsp:2003 emsp13:2004 emsp14:2005 numsp:2007 puncsp:2008 thinsp:2009 hairsp:200a zwnj:200c zwj:200d lrm:200e rlm:200f ' +
  'hyphen:2010 dash:2010 ndash:2013 mdash:2014 horbar:2015 Verbar:2016 Vert:2016 lsquo:2018 rsquo:2019 rsquor:2019 sbquo:201a ' +
  'lsquor:201a ldquo:201c rdquo:201d rdquor:201d bdquo:201e ldquor:201e dagger:2020 Dagger:2021 ddagger:2021 bull:2022 bullet:2022 ' +
  'nldr:2025 hellip:2026 mldr:2026 permil:2030 prime:2032 Prime:2033 tprime:2034 bprime:2035 lsaquo:2039 rsaquo:203a oline:203e ' +
  'caret:2041 hybull:2043 frasl:2044 euro:20ac incare:2105 numero:2116 copysr:2117 weierp:2118 image:2111 real:211c rx:211e trade:2122 ' +
  'alefsym:2135 aleph:2135 ohm:3a9 frac13:2153 frac23:2154 frac15:2155 frac25:2156 frac35:2157 frac45:2158 frac16:2159 frac56:215a ' +
  'frac18:215b frac38:215c frac58:215d frac78:215e larr:2190 uarr:2191 rarr:2192 darr:2193 harr:2194 crarr:21b5 lArr:21d0 uArr:21d1 ' +
  'rArr:21d2 dArr:21d3 hArr:21d4 forall:2200 part:2202 exist:2203 empty:2205 nabla:2207 isin:2208 notin:2209 ni:220b prod:220f sum:2211 ' +
  'minus:2212 mnplus:2213 lowast:2217 radic:221a prop:221d infin:221e ang:2220 and:2227 or:2228 cap:2229 cup:222a int:222b there4:2234 ' +
  'becaus:2235 sim:223c cong:2245 asymp:2248 ne:2260 equiv:2261 le:2264 ge:2265 sub:2282 sup:2283 nsub:2284 sube:2286 supe:2287 ' +
  'oplus:2295 otimes:2297 perp:22a5 sdot:22c5 lceil:2308 rceil:2309 lfloor:230a rfloor:230b lang:27e8 rang:27e9 loz:25ca blank:2423 ' +
  'block:2588 squ:25a1 square:25a1 blacksquare:25aa utri:25b5 dtri:25bf ltri:25c3 rtri:25b9 utrif:25b4 dtrif:25be ltrif:25c2 rtrif:25b8 ' +
  'cir:25cb star:2606 starf:2605 phone:260e female:2640 male:2642 spades:2660 clubs:2663 hearts:2665 diams:2666 sung:266a flat:266d ' +
  'natural:266e sharp:266f check:2713 cross:2717 malt:2720 sext:2736 fflig:fb00 filig:fb01 fllig:fb02 ffilig:fb03 ffllig:fb04 ' +
  'fjlig:66_6a excl:21 num:23 dollar:24 percnt:25 lpar:28 rpar:29 ast:2a midast:2a plus:2b comma:2c period:2e sol:2f colon:3a semi:3b equals:3d quest:3f ' +
  'commat:40 lsqb:5b lbrack:5b bsol:5c rsqb:5d rbrack:5d Hat:5e lowbar:5f grave:60 lcub:7b lbrace:7b verbar:7c vert:7c rcub:7d rbrace:7d ' +
  'die:a8 half:bd Scy:421 acirctilde:1eab schwa:259 ezh:292 yogh:21d YOGH:21c wynn:1bf WYNN:1f7 slong:17f longs:17f ' +
  'smacr:73_304 qtilde:71_303 rum:a75d et:204a';

function entityTable(): ReadonlyMap<string, string> {
  const table = new Map<string, string>();
  const series = (names: string, first: number): void => {
    names.split(' ').forEach((name, index) => name !== '-' && table.set(name, String.fromCodePoint(first + index)));
  };
  series(latin1, 0xa0);
  series(greek, 0x391);
  series(greek.toLowerCase(), 0x3b1);
  series(latinA, 0x100);
  for (const pair of others.split(' ')) {
    const [name, codes] = pair.split(':') as [string, string];
    table.set(
      name,
      codes
        .split('_')
        .map((code) => String.fromCodePoint(Number.parseInt(code, 16)))
        .join(''),
    );
  }
  return table;
}

let table: ReadonlyMap<string, string> | undefined;

/** The character that is meant by an entity name of HTML or of the ISO sets, as far as it is a customary one. */
export function entityCharacter(name: string): string | undefined {
  table ??= entityTable();
  return table.get(name);
}

/** The customary name that equals `name` but for capitals, or in lack of it nothing. */
export function entityInOtherCase(name: string): string | undefined {
  table ??= entityTable();
  const wanted = name.toLowerCase();
  return [...table.keys()].find((known) => known.toLowerCase() === wanted);
}

/** The customary name that is one slip of the pen away, where there is just one such. */
export function entityNear(name: string): string | undefined {
  table ??= entityTable();
  if (name.length < 4) return undefined;
  const near = [...predefinedEntities.keys(), ...table.keys()].filter((known) => editDistance(known, name, 1) <= 1);
  const longest = near.filter((known) => known.length >= name.length);
  return (longest.length > 0 ? longest : near)[0];
}

/** How to type a character in a file so that a reader of the file sees it: as itself, or by number where it would be invisible. */
export function typed(character: string): string {
  if (/[\p{Z}\p{C}]/u.test(character) && character !== ' ') {
    return [...character].map((one) => `&#x${one.codePointAt(0)!.toString(16).toUpperCase()};`).join('');
  }
  if (character === '&') return '&amp;';
  return character === '<' ? '&lt;' : character;
}

/** The five names that XML itself knows (XML 1.0, section 4.6). */
export const predefinedEntities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

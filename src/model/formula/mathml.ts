/**
 * The MathML that pages show: elements and attributes of presentation markup (MathML 3, chapter 3; MathML Core). A formula with any other element
 * is shown as its words; other attributes are left out.
 */

export const mathNamespace = 'http://www.w3.org/1998/Math/MathML';

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Elements that hold words, and nothing else. */
export const mathTokens = words('mi mn mo mtext ms annotation');

/** Elements that hold elements, and no words of their own. */
export const mathLayouts = words(
  `mrow mfrac msqrt mroot mstyle merror mpadded mphantom mfenced menclose msub msup msubsup munder mover munderover mmultiscripts mprescripts none
  mtable mtr mlabeledtr mtd mspace semantics`,
);

/** A formula in another notation next to the one that is shown: not shown, whatever it holds. */
export const mathHidden = 'annotation-xml';

/** What a source may say of how a formula is set. Colours, sizes, links, ids and scripts are not among it. */
export const mathAttributes = words(
  `display displaystyle scriptlevel mathvariant dir form fence separator stretchy symmetric maxsize minsize largeop movablelimits accent accentunder
  lspace rspace linethickness bevelled numalign denomalign align rowalign columnalign rowspan columnspan rowlines columnlines frame side notation
  open close separators lquote rquote width height depth voffset encoding`,
);

/** How a formula is written. */
export type FormulaNotation = 'mathml' | 'tex';

/** TeX as it is kept: its lines without the white space around them. A line may end in a comment, so lines stay lines. */
export const texLines = (source: string): string =>
  source
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');

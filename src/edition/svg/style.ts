import { isFragment, isRasterData } from './allowed.ts';

/** Styles of an image: what would load a file or run a script is taken out, the rest stays. */

/** Fonts that are in the address itself. */
const isFontData = (address: string): boolean =>
  /^\s*data:(?:font\/(?:woff2?|ttf|otf|sfnt|truetype|opentype)|application\/(?:x-)?font-[\w-]+|application\/vnd\.ms-fontobject)[;,]/i.test(
    address,
  );

const isInside = (address: string): boolean => isFragment(address) || isRasterData(address) || isFontData(address);

/** What a style says to those who read it: `\75rl(` is `url(`. */
const unescaped = (css: string): string =>
  css.replace(
    /\\(?:([0-9a-f]{1,6})(?:\r\n|[ \t\r\n\f])?|(\r\n|[^]))/gi,
    (_, code: string | undefined, other: string) => {
      if (code === undefined) return /^[\r\n\f]/.test(other) ? '' : other;
      const point = parseInt(code, 16);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd';
    },
  );

/** Words by which styles load or run something other than by `url()`. Within a string or comment they are taken for what they look like. */
const acts = /@import|expression\s*\(|-moz-binding|behaviou?r\s*:|(?:java|vb)script\s*:|(?:image-set|src)\s*\(/i;

const addresses = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^)]*))/gi;

/** Whether a style, or the value of any attribute, loads and runs nothing. */
export function isHarmless(css: string): boolean {
  const plain = css.includes('\\') ? unescaped(css) : css;
  if (acts.test(plain)) return false;
  return [...plain.matchAll(addresses)].every(([, a, b, c]) => isInside(a ?? b ?? c ?? ''));
}

/** Up to the end of the statement; what is left open goes to the end of the style. */
const imports = /@import(?:"[^"]*(?:"|$)|'[^']*(?:'|$)|\([^)]*(?:\)|$)|[^;"'(])*;?/gi;

/** A style without what would load or run something: empty where it cannot be said which part does. */
export function harmlessStyle(css: string): string {
  if (isHarmless(css)) return css;
  if (css.includes('\\')) return '';
  const without = css
    .replace(imports, '')
    .replace(
      /url\(\s*(?:(?:"([^"]*)"|'([^']*)'|([^\s)"'](?:[^)]*[^\s)])?))\s*)?\)/gi,
      (whole: string, a?: string, b?: string, c?: string) => (isInside(a ?? b ?? c ?? '') ? whole : 'none'),
    );
  return isHarmless(without) ? without : '';
}

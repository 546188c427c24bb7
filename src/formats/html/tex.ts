import { createRequire } from 'node:module';
import { madeLimits } from '../../source/scan/events.ts';
import { sourceText } from '../../source/text.ts';
import { scanXml } from '../../source/xml.ts';
import { mathAttributes, mathLayouts, mathTokens } from '../../model/formula/mathml.ts';
import { escapeAttribute, escapeText } from './escape.ts';

/** TeX as MathML. The only file that knows Temml, which is loaded at the first formula: loading costs more than a formula. */

interface Temml {
  renderToString(source: string, options: object): string;
}

let temml: Temml | undefined;
const load = (): Temml => (temml ??= createRequire(import.meta.url)('temml') as Temml);

const delimiters: readonly (readonly [open: string, close: string, isDisplay: boolean])[] = [
  ['$$', '$$', true],
  ['\\[', '\\]', true],
  ['\\(', '\\)', false],
  ['$', '$', false],
];

/** The source without the signs that say where a formula begins and ends. */
function undelimited(source: string): { tex: string; isDisplay: boolean } {
  for (const [open, close, isDisplay] of delimiters)
    if (source.length >= open.length + close.length && source.startsWith(open) && source.endsWith(close))
      return { tex: source.slice(open.length, -close.length), isDisplay };
  return { tex: source, isDisplay: source.startsWith('\\begin{') };
}

/** What is in the outermost element, of elements and attributes that pages may have. */
function cleaned(markup: string): string | undefined {
  let out = '';
  let depth = 0;
  let isClean = true;
  const findings = scanXml(
    sourceText('', markup),
    {
      open: ({ local, attributes }) => {
        if (depth++ === 0) return;
        isClean &&= mathTokens.has(local) || mathLayouts.has(local);
        const said = attributes.filter(({ name }) => mathAttributes.has(name));
        out += `<${local}${said.map(({ name, value }) => ` ${name}="${escapeAttribute(value)}"`).join('')}>`;
      },
      close: ({ local }) => {
        if (--depth > 0) out += `</${local}>`;
      },
      text: (value) => {
        out += escapeText(value);
      },
    },
    { limits: madeLimits },
  );
  return isClean && findings.length === 0 ? out : undefined;
}

export interface TexMath {
  /** What a `math` holds. */
  readonly inside: string;
  readonly isDisplay: boolean;
}

const known = new Map<string, TexMath | undefined>();
const mostKnown = 10_000;

/** The MathML of a formula in TeX; undefined where it is not TeX that we understand. */
export function texMath(source: string): TexMath | undefined {
  if (known.has(source)) return known.get(source);
  if (known.size >= mostKnown) known.clear();
  const made = convert(source);
  known.set(source, made);
  return made;
}

/** Longer sources are no formulas of an edition, and Temml needs more than twice the time for twice the length. */
const longest = 5000;
/** Macros can write a page with a line: formulas of editions have about ten characters of MathML for each of their source. */
const mostMarkup = (source: string): number => 4000 + 60 * source.length;

function convert(source: string): TexMath | undefined {
  const { tex, isDisplay } = undelimited(source);
  if (tex.length > longest) return undefined;
  try {
    const options = {
      displayMode: isDisplay,
      throwOnError: true,
      trust: false,
      strict: false,
      xml: true,
      maxExpand: 1000,
    };
    const markup = load().renderToString(tex, { ...options, macros: {} });
    if (markup.length > mostMarkup(tex)) return undefined;
    const inside = cleaned(markup);
    return inside === undefined ? undefined : { inside, isDisplay };
  } catch {
    return undefined;
  }
}

import type { ReadingNode } from '../../model/reading.ts';
import { mathNamespace } from '../../model/formula/mathml.ts';
import { escapeText } from './escape.ts';
import { pageMath } from './page-math.ts';
import { texMath } from './tex.ts';

/** Whether pages show the source of a formula, since nothing else could be made of it. */
export const isShownAsSource = ({ notation, raw = '' }: ReadingNode): boolean =>
  notation === 'tex' && texMath(raw) === undefined;

/** A formula: MathML as it is. TeX is made MathML, with its source next to it; where it cannot be, the source is shown. */
export function formula({ notation, raw = '' }: ReadingNode): string {
  if (notation === 'mathml') return `<math xmlns="${mathNamespace}"${pageMath(raw).slice('<math'.length)}`;
  const math = texMath(raw);
  if (!math) return `<code class="tex">${escapeText(raw)}</code>`;
  const display = math.isDisplay ? ' display="block"' : '';
  const source = `<annotation encoding="application/x-tex">${escapeText(raw)}</annotation>`;
  return `<math xmlns="${mathNamespace}" class="tex"${display}><semantics><mrow>${math.inside}</mrow>${source}</semantics></math>`;
}

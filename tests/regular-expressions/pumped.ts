import { type AST, visitRegExpAST } from '@eslint-community/regexpp';
import type { Counted } from './counted-match.ts';

/** Texts that are hard for an expression: each of its repetitions, again and again, and then something that does not fit. */

const alphabet = [
  ...'a1 A-.,;:<>[](){}"\'/&#=|*_~^$+?!%\\`@\n\t\r0zZ',
  ...'“”‘’—–…éÉß·†‡§¹²³⁴ ­‐\u0001\ud83d\udcd6',
  ...'page Page Pg pb sic No',
];

/** A text that a part of an expression matches, or nearly. */
function sample(node: AST.Element, flags: string, which: number): string {
  switch (node.type) {
    case 'Assertion':
    case 'Backreference':
      return '';
    case 'Quantifier':
      return sample(node.element, flags, which).repeat(Math.max(1, node.min));
    case 'Group':
    case 'CapturingGroup':
      return sampleOf(node.alternatives[which % node.alternatives.length]!, flags, which);
    default: {
      const expression = new RegExp(`^(?:${node.raw})$`, flags.replace(/[gymd]/g, ''));
      const fitting = alphabet.filter((character) => expression.test(character));
      if (fitting.length > 0) return fitting[which % fitting.length]!;
      return node.type === 'Character' ? String.fromCodePoint(node.value) : '';
    }
  }
}

const sampleOf = ({ elements }: AST.Alternative, flags: string, which: number): string =>
  elements.map((element) => sample(element, flags, which)).join('');

/** What comes before a part of an expression. */
function before(node: AST.Node, flags: string, which: number): string {
  const { parent } = node;
  if (!parent || parent.type === 'Pattern' || parent.type === 'RegExpLiteral') return '';
  if (parent.type !== 'Alternative') return before(parent, flags, which);
  const own = parent.elements.slice(0, parent.elements.indexOf(node as AST.Element));
  return before(parent, flags, which) + own.map((element) => sample(element, flags, which)).join('');
}

const ends = ['', '\u0002', '!', '\n', 'a'];

/** Texts in which each repetition of an expression is pumped up `times` times; `name` says which it is. */
export function pumped({ pattern, flags }: Counted): { name: string; text: (times: number) => string }[] {
  const texts: { name: string; text: (times: number) => string }[] = [];
  visitRegExpAST(pattern, {
    onQuantifierEnter: (node) => {
      if (node.max < 50) return;
      for (let which = 0; which < 3; which++) {
        const one = sample(node.element, flags, which);
        const start = before(node, flags, which);
        for (const end of ends)
          texts.push({ name: `${node.raw} of “${one}”`, text: (times) => start + one.repeat(times) + end });
      }
    },
  });
  return texts;
}

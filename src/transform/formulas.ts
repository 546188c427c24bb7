import {
  type FormulaNotation,
  mathAttributes,
  mathHidden,
  mathLayouts,
  mathTokens,
  texLines,
} from '../model/formula/mathml.ts';
import type { ResultNode } from './engine.ts';

/** The formulas of a result of phase 1: the stylesheet has copied the markup of those that a page can show. */

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escape = (text: string): string => text.replace(/[&<>]/g, (character) => escapes[character]!);
const escapeValue = (value: string): string => escape(value).replaceAll('"', '&quot;');

function textOf({ childNodes }: ResultNode): string {
  let text = '';
  for (let i = 0; i < childNodes.length; i++)
    if (childNodes[i]!.nodeType === 3) text += childNodes[i]!.data ?? childNodes[i]!.nodeValue ?? '';
  return text;
}

/** Markup in one form: known attributes by name, words without white space around them. */
function markupOf(node: ResultNode): string {
  const name = node.localName;
  if (name === mathHidden) return '';
  const attributes = Array.from(node.attributes ?? [])
    .filter((attribute) => mathAttributes.has(attribute.name))
    .map((attribute) => `${attribute.name}="${escapeValue(attribute.value)}"`)
    .sort();
  let inside = '';
  if (mathTokens.has(name))
    inside = escape(
      textOf(node)
        .split(/[ \t\r\n]+/)
        .filter(Boolean)
        .join(' '),
    );
  else if (mathLayouts.has(name) || name === 'math') {
    for (let i = 0; i < node.childNodes.length; i++)
      if (node.childNodes[i]!.nodeType === 1) inside += markupOf(node.childNodes[i]!);
  }
  return `<${[name, ...attributes].join(' ')}>${inside}</${name}>`;
}

/** What a formula is: its markup, or its source. */
export function formulaIn(from: ResultNode, notation: FormulaNotation): string {
  if (notation === 'tex') return texLines(textOf(from));
  for (let i = 0; i < from.childNodes.length; i++)
    if (from.childNodes[i]!.nodeType === 1) return markupOf(from.childNodes[i]!);
  return '';
}

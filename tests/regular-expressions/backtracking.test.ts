import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { counted, MOST_STEPS } from './counted-match.ts';
import { pumped } from './pumped.ts';

/** No expression of ours may go back and forth over a text: one attempt costs what the text is long. */

const root = path.resolve(import.meta.dirname, '../../src');

/** All expressions that are written in the code, with the file where each is first. */
function expressions(): Map<string, string> {
  const found = new Map<string, string>();
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!name.endsWith('.ts')) continue;
    const file = ts.createSourceFile(name, readFileSync(path.join(root, name), 'utf8'), ts.ScriptTarget.Latest);
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node) && !found.has(node.text)) found.set(node.text, name);
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return found;
}

/** Twice the text may cost twice the steps, and a little more; and what costs next to nothing is not looked at. */
function growsTooFast(literal: string): string | undefined {
  const expression = counted(literal);
  for (const { name, text } of pumped(expression)) {
    const [small, large] = [expression.stepsOn(text(60)), expression.stepsOn(text(120))];
    if (large === MOST_STEPS || (large > 2000 && large > small * 2.7)) return `${name}: ${small} steps, then ${large}`;
  }
  return undefined;
}

describe('A regular expression', () => {
  it.each(['/^(a+)+$/', '/^(?:a|a)*b/', '/^\\s*\\s*\\S/', '/^a*[ab]*c/', '/^"(?:[^"]|\\\\.)*x/'])(
    'that goes back and forth is found: %s',
    (literal) => {
      expect(growsTooFast(literal)).toBeDefined();
    },
  );

  it.each(['/^a+b+$/', '/^"[^"]*"/', '/^(?:a|b)*c/'])('that does not is not: %s', (literal) => {
    expect(growsTooFast(literal)).toBeUndefined();
  });

  it('of the program costs what the text is long', () => {
    const all = [...expressions()];
    expect(all.length).toBeGreaterThan(300);
    const slow = all.flatMap(([literal, file]) => {
      const why = growsTooFast(literal);
      return why === undefined ? [] : [`${file}: ${literal}: ${why}`];
    });
    expect(slow).toEqual([]);
  });
});

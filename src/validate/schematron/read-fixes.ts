import type { Parameters, SchFix, SchFixStep } from './model.ts';
import { fill } from './model.ts';
import { attribute, type SchNode, wordsOf } from './tree.ts';

/** Schematron quick fixes (SQF): what they are called, and the steps of those that can be offered as changes of the text. */

const sqf = 'http://www.schematron-quickfix.com/validator/process';

const elements = (node: SchNode, ...names: readonly string[]): SchNode[] =>
  node.children.filter(
    (child): child is SchNode =>
      typeof child !== 'string' && child.uri === sqf && (names.length === 0 || names.includes(child.local)),
  );

/** A fix, or a group of them, by its id: those of the rule go before those of the schema. */
function find(node: SchNode, id: string): SchNode | undefined {
  for (const child of node.children) {
    if (typeof child === 'string') continue;
    if (child.uri === sqf && /^(?:fix|group)$/.test(child.local) && attribute(child, 'id') === id) return child;
    const found = find(child, id);
    if (found) return found;
  }
  return undefined;
}

function titleOf(fix: SchNode): string | undefined {
  const title = elements(fix, 'description').flatMap((one) => elements(one, 'title'))[0];
  return title && wordsOf(title);
}

const constant = /^\s*(?:\.\/)?(?:@\*\s*[|,]\s*)?node\(\)\s*$/;

/** What an element of a fix does, where we can offer it; undefined where it asks the user, or makes markup of more than a text. */
function stepOf(node: SchNode, parameters: Parameters): SchFixStep | undefined {
  const value = (name: string): string | undefined => {
    const text = attribute(node, name);
    return text === undefined ? undefined : fill(text, parameters);
  };
  const match = value('match') ?? '.';
  const kind = value('node-type');
  const target = value('target');
  const select = value('select');
  if (node.children.some((child) => typeof child !== 'string')) return undefined;
  const text = wordsOf(node);
  const content = select ?? (text === '' ? "''" : `'${text.replaceAll("'", "''")}'`);
  const bare = target !== undefined && /^[^\s{}$()'"]+$/.test(target) ? target : undefined;
  if (node.local === 'delete') return { kind: 'delete', match };
  if (node.local === 'add' && bare !== undefined && kind === 'attribute')
    return { kind: 'add-attribute', match, target: bare, content };
  if (node.local !== 'replace' || bare === undefined) return undefined;
  const keepsContent = select !== undefined && constant.test(select) && (kind === 'keep' || kind === 'element');
  if (keepsContent) return { kind: 'rename', match, target: bare };
  return kind === 'attribute' ? { kind: 'replace-attribute', match, target: bare, content } : undefined;
}

function fixOf(node: SchNode, parameters: Parameters): SchFix[] {
  if (node.local === 'group') return elements(node, 'fix').flatMap((one) => fixOf(one, parameters));
  const title = titleOf(node);
  if (title === undefined) return [];
  const acts = elements(node).filter(({ local }) => local !== 'description' && local !== 'param');
  const steps = acts.map((one) => stepOf(one, parameters));
  const when = attribute(node, 'use-when');
  const isWhole = steps.length > 0 && steps.every((one) => one !== undefined) && elements(node, 'param').length === 0;
  return [
    {
      title,
      when: when === undefined ? undefined : fill(when, parameters),
      steps: isWhole ? steps : [],
      node,
    },
  ];
}

/** The fixes that an assertion names, in its order. */
export const fixesOf = (root: SchNode, rule: SchNode, ids: string | undefined, parameters: Parameters): SchFix[] =>
  (ids ?? '').split(/\s+/).flatMap((id) => {
    const found = id === '' ? undefined : (find(rule, id) ?? find(root, id));
    return found ? fixOf(found, parameters) : [];
  });

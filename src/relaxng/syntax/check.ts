import type { Problems } from './problems.ts';
import { attributeOf, ownChildren, RNG, textOf } from './tree.ts';
import type { SchemaElement } from './tree.ts';

/** Checks that a schema in XML syntax follows the grammar of section 3 of the specification. */

type Content = 'patterns' | 'definitions' | 'included' | 'names' | 'text' | 'nothing' | 'special';

interface Shape {
  readonly attributes: readonly string[];
  readonly required?: string;
  readonly content: Content;
}

const patternShapes: Readonly<Record<string, Shape>> = {
  element: { attributes: ['name'], content: 'special' },
  attribute: { attributes: ['name'], content: 'special' },
  group: { attributes: [], content: 'patterns' },
  interleave: { attributes: [], content: 'patterns' },
  choice: { attributes: [], content: 'patterns' },
  optional: { attributes: [], content: 'patterns' },
  zeroOrMore: { attributes: [], content: 'patterns' },
  oneOrMore: { attributes: [], content: 'patterns' },
  list: { attributes: [], content: 'patterns' },
  mixed: { attributes: [], content: 'patterns' },
  ref: { attributes: ['name'], required: 'name', content: 'nothing' },
  parentRef: { attributes: ['name'], required: 'name', content: 'nothing' },
  empty: { attributes: [], content: 'nothing' },
  text: { attributes: [], content: 'nothing' },
  notAllowed: { attributes: [], content: 'nothing' },
  value: { attributes: ['type'], content: 'text' },
  data: { attributes: ['type'], required: 'type', content: 'special' },
  externalRef: { attributes: ['href'], required: 'href', content: 'nothing' },
  grammar: { attributes: [], content: 'definitions' },
};

const definitionShapes: Readonly<Record<string, Shape>> = {
  start: { attributes: ['combine'], content: 'patterns' },
  define: { attributes: ['name', 'combine'], required: 'name', content: 'patterns' },
  div: { attributes: [], content: 'definitions' },
  include: { attributes: ['href'], required: 'href', content: 'included' },
};

const nameShapes: Readonly<Record<string, Shape>> = {
  name: { attributes: [], content: 'text' },
  anyName: { attributes: [], content: 'special' },
  nsName: { attributes: [], content: 'special' },
  choice: { attributes: [], content: 'names' },
};

const everywhere = ['ns', 'datatypeLibrary'];

/** Checks a whole schema; the root must be a pattern. */
export function checkSyntax(root: SchemaElement, problems: Problems): void {
  if (root.uri !== RNG) {
    problems.add('schema-syntax', `<${root.local}> is no RELAX NG schema: it is not in the namespace ${RNG}.`, root);
  } else checkElement(root, patternShapes, problems);
}

type Shapes = Readonly<Record<string, Shape>>;

function checkElement(element: SchemaElement, shapes: Shapes, problems: Problems): void {
  const shape = Object.hasOwn(shapes, element.local) ? shapes[element.local] : undefined;
  if (shape === undefined) {
    problems.add('schema-syntax', `<${element.local}> has no place here in a RELAX NG schema.`, element);
    return;
  }
  if (!checkAttributes(element, shape, problems)) return;
  if (shape.content !== 'text') checkNoText(element, problems);
  const children = ownChildren(element);
  if (shape.content === 'text') checkTextOnly(element, problems);
  else if (shape.content === 'nothing') refuseAll(children, problems);
  else if (shape.content === 'special') checkSpecial(element, children, problems);
  else checkAll(element, children, shape.content, problems);
}

/** Answers whether they are right; if not, nothing else about the element is worth telling. */
function checkAttributes(element: SchemaElement, shape: Shape, problems: Problems): boolean {
  const before = problems.findings.length;
  for (const { uri, local } of element.attributes) {
    const known = uri === '' ? shape.attributes.includes(local) || everywhere.includes(local) : uri !== RNG;
    if (!known) problems.add('schema-syntax', `<${element.local}> has no attribute “${local}”.`, element);
  }
  if (shape.required !== undefined && attributeOf(element, shape.required) === undefined) {
    problems.add('schema-syntax', `<${element.local}> lacks its attribute “${shape.required}”.`, element);
  }
  return problems.findings.length === before;
}

function checkNoText(element: SchemaElement, problems: Problems): void {
  if (/[^ \t\n\r]/.test(textOf(element))) {
    problems.add('schema-syntax', `There is text in <${element.local}>, where none is allowed.`, element);
  }
}

function checkTextOnly(element: SchemaElement, problems: Problems): void {
  if (!element.children.some((child) => child.kind === 'element')) return;
  problems.add('schema-syntax', `<${element.local}> can hold only text.`, element);
}

function refuseAll(children: readonly SchemaElement[], problems: Problems): void {
  for (const child of children) {
    problems.add('schema-syntax', `<${child.local}> has no place here in a RELAX NG schema.`, child);
  }
}

const includedShapes: Shapes = {
  start: definitionShapes.start!,
  define: definitionShapes.define!,
  div: { attributes: [], content: 'included' },
};

function checkAll(
  element: SchemaElement,
  children: readonly SchemaElement[],
  content: Content,
  problems: Problems,
): void {
  const shapes =
    content === 'patterns'
      ? patternShapes
      : content === 'names'
        ? nameShapes
        : content === 'included'
          ? includedShapes
          : definitionShapes;
  for (const child of children) checkElement(child, shapes, problems);
  const needsOne = content === 'patterns' || content === 'names';
  if (needsOne && children.length === 0) problems.add('schema-syntax', `<${element.local}> is empty.`, element);
  if (element.local === 'start' && children.length > 1) {
    problems.add('schema-syntax', '<start> can hold only one pattern.', element, 'Put them into a <group>.');
  }
}

function checkSpecial(element: SchemaElement, children: readonly SchemaElement[], problems: Problems): void {
  if (element.local === 'data') checkData(children, problems);
  else if (element.local === 'anyName' || element.local === 'nsName')
    checkExcept(element, children, nameShapes, problems);
  else checkNamed(element, children, problems);
}

/** `<data>`: parameters, then at most one exception. */
function checkData(children: readonly SchemaElement[], problems: Problems): void {
  children.forEach((child, i) => {
    if (child.local === 'param') checkElement(child, paramShapes, problems);
    else if (child.local === 'except' && i === children.length - 1) {
      checkAttributes(child, { attributes: [], content: 'patterns' }, problems);
      checkNoText(child, problems);
      checkAll(child, ownChildren(child), 'patterns', problems);
    } else problems.add('schema-syntax', `<${child.local}> has no place here in <data>.`, child);
  });
}

const paramShapes: Shapes = { param: { attributes: ['name'], required: 'name', content: 'text' } };

function checkExcept(
  element: SchemaElement,
  children: readonly SchemaElement[],
  shapes: Shapes,
  problems: Problems,
): void {
  children.forEach((child, i) => {
    if (child.local !== 'except' || i > 0) {
      problems.add('schema-syntax', `<${child.local}> has no place here in <${element.local}>.`, child);
      return;
    }
    checkAttributes(child, { attributes: [], content: 'names' }, problems);
    checkNoText(child, problems);
    const names = ownChildren(child);
    if (names.length === 0) problems.add('schema-syntax', '<except> is empty.', child);
    for (const name of names) checkElement(name, shapes, problems);
  });
}

/** `<element>` and `<attribute>`: a name or a name class, then patterns: at least one, of an attribute at most one. */
function checkNamed(element: SchemaElement, children: readonly SchemaElement[], problems: Problems): void {
  const named = attributeOf(element, 'name') !== undefined;
  const [nameClass, ...rest] = children;
  const patterns = named ? children : rest;
  if (!named) {
    if (nameClass === undefined) problems.add('schema-syntax', `<${element.local}> has no name.`, element);
    else checkElement(nameClass, nameShapes, problems);
  }
  for (const pattern of patterns) checkElement(pattern, patternShapes, problems);
  if (element.local === 'element' && patterns.length === 0) {
    problems.add('schema-syntax', '<element> has no content.', element, 'Write <empty/> if it should be empty.');
  }
  if (element.local === 'attribute' && patterns.length > 1) {
    problems.add('schema-syntax', '<attribute> can hold only one pattern.', element);
  }
}

import type { Finding } from '../../diagnostics/finding.ts';
import { sourceText } from '../../source/text.ts';
import { customStyle, type ShellSources } from './shell.ts';
import { templateNames, templateOptions } from './template-names.ts';

/** What is wrong with the templates of an edition, before any page is made from them. */

interface Place {
  readonly line: number;
  /** From 0. */
  readonly column: number;
}

/** The part of Handlebars' syntax tree that is read here. */
interface Node {
  readonly type?: string;
  readonly data?: boolean;
  readonly depth?: number;
  readonly parts?: readonly unknown[];
  readonly original?: string;
  readonly name?: Node;
  readonly path?: Node;
  readonly params?: readonly unknown[];
  readonly hash?: { readonly pairs: readonly { readonly key: string }[] };
  readonly blockParams?: readonly string[];
  readonly loc?: { readonly start: Place };
}

const helpers: ReadonlySet<string> = new Set(['if', 'unless', 'each', 'with', 'lookup', 'log', 'bdi']);
const dataNames: ReadonlySet<string> = new Set(['root', 'index', 'key', 'first', 'last', 'partial-block']);

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

function everyNode(node: unknown, visit: (node: Node) => void): void {
  if (!isNode(node)) return;
  if (typeof node.type === 'string') visit(node);
  // The name of a partial looks like a field and is none.
  const passed = node.type?.startsWith('Partial') === true ? ['loc', 'name'] : ['loc'];
  for (const [key, value] of Object.entries(node)) if (!passed.includes(key)) everyNode(value, visit);
}

interface Use {
  readonly name: string;
  readonly at: Place;
}

/** What a template uses: fields, partials; and the names it makes itself (block parameters, arguments of partials). */
interface Uses {
  readonly fields: Use[];
  readonly partials: Use[];
  readonly own: Set<string>;
}

function usesOf(tree: unknown): Uses {
  const uses: Uses = { fields: [], partials: [], own: new Set() };
  everyNode(tree, (node) => {
    for (const name of node.blockParams ?? []) uses.own.add(name);
    const at = node.loc?.start ?? { line: 1, column: 0 };
    if (node.type!.startsWith('Partial')) {
      for (const { key } of node.hash?.pairs ?? []) uses.own.add(key);
      if (node.name?.type === 'PathExpression') uses.partials.push({ name: node.name.original!, at });
    } else if (node.type === 'PathExpression') {
      const known = node.data === true ? dataNames : undefined;
      for (const part of node.parts ?? [])
        if (typeof part === 'string' && !known?.has(part)) uses.fields.push({ name: part, at });
    }
  });
  return uses;
}

type Fault = Error & {
  readonly hash?: {
    readonly line?: number;
    readonly loc?: { readonly last_line: number; readonly last_column: number };
  };
  readonly lineNumber?: number;
  readonly column?: number;
};

const placeOfFault = ({ hash, lineNumber, column }: Fault): Place =>
  hash?.loc
    ? { line: hash.loc.last_line, column: hash.loc.last_column }
    : { line: lineNumber ?? (hash?.line ?? 0) + 1, column: column ?? 0 };

function findingAt(name: string, content: string, { line, column }: Place, finding: Omit<Finding, 'span'>): Finding {
  const source = sourceText(`templates/${name}`, content);
  const lines = content.split('\n');
  const offset = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0) + column;
  return { ...finding, span: source.span(offset, offset + 1) };
}

function broken(name: string, content: string, fault: Fault): Finding {
  const [first] = fault.message.split('\n');
  const what = fault.hash
    ? 'the tag is not as Handlebars wants it here'
    : first!
        .replace(/ - \d+:\d+$/, '')
        .replace('You specified knownHelpersOnly, but used the unknown helper', 'there is no helper');
  return findingAt(name, content, placeOfFault(fault), {
    code: 'broken-template',
    severity: 'error',
    message: `The template cannot be read: ${what}.`,
    why: 'No page can be made from it.',
    fix: 'Look at the braces: {{field}}, {{{html}}}, {{#if field}} … {{/if}}, {{> partial}}.',
  });
}

const noSuchField = (name: string, content: string, { name: field, at }: Use): Finding =>
  findingAt(name, content, at, {
    code: 'template-variable',
    severity: 'error',
    message: `There is no “${field}” for templates.`,
    why: 'The page would be empty at this place.',
    fix: 'What a template can use is listed in docs/formats/html.md.',
  });

const noSuchPartial = (name: string, content: string, { name: partial, at }: Use): Finding =>
  findingAt(name, content, at, {
    code: 'template-variable',
    severity: 'error',
    message: `There is no template “${partial}.hbs” to put in here.`,
    fix: `Put ${partial}.hbs into the folder templates, or name one that is there.`,
  });

const unused = (name: string, known: readonly string[]): Finding =>
  findingAt(
    name,
    '',
    { line: 1, column: 0 },
    {
      code: 'unused-template',
      severity: 'review',
      message: `templates/${name} is used by no page.`,
      why: 'A template with a misspelt name replaces nothing.',
      fix: `The templates that can be replaced are: ${known.join(', ')}.`,
    },
  );

/**
 * Findings about the templates of an edition (`own`), which stand in for those of the package (`standard`): those that Handlebars cannot read, fields and
 * partials that do not exist, and files that nothing uses. `others` are names of files in the folder that are no templates.
 */
export async function checkTemplates(
  own: ShellSources,
  standard: ShellSources,
  others: readonly string[],
): Promise<Finding[]> {
  if (Object.keys(own).length === 0) return others.map((name) => unused(name, Object.keys(standard)));
  const { default: handlebars } = await import('handlebars');
  const engine = handlebars.create() as typeof handlebars & {
    Parser: { parseError: (message: string, hash: object) => never };
  };
  engine.Parser.parseError = (message, hash) => {
    throw Object.assign(new Error(message), { hash });
  };
  const all = { ...standard, ...own };
  const findings: Finding[] = [];
  const uses = new Map<string, Uses>();
  for (const [name, content] of Object.entries(all).filter(([name]) => name.endsWith('.hbs'))) {
    try {
      const tree = engine.parse(content);
      engine.precompile(tree, templateOptions);
      uses.set(name, usesOf(tree));
    } catch (error) {
      findings.push(broken(name, content, error as Fault));
    }
  }
  const made = new Set([...uses.values()].flatMap((one) => [...one.own]));
  const called = new Set([...uses.values()].flatMap((one) => one.partials.map(({ name }) => `${name}.hbs`)));
  const exists = (name: string): boolean => templateNames.has(name) || helpers.has(name) || made.has(name);
  for (const [name, { fields, partials }] of uses) {
    if (!Object.hasOwn(own, name)) continue;
    findings.push(...fields.filter((use) => !exists(use.name)).map((use) => noSuchField(name, own[name]!, use)));
    const missing = partials.filter((use) => !Object.hasOwn(all, `${use.name}.hbs`) && use.name !== '@partial-block');
    findings.push(...missing.map((use) => noSuchPartial(name, own[name]!, use)));
  }
  const idle = Object.keys(own).filter(
    (name) => name !== customStyle && !Object.hasOwn(standard, name) && !called.has(name),
  );
  return [...findings, ...[...idle, ...others].map((name) => unused(name, Object.keys(standard)))];
}

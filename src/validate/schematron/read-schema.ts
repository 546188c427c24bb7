import { dirname, resolve } from 'node:path';
import type { Finding, Severity } from '../../diagnostics/finding.ts';
import type { SchemaFiles } from '../schemas/schema-files.ts';
import {
  fill,
  type Parameters,
  type SchAssertion,
  type Schematron,
  type SchPattern,
  type SchRule,
  type SchVariable,
} from './model.ts';
import { extendedRule } from './abstract-rules.ts';
import { embeddedSchema, isGrammar } from './embedded.ts';
import { activePatterns, phaseOf } from './phases.ts';
import { fixesOf } from './read-fixes.ts';
import { compactSyntax, schemaFault, withoutRules } from './schema-fault.ts';
import { attribute, childNodes, foreignNodes, readTree, type SchNode, schematronNamespace } from './tree.ts';

/** Reads a Schematron schema (ISO/IEC 19757-3) and makes it plain. */

interface Reader {
  readonly files: SchemaFiles;
  readonly findings: Finding[];
  /** Files that are being included, so that none includes itself. */
  readonly including: string[];
}

/** The file that an `href` means: one of those that were read with the schema. */
function target(reader: Reader, node: SchNode, at: string): { root: SchNode; at: string } | undefined {
  const [path, id] = (attribute(node, 'href') ?? '').split('#') as [string, string?];
  const full = resolve(dirname(at), path);
  const source = reader.files.sources.get(full);
  const refuse = (message: string): undefined => void reader.findings.push(schemaFault(node, message));
  if (!source) return refuse(`The schema includes “${path}”, which is missing.`);
  if (reader.including.includes(full)) return refuse(`The schema includes “${path}”, which includes itself.`);
  const { root, findings } = readTree(source);
  reader.findings.push(...findings);
  const found = root && (id === undefined ? root : findById(root, id));
  return found && { root: found, at: full };
}

function findById(node: SchNode, id: string): SchNode | undefined {
  if (attribute(node, 'id') === id || attribute(node, 'xml:id') === id) return node;
  for (const child of node.children) {
    const found = typeof child === 'string' ? undefined : findById(child, id);
    if (found) return found;
  }
  return undefined;
}

/** Puts what is included in place of `include` and of `extends` with an address. */
function withIncluded(reader: Reader, node: SchNode, at: string): SchNode {
  const children = node.children.flatMap((child): (SchNode | string)[] => {
    if (typeof child === 'string') return [child];
    const brings =
      child.uri === schematronNamespace &&
      (child.local === 'include' || child.local === 'extends') &&
      attribute(child, 'href') !== undefined;
    if (!brings) return [child.uri === schematronNamespace ? withIncluded(reader, child, at) : child];
    const found = target(reader, child, at);
    if (!found) return [];
    reader.including.push(found.at);
    const whole = withIncluded(reader, found.root, found.at);
    reader.including.pop();
    return child.local === 'include' ? [whole] : whole.children;
  });
  return { ...node, children };
}

const variablesOf = (node: SchNode, parameters: Parameters): SchVariable[] =>
  childNodes(node, 'let').map((one) => {
    const value = attribute(one, 'value') ?? attribute(one, 'select');
    return { name: attribute(one, 'name') ?? '', value: value && fill(value, parameters), node: one };
  });

/** What `role` says, in the words that are in use. */
function severityOf(roles: readonly (string | undefined)[]): Severity {
  const role = roles.find((one) => one !== undefined)?.toLowerCase() ?? '';
  if (role.startsWith('warn')) return 'review';
  return /^(info|note|hint)/.test(role) ? 'note' : 'error';
}

function assertionOf(
  root: SchNode,
  pattern: SchNode,
  rule: SchNode,
  node: SchNode,
  parameters: Parameters,
): SchAssertion {
  const ids = (attribute(node, 'diagnostics') ?? '').split(/\s+/);
  const diagnostics = childNodes(root, 'diagnostics').flatMap((one) => childNodes(one, 'diagnostic'));
  const subject = attribute(node, 'subject') ?? attribute(rule, 'subject');
  return {
    kind: node.local as 'assert' | 'report',
    test: fill(attribute(node, 'test') ?? '', parameters),
    id: attribute(node, 'id'),
    severity: severityOf([attribute(node, 'role'), attribute(rule, 'role'), attribute(pattern, 'role')]),
    subject: subject && fill(subject, parameters),
    content: node.children,
    diagnostics: diagnostics.filter((one) => ids.includes(attribute(one, 'id') ?? '')),
    fixes: fixesOf(root, rule, attribute(node, 'sqf:fix'), parameters),
    node,
    parameters,
  };
}

function ruleOf(root: SchNode, pattern: SchNode, rule: SchNode, parameters: Parameters, findings: Finding[]): SchRule {
  const { children, faults } = extendedRule(root, pattern, rule);
  for (const node of faults)
    findings.push(schemaFault(node, `There is no abstract rule “${attribute(node, 'rule') ?? ''}” to extend.`));
  const assertions = children.filter(({ local }) => local === 'assert' || local === 'report');
  return {
    context: fill(attribute(rule, 'context') ?? '', parameters),
    variables: variablesOf({ ...rule, children: [...children] }, parameters),
    assertions: assertions.map((node) => assertionOf(root, pattern, rule, node, parameters)),
    node: rule,
    parameters,
  };
}

/** A pattern, or what an abstract one becomes with the parameters of one that `is-a` it. */
function patternOf(root: SchNode, node: SchNode, findings: Finding[]): SchPattern | undefined {
  const isA = attribute(node, 'is-a');
  const base = isA === undefined ? node : childNodes(root, 'pattern').find((one) => attribute(one, 'id') === isA);
  if (!base) {
    findings.push(schemaFault(node, `There is no abstract pattern “${isA}”.`));
    return undefined;
  }
  const parameters: Parameters = childNodes(node, 'param')
    .map((one) => [attribute(one, 'name') ?? '', attribute(one, 'value') ?? ''] as const)
    .sort(([a], [b]) => b.length - a.length);
  const rules = childNodes(base, 'rule').filter((rule) => attribute(rule, 'abstract') !== 'true');
  return {
    variables: [...variablesOf(base, parameters), ...(base === node ? [] : variablesOf(node, parameters))],
    rules: rules.map((rule) => ruleOf(root, base, rule, parameters, findings)),
    parameters,
  };
}

const xsltNamespace = 'http://www.w3.org/1999/XSL/Transform';
const usable = /^(function|key|template|variable|param|decimal-format|accumulator|character-map)$/;

function foreignOf(root: SchNode, findings: Finding[]): SchNode[] {
  return foreignNodes(root).filter((node) => {
    if (node.uri !== xsltNamespace) return false;
    if (usable.test(node.local)) return true;
    findings.push(
      schemaFault(
        node,
        `<${node.tag.name}> cannot be used in a Schematron schema here.`,
        'Put what it includes into the schema itself.',
      ),
    );
    return false;
  });
}

/** The outermost element of a schema; missing where the file is none, which `findings` say. */
function outermostOf(files: SchemaFiles): { outermost?: SchNode; findings: Finding[] } {
  const source = files.sources.get(files.path)!;
  if (files.path.endsWith('.rnc')) return { findings: [compactSyntax(source)] };
  const { root, findings } = readTree(source);
  if (!root) return { findings };
  if (root.uri === schematronNamespace && root.local === 'schema') return { outermost: root, findings };
  const embedded = isGrammar(root) ? embeddedSchema(root, files) : undefined;
  if (embedded) return { outermost: embedded, findings };
  if (isGrammar(root)) return { findings: [withoutRules(root)] };
  const isOld = root.uri === 'http://www.ascc.net/xml/schematron';
  const message = isOld
    ? 'This is Schematron 1.5, which is older than the standard.'
    : `This is not a Schematron schema: its outermost element is <${root.tag.name}>.`;
  return { findings: [schemaFault(root, message, `Write <schema xmlns="${schematronNamespace}">.`)] };
}

/** Reads a schema; it is missing where it has mistakes, which `findings` tell. */
export function readSchematron(files: SchemaFiles, wanted?: string): { schema?: Schematron; findings: Finding[] } {
  const { outermost, findings } = outermostOf(files);
  if (!outermost) return { findings };
  const root = withIncluded({ files, findings, including: [files.path] }, outermost, files.path);
  const phase = phaseOf(root, wanted, findings);
  const patterns = activePatterns(root, phase).flatMap((node) => patternOf(root, node, findings) ?? []);
  const foreign = foreignOf(root, findings);
  const parts = [...patterns.flatMap(({ rules }) => rules)];
  for (const rule of parts) {
    if (rule.context === '') findings.push(schemaFault(rule.node, 'This rule has no context.'));
    for (const one of rule.assertions)
      if (one.test === '') findings.push(schemaFault(one.node, 'This assertion has no test.'));
  }
  const namespaces = childNodes(root, 'ns').map(
    (one) => [attribute(one, 'prefix') ?? '', attribute(one, 'uri') ?? ''] as const,
  );
  const declared = root.tag.attributes.flatMap(({ name, value }) =>
    name.startsWith('xmlns:') ? [[name.slice(6), value] as const] : [],
  );
  const known = new Map([...declared, ...namespaces]);
  const variables = [root, ...(phase ? [phase] : [])].flatMap((one) => variablesOf(one, []));
  const schema: Schematron = { namespaces: [...known], variables, patterns, foreign };
  return findings.length > 0 ? { findings } : { schema, findings };
}

import {
  fill,
  type Parameters,
  type SchAssertion,
  type SchFix,
  type Schematron,
  type SchPattern,
  type SchRule,
  type SchVariable,
} from './model.ts';
import { attribute, type SchNode, schematronNamespace } from './tree.ts';

/**
 * Writes a schema as an XSLT 3.0 stylesheet. Each pattern is a mode, each rule a template, the first of a pattern going first; what is found
 * is reported as `<f>` with the number of its assertion and the place of the node: the positions of the elements from
 * the root down.
 */

export interface SchematronStylesheet {
  readonly text: string;
  /** By their numbers. */
  readonly assertions: readonly SchAssertion[];
  /** The part of the schema that a line of the stylesheet comes from. */
  readonly origins: ReadonlyMap<number, SchNode>;
}

/** Prefix of our own names; no schema uses it. */
const own = 'octavo-sch';

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const quote = (text: string): string =>
  `"${escape(text)
    .replace(/"/g, '&quot;')
    .replace(/[\t\r\n]/g, ' ')}"`;

interface Writer {
  readonly lines: string[];
  readonly assertions: SchAssertion[];
  readonly origins: Map<number, SchNode>;
}

function put(writer: Writer, line: string, origin?: SchNode): void {
  const lines = line.split(/\r\n?|\n/);
  if (origin) for (let i = 1; i <= lines.length; i++) writer.origins.set(writer.lines.length + i, origin);
  writer.lines.push(...lines);
}

/** An element as it is written in the schema. */
const raw = ({ source, tag, end }: SchNode): string => source.text.slice(tag.start, end);

function putVariable(writer: Writer, { name, value, node }: SchVariable): void {
  const content = node.children.some((child) => typeof child !== 'string');
  if (value !== undefined || !content)
    put(writer, `<xsl:variable name=${quote(name)} select=${quote(value ?? "''")}/>`, node);
  else {
    const inner = node.source.text.slice(node.tag.end, node.source.text.lastIndexOf('</', node.end));
    put(writer, `<xsl:variable name=${quote(name)}>${inner}</xsl:variable>`, node);
  }
}

/** What is said, with its values (ISO 19757-3, 5.4.14 and 5.5.12; white space is made single later). */
function message(content: SchNode['children'], parameters: Parameters): string {
  return content
    .map((child) => {
      if (typeof child === 'string') return `<xsl:text>${escape(child)}</xsl:text>`;
      if (child.uri !== schematronNamespace) return child.uri.endsWith('/XSL/Transform') ? raw(child) : '';
      if (child.local === 'value-of')
        return `<xsl:value-of select=${quote(fill(attribute(child, 'select') ?? "''", parameters))}/>`;
      if (child.local === 'name')
        return `<xsl:value-of select=${quote(`name(${fill(attribute(child, 'path') ?? '.', parameters)})`)}/>`;
      return message(child.children, parameters);
    })
    .join('');
}

/** A quick fix that is offered is reported as `<q>`, with an `<e>` for each node that it changes. */
function putFix(writer: Writer, { when, steps, node }: SchFix, number: number): void {
  if (when !== undefined) put(writer, `<xsl:if test=${quote(when)}>`, node);
  put(writer, `<q n="${number}">`);
  for (const [i, step] of steps.entries()) {
    const content = 'content' in step ? `<xsl:value-of select=${quote(step.content)}/>` : '';
    const change = `<e s="${i}"><xsl:attribute name="p" select="${own}:place(.)"/>${content}</e>`;
    put(
      writer,
      `<xsl:for-each select=${quote(`(${step.match})[. instance of element() or . instance of attribute()]`)}>`,
      node,
    );
    put(writer, `${change}</xsl:for-each>`, node);
  }
  put(writer, `</q>${when === undefined ? '' : '</xsl:if>'}`);
}

/** A failure of one assertion must not end the others: it is reported as `<x>`. */
function putAssertion(writer: Writer, assertion: SchAssertion): void {
  const { kind, test, subject, content, diagnostics, node, parameters } = assertion;
  const number = writer.assertions.push(assertion) - 1;
  // Where the subject selects nothing, the finding is about the context.
  const place = `${own}:place(${subject === undefined ? '.' : `((${subject})[. instance of node()], .)[1]`})`;
  // The test stands alone in its attribute, so that the compiler's messages show it as it is written.
  put(writer, '<xsl:try><xsl:choose>');
  put(writer, `<xsl:when test=${quote(test)}>`, node);
  if (kind === 'assert') put(writer, '</xsl:when><xsl:otherwise>');
  put(writer, `<f a="${number}"><xsl:attribute name="p" select=${quote(place)}/>`, node);
  put(writer, `<m>${message(content, parameters)}</m>`, node);
  for (const one of diagnostics) put(writer, `<d>${message(one.children, parameters)}</d>`, one);
  assertion.fixes.forEach((fix, i) => putFix(writer, fix, i));
  put(writer, kind === 'assert' ? '</f></xsl:otherwise>' : '</f></xsl:when>');
  put(writer, '</xsl:choose>');
  put(writer, `<xsl:catch><x a="${number}"><xsl:value-of select="$err:description"/></x></xsl:catch></xsl:try>`);
}

/** Where a context may match something else than elements, those are looked at too. */
const beyondElements = (contexts: readonly string[]): string => {
  const bare = contexts.map(withoutPredicates).join(' | ');
  const all = /\bnode\s*\(/.test(bare);
  const kinds = [
    ...(all || /@|attribute\s*\(|attribute::/.test(bare) ? ['@*'] : []),
    ...(all || /\btext\s*\(|comment\s*\(|processing-instruction\s*\(/.test(bare)
      ? ['text() | comment() | processing-instruction()']
      : []),
  ];
  return ['*', ...kinds].join(' | ');
};

function withoutPredicates(path: string): string {
  let depth = 0;
  let quoted = '';
  let bare = '';
  for (const sign of path) {
    if (quoted !== '') quoted = sign === quoted ? '' : quoted;
    else if (sign === '"' || sign === "'") quoted = sign;
    else if (sign === '[') depth++;
    else if (sign === ']') depth--;
    else if (depth === 0) bare += sign;
  }
  return bare;
}

function putRule(writer: Writer, rule: SchRule, mode: string, priority: number, next: string): void {
  const guarded = rule.variables.length > 0;
  put(writer, `<xsl:template match=${quote(rule.context)} mode="${mode}" priority="${priority}">`, rule.node);
  if (guarded) put(writer, '<xsl:try>');
  for (const one of rule.variables) putVariable(writer, one);
  for (const one of rule.assertions) putAssertion(writer, one);
  if (guarded) {
    const first = writer.assertions.length - rule.assertions.length;
    put(writer, `<xsl:catch><x a="${first}"><xsl:value-of select="$err:description"/></x></xsl:catch></xsl:try>`);
  }
  put(writer, `<xsl:apply-templates select="${next}" mode="${mode}"/></xsl:template>`);
}

function putPattern(writer: Writer, pattern: SchPattern, mode: string): void {
  const next = beyondElements(pattern.rules.map(({ context }) => context));
  pattern.rules.forEach((rule, i) => putRule(writer, rule, mode, pattern.rules.length - i, next));
  put(
    writer,
    `<xsl:template match="* | /" mode="${mode}" priority="-1"><xsl:apply-templates select="${next}" mode="${mode}"/></xsl:template>`,
  );
  put(
    writer,
    `<xsl:template match="@* | text() | comment() | processing-instruction()" mode="${mode}" priority="-2"/>`,
  );
}

const placeFunction = `<xsl:function name="${own}:place" as="xs:string">
<xsl:param name="node" as="node()?"/>
<xsl:variable name="element" select="$node/ancestor-or-self::*[1]"/>
<xsl:sequence select="string-join($element/ancestor-or-self::* ! string(count(preceding-sibling::*) + 1), '/') || (if ($node instance of attribute()) then '@' || name($node) else '')"/>
</xsl:function>`;

/** Writes the stylesheet. */
export function writeStylesheet({ namespaces, variables, patterns, foreign }: Schematron): SchematronStylesheet {
  const writer: Writer = { lines: [], assertions: [], origins: new Map() };
  const fixed = new Map([
    ['xsl', 'http://www.w3.org/1999/XSL/Transform'],
    ['xs', 'http://www.w3.org/2001/XMLSchema'],
    ['err', 'http://www.w3.org/2005/xqt-errors'],
    [own, 'urn:octavo:schematron'],
  ]);
  const all = new Map([...namespaces.filter(([prefix]) => !['xsl', 'err', own, ''].includes(prefix)), ...fixed]);
  const declarations = [...all].map(([prefix, uri]) => `xmlns:${prefix}=${quote(uri)}`).join(' ');
  put(writer, `<xsl:stylesheet version="3.0" ${declarations} exclude-result-prefixes="#all">`);
  put(writer, placeFunction);
  for (const node of foreign) put(writer, raw(node), node);
  const modes = patterns.map((_, i) => `${own}:p${i}`);
  for (const one of variables) putVariable(writer, one);
  for (const one of patterns.flatMap((pattern) => pattern.variables)) putVariable(writer, one);
  const applies = modes.map((mode) => `<xsl:apply-templates select="/" mode="${mode}"/>`).join('');
  put(writer, `<xsl:template match="/" priority="1000000"><r>${applies}</r></xsl:template>`);
  patterns.forEach((pattern, i) => putPattern(writer, pattern, modes[i]!));
  put(writer, '</xsl:stylesheet>');
  return { text: `${writer.lines.join('\n')}\n`, assertions: writer.assertions, origins: writer.origins };
}

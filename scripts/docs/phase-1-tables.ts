import { elements } from '../../src/model/tei/elements.ts';
import { isPlain } from '../table/plain-templates.ts';
import { code, table } from './page.ts';
import { readXml, type XmlNode } from './xml-tree.ts';
import { alternatives, inWords } from './xpath-in-words.ts';

/** What phase 1 makes of which TEI, read from its stylesheets. */

/** What is made in these is made by the template, in some cases or in one view. */
const conditions = new Set(['xsl:if', 'xsl:choose', 'xsl:when', 'xsl:otherwise', 'xsl:for-each', 'view']);

/** The first node of the reading edition that a template makes, and whether it makes it always. */
function madeIn(node: XmlNode): { readonly made: XmlNode; readonly always: boolean } | undefined {
  for (const child of node.children) {
    const isMade = !child.name.startsWith('xsl:') || child.name === 'xsl:element';
    if (isMade && child.name !== 'view') return { made: child, always: true };
    const inner = conditions.has(child.name) ? madeIn(child) : undefined;
    if (inner) return { made: inner.made, always: inner.always && child.name !== 'xsl:if' };
  }
  return undefined;
}

function attributeOf(made: XmlNode, wanted: 'role' | 'is'): string | undefined {
  const attribute = made.children.find(
    ({ name, attributes }) => name === 'xsl:attribute' && attributes['name'] === wanted,
  );
  const said = made.attributes[wanted] ?? attribute?.attributes['select'];
  return said === undefined ? undefined : inWords(said);
}

/** The role, or the status that takes its place. */
function roleOf(made: XmlNode): string {
  const status = attributeOf(made, 'is');
  return status === undefined ? (attributeOf(made, 'role') ?? '') : `status: ${status}`;
}

/** What a template does that leaves what is made to the one behind it. */
export const inOneView = 'the same, in one view only';

const does = (node: XmlNode, instruction: string): boolean =>
  node.children.some((child) => child.name === instruction || (conditions.has(child.name) && does(child, instruction)));

function becomes(template: XmlNode): readonly [kind: string, role: string] {
  const found = madeIn(template);
  if (found) {
    const { made, always } = found;
    const kind = made.name === 'xsl:element' ? inWords(made.attributes['name']!) : made.name;
    return [always ? kind : `${kind}, or nothing`, roleOf(made)];
  }
  if (template.children.every(({ name }) => name === 'view') && does(template, 'xsl:next-match')) return [inOneView, ''];
  if (does(template, 'xsl:apply-templates')) return ['what it holds', ''];
  return [template.children.some(({ name }) => name === 'xsl:text') ? 'a space' : 'nothing', ''];
}

/** Templates for elements of TEI in the mode that makes the reading edition. */
const isRule = ({ name, attributes: { match, mode } }: XmlNode): boolean =>
  name === 'xsl:template' && match !== undefined && !/^\/|^o:/.test(match) && (mode ?? 'm:reading') === 'm:reading';

/** A row for each kind and role of the elements that the table decides about, with all elements that become that. */
function tableRows(): string[][] {
  const rows = new Map<string, string[]>();
  for (const [element, rule] of Object.entries(elements)) {
    if (!isPlain(rule) || rule.names !== undefined) continue;
    const role = rule.status === undefined ? (rule.role ?? '') : `status: ${rule.status}`;
    const own = rule.role === element ? 'the name of the element' : role;
    const key = JSON.stringify([rule.becomes, own]);
    rows.set(key, [...(rows.get(key) ?? []), element]);
  }
  return [...rows].map(([key, names]) => [names.map(code).join(', '), ...(JSON.parse(key) as string[])]);
}

/** The patterns of a template, as one writes them in the stylesheets. */
const patternsOf = (rule: XmlNode): string[] =>
  alternatives(rule.attributes['match']!).map((pattern) => pattern.replaceAll('tei:', ''));

/** What a template calls: those of the elements that the table decides about, and of what holds parts of facts, share one. */
const called = (rule: XmlNode): string | undefined =>
  rule.children.find(({ name }) => name === 'xsl:call-template')?.attributes['name'];

/** The rows of the templates of a module: one for each, but those that look a table up have its rows together. */
function rowsOf(rules: readonly XmlNode[]): string[][] {
  const plain = rules.find((rule) => called(rule) === 'local:plain');
  return rules.flatMap((rule) => {
    if (rule === plain) return tableRows();
    return called(rule) === undefined ? [[patternsOf(rule).map(code).join(', '), ...becomes(rule)]] : [];
  });
}

/** A heading, what the module is about, and a row for each of its templates; nothing where it has none. */
function modulePart(folder: string, path: string): string[] {
  const { root, comment } = readXml(`${folder}/${path}`);
  const rows = rowsOf(root.children.filter(isRule));
  if (rows.length === 0) return [];
  const about = comment.replaceAll('<', '&lt;');
  return [`### ${path.replace(/^.*\//, '')}\n\n${about}\n\n${table(['TEI', 'becomes', 'role'], rows)}`];
}

/** Modules of the folder `1-reading`, in the order in which the entry includes them. */
function modulesOf(folder: string): string[] {
  const { root } = readXml(`${folder}/reading.xsl`);
  const modules = root.children.flatMap(({ name, attributes }) => (name === 'xsl:include' ? [attributes['href']!] : []));
  return modules.filter((path) => path.startsWith('1-reading/'));
}

/** What all modules make of which TEI. */
export const phase1Tables = (folder: string): string =>
  modulesOf(folder)
    .flatMap((path) => modulePart(folder, path))
    .join('\n\n');

/** A pattern of a template that is written by hand, what the template makes, and the module it is in. */
export interface HandWritten {
  readonly pattern: string;
  readonly kind: string;
  readonly role: string;
  /** `structure` */
  readonly module: string;
}

/** The patterns of all templates that are written by hand. */
export const handWritten = (folder: string): HandWritten[] =>
  modulesOf(folder)
    .filter((path) => path !== '1-reading/table.xsl')
    .flatMap((path) => {
      const module = path.replace(/^.*\/|\.xsl$/g, '');
      const rules = readXml(`${folder}/${path}`).root.children.filter(isRule);
      return rules.flatMap((rule) => {
        const [kind, role] = becomes(rule);
        return patternsOf(rule).map((pattern) => ({ pattern, kind, role, module }));
      });
    });

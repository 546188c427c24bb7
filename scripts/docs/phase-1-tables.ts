import { code, table } from './page.ts';
import { readXml, type XmlNode } from './xml-tree.ts';
import { alternatives, inWords } from './xpath-in-words.ts';

/** What phase 1 makes of which TEI, read from its stylesheets. */

const conditions = new Set(['xsl:if', 'xsl:choose', 'xsl:when', 'xsl:otherwise', 'xsl:for-each']);

/** The first node of the reading edition that a template makes, and whether it makes it always. */
function madeIn(node: XmlNode): { readonly made: XmlNode; readonly always: boolean } | undefined {
  for (const child of node.children) {
    if (!child.name.startsWith('xsl:') || child.name === 'xsl:element') return { made: child, always: true };
    const inner = conditions.has(child.name) ? madeIn(child) : undefined;
    if (inner) return { made: inner.made, always: inner.always && child.name !== 'xsl:if' };
  }
  return undefined;
}

function roleOf(made: XmlNode): string {
  const attribute = made.children.find(
    ({ name, attributes }) => name === 'xsl:attribute' && attributes['name'] === 'role',
  );
  const said = made.attributes['role'] ?? attribute?.attributes['select'];
  return said === undefined ? '' : inWords(said);
}

function becomes(template: XmlNode): readonly [kind: string, role: string] {
  const found = madeIn(template);
  if (found) {
    const { made, always } = found;
    const kind = made.name === 'xsl:element' ? inWords(made.attributes['name']!) : made.name;
    return [always ? kind : `${kind}, or nothing`, roleOf(made)];
  }
  if (template.children.some(({ name }) => name === 'xsl:apply-templates')) return ['what it holds', ''];
  return [template.children.some(({ name }) => name === 'xsl:text') ? 'a space' : 'nothing', ''];
}

/** Templates for elements of TEI in the mode that makes the reading edition. */
const isRule = ({ name, attributes: { match, mode } }: XmlNode): boolean =>
  name === 'xsl:template' && match !== undefined && !/^\/|^o:/.test(match) && (mode ?? 'm:reading') === 'm:reading';

/** `'head': 'heading', 'lg': ('block', 'stanza')` → a row for each kind and role, with all elements that become that. */
function tableRows(select: string): string[][] {
  const rows = new Map<string, string[]>();
  const entry = /'(\w+)': (?:'([\w-]+)'|\('([\w-]+)', '([\w-]+)'\))/g;
  for (const [, element, alone, first, role] of select.matchAll(entry)) {
    const kind = alone ?? first;
    const own = role === element ? 'the name of the element' : (role ?? '');
    const key = JSON.stringify([kind, own]);
    rows.set(key, [...(rows.get(key) ?? []), element!]);
  }
  return [...rows].map(([key, elements]) => [elements.map(code).join(', '), ...(JSON.parse(key) as string[])]);
}

/** The rows of a template: one, or those of the table that it looks up. */
function rowsOf(rule: XmlNode, siblings: readonly XmlNode[]): string[][] {
  const name = /^tei:\*\[map:contains\(\$([\w:]+), local-name\(\)\)\]$/.exec(rule.attributes['match']!)?.[1];
  if (name === undefined) return [[alternatives(rule.attributes['match']!).map(code).join(', '), ...becomes(rule)]];
  const table = siblings.find((one) => one.name === 'xsl:variable' && one.attributes['name'] === name);
  return tableRows(table!.attributes['select']!);
}

/** A heading, what the module is about, and a row for each of its templates; nothing where it has none. */
function modulePart(folder: string, path: string): string[] {
  const { root, comment } = readXml(`${folder}/${path}`);
  const rows = root.children.filter(isRule).flatMap((rule) => rowsOf(rule, root.children));
  if (rows.length === 0) return [];
  const about = comment.replaceAll('<', '&lt;');
  return [`### ${path.replace(/^.*\//, '')}\n\n${about}\n\n${table(['TEI', 'becomes', 'role'], rows)}`];
}

/** All modules of the folder `1-reading`, in the order in which the entry includes them. */
export function phase1Tables(folder: string): string {
  const { root } = readXml(`${folder}/reading.xsl`);
  const modules = root.children.flatMap(({ name, attributes }) => (name === 'xsl:include' ? [attributes['href']!] : []));
  return modules
    .filter((path) => path.startsWith('1-reading/'))
    .flatMap((path) => modulePart(folder, path))
    .join('\n\n');
}

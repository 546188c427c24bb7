import { type Group, type Rule, standsAlone } from '../../src/model/tei/rule.ts';

/** `xslt/1-reading/table.xsl`: the templates of all elements for which the table of elements says everything. */

type Elements = Readonly<Record<string, Rule>>;

/** A rule that needs no template written by hand: always one node of the same kind and role. */
export const isPlain = ({ becomes, by }: Rule): boolean =>
  by === undefined && becomes !== 'words' && becomes !== 'nothing' && becomes !== 'contents';

/** Elements of one table whose rules are chosen by `which`, in the order of the table. */
const namesWhere = (elements: Elements, which: (rule: Rule) => boolean): string[] =>
  Object.entries(elements).flatMap(([name, rule]) => (which(rule) ? [name] : []));

/** Puts parts into lines of at most `width` characters, each with `indent` before it. */
function inLines(parts: readonly string[], between: string, indent: string, width = 900): string {
  const lines: string[] = [];
  for (const part of parts) {
    const longer = `${lines.at(-1) ?? ''}${between}${part}`;
    if (lines.length > 0 && indent.length + longer.length <= width) lines[lines.length - 1] = longer;
    else lines.push(part);
  }
  return lines.map((line) => indent + line).join(`${between.trimEnd()}\n`);
}

const entry = (name: string, { becomes, role, status }: Rule): string =>
  status !== undefined
    ? `'${name}': ('${becomes}', '', '${status}')`
    : role === undefined
      ? `'${name}': '${becomes}'`
      : `'${name}': ('${becomes}', '${role}')`;

/** The entries of the map, group by group. */
function mapEntries(elements: Elements): string {
  const groups = new Map<Group, string[]>();
  for (const [name, rule] of Object.entries(elements)) {
    if (!isPlain(rule) || rule.names !== undefined) continue;
    groups.set(rule.group, [...(groups.get(rule.group) ?? []), entry(name, rule)]);
  }
  const parts = [...groups].map(([of, [first, ...others]]) => [`(: ${of} :) ${first}`, ...others]);
  return parts.map((entries) => inLines(entries, ', ', '    ')).join(',\n');
}

/** Templates for names of persons, organizations and places: whatever `role` the source gives them, theirs comes after their attributes. */
function nameTemplates(elements: Elements): string {
  const templates = new Map<string, string[]>();
  for (const [name, rule] of Object.entries(elements)) {
    if (!isPlain(rule) || rule.names === undefined) continue;
    const key = `${rule.becomes} ${rule.names}`;
    templates.set(key, [...(templates.get(key) ?? []), `tei:${name}`]);
  }
  const template = (kind: string, of: string, names: readonly string[]): string =>
    `  <xsl:template match="${names.join(' | ')}">
    <${kind} tei="{local-name()}"><xsl:copy-of select="@*"/><xsl:attribute name="role" select="'${of}'"/><xsl:apply-templates/></${kind}>
  </xsl:template>
`;
  return [...templates].map(([key, names]) => template(...(key.split(' ') as [string, string]), names)).join('');
}

const patterns = (names: readonly string[]): string[] => names.map((name) => `tei:${name}`);

const setOf = (names: readonly string[], value: string): string =>
  inLines(
    names.map((name) => `'${name}': ${value}`),
    ', ',
    '    ',
  );

/** Which elements hold facts or parts of facts, and which are no facts themselves wherever they are. */
function factMaps(elements: Elements): string {
  const holding = (which: Rule['holds']): string[] => namesWhere(elements, ({ holds }) => holds === which);
  return `  <!-- Elements that hold the facts of a record or parts of facts; those that are on lines of their own in any case, or no text. -->
  <xsl:variable name="table:holding" as="map(xs:string, xs:string)" select="map{
${setOf(holding('facts'), "'facts'")},
${setOf(holding('parts'), "'parts'")}
  }"/>
  <xsl:variable name="table:alone" as="map(xs:string, xs:integer)" select="map{
${setOf(namesWhere(elements, standsAlone), '1')}
  }"/>

  <xsl:template priority="20" match="
${inLines(patterns(holding('parts')), ' | ', '    ')}">
    <xsl:call-template name="table:holding-parts"/>
  </xsl:template>
`;
}

const plainNames = (elements: Elements): string[] =>
  namesWhere(elements, (rule) => isPlain(rule) && rule.names === undefined);

/** How many names a rule has. With a priority it stays one rule, whose body is compiled once. */
const namesOfRule = 32;

function plainRules(elements: Elements): string {
  const names = patterns(plainNames(elements));
  const rules = Math.ceil(names.length / namesOfRule);
  return Array.from({ length: rules }, (_, i) => {
    const some = names.slice(i * namesOfRule, (i + 1) * namesOfRule).join(' | ');
    return `  <xsl:template priority="0" match="${some}"><xsl:call-template name="local:plain"/></xsl:template>\n`;
  }).join('');
}

/** The stylesheet, made from the table of elements. */
export function plainTemplates(elements: Elements): string {
  const nothing = namesWhere(elements, ({ becomes }) => becomes === 'nothing').map((name) => `tei:${name}`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<!--
  Elements that always become one node of the same kind and role, and elements that are not text. In: their elements. Out: that node with what the
  element holds, or nothing. Made by \`npm run table\` from the table of elements in src/model/tei: change it there.
-->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:m="urn:octavo:mode"
  xmlns:local="urn:octavo:reading:table" xmlns:table="urn:octavo:reading:facts" default-mode="m:reading" exclude-result-prefixes="#all">

${factMaps(elements)}
  <!-- Element: kind, or kind and role, or kind and status. What depends on attributes or on the place of an element has a template in another module. -->
  <xsl:variable name="local:plain" as="map(xs:string, xs:string+)" select="map{
${mapEntries(elements)}
  }"/>

  <!-- A pattern is a name, so that no element is asked which it is not. A rule has few names: the engine looks at them one by one. -->
${plainRules(elements)}
  <xsl:template name="local:plain">
    <xsl:variable name="becomes" as="xs:string+" select="$local:plain(local-name())"/>
    <xsl:element name="{$becomes[1]}">
      <xsl:attribute name="tei" select="local-name()"/>
      <xsl:if test="$becomes[2]"><xsl:attribute name="role" select="$becomes[2]"/></xsl:if>
      <xsl:if test="$becomes[3]"><xsl:attribute name="is" select="$becomes[3]"/></xsl:if>
      <xsl:copy-of select="@*"/>
      <!-- A fact is what its element is, whatever role the source gives it. -->
      <xsl:if test="@role and $becomes[1] = ('block', 'section')"><xsl:attribute name="role" select="$becomes[2]"/></xsl:if>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <!-- Whatever role a name has in the source, on a page it is the name of somebody or something. -->
${nameTemplates(elements)}
  <!-- Running heads and analysis are not text. -->
  <xsl:template match="
${inLines(nothing, ' | ', '    ')}"/>
</xsl:stylesheet>
`;
}

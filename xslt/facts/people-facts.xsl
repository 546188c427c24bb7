<?xml version="1.0" encoding="UTF-8"?>
<!--
  Who made a text. In: author, editor and respStmt of a header. Out: a person for each name, with the parts that the source marks; what is only in
  the words of a name (a comma, life dates, “et al.”) is read in src/transform/person-name.ts.
-->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:octavo:mode" xmlns:local="urn:octavo:facts:people" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:facts" exclude-result-prefixes="#all">

  <!-- The words of a name, without what is written next to names: dates, identifiers, affiliations, notes. -->
  <xsl:function name="local:name" as="xs:string">
    <xsl:param name="of" as="element()"/>
    <xsl:variable name="words" as="xs:string*"><xsl:apply-templates select="$of/node()" mode="m:name"/></xsl:variable>
    <xsl:sequence select="normalize-space(string-join($words))"/>
  </xsl:function>
  <xsl:template match="text()" mode="m:name"><xsl:sequence select="string()"/></xsl:template>
  <xsl:template match="note | date | birth | death | idno | affiliation | email | address" mode="m:name"/>

  <!-- The elements that hold the names: persons, else organisations; two forms of one name (the same @ref) are one. -->
  <xsl:function name="local:named" as="element()*">
    <xsl:param name="in" as="element()"/>
    <xsl:variable name="first" as="element()*">
      <xsl:for-each-group select="$in/(persName | name | orgName)" group-by="if (@ref != '') then string(@ref) else ' ' || generate-id()">
        <xsl:sequence select="."/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:sequence select="if ($in/persName) then $first[self::persName or self::name] else $first[self::name or self::orgName]"/>
  </xsl:function>

  <xsl:template match="titleStmt/author | titleStmt/editor | titleStmt/respStmt">
    <xsl:variable name="statement" as="element()" select="."/>
    <xsl:variable name="named" as="element()*" select="local:named(.)"/>
    <xsl:for-each select="if ($named or self::respStmt) then $named else .">
      <person element="{local-name($statement)}" role="{lower-case($statement/@role)}" type="{lower-case(@type)}"
        resp="{normalize-space(string-join($statement/resp, ' '))}" key="{($statement/resp/(@key, @ref))[1]}"
        organization="{if (self::orgName) then 'yes' else ''}" particle="{normalize-space(string-join(.//nameLink, ' '))}"
        family="{normalize-space(string-join(.//surname[not(@type = 'maiden')], ' '))}" given="{normalize-space(string-join(.//forename, ' '))}"
        suffix="{normalize-space(string-join(.//genName, ' '))}" text="{local:name(.)}"
        rest="{if (. is $named[last()]) then normalize-space(string-join($statement/text(), ' ')) else ''}"/>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>

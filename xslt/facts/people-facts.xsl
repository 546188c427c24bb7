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
    <xsl:variable name="beside" as="element()*"
      select="$of/descendant::*[self::note or self::date or self::birth or self::death or self::idno or self::affiliation or self::email or self::address]"/>
    <xsl:sequence select="normalize-space(string-join($of//text()[not(ancestor::* intersect $beside)]))"/>
  </xsl:function>

  <!-- The elements that hold the names: persons, else organisations; two forms of one name (the same @ref) are one. -->
  <xsl:function name="local:named" as="element()*">
    <xsl:param name="in" as="element()"/>
    <xsl:variable name="named" as="element()*" select="if ($in/persName) then $in/(persName | name) else $in/(name | orgName)"/>
    <xsl:sequence select="$named[not(@ref != '' and @ref = preceding-sibling::*[self::persName or self::name or self::orgName]/@ref)]"/>
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

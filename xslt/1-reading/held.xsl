<?xml version="1.0" encoding="UTF-8"?>
<!--
  What is directly in an element that holds facts of a record, parts of facts, or fields of a dictionary. In: any element there. Out: a fact or a part
  of one in a block of its own, whose role is “fact:” and the element’s name; a space between fields. It is one rule, since every element of a text is
  asked whether it is meant.
-->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:o="urn:octavo:unit" xmlns:tei="http://www.tei-c.org/ns/1.0"
  xmlns:m="urn:octavo:mode" xmlns:table="urn:octavo:reading:facts" xmlns:fields="urn:octavo:reading:fields" xmlns:local="urn:octavo:reading:held"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="m:reading" exclude-result-prefixes="#all">

  <xsl:variable name="local:holding" as="map(xs:string, xs:string)" select="map:merge(($table:holding, $fields:holding))"/>

  <xsl:template match="*[map:contains($local:holding, local-name(parent::tei:*))]" priority="21">
    <xsl:param name="whole" as="element()?" tunnel="yes"/>
    <xsl:variable name="holds" as="xs:string" select="$local:holding(local-name(..))"/>
    <xsl:choose>
      <xsl:when test="$holds = 'fields'">
        <xsl:if test="fields:is-behind-another(.)"><xsl:text> </xsl:text></xsl:if>
        <xsl:next-match/>
      </xsl:when>
      <!-- The call of a note that is written elsewhere is not a fact. -->
      <xsl:when test="map:contains($table:alone, local-name(self::tei:*)) or self::o:*"><xsl:next-match/></xsl:when>
      <xsl:when test="$holds = 'facts'">
        <block tei="{local-name()}" role="fact:{if (self::idno/parent::msIdentifier) then 'shelfmark' else string-join((local-name(), self::idno/@type), '.')}">
          <xsl:next-match><xsl:with-param name="fact" select="." tunnel="yes"/></xsl:next-match>
        </block>
      </xsl:when>
      <!-- Each is a part of a fact, where no words are next to it. -->
      <xsl:when test="$whole is ..">
        <block tei="{local-name()}" role="fact:{string-join((local-name(), self::idno/@type), '.')}">
          <xsl:next-match><xsl:with-param name="fact" select="." tunnel="yes"/></xsl:next-match>
        </block>
      </xsl:when>
      <xsl:otherwise><xsl:next-match/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>

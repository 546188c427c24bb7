<?xml version="1.0" encoding="UTF-8"?>
<!--
  Records: what a header or a register says of a text, a manuscript, a person. In: elements that the table says hold parts
  of facts; what is directly in them has a rule in held.xsl. Out: the same nodes as elsewhere.
-->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:o="urn:octavo:unit" xmlns:tei="http://www.tei-c.org/ns/1.0"
  xmlns:m="urn:octavo:mode" xmlns:table="urn:octavo:reading:facts"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="m:reading" exclude-result-prefixes="#all">

  <!-- What has parts: a fact, or an entry of a list. -->
  <xsl:template name="table:holding-parts">
    <xsl:param name="fact" as="element()?" tunnel="yes"/>
    <xsl:variable name="stands" as="xs:boolean" select="$fact is . or map:contains($table:alone, local-name(self::tei:*)) or exists(parent::listBibl | parent::listRelation)"/>
    <xsl:choose>
      <xsl:when test="$stands and not(text()[normalize-space()])">
        <xsl:next-match><xsl:with-param name="whole" select="." tunnel="yes"/></xsl:next-match>
      </xsl:when>
      <xsl:otherwise><xsl:next-match/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Who sent a letter, and who received it. -->
  <xsl:template match="correspAction" priority="6">
    <block tei="correspAction">
      <xsl:copy-of select="@*"/>
      <xsl:attribute name="role" select="string-join(('fact:correspAction', @type), '.')"/>
      <xsl:apply-templates/>
    </block>
  </xsl:template>

  <!-- A note on what a record says is one of its facts. -->
  <xsl:template match="note[$table:holding(local-name(parent::tei:*)) = 'facts']" priority="6">
    <block tei="note" role="fact:note">
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates/>
    </block>
  </xsl:template>
</xsl:stylesheet>

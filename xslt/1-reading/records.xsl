<?xml version="1.0" encoding="UTF-8"?>
<!--
  Records: what a header or a register says of a text, a manuscript, a person. In: elements that the table says hold facts or parts of facts, and what
  is directly in them. Out: the same nodes as elsewhere, those among words each in a block of its own, whose role is “fact:” and the element’s name.
-->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:tei="http://www.tei-c.org/ns/1.0"
  xmlns:m="urn:octavo:mode" xmlns:o="urn:octavo:unit" xmlns:table="urn:octavo:reading:facts"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="m:reading" exclude-result-prefixes="#all">

  <!-- Each is a fact; a note that is called here (o:call) is none. -->
  <xsl:template match="*[map:contains($table:facts, local-name(parent::tei:*))][not(self::o:*)][not(map:contains($table:alone, local-name(self::tei:*)))]" priority="22">
    <block tei="{local-name()}" role="fact:{if (self::idno/parent::msIdentifier) then 'shelfmark' else string-join((local-name(), self::idno/@type), '.')}">
      <xsl:next-match><xsl:with-param name="fact" select="." tunnel="yes"/></xsl:next-match>
    </block>
  </xsl:template>

  <!-- Each is a part of a fact, where no words are next to it. -->
  <xsl:template match="*[map:contains($table:parts, local-name(parent::tei:*))][not(self::o:*)][not(map:contains($table:alone, local-name(self::tei:*)))]" priority="21">
    <xsl:param name="whole" as="element()?" tunnel="yes"/>
    <xsl:choose>
      <xsl:when test="$whole is ..">
        <block tei="{local-name()}" role="fact:{string-join((local-name(), self::idno/@type), '.')}">
          <xsl:next-match><xsl:with-param name="fact" select="." tunnel="yes"/></xsl:next-match>
        </block>
      </xsl:when>
      <xsl:otherwise><xsl:next-match/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What has parts: a fact, or an entry of a list. -->
  <xsl:template match="tei:*[map:contains($table:parts, local-name())]" priority="20">
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
  <xsl:template match="note[map:contains($table:facts, local-name(parent::tei:*))]" priority="6">
    <block tei="note" role="fact:note">
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates/>
    </block>
  </xsl:template>
</xsl:stylesheet>

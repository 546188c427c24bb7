<?xml version="1.0" encoding="UTF-8"?>
<!--
  Facts of a file, from its header. In: teiHeader. Out: children of header: title, idno, licence, language, genre, one corresp for each correspDesc,
  and what people-facts.xsl and publication-facts.xsl find. Both spellings of FRUS title types are read (subseries and sub-series, volumenumber and volume-number).
-->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:m="urn:octavo:mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="m:facts" exclude-result-prefixes="#all">

  <xsl:template match="teiHeader">
    <xsl:apply-templates select="fileDesc/titleStmt/(title | author | editor | respStmt)"/>
    <xsl:apply-templates select="fileDesc/publicationStmt, fileDesc/editionStmt"/>
    <xsl:apply-templates select="fileDesc/seriesStmt/title, fileDesc/(publicationStmt | seriesStmt)//idno, fileDesc/publicationStmt/availability/licence"/>
    <xsl:apply-templates select="fileDesc/publicationStmt/availability[not(licence)]"/>
    <xsl:apply-templates select="profileDesc/langUsage/language, profileDesc/correspDesc"/>
    <xsl:for-each select="fileDesc/titleStmt/meeting"><genre text="debate"/></xsl:for-each>
    <xsl:for-each select="profileDesc/textClass/keywords/term, profileDesc/textClass/catRef/@target">
      <genre text="{lower-case(normalize-space())}"/>
    </xsl:for-each>
    <xsl:apply-templates select="fileDesc/sourceDesc"/>
  </xsl:template>

  <xsl:template match="titleStmt/title | seriesStmt/title">
    <title type="{if (parent::seriesStmt) then 'series' else replace(@type, '-', '')}" level="{@level}" text="{normalize-space()}"/>
  </xsl:template>
  <xsl:template match="idno">
    <idno type="{lower-case(@type)}" of="{local-name(ancestor::*[self::publicationStmt or self::seriesStmt][1])}" text="{normalize-space()}"/>
  </xsl:template>
  <xsl:template match="licence">
    <licence url="{@target}" text="{normalize-space()}"/>
  </xsl:template>
  <xsl:template match="availability">
    <licence text="{normalize-space()}"/>
  </xsl:template>
  <xsl:template match="language">
    <language ident="{@ident}"/>
  </xsl:template>

  <xsl:template match="correspDesc">
    <corresp unit="{(@corresp, @target)[1]}">
      <xsl:apply-templates select="correspAction[@type = ('sent', 'received')]"/>
    </corresp>
  </xsl:template>
  <xsl:template match="correspAction">
    <xsl:variable name="role" as="attribute()">
      <xsl:attribute name="role" select="if (@type = 'sent') then 'from' else 'to'"/>
    </xsl:variable>
    <xsl:for-each select="persName | orgName | name | rs">
      <agent kind="{if (self::orgName) then 'organization' else 'person'}" text="{normalize-space()}">
        <xsl:copy-of select="$role"/>
        <xsl:apply-templates select="." mode="m:key"/>
      </agent>
    </xsl:for-each>
    <xsl:if test="@type = 'sent'">
      <xsl:apply-templates select="date[1]"/>
      <xsl:for-each select="(placeName | settlement)[1]">
        <place text="{normalize-space()}"><xsl:apply-templates select="." mode="m:key"/></place>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>

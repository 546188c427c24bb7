<?xml version="1.0" encoding="UTF-8"?>
<!-- The work of writers and editors on the text. In: choice and its sides. Out: spans. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:octavo:mode" xmlns:local="urn:octavo:reading:editorial" xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="m:reading" exclude-result-prefixes="#all">

  <!-- Of a choice the corrected, regularised or expanded side is shown; the other side stays with it as a title. -->
  <xsl:template match="choice">
    <xsl:apply-templates select="(corr, reg, expan, *)[1] | text()[normalize-space()]"/>
  </xsl:template>
  <!-- What has an id or a language of its own keeps them, also where it is nothing but what it holds. -->
  <xsl:template match="choice[@xml:id or @xml:lang] | app[@xml:id or @xml:lang]">
    <span tei="{local-name()}">
      <xsl:copy-of select="@*"/>
      <xsl:next-match/>
    </span>
  </xsl:template>
  <xsl:template match="corr | reg | sic | orig">
    <span tei="{local-name()}">
      <xsl:attribute name="is" select="map{'corr': 'corrected', 'reg': 'regularized', 'sic': 'erroneous', 'orig': 'original'}(local-name())"/>
      <xsl:call-template name="local:others"/>
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>
  <xsl:template match="expan">
    <span tei="expan" role="expanded">
      <xsl:call-template name="local:others"/>
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>
  <!-- What the other sides of the choice say, as the title of this one. -->
  <xsl:template name="local:others">
    <xsl:if test="parent::choice/* except .">
      <xsl:variable name="others" as="xs:string*">
        <xsl:for-each select="parent::choice/* except .">
          <xsl:variable name="words" as="xs:string*"><xsl:apply-templates select="." mode="m:plain"/></xsl:variable>
          <xsl:sequence select="normalize-space(string-join($words))"/>
        </xsl:for-each>
      </xsl:variable>
      <xsl:attribute name="title" select="string-join($others, ' / ')"/>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>

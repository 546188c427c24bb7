<?xml version="1.0" encoding="UTF-8"?>
<!-- Breaks, gaps and points. In: anchors, spaces, gaps. Out: spans, spaces, or nothing. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:m="urn:octavo:mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="m:reading" exclude-result-prefixes="#all">

  <!-- Points in the text, kept where something may point to them. Some projects put words in them. -->
  <xsl:template match="cb | gb | milestone | anchor">
    <xsl:if test="@xml:id or node()">
      <span tei="{local-name()}">
        <xsl:copy-of select="@xml:id"/>
        <xsl:attribute name="role" select="'anchor'"/>
        <xsl:apply-templates/>
      </span>
    </xsl:if>
  </xsl:template>

  <xsl:template match="space">
    <xsl:if test="@xml:id">
      <span tei="space" role="anchor"><xsl:copy-of select="@xml:id"/></span>
    </xsl:if>
    <xsl:text> </xsl:text>
    <xsl:apply-templates/>
  </xsl:template>
  <xsl:template match="gap">
    <span tei="gap" role="gap">
      <xsl:if test="@reason | @quantity | @extent | @unit">
        <xsl:attribute name="title" select="string-join((@reason, (@quantity, @extent)[1], @unit), ' ')"/>
      </xsl:if>
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates/>
      <xsl:if test="not(normalize-space())">[…]</xsl:if>
    </span>
  </xsl:template>
</xsl:stylesheet>

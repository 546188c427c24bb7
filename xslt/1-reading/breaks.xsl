<?xml version="1.0" encoding="UTF-8"?>
<!-- Breaks, gaps and points. In: anchors, spaces, gaps, changes of hand. Out: spans, marks, or nothing. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:m="urn:octavo:mode" xmlns:o="urn:octavo:unit"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="m:reading" exclude-result-prefixes="#all">

  <!-- Points in the text, kept where something may point to them or by which the text is cited (@o:number, see src/transform/number-tree.ts). Some projects put words in them. -->
  <xsl:template match="cb | gb | milestone | anchor | addSpan | delSpan | damageSpan | lacunaStart | lacunaEnd | witStart | witEnd">
    <xsl:apply-templates select="self::addSpan | self::delSpan | self::damageSpan" mode="m:range"/>
    <xsl:if test="@xml:id or @o:number or node()">
      <span tei="{local-name()}">
        <xsl:copy-of select="@xml:id | @o:number"/>
        <xsl:attribute name="role" select="'anchor'"/>
        <xsl:apply-templates/>
      </span>
    </xsl:if>
  </xsl:template>

  <!-- An empty space parts words; what else it says follows it. -->
  <xsl:template match="space">
    <xsl:text> </xsl:text>
    <mark tei="space" role="vacat"><xsl:copy-of select="@*"/></mark>
    <xsl:text> </xsl:text>
    <xsl:apply-templates/>
  </xsl:template>
  <xsl:template match="handShift">
    <mark tei="handShift" role="hand"><xsl:copy-of select="@*"/></mark>
    <xsl:apply-templates/>
  </xsl:template>
</xsl:stylesheet>

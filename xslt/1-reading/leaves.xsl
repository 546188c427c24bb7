<?xml version="1.0" encoding="UTF-8"?>
<!--
  Leaves of a document, written line by line (sourceDoc). In: surface, zone. Out: a section for each surface, which begins a page where it has a number, and
  blocks for its zones.
-->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:m="urn:octavo:mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="m:reading" exclude-result-prefixes="#all">

  <xsl:template match="surface">
    <section tei="surface" role="surface">
      <xsl:copy-of select="@*"/>
      <xsl:call-template name="m:page-of-surface"/>
      <xsl:apply-templates/>
    </section>
  </xsl:template>
  <!-- A surface that is a unit is a section already. -->
  <xsl:template match="surface" mode="m:content">
    <xsl:call-template name="m:page-of-surface"/>
    <xsl:apply-templates mode="m:reading"/>
  </xsl:template>
  <xsl:template name="m:page-of-surface">
    <xsl:if test="normalize-space(@n)">
      <page-break tei="surface"><xsl:copy-of select="@n, @facs"/></page-break>
    </xsl:if>
  </xsl:template>

  <xsl:template match="zone">
    <block tei="zone" role="{(@type ! (. || '-zone'), 'zone')[1]}">
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates/>
    </block>
  </xsl:template>
</xsl:stylesheet>

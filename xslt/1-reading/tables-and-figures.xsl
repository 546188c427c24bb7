<?xml version="1.0" encoding="UTF-8"?>
<!-- Tables, figures, formulae. In: table, figure and what they hold. Out: table, row, cell; figure, image. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:m="urn:octavo:mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="m:reading" exclude-result-prefixes="#all">

  <xsl:template match="table">
    <table tei="table">
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates/>
    </table>
  </xsl:template>
  <xsl:template match="row">
    <row tei="row">
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates/>
    </row>
  </xsl:template>
  <xsl:template match="cell">
    <cell tei="cell">
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates/>
    </cell>
  </xsl:template>
  <xsl:template match="figure">
    <figure tei="figure">
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates/>
    </figure>
  </xsl:template>
  <xsl:template match="graphic | media">
    <image tei="{local-name()}">
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates/>
    </image>
  </xsl:template>
  <xsl:template match="figDesc">
    <block tei="figDesc" role="description">
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates/>
    </block>
  </xsl:template>
  <xsl:template match="formula | notatedMusic">
    <span tei="{local-name()}" role="formula">
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- Words with a property that depends on their attributes. In: emphasis, titles, dates. Out: spans whose role says what they are. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:m="urn:octavo:mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="m:reading" exclude-result-prefixes="#all">

  <xsl:template match="emph">
    <span tei="emph" role="emphasis">
      <xsl:if test="not(@rend)"><xsl:attribute name="looks" select="'italic'"/></xsl:if>
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>
  <xsl:template match="title">
    <span tei="title" role="title">
      <xsl:if test="not(@rend) and @level = ('m', 'j', 's')"><xsl:attribute name="looks" select="'italic'"/></xsl:if>
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>
  <xsl:template match="date | time">
    <span tei="{local-name()}" role="date">
      <xsl:if test="@when | @from | @to | @notBefore | @notAfter">
        <xsl:attribute name="title"
          select="(@when, string-join((@from, @to), '/')[.], string-join((@notBefore, @notAfter), '/'))[1]"/>
      </xsl:if>
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- A modest TEI to plain text in XSLT 1.0: blocks on lines, calls in brackets, notes at the end. For comparison of cost only. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="http://www.tei-c.org/ns/1.0">
  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:template match="/">
    <xsl:apply-templates select="//t:text[1]"/>
    <xsl:for-each select="//t:text//t:note[@xml:id]">
      <xsl:text>&#10;&#10;[</xsl:text><xsl:value-of select="@n"/><xsl:text>] </xsl:text><xsl:apply-templates/>
    </xsl:for-each>
  </xsl:template>
  <xsl:template match="t:head | t:p | t:item | t:dateline | t:signed | t:byline | t:docImprint | t:titlePart | t:row">
    <xsl:apply-templates/><xsl:text>&#10;&#10;</xsl:text>
  </xsl:template>
  <xsl:template match="t:cell"><xsl:apply-templates/><xsl:text>&#9;</xsl:text></xsl:template>
  <xsl:template match="t:pb">[Page <xsl:value-of select="@n"/>]</xsl:template>
  <xsl:template match="t:note[@xml:id]">[<xsl:value-of select="@n"/>]</xsl:template>
  <xsl:template match="text()">
    <xsl:variable name="s" select="normalize-space()"/>
    <xsl:if test="$s != '' and starts-with(translate(., '&#10;&#9;&#13;', '   '), ' ')"><xsl:text> </xsl:text></xsl:if>
    <xsl:value-of select="$s"/>
    <xsl:if test="$s != '' and substring(translate(., '&#10;&#9;&#13;', '   '), string-length()) = ' '"><xsl:text> </xsl:text></xsl:if>
  </xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- Paragraphs and whatever else is on lines of its own. In: their elements. Out: blocks whose role says what they are. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:m="urn:octavo:mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="m:reading" exclude-result-prefixes="#all">

  <!-- A paragraph that only sets off a section title, as older volumes are encoded. -->
  <xsl:template match="p[starts-with(@rend, 'sectiontitle')]">
    <block tei="p" role="title">
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates/>
    </block>
  </xsl:template>
  <!-- Its line ends are elements when it comes here, as those of eg. -->
  <xsl:template match="p[@xml:space = 'preserve'][not(starts-with(@rend, 'sectiontitle'))]">
    <block tei="p" role="eg">
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates/>
    </block>
  </xsl:template>
  <xsl:template match="ab">
    <block tei="ab" role="{(@type, 'paragraph')[1]}">
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates/>
    </block>
  </xsl:template>

  <!-- Each part of an address is on a line of its own. -->
  <xsl:template match="address">
    <block tei="address" role="address">
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates mode="m:address"/>
    </block>
  </xsl:template>
  <xsl:mode name="m:address" on-no-match="text-only-copy" on-multiple-match="fail"/>
  <xsl:template match="*" mode="m:address">
    <block tei="{local-name()}" role="line">
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates mode="m:reading"/>
    </block>
  </xsl:template>
  <xsl:template match="ref | ptr" mode="m:address" priority="1">
    <block tei="{local-name()}" role="line">
      <xsl:apply-templates select="." mode="m:reading"/>
    </block>
  </xsl:template>
  <xsl:template match="pb | lb" mode="m:address" priority="1">
    <xsl:apply-templates select="." mode="m:reading"/>
  </xsl:template>

  <!-- A quotation is a block where it holds blocks or is where only blocks can be, and words elsewhere. -->
  <xsl:template match="quote | cit | q | said">
    <xsl:element name="{if (p, lg, l, list, sp, ab, parent::div, parent::body, parent::epigraph) then 'block' else 'span'}">
      <xsl:attribute name="tei" select="local-name()"/>
      <xsl:attribute name="role" select="'quote'"/>
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>

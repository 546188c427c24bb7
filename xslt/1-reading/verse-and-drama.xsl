<?xml version="1.0" encoding="UTF-8"?>
<!-- Verse and plays. In: lg, l, sp, speaker, stage. Out: stanza blocks, lines, speeches. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:m="urn:octavo:mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="m:reading" exclude-result-prefixes="#all">

  <!-- A stage direction is a block where only blocks can be, and words elsewhere. -->
  <xsl:template match="stage | camera | sound | tech | view | caption | move">
    <xsl:element name="{if (parent::text | parent::front | parent::body | parent::back | parent::group | parent::div | parent::div1 | parent::div2 | parent::div3 | parent::div4 | parent::div5 | parent::div6
      | parent::div7 | parent::floatingText | parent::titlePage | parent::attachment | parent::sp | parent::castList | parent::castGroup | parent::list | parent::listWit | parent::table
      | parent::row | parent::figure | parent::lg | parent::set | parent::prologue | parent::epilogue | parent::performance | parent::epigraph | parent::argument) then 'block' else 'span'}">
      <xsl:attribute name="tei" select="local-name()"/>
      <xsl:attribute name="role" select="'stage'"/>
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <!-- A line of verse that goes on behind what another speaker said of it. -->
  <xsl:template match="l[@part = ('M', 'F')]" priority="1">
    <line tei="l" role="continued">
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates/>
    </line>
  </xsl:template>

  <!-- Debates are encoded with a segment for each paragraph of a speech. -->
  <xsl:template match="u/seg">
    <block tei="seg" role="paragraph">
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates/>
    </block>
  </xsl:template>
</xsl:stylesheet>

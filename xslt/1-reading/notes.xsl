<?xml version="1.0" encoding="UTF-8"?>
<!--
  Notes. In: note, but for those of an apparatus entry; noteGrp; o:call and o:more around a note that is written elsewhere. Out: a note
  where it is called, its body inside it; or, where the source prints the note in the flow of the text, a block. A note in a register entry is
  one of its facts (registers.xsl). The call is what the text calls it, else @n; src/transform/number-notes.ts numbers notes that have neither.
-->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:m="urn:octavo:mode" xmlns:o="urn:octavo:unit"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="m:reading" exclude-result-prefixes="#all">

  <xsl:template match="note">
    <note tei="note">
      <xsl:if test="parent::o:call"><xsl:attribute name="elsewhere" select="'yes'"/></xsl:if>
      <xsl:copy-of select="parent::o:call/@xml:lang, @*, parent::o:call/@n"/>
      <xsl:apply-templates/>
    </note>
  </xsl:template>
  <xsl:template match="note[@rend = 'inline' or @place = ('inline', 'block')]" priority="5">
    <block tei="note" role="{(@type ! (. || '-note'), 'inline-note')[1]}">
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates/>
    </block>
  </xsl:template>

  <!-- A group of notes is at one place: each has its call. -->
  <xsl:template match="noteGrp">
    <span tei="noteGrp">
      <xsl:if test="@xml:id or @xml:lang"><xsl:copy-of select="@*"/></xsl:if>
      <xsl:apply-templates select="* | text()[normalize-space()]"/>
    </span>
  </xsl:template>

  <!-- A note that is written elsewhere is called here, or goes on here. -->
  <xsl:template match="o:call | o:more">
    <xsl:apply-templates select="*"/>
  </xsl:template>
  <xsl:template match="o:more/note" priority="6">
    <span tei="note">
      <xsl:copy-of select="../@xml:lang, @xml:id, @xml:lang, @rend, @rendition, @style"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>
</xsl:stylesheet>

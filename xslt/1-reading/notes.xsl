<?xml version="1.0" encoding="UTF-8"?>
<!--
  Notes. In: note, but for those of an apparatus entry. Out: a note where it is called, its body inside it; or, where the source
  prints the note in the flow of the text, a block. A note in a record is one of its facts (records.xsl).
  The call is @n; a note without one gets its number among those without one, counted through the unit.
-->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:table="urn:octavo:reading:facts"
  xmlns:m="urn:octavo:mode" xmlns:o="urn:octavo:unit" xmlns:local="urn:octavo:reading:notes" xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="m:reading" exclude-result-prefixes="#all">

  <xsl:accumulator name="unnumbered-notes" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="o:unit" select="0"/>
    <xsl:accumulator-rule select="$value + 1"
      match="note[not(normalize-space(@n))][not(@rend = 'inline' or @place = ('inline', 'block') or map:contains($table:facts, local-name(..)) or local:is-side(.))][local:is-shown(.)]"/>
  </xsl:accumulator>
  <!-- A note on a reading is in the apparatus, and has no call. -->
  <xsl:function name="local:is-side" as="xs:boolean">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="exists($note/(parent::app | parent::rdgGrp/parent::app | parent::rdgGrp/parent::rdgGrp/parent::app))"/>
  </xsl:function>
  <!-- Notes on the side of a choice that is not shown, and in running heads and analysis, are not shown either, and not counted. -->
  <xsl:function name="local:is-shown" as="xs:boolean">
    <xsl:param name="node" as="element()"/>
    <xsl:sequence select="empty($node/ancestor::*[parent::choice][not(. is parent::choice/(corr, reg, expan, *)[1])])
      and empty($node/(ancestor::fw | ancestor::index | ancestor::interp | ancestor::interpGrp | ancestor::certainty | ancestor::precision | ancestor::respons))"/>
  </xsl:function>

  <xsl:template match="note">
    <note tei="note">
      <xsl:copy-of select="@*"/>
      <xsl:if test="not(normalize-space(@n))"><xsl:attribute name="n" select="accumulator-before('unnumbered-notes')"/></xsl:if>
      <xsl:apply-templates/>
    </note>
  </xsl:template>
  <xsl:template match="note[@rend = 'inline' or @place = ('inline', 'block')]" priority="5">
    <block tei="note" role="{(@type ! (. || '-note'), 'inline-note')[1]}">
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates/>
    </block>
  </xsl:template>
</xsl:stylesheet>

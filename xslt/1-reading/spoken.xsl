<?xml version="1.0" encoding="UTF-8"?>
<!-- Spoken language. In: utterances, and what is heard or seen between their words. Out: blocks, words of an event, marks. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:m="urn:octavo:mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="m:reading" exclude-result-prefixes="#all">

  <!-- Debates are encoded with a segment for each paragraph of a speech. -->
  <xsl:template match="u/seg">
    <block tei="seg" role="paragraph">
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates/>
    </block>
  </xsl:template>

  <!-- An event has the words that describe it, or else a sign. -->
  <xsl:template match="vocal | kinesic | incident">
    <xsl:choose>
      <xsl:when test="normalize-space()">
        <span tei="{local-name()}" is="event">
          <xsl:copy-of select="@*"/>
          <xsl:apply-templates/>
        </span>
      </xsl:when>
      <xsl:otherwise>
        <mark tei="{local-name()}" role="event"><xsl:copy-of select="@*"/></mark>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>

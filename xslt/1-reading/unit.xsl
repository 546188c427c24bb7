<?xml version="1.0" encoding="UTF-8"?>
<!--
  The unit as a whole. In: o:batch of o:unit and o:header elements. Out: <batch> of <unit>, each the reading section and its facts, and <header>.
  They come in batches because a call of the engine costs some milliseconds, whatever the size of its input.
-->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:m="urn:octavo:mode" xmlns:o="urn:octavo:unit"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="m:reading" exclude-result-prefixes="#all">

  <xsl:template match="/o:batch">
    <batch>
      <xsl:apply-templates select="o:unit | o:header"/>
    </batch>
  </xsl:template>

  <xsl:template match="o:unit">
    <xsl:variable name="element" as="element()" select="(* except pb)[1]"/>
    <unit>
      <section tei="{local-name($element)}">
        <xsl:copy-of select="@xml:lang, $element/@*"/>
        <xsl:attribute name="role" select="if ($element/self::text) then 'document' else ($element/self::teiHeader ! 'record', $element/@type, $element/self::titlePage ! 'title-page', local-name($element))[1]"/>
        <xsl:apply-templates mode="m:content"/>
      </section>
      <facts>
        <!-- What a header says are facts of its volume; as a record it has none of its own. -->
        <xsl:apply-templates select="$element[not(self::teiHeader)]" mode="m:facts"/>
      </facts>
    </unit>
  </xsl:template>

  <xsl:template match="o:header">
    <header>
      <xsl:apply-templates select="teiHeader" mode="m:facts"/>
    </header>
  </xsl:template>

  <!-- The children of a unit: its own element is the section already made; page breaks around it lead or close. -->
  <xsl:mode name="m:content" on-no-match="deep-skip" on-multiple-match="fail"/>
  <xsl:template match="pb" mode="m:content">
    <page-break tei="pb">
      <xsl:copy-of select="@*"/>
      <xsl:if test="not(preceding-sibling::*[not(self::pb)])"><xsl:attribute name="role" select="'leading'"/></xsl:if>
    </page-break>
  </xsl:template>
  <xsl:template match="*" mode="m:content" priority="-1">
    <xsl:apply-templates mode="m:reading"/>
  </xsl:template>
</xsl:stylesheet>

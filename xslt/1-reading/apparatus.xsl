<?xml version="1.0" encoding="UTF-8"?>
<!--
  The critical apparatus. In: app, its lem, rdg and rdgGrp, and what is said of them. Out: an app whose children are its sides, in the order of the
  source. Which side is in the text, and of which reading a note speaks, src/transform/apparatus.ts decides, when all sides are known.
-->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:m="urn:octavo:mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="m:reading" exclude-result-prefixes="#all">

  <xsl:template match="app">
    <app tei="app">
      <xsl:copy-of select="@type"/>
      <xsl:apply-templates select="* | text()[normalize-space()]"/>
    </app>
  </xsl:template>

  <!-- A group of readings lends them what they do not say themselves. -->
  <xsl:template match="rdgGrp[@xml:id]">
    <span tei="rdgGrp" role="anchor"><xsl:copy-of select="@xml:id"/></span>
    <xsl:next-match/>
  </xsl:template>
  <xsl:template match="rdgGrp">
    <xsl:apply-templates select="* | text()[normalize-space()]"/>
  </xsl:template>

  <xsl:template priority="6" match="app/lem | app/rdg | app/rdgGrp/lem | app/rdgGrp/rdg | app/rdgGrp/rdgGrp/lem | app/rdgGrp/rdgGrp/rdg">
    <side tei="{local-name()}">
      <xsl:copy-of select="ancestor::rdgGrp[ancestor::app[1] is current()/ancestor::app[1]]/(@wit | @source | @resp | @hand | @type | @cause | @cert | @xml:lang)[normalize-space()]"/>
      <xsl:copy-of select="@*[normalize-space() or not(name() = ('wit', 'source', 'resp', 'hand', 'type', 'cause', 'cert'))]"/>
      <xsl:attribute name="role" select="'reading'"/>
      <xsl:apply-templates/>
    </side>
  </xsl:template>
  <xsl:template priority="6" match="app/note | app/rdgGrp/note | app/rdgGrp/rdgGrp/note">
    <side tei="note">
      <xsl:copy-of select="parent::rdgGrp/ancestor-or-self::rdgGrp[ancestor::app[1] is current()/ancestor::app[1]]/@xml:lang, @*"/>
      <xsl:attribute name="role" select="'note'"/>
      <xsl:apply-templates/>
    </side>
  </xsl:template>
  <xsl:template match="app/witDetail | app/rdgGrp/witDetail | app/rdgGrp/rdgGrp/witDetail" priority="6">
    <side tei="witDetail">
      <xsl:copy-of select="parent::rdgGrp/ancestor-or-self::rdgGrp[ancestor::app[1] is current()/ancestor::app[1]]/@xml:lang, @*"/>
      <xsl:attribute name="role" select="'detail'"/>
      <xsl:apply-templates/>
    </side>
  </xsl:template>
  <xsl:template match="app/wit | app/rdgGrp/wit | app/rdgGrp/rdgGrp/wit" priority="6">
    <side tei="wit">
      <xsl:copy-of select="parent::rdgGrp/ancestor-or-self::rdgGrp[ancestor::app[1] is current()/ancestor::app[1]]/@xml:lang, @*"/>
      <xsl:attribute name="role" select="'witnesses'"/>
      <xsl:apply-templates/>
    </side>
  </xsl:template>

  <!-- A note without words is nothing but the place to which something may point. -->
  <xsl:template priority="7" match="app/note[not(* | text()[normalize-space()])] | app/rdgGrp/note[not(* | text()[normalize-space()])]
    | app/witDetail[not(* | text()[normalize-space()])] | app/rdgGrp/witDetail[not(* | text()[normalize-space()])]
    | app/wit[not(* | text()[normalize-space()])] | app/rdgGrp/wit[not(* | text()[normalize-space()])]">
    <xsl:if test="@xml:id">
      <span tei="{local-name()}" role="anchor"><xsl:copy-of select="@xml:id"/></span>
    </xsl:if>
  </xsl:template>

  <!-- Outside an entry they are words. -->
  <xsl:template match="lem | rdg | witDetail | wit">
    <span tei="{local-name()}" role="{if (self::witDetail) then 'detail' else if (self::wit) then 'witnesses' else 'reading'}">
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!--
  Ranges over elements. In: addSpan, delSpan, damageSpan. Out: a range where one begins, which says with what it ends; ends behind what may hold the end of
  one in words that are not in the result. Where ranges end, and which words are in them, src/transform/ decides, when the result is read.
-->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:m="urn:octavo:mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="m:reading" exclude-result-prefixes="#all">

  <xsl:mode name="m:range" on-no-match="deep-skip" on-multiple-match="fail"/>
  <xsl:template match="addSpan | delSpan | damageSpan" mode="m:range">
    <range tei="{local-name()}" is="{map{'addSpan': 'added', 'delSpan': 'deleted', 'damageSpan': 'damaged'}(local-name())}">
      <xsl:copy-of select="@spanTo, @reason, @evidence, @cert, @place, @hand, @title"/>
    </range>
  </xsl:template>
  <xsl:template match="addSpan | delSpan | damageSpan" mode="m:address" priority="1">
    <xsl:next-match/>
    <xsl:apply-templates select="." mode="m:range"/>
  </xsl:template>

  <!-- What is in a choice is in one view only, or in none; notes in it, and the sides of an entry, are texts of their own. -->
  <xsl:template match="choice[.//@xml:id] | ex[.//@xml:id] | am[.//@xml:id]" priority="4">
    <xsl:next-match/>
    <ends ids="{(.//*[not(self::note | self::lem | self::rdg | self::wit | self::witDetail)]/@xml:id
      except .//(note | app | lem | rdg | wit | witDetail)//@xml:id) => string-join(' ')}"/>
  </xsl:template>
  <!-- Of a part of a text the id is at its beginning. -->
  <xsl:template match="text[@xml:id] | front[@xml:id] | body[@xml:id] | back[@xml:id] | group[@xml:id]" priority="4">
    <xsl:next-match/>
    <ends ids="{@xml:id}"/>
  </xsl:template>
</xsl:stylesheet>

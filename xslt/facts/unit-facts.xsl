<?xml version="1.0" encoding="UTF-8"?>
<!--
  Facts of a unit, from its own words. In: the unit's element. Out: attributes title, numbered, n and elements agent, date, place, source.
  Who and when are taken only from what the encoder marked: names of type from and to in the heading, the first dateline of the unit itself.
-->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:octavo:mode" xmlns:local="urn:octavo:facts:unit" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  default-mode="m:facts" exclude-result-prefixes="#all">

  <!-- The plain words of an element: no notes, no page breaks, white space normalised. -->
  <xsl:function name="local:plain" as="xs:string">
    <xsl:param name="element" as="node()?"/>
    <xsl:variable name="words" as="xs:string*">
      <xsl:apply-templates select="$element" mode="m:plain"/>
    </xsl:variable>
    <xsl:sequence select="normalize-space(string-join($words))"/>
  </xsl:function>
  <xsl:template match="text()" mode="m:plain"><xsl:sequence select="string()"/></xsl:template>
  <xsl:template match="lb | space" mode="m:plain"><xsl:sequence select="' '"/></xsl:template>
  <xsl:template match="note | pb | fw | index" mode="m:plain"/>
  <xsl:template match="expan//am" mode="m:plain"/>
  <xsl:template match="choice" mode="m:plain"><xsl:apply-templates select="(corr, reg, expan, *)[1]" mode="m:plain"/></xsl:template>
  <xsl:template match="app" mode="m:plain">
    <xsl:apply-templates select="((lem, rdgGrp/lem, rdgGrp/rdgGrp/lem), (rdg | rdgGrp/rdg | rdgGrp/rdgGrp/rdg))[1]" mode="m:plain"/>
  </xsl:template>
  <xsl:template match="titlePart | item | l | p" mode="m:plain">
    <xsl:apply-templates mode="m:plain"/>
    <xsl:sequence select="' '"/>
  </xsl:template>

  <xsl:template match="*">
    <xsl:variable name="heading" as="element()?" select="(head, docTitle, front/titlePage/docTitle, front//titlePage//titlePart, body/head, front/head, body/div[1]/head, text/body/head, (self::entry | self::entryFree | self::superEntry)/(form/orth, orth, .//orth)[1])[1]"/>
    <!-- A number that is printed before the title is separated from it in src/transform/facts.ts: regular expressions are slow here. -->
    <xsl:attribute name="title" select="local:plain($heading)"/>
    <xsl:if test="self::entry or self::entryFree or self::superEntry or self::div[@type = 'entry']">
      <xsl:attribute name="form" select="'entry'"/>
    </xsl:if>
    <xsl:if test="self::div[@type = 'document']">
      <xsl:attribute name="numbered" select="'yes'"/>
      <xsl:attribute name="n" select="normalize-space(@n)"/>
    </xsl:if>

    <xsl:apply-templates
      select="$heading/descendant::*[@type = ('from', 'to')][self::persName or self::orgName or self::gloss or self::name or self::rs or self::list][not(ancestor::note)]"/>
    <xsl:variable name="dateline" as="element()?" select="(dateline, opener/dateline, opener[date], closer/dateline, body/div[1]/opener/dateline, closer[date], head//dateline)[1]"/>
    <xsl:apply-templates select="$dateline//date[not(ancestor::note)][1]"/>
    <xsl:for-each select="$dateline//placeName[not(ancestor::note)][1]">
      <place text="{local:plain(.)}"><xsl:apply-templates select="." mode="m:key"/></place>
    </xsl:for-each>
    <xsl:for-each select="(head/note, note, opener/note, (p | dateline | opener/dateline)[1]/note)[@type = 'source'][1]">
      <source text="{local:plain-note(.)}"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:function name="local:plain-note" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:variable name="words" as="xs:string*">
      <xsl:apply-templates select="$note/node()" mode="m:plain"/>
    </xsl:variable>
    <xsl:sequence select="normalize-space(string-join($words))"/>
  </xsl:function>

  <xsl:template match="persName | name | rs">
    <agent role="{@type}" kind="person" text="{local:plain(.)}">
      <xsl:apply-templates select="." mode="m:key"/>
    </agent>
  </xsl:template>
  <xsl:template match="orgName | gloss">
    <agent role="{@type}" kind="organization" text="{local:plain(.)}">
      <xsl:apply-templates select="." mode="m:key"/>
    </agent>
  </xsl:template>
  <!-- A list of names: each item is an agent. -->
  <xsl:template match="list">
    <xsl:variable name="role" as="xs:string" select="string(@type)"/>
    <xsl:for-each select="item">
      <agent role="{$role}" kind="{if (persName) then 'person' else 'organization'}" text="{local:plain((persName, .)[1])}">
        <xsl:apply-templates select="(persName, orgName)[1]" mode="m:key"/>
      </agent>
    </xsl:for-each>
  </xsl:template>
  <xsl:mode name="m:key" on-no-match="deep-skip" on-multiple-match="fail"/>
  <xsl:template match="*[@ref | @corresp | @key]" mode="m:key">
    <xsl:attribute name="key" select="(@ref, @corresp, @key)[1]"/>
  </xsl:template>

  <xsl:template match="date">
    <date text="{local:plain(.)}">
      <xsl:copy-of select="@when, @notBefore, @notAfter, @from, @to"/>
      <xsl:if test="not(@when) and @when-iso"><xsl:attribute name="when" select="@when-iso"/></xsl:if>
    </date>
  </xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- The work of writers and editors on the text. In: choice and its sides. Out: spans. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:octavo:mode" xmlns:local="urn:octavo:reading:editorial" xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="m:reading" exclude-result-prefixes="#all">

  <!-- Of a choice each view shows one side: the reading view the corrected, regularised or expanded one, the diplomatic view what the document has. -->
  <xsl:template match="choice">
    <xsl:variable name="shown" as="element()?" select="(corr, reg, expan, *)[1]"/>
    <xsl:variable name="written" as="element()?" select="((sic | orig | abbr)[1], $shown)[1]"/>
    <xsl:choose>
      <xsl:when test="$shown is $written">
        <xsl:apply-templates select="$shown | text()[normalize-space()]"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:for-each select="$shown | $written | text()[normalize-space()]">
          <xsl:choose>
            <xsl:when test="self::text()"><xsl:apply-templates select="."/></xsl:when>
            <xsl:otherwise>
              <view only="{if (. is $shown) then 'reading' else 'diplomatic'}"><xsl:apply-templates select="."/></view>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <!-- Letters that an editor supplied for an abbreviation are not in the document; its own marks are not in the expanded word. -->
  <xsl:template match="ex" priority="1">
    <view only="reading"><xsl:next-match/></view>
  </xsl:template>
  <xsl:template match="am[ancestor::*[self::expan or self::note][1]/self::expan]" priority="1">
    <view only="diplomatic"><xsl:next-match/></view>
  </xsl:template>
  <!-- What has an id or a language of its own keeps them, also where it is nothing but what it holds. -->
  <xsl:template match="choice[@xml:id or @xml:lang] | app[@xml:id or @xml:lang]">
    <span tei="{local-name()}">
      <xsl:copy-of select="@*"/>
      <xsl:next-match/>
    </span>
  </xsl:template>
  <xsl:template match="corr | reg | sic | orig">
    <span tei="{local-name()}">
      <xsl:attribute name="is" select="map{'corr': 'corrected', 'reg': 'regularized', 'sic': 'erroneous', 'orig': 'original'}(local-name())"/>
      <xsl:call-template name="local:others"/>
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>
  <xsl:template match="expan">
    <span tei="expan" role="expanded">
      <xsl:call-template name="local:others"/>
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>
  <!-- What the other sides of the choice say, as the title of this one. -->
  <xsl:template name="local:others">
    <xsl:if test="parent::choice/* except .">
      <xsl:variable name="others" as="xs:string*">
        <xsl:for-each select="parent::choice/* except .">
          <xsl:variable name="words" as="xs:string*"><xsl:apply-templates select="." mode="m:plain"/></xsl:variable>
          <xsl:sequence select="normalize-space(string-join($words))"/>
        </xsl:for-each>
      </xsl:variable>
      <xsl:attribute name="title" select="string-join($others, ' / ')"/>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- Words with a property that depends on their attributes. In: emphasis, titles, dates. Out: spans whose role says what they are. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:octavo:mode" xmlns:local="urn:octavo:reading:phrases"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="m:reading" exclude-result-prefixes="#all">

  <xsl:template match="emph">
    <span tei="emph" role="emphasis">
      <xsl:if test="not(@rend)"><xsl:attribute name="looks" select="'italic'"/></xsl:if>
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>
  <!-- What is set off without a word about how: in italics, as the printers do. -->
  <xsl:template match="hi">
    <span tei="hi">
      <xsl:if test="not(@rend | @rendition | @style)"><xsl:attribute name="looks" select="'italic'"/></xsl:if>
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>
  <xsl:template match="title">
    <span tei="title" role="title">
      <xsl:if test="not(@rend) and @level = ('m', 'j', 's')"><xsl:attribute name="looks" select="'italic'"/></xsl:if>
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>
  <!-- Words with a gloss. White space between them is not text; a gloss that holds more than words is words itself. -->
  <xsl:template match="ruby">
    <span tei="ruby" role="ruby">
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates select="node() except text()[not(normalize-space())]"/>
    </span>
  </xsl:template>
  <xsl:template match="rt">
    <xsl:choose>
      <xsl:when test="local:is-gloss(.) and normalize-space()">
        <mark tei="rt" role="gloss">
          <xsl:copy-of select="@xml:id, @xml:lang, @place"/>
          <xsl:attribute name="title" select="normalize-space()"/>
        </mark>
      </xsl:when>
      <xsl:when test="local:is-gloss(.)">
        <xsl:if test="@xml:id"><span tei="rt" role="anchor"><xsl:copy-of select="@xml:id"/></span></xsl:if>
      </xsl:when>
      <xsl:otherwise>
        <span tei="rt">
          <xsl:copy-of select="@xml:id"/>
          <xsl:apply-templates/>
        </span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="ruby" mode="m:plain"><xsl:apply-templates select="node() except text()[not(normalize-space())]" mode="m:plain"/></xsl:template>
  <xsl:template match="rt[local:is-gloss(.)]" mode="m:plain"/>
  <xsl:function name="local:is-gloss" as="xs:boolean">
    <xsl:param name="rt" as="element(rt)"/>
    <xsl:sequence select="every $element in $rt//* satisfies exists($element/(self::hi | self::seg | self::g | self::c | self::w | self::pc))"/>
  </xsl:function>

  <xsl:template match="date | time">
    <span tei="{local-name()}" role="date">
      <xsl:if test="@when | @from | @to | @notBefore | @notAfter">
        <xsl:attribute name="title"
          select="(@when, string-join((@from, @to), '/')[.], string-join((@notBefore, @notAfter), '/'))[1]"/>
      </xsl:if>
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>
</xsl:stylesheet>

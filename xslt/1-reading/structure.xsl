<?xml version="1.0" encoding="UTF-8"?>
<!-- Divisions, headings, texts inside texts, title pages. In: their elements. Out: sections, headings, blocks. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:m="urn:octavo:mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="m:reading" exclude-result-prefixes="#all">

  <xsl:template match="div | div1 | div2 | div3 | div4 | div5 | div6 | div7">
    <section tei="{local-name()}" role="{(@type, 'division')[1]}">
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates/>
    </section>
  </xsl:template>

  <!-- A text inside the text: a letter that a memorandum quotes. `body` and the like make no section of their own. -->
  <xsl:template match="floatingText">
    <section tei="floatingText" role="{(@type, 'text')[1]}">
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates/>
    </section>
  </xsl:template>
  <!-- Parts of a text are what they hold. One with an id keeps it as a point; one that names its language is a section in that language. -->
  <xsl:template match="text | front | body | back | group | sourceDoc | teiHeader">
    <xsl:if test="@xml:id">
      <span tei="{local-name()}" role="anchor"><xsl:copy-of select="@xml:id"/></span>
    </xsl:if>
    <xsl:apply-templates/>
  </xsl:template>
  <xsl:template match="text[@xml:lang] | front[@xml:lang] | body[@xml:lang] | back[@xml:lang] | group[@xml:lang]">
    <section tei="{local-name()}" role="{local-name()}">
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates/>
    </section>
  </xsl:template>

  <xsl:template match="titlePage/docDate | titlePage/docAuthor | titlePage/docEdition | titlePage/imprimatur | titlePage/publisher | titlePage/pubPlace">
    <block tei="{local-name()}" role="imprint">
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates/>
    </block>
  </xsl:template>

  <xsl:template match="figure/head | table/head | lg/head">
    <block tei="head" role="caption">
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates/>
    </block>
  </xsl:template>
</xsl:stylesheet>

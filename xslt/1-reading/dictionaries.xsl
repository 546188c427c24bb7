<?xml version="1.0" encoding="UTF-8"?>
<!-- Dictionaries. In: what is directly behind another field of an entry; examples and translations. Out: a space between fields, spans. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:m="urn:octavo:mode" xmlns:local="urn:octavo:reading:dictionaries"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="m:reading" exclude-result-prefixes="#all">

  <xsl:variable name="local:dictionary" as="xs:string+"
    select="tokenize('entry entryFree superEntry re sense hom form orth pron gramGrp gram pos gen number case mood per tns iType subc def usg etym xr
      hyph stress syll colloc lang lbl dictScrap oRef pRef', '\s+')"/>
  <xsl:function name="local:is-of-dictionary" as="xs:boolean">
    <xsl:param name="node" as="node()?"/>
    <xsl:sequence select="$node/self::* and namespace-uri($node) = 'http://www.tei-c.org/ns/1.0' and local-name($node) = $local:dictionary"/>
  </xsl:function>
  <xsl:function name="local:is-field" as="xs:boolean">
    <xsl:param name="node" as="node()?"/>
    <xsl:sequence select="local:is-of-dictionary($node) or exists($node/(self::cit | self::quote | self::q | self::bibl | self::ref | self::mentioned | self::gloss | self::term))"/>
  </xsl:function>

  <!-- A quotation with its translation and its source is of fields, too. -->
  <xsl:function name="local:holds-fields" as="xs:boolean">
    <xsl:param name="node" as="node()?"/>
    <xsl:sequence select="local:is-of-dictionary($node) or exists($node/self::cit)"/>
  </xsl:function>

  <!-- Fields with nothing between them are as those of a record: their words are two. -->
  <xsl:template priority="5"
    match="*[local:holds-fields(..)][local:is-field(.)][local:is-field(preceding-sibling::node()[not(self::comment() | self::processing-instruction())][1])]">
    <xsl:text> </xsl:text>
    <xsl:next-match/>
  </xsl:template>

  <!-- An example or a translation: its type says which. -->
  <xsl:template match="cit[local:holds-fields(..)]">
    <span tei="cit" role="{(@type[. ne ''], 'quote')[1]}">
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- Dictionaries. In: examples and translations. Out: spans. And what a field is, for held.xsl. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:tei="http://www.tei-c.org/ns/1.0"
  xmlns:m="urn:octavo:mode" xmlns:fields="urn:octavo:reading:fields" xmlns:local="urn:octavo:reading:dictionaries"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="m:reading" exclude-result-prefixes="#all">

  <!-- Elements of dictionaries, and quotations with their translation and their source: what is in them is fields. -->
  <xsl:variable name="fields:holding" as="map(xs:string, xs:string)"
    select="map:merge(tokenize('entry entryFree superEntry re sense hom form orth pron gramGrp gram pos gen number case mood per tns iType subc def usg
      etym xr hyph stress syll colloc lang lbl dictScrap oRef pRef cit', '\s+') ! map:entry(., 'fields'))"/>
  <xsl:function name="fields:in" as="xs:boolean">
    <xsl:param name="node" as="element()"/>
    <xsl:sequence select="map:contains($fields:holding, local-name($node/parent::tei:*))"/>
  </xsl:function>
  <xsl:function name="local:is-field" as="xs:boolean">
    <xsl:param name="node" as="node()?"/>
    <xsl:sequence select="map:contains($fields:holding, local-name($node/self::tei:*)) or exists($node/(self::quote | self::q | self::bibl | self::ref | self::mentioned | self::gloss | self::term))"/>
  </xsl:function>

  <!-- Fields with nothing between them are as those of a record: their words are two. -->
  <xsl:function name="fields:is-behind-another" as="xs:boolean">
    <xsl:param name="node" as="element()"/>
    <xsl:sequence select="local:is-field($node) and local:is-field($node/preceding-sibling::node()[not(self::comment() | self::processing-instruction())][1])"/>
  </xsl:function>

  <!-- An example or a translation: its type says which. -->
  <xsl:template match="cit[fields:in(.)]">
    <span tei="cit" role="{(@type[. ne ''], 'quote')[1]}">
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>
</xsl:stylesheet>

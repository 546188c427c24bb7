<?xml version="1.0" encoding="UTF-8"?>
<!-- Elements that always become one node of the same kind and role. In: the elements of the table. Out: that node with what the element holds. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:m="urn:octavo:mode"
  xmlns:local="urn:octavo:reading:plain" default-mode="m:reading" exclude-result-prefixes="#all">

  <!-- Element: kind, or kind and role. What depends on attributes or on the place of an element has a rule in another module. -->
  <xsl:variable name="local:plain" as="map(xs:string, xs:string+)" select="map{
    (: divisions and headings :)
    'titlePage': ('section', 'title-page'), 'titlePart': ('block', 'title'), 'head': 'heading',
    (: lines and paragraphs :)
    'p': ('block', 'paragraph'), 'opener': ('block', 'opener'), 'closer': ('block', 'closer'), 'dateline': ('block', 'dateline'),
    'salute': ('block', 'salute'), 'signed': ('block', 'signed'), 'byline': ('block', 'byline'), 'postscript': ('block', 'postscript'),
    'trailer': ('block', 'trailer'), 'argument': ('block', 'argument'), 'epigraph': ('block', 'epigraph'), 'eg': ('block', 'eg'),
    'set': ('block', 'set'), 'prologue': ('block', 'prologue'), 'epilogue': ('block', 'epilogue'), 'performance': ('block', 'performance'),
    'addrLine': ('block', 'line'), 'biblStruct': ('block', 'bibliography'),
    (: lists :)
    'item': 'item', 'witness': 'item', 'castList': ('list', 'cast'), 'castGroup': ('list', 'cast'), 'castItem': 'item',
    (: registers :)
    'listPerson': ('list', 'register'), 'listPlace': ('list', 'register'), 'listOrg': ('list', 'register'), 'listEvent': ('list', 'register'),
    'listBibl': ('list', 'register'), 'listRelation': ('list', 'register'),
    (: tables and figures :)
    'table': 'table', 'row': 'row', 'cell': 'cell', 'figure': 'figure', 'graphic': 'image', 'media': 'image', 'figDesc': ('block', 'description'),
    'formula': ('span', 'formula'), 'notatedMusic': ('span', 'formula'),
    (: verse and plays :)
    'lg': ('block', 'stanza'), 'l': 'line', 'sp': 'speech', 'speaker': ('block', 'speaker'),
    (: readings :)
    'lem': ('span', 'reading'), 'rdg': ('span', 'reading'),
    (: breaks; with break=&quot;no&quot; inside a word, which is put together again when the tree is read :)
    'pb': 'page-break', 'lb': 'line-break',
    (: words :)
    'hi': 'span', 'foreign': ('span', 'foreign'),
    (: links :)
    'ref': 'link', 'ptr': 'link'
  }"/>

  <xsl:template match="tei:*[map:contains($local:plain, local-name())]" priority="0">
    <xsl:variable name="becomes" as="xs:string+" select="$local:plain(local-name())"/>
    <xsl:element name="{$becomes[1]}">
      <xsl:attribute name="tei" select="local-name()"/>
      <xsl:if test="$becomes[2]"><xsl:attribute name="role" select="$becomes[2]"/></xsl:if>
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>

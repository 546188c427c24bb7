<?xml version="1.0" encoding="UTF-8"?>
<!-- A modest TEI to HTML in XSLT 1.0, of the kind a project writes in a day: one file, notes at the end. For comparison of cost only. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="t">
  <xsl:output method="html" encoding="UTF-8" indent="no"/>
  <xsl:template match="/">
    <html>
      <head><title><xsl:value-of select="normalize-space(//t:titleStmt/t:title[1])"/></title></head>
      <body>
        <xsl:apply-templates select="//t:text[1]"/>
        <ol><xsl:for-each select="//t:text//t:note[@xml:id]"><li id="{@xml:id}"><xsl:apply-templates/></li></xsl:for-each></ol>
      </body>
    </html>
  </xsl:template>
  <xsl:template match="t:div | t:titlePage"><div id="{@xml:id}" class="{@type}"><xsl:apply-templates/></div></xsl:template>
  <xsl:template match="t:head"><h2><xsl:apply-templates/></h2></xsl:template>
  <xsl:template match="t:list/t:head"><h4><xsl:apply-templates/></h4></xsl:template>
  <xsl:template match="t:dateline | t:signed | t:closer | t:opener | t:byline | t:docImprint | t:titlePart"><div class="{local-name()}"><xsl:apply-templates/></div></xsl:template>
  <xsl:template match="t:p"><p><xsl:apply-templates/></p></xsl:template>
  <xsl:template match="t:list"><ul><xsl:apply-templates/></ul></xsl:template>
  <xsl:template match="t:item"><li><xsl:apply-templates/></li></xsl:template>
  <xsl:template match="t:table"><table><xsl:apply-templates/></table></xsl:template>
  <xsl:template match="t:row"><tr><xsl:apply-templates/></tr></xsl:template>
  <xsl:template match="t:cell"><td><xsl:apply-templates/></td></xsl:template>
  <xsl:template match="t:hi[@rend='italic']"><i><xsl:apply-templates/></i></xsl:template>
  <xsl:template match="t:hi[@rend='strong']"><b><xsl:apply-templates/></b></xsl:template>
  <xsl:template match="t:hi"><span class="{@rend}"><xsl:apply-templates/></span></xsl:template>
  <xsl:template match="t:persName | t:placeName | t:gloss | t:term | t:date"><span class="{local-name()}"><xsl:apply-templates/></span></xsl:template>
  <xsl:template match="t:ref"><a href="{@target}"><xsl:apply-templates/></a></xsl:template>
  <xsl:template match="t:pb"><span class="pb" id="{@xml:id}">[Page <xsl:value-of select="@n"/>]</span></xsl:template>
  <xsl:template match="t:lb"><br/></xsl:template>
  <xsl:template match="t:note[@xml:id]"><a href="#{@xml:id}"><sup><xsl:value-of select="@n"/></sup></a></xsl:template>
  <xsl:template match="t:figure | t:graphic"/>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- Lists. In: list with items, heads and labels; cast lists. Out: lists whose role is bulleted, ordered, labelled or what the source calls them. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:m="urn:octavo:mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="m:reading" exclude-result-prefixes="#all">

  <xsl:template match="list | listWit">
    <list tei="{local-name()}" role="{if (label) then 'labelled' else (@type, @rend, 'plain')[1]}">
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates/>
    </list>
  </xsl:template>
  <xsl:template match="list/label | list/headLabel">
    <label tei="{local-name()}">
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates/>
    </label>
  </xsl:template>
  <xsl:template match="list/headItem">
    <item tei="headItem" role="head">
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates/>
    </item>
  </xsl:template>

  <!-- Cast groups are in the list that holds them: an item with a list in it. -->
  <xsl:template match="castList/castGroup | castGroup/castGroup">
    <item tei="castGroup">
      <list tei="castGroup" role="cast">
        <xsl:copy-of select="@*"/>
        <xsl:apply-templates/>
      </list>
    </item>
  </xsl:template>
</xsl:stylesheet>

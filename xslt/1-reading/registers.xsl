<?xml version="1.0" encoding="UTF-8"?>
<!-- Registers that are part of the text (persons, places, works in `back`). In: listPerson and its kind. Out: lists whose items hold their facts (records.xsl). -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:m="urn:octavo:mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="m:reading" exclude-result-prefixes="#all">

  <!-- A list in a list is in an item of it. -->
  <xsl:template match="listPerson/listPerson | listPlace/listPlace | listOrg/listOrg | listEvent/listEvent | listBibl/listBibl | listObject/listObject" priority="2">
    <item tei="{local-name()}">
      <list tei="{local-name()}" role="register">
        <xsl:copy-of select="@*"/>
        <xsl:apply-templates/>
      </list>
    </item>
  </xsl:template>

  <xsl:template match="listBibl/bibl | listBibl/biblStruct | listBibl/biblFull | listRelation/relation" priority="1">
    <item tei="{local-name()}" role="{local-name()}">
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates/>
    </item>
  </xsl:template>
  <xsl:template match="person | personGrp | place | org | event | object | msItem | msItemStruct">
    <item tei="{local-name()}">
      <xsl:copy-of select="@*"/>
      <xsl:attribute name="role" select="local-name()"/>
      <xsl:apply-templates/>
    </item>
  </xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- Registers that are part of the text (persons, places, works in `back`). In: listPerson and its kind. Out: lists whose items hold one block a fact. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:m="urn:octavo:mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="m:reading" exclude-result-prefixes="#all">

  <!-- A list in a list is in an item of it. -->
  <xsl:template match="listPerson/listPerson | listPlace/listPlace | listOrg/listOrg | listEvent/listEvent | listBibl/listBibl" priority="2">
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
  <xsl:template match="person | personGrp | place | org | event">
    <item tei="{local-name()}">
      <xsl:copy-of select="@*"/>
      <xsl:attribute name="role" select="local-name()"/>
      <xsl:apply-templates mode="m:entry"/>
    </item>
  </xsl:template>

  <!-- What is in an entry: each element is one fact, also a note or an event; lists are lists. -->
  <xsl:mode name="m:entry" on-no-match="text-only-copy" on-multiple-match="fail"/>
  <xsl:template match="*" mode="m:entry">
    <block tei="{local-name()}">
      <xsl:copy-of select="@*"/>
      <xsl:attribute name="role" select="'fact'"/>
      <xsl:choose>
        <xsl:when test="self::person | self::place | self::org | self::event"><xsl:apply-templates mode="m:entry"/></xsl:when>
        <xsl:otherwise><xsl:apply-templates mode="m:reading"/></xsl:otherwise>
      </xsl:choose>
    </block>
  </xsl:template>
  <xsl:template match="ref | ptr" mode="m:entry" priority="1">
    <block tei="{local-name()}" role="fact">
      <xsl:apply-templates select="." mode="m:reading"/>
    </block>
  </xsl:template>
  <xsl:template match="listPerson | listPlace | listOrg | listEvent | listBibl | pb | lb" mode="m:entry" priority="1">
    <xsl:apply-templates select="." mode="m:reading"/>
  </xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- Names whose type says of what they are, and terms. In: name, rs, term, gloss. Out: spans that point to the register. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:m="urn:octavo:mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="m:reading" exclude-result-prefixes="#all">

  <xsl:template match="name[@type = 'person'] | rs[@type = 'person']">
    <span tei="{local-name()}">
      <xsl:copy-of select="@*"/>
      <xsl:attribute name="role" select="'person'"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>
  <xsl:template match="name[@type = ('org', 'organization')] | rs[@type = ('org', 'organization')]">
    <span tei="{local-name()}">
      <xsl:copy-of select="@*"/>
      <xsl:attribute name="role" select="'organization'"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>
  <xsl:template match="name[@type = 'place'] | rs[@type = 'place']">
    <span tei="{local-name()}">
      <xsl:copy-of select="@*"/>
      <xsl:attribute name="role" select="'place'"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>
  <xsl:template match="term | gloss">
    <span tei="{local-name()}">
      <xsl:copy-of select="@*"/>
      <xsl:attribute name="role" select="if (@type = ('from', 'to')) then 'organization' else 'term'"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>

</xsl:stylesheet>

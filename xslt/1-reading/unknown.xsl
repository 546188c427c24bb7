<?xml version="1.0" encoding="UTF-8"?>
<!-- The last rule: an element that no other rule knows keeps its words and its name; the build reports it once, with a count. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:m="urn:octavo:mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="m:reading" exclude-result-prefixes="#all">

  <xsl:template match="*" priority="-1">
    <xsl:element name="{if (p, ab, list, table, lg, l, sp, figure, child::div, head, floatingText) then 'block' else 'span'}">
      <xsl:attribute name="tei" select="name()"/>
      <xsl:attribute name="role" select="'unknown'"/>
      <!-- An example of markup or a formula has attributes that are called like those of TEI: they point nowhere. -->
      <xsl:copy-of select="if (namespace-uri() = 'http://www.tei-c.org/ns/1.0') then @* else @* except (@target, @ref, @key, @corresp)"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <!-- An attachment in the namespace of its project is a division. -->
  <xsl:template match="*:attachment">
    <section tei="{name()}" role="attachment">
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates/>
    </section>
  </xsl:template>
  <xsl:template match="comment() | processing-instruction()"/>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- Verse and plays. In: lg, l, sp, speaker, stage. Out: stanza blocks, lines, speeches. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:m="urn:octavo:mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="m:reading" exclude-result-prefixes="#all">

  <!-- A stage direction is words inside a line or paragraph, a block elsewhere. -->
  <xsl:template match="stage | camera | sound | tech | view | caption | move">
    <xsl:element name="{if (parent::l | parent::p | parent::ab | parent::speaker | parent::head | parent::hi | parent::seg | parent::stage) then 'span' else 'block'}">
      <xsl:attribute name="tei" select="local-name()"/>
      <xsl:attribute name="role" select="'stage'"/>
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>

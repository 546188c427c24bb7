<?xml version="1.0" encoding="UTF-8"?>
<!-- Words with a property. In: highlighting, dates, titles, foreign words and the like. Out: spans whose role says what they are. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:m="urn:octavo:mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="m:reading" exclude-result-prefixes="#all">

  <xsl:template match="emph">
    <span tei="emph" role="emphasis">
      <xsl:if test="not(@rend)"><xsl:attribute name="looks" select="'italic'"/></xsl:if>
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>
  <xsl:template match="title">
    <span tei="title" role="title">
      <xsl:if test="not(@rend) and @level = ('m', 'j', 's')"><xsl:attribute name="looks" select="'italic'"/></xsl:if>
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>
  <xsl:template match="date | time">
    <span tei="{local-name()}" role="date">
      <xsl:if test="@when | @from | @to | @notBefore | @notAfter">
        <xsl:attribute name="title"
          select="(@when, string-join((@from, @to), '/')[.], string-join((@notBefore, @notAfter), '/'))[1]"/>
      </xsl:if>
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>

  <!-- Words that the source marks and that read like the words around them. -->
  <xsl:template match="seg | c | w | pc | s | phr | cl | m | g | num | measure | label | mentioned | soCalled | distinct | ident | code | gi | att | val | tag | bibl | author | editor | publisher
      | pubPlace | docDate | docAuthor | docEdition | biblScope | edition | idno | desc | roleDesc | role | rs | name | abbr | email | street | postCode | postBox | forename | surname
      | roleName | addName | genName | nameLink | birth | death | occupation | affiliation | residence | sex | education | faith | nationality | location | geo | relation | monogr | analytic
      | imprint | series | respStmt | resp | extent | height | width | depth | dim | offset | locus | watermark | stamp | signatures | material | objectType | handShift | catchwords
      | heraldry | secFol | origDate | origPlace | ex | am | hyph | stress | surplus | secl | retrace | metamark | damage | damageSpan | addSpan | delSpan | redo | undo | restore | mod | substJoin | incident
      | kinesic | vocal | writing | u | pause | shift | availability | licence"
    priority="-0.2">
    <span tei="{local-name()}">
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>
</xsl:stylesheet>

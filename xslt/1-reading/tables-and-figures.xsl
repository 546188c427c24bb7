<?xml version="1.0" encoding="UTF-8"?>
<!-- Tables, figures, formulae. In: table, figure and what they hold. Out: table, row, cell; figure, image. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:m="urn:octavo:mode"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" default-mode="m:reading" exclude-result-prefixes="#all">

</xsl:stylesheet>

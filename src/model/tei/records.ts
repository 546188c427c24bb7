import { each, group, span, words } from './rule.ts';

/** What headers and descriptions say of texts and manuscripts. In a header they are facts; these rules are for those that are in a text. */

export const records = {
  ...group('manuscript record', {
    ...each('height width depth dim locus watermark stamp signatures material objectType catchwords', span),
    ...each('heraldry secFol origDate origPlace', span),
    ...each('accMat acquisition additional additions adminInfo altIdentifier binding bindingDesc collation', words),
    ...each('collection colophon condition custEvent custodialHist decoDesc decoNote dimensions explicit', words),
    ...each('filiation finalRubric foliation handDesc history incipit institution layout layoutDesc locusGrp', words),
    ...each('msContents msDesc msFrag msIdentifier msItem msItemStruct msName msPart musicNotation', words),
    ...each('objectDesc origin physDesc provenance recordHist repository rubric scriptDesc seal sealDesc', words),
    ...each('source summary support supportDesc surrogates typeDesc typeNote', words),
  }),
  ...group('header record', {
    ...each('edition idno extent availability licence', span),
    ...each('abstract authority calendar calendarDesc catRef change classCode correction correspAction', words),
    ...each('correspContext correspDesc creation distributor editionStmt editorialDecl encodingDesc', words),
    ...each('fileDesc funder handNote handNotes hyphenation interpretation keywords language langUsage', words),
    ...each('listChange normalization notesStmt principal profileDesc projectDesc publicationStmt', words),
    ...each('punctuation quotation revisionDesc samplingDecl scriptNote segmentation seriesStmt', words),
    ...each('sourceDesc sponsor stdVals textClass titleStmt variantEncoding', words),
  }),
  ...group('corpus record', {
    ...each('activity channel constitution derivation domain factuality interaction locale particDesc', words),
    ...each('preparedness purpose setting settingDesc textDesc', words),
  }),
  ...group('recording', each('broadcast equipment recording recordingStmt scriptStmt transcriptionDesc', words)),
  ...group('machine part of the header', {
    ...each('appInfo application catDesc category char charDecl citeData citeStructure classDecl conversion', words),
    ...each('cRefPattern geoDecl glyph listPrefixDef localProp mapping metDecl metSym namespace prefixDef', words),
    ...each('refsDecl refState rendition schemaRef styleDefDecl tagsDecl tagUsage taxonomy teiHeader', words),
    ...each('unicodeProp unihanProp unitDecl unitDef xenoData', words),
  }),
};

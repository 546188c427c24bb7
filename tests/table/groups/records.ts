import { kept, spans } from '../example.ts';

export const records = [
  ...spans(
    'manuscript record',
    'height width depth dim locus watermark stamp signatures material objectType catchwords heraldry secFol origDate origPlace',
  ),
  ...kept(
    'manuscript record',
    'accMat acquisition additional additions adminInfo altIdentifier binding bindingDesc collation collection colophon condition custEvent custodialHist decoDesc decoNote dimensions explicit filiation finalRubric foliation handDesc history incipit institution layout layoutDesc locusGrp msContents msDesc msFrag msIdentifier msItem msItemStruct msName msPart musicNotation objectDesc origin physDesc provenance recordHist repository rubric scriptDesc seal sealDesc source summary support supportDesc surrogates typeDesc typeNote',
  ),
  ...spans('header record', 'edition idno extent availability licence'),
  ...kept(
    'header record',
    'abstract authority calendar calendarDesc catRef change classCode correction correspAction correspContext correspDesc creation distributor editionStmt editorialDecl encodingDesc fileDesc funder handNote handNotes hyphenation interpretation keywords language langUsage listChange normalization notesStmt principal profileDesc projectDesc publicationStmt punctuation quotation revisionDesc samplingDecl scriptNote segmentation seriesStmt sourceDesc sponsor stdVals textClass titleStmt variantEncoding',
  ),
  ...kept(
    'corpus record',
    'activity channel constitution derivation domain factuality interaction locale particDesc preparedness purpose setting settingDesc textDesc',
  ),
  ...kept('recording', 'broadcast equipment recording recordingStmt scriptStmt transcriptionDesc'),
  ...kept(
    'machine part of the header',
    'appInfo application catDesc category char charDecl citeData citeStructure classDecl conversion cRefPattern geoDecl glyph listPrefixDef localProp mapping metDecl metSym namespace prefixDef refsDecl refState rendition schemaRef styleDefDecl tagsDecl tagUsage taxonomy unicodeProp unihanProp unitDecl unitDef xenoData',
  ),
];

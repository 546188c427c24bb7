/**
 * What the code of a stranger may do in the engine: functions and instructions that make values from values. Whatever is not listed here is
 * refused, so that a function that a later engine brings is refused too.
 */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/**
 * Functions of XPath and XSLT. Left out: those that read anything but XML documents (`unparsed-text`, `json-doc`, `collection`, the environment),
 * run code that was data (`transform`, `load-xquery-module`), or find functions by names that are only known when they run (`function-lookup`).
 * Documents are read by the parent process, which knows the folders they may come from.
 */
const coreFunctions = words(`
  abs accumulator-after accumulator-before adjust-date-to-timezone adjust-dateTime-to-timezone adjust-time-to-timezone analyze-string apply avg
  base-uri boolean ceiling codepoint-equal codepoints-to-string collation-key compare concat contains contains-token copy-of count current
  current-date current-dateTime current-group current-grouping-key current-merge-group current-merge-key current-time data dateTime
  day-from-date day-from-dateTime days-from-duration deep-equal default-collation default-language distinct-values doc doc-available document
  document-uri element-available element-with-id empty encode-for-uri ends-with error escape-html-uri exactly-one exists false filter floor
  fold-left fold-right for-each for-each-pair format-date format-dateTime format-integer format-number format-time function-arity
  function-available function-name generate-id has-children head hours-from-dateTime hours-from-duration hours-from-time id idref
  implicit-timezone in-scope-prefixes index-of innermost insert-before iri-to-uri json-to-xml key lang last local-name local-name-from-QName
  lower-case matches max min minutes-from-dateTime minutes-from-duration minutes-from-time month-from-date month-from-dateTime
  months-from-duration name namespace-uri namespace-uri-for-prefix namespace-uri-from-QName nilled node-name normalize-space normalize-unicode
  not number one-or-more outermost parse-ietf-date parse-json parse-xml parse-xml-fragment path position prefix-from-QName QName
  random-number-generator regex-group remove replace resolve-QName resolve-uri reverse root round round-half-to-even seconds-from-dateTime
  seconds-from-duration seconds-from-time serialize snapshot sort starts-with static-base-uri string string-join string-length
  string-to-codepoints subsequence substring substring-after substring-before sum system-property tail timezone-from-date
  timezone-from-dateTime timezone-from-time tokenize trace translate true type-available unordered unparsed-entity-public-id
  unparsed-entity-uri upper-case xml-to-json year-from-date year-from-dateTime years-from-duration zero-or-one`);

/**
 * What a stylesheet of an edition may not call in addition: its results are kept under the hash of the text they are made from, and are the same on every
 * machine. So they depend on no clock, no chance, no other document and no place of a file.
 */
export const refusedInStylesheets: ReadonlySet<string> = words(`
  base-uri current-date current-dateTime current-time doc doc-available document document-uri generate-id implicit-timezone
  random-number-generator resolve-uri static-base-uri`);

const fn = 'http://www.w3.org/2005/xpath-functions';

const functionsByNamespace: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [fn, coreFunctions],
  [
    `${fn}/map`,
    words(
      'merge size keys contains get find put entry remove for-each for-each-pair filter keys-where build pair items',
    ),
  ],
  [
    `${fn}/array`,
    words(
      'size get put append subarray remove insert-before head tail reverse join for-each filter fold-left fold-right for-each-pair sort flatten',
    ),
  ],
  [`${fn}/math`, words('pi exp exp10 log log10 pow sqrt sin cos tan asin acos atan atan2')],
  // Casts that are written as functions: xs:date(…).
  [
    'http://www.w3.org/2001/XMLSchema',
    words(
      `string boolean decimal float double duration dateTime time date gYearMonth gYear gMonthDay gDay gMonth hexBinary base64Binary anyURI QName
       normalizedString token language NMTOKEN NMTOKENS Name NCName ID IDREF IDREFS ENTITY ENTITIES integer nonPositiveInteger negativeInteger
       long int short byte nonNegativeInteger unsignedLong unsignedInt unsignedShort unsignedByte positiveInteger yearMonthDuration
       dayTimeDuration untypedAtomic dateTimeStamp numeric error NOTATION`,
    ),
  ],
  // How the compiler writes the call of a function that is a value, and what is known of an error that was caught.
  ['http://saxon.sf.net/', words('apply dynamic-error-info')],
]);

/** Namespaces that belong to the languages and to the engine: no stylesheet has functions of its own in them. */
const reserved = /^http:\/\/(?:www\.w3\.org\/|saxon\.sf\.net\/|(?:www\.|ns\.)?saxonica\.com\/)/;

export const isReserved = (namespace: string): boolean => reserved.test(namespace);

/** Whether a function of the languages, by namespace and local name, may be called. */
export const isAllowedFunction = (namespace: string, local: string): boolean =>
  functionsByNamespace.get(namespace)?.has(local) ?? false;

/** Whether a function without a namespace, as the compiler writes those of XPath and XSLT, may be called. */
export const isAllowedCoreFunction = (local: string): boolean => coreFunctions.has(local);

/**
 * What the compiled form is made of (SEF, member `N`): expressions, instructions, patterns and declarations. `s` and `p` are names of elements whose white
 * space is stripped or preserved.
 */
const compiledParts = words(`
  package co template templateRule mode function arg key accumulator accRule pre post globalVariable globalParam output property decimalFormat
  overridden charMap characterMap stripStrip strip s p preserve spaceTest whitespace attributeSet useAS param params withParam body
  UnionExprP p.any p.booleanExp p.genNode p.genPos p.never p.nodeSet p.nodeTest p.simPos p.venn p.warning p.withCurrent p.withPredicate p.withUpper
  acFnRef among analyzeString and applyImports applyT arith arith10 array arrayBlock atomSing atomic att attVal axis break c callT cast castable catch
  cfn check choose coercedFn comment compAtt compElem compareToInt compareToString condCont condSeq conditionalSort convert copy copyOf
  currentGroup currentGroupingKey cvUntyped data dbl dec decimal doc docOrder dot elem empty emptyTextNodeRemover error every except false filter first flt
  fn fnCoercer fnRef follows for forEach forEachGroup functionCall gVarRef gc gc10 gcEE homCheck ifCall indexedFilter indexedFilter2 inlineFn instance int
  intRangeTest intersect is isLast iterate join lastOf let literal lookup lookupAll lookupTuple map merge mergeAdj mergeKey mergeSource mergeSrc message minus NaN
  namespace nextIteration nextMatch nodeNum nodeType null num numSeqFmt onCompletion onEmpty onNonEmpty or partialApply precedes procInst qName range root
  sequence slash some sort sortKey str subscript supplied tail tailCallLoop to treat true try tuple typesw ufCall ufRef union valueOf varRef vc`);

export const isAllowedPart = (name: string): boolean => compiledParts.has(name);

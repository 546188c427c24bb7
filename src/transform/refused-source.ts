import { sourceText } from '../source/text.ts';
import { scanXml, type XmlTag } from '../source/xml.ts';
import { isReserved } from './allowed-code.ts';
import type { RefusedCode } from './refused-code.ts';

/**
 * What a stylesheet must not contain when the compiler reads it. The compiler fetches modules and evaluates static expressions, so these are
 * refused before it starts; everything that only the running code could do is found in the compiled form (`refused-code.ts`).
 */

const xslt = 'http://www.w3.org/1999/XSL/Transform';

const instructions: ReadonlySet<string> = new Set(
  `stylesheet transform template function key variable param with-param decimal-format accumulator accumulator-rule character-map
   output-character attribute-set strip-space preserve-space mode namespace-alias apply-imports apply-templates next-match analyze-string
   matching-substring non-matching-substring assert attribute break call-template catch choose when otherwise comment copy copy-of document
   element fallback for-each for-each-group if iterate next-iteration on-completion map map-entry merge merge-source merge-action merge-key
   message namespace number on-empty on-non-empty perform-sort processing-instruction sequence sort text try value-of where-populated
   context-item global-context-item`.split(/\s+/),
);

/** Attributes that are evaluated while a stylesheet is compiled, or that make something else of it. */
const staticAttributes: ReadonlySet<string> = new Set([
  'use-when',
  'static',
  'extension-element-prefixes',
  'default-collation',
  // Of xsl:output: it is read from a file.
  'parameter-document',
]);

const nameOf = ({ uri, local, name }: XmlTag): string => (uri === xslt ? `xsl:${local}` : name);

function refusalsOf(tag: XmlTag, more: ReadonlySet<string>): string[] {
  if (tag.uri !== xslt && isReserved(tag.uri)) return [`<${tag.name}>`];
  if (tag.uri === xslt && !instructions.has(tag.local) && !more.has(tag.local)) return [nameOf(tag)];
  return tag.attributes.flatMap(({ name, local, uri, value }) => {
    // On elements of XSLT attributes have no namespace; on others those of XSLT have it.
    const isXslt = tag.uri === xslt ? uri === '' : uri === xslt;
    if (!isXslt) return [];
    // A shadow attribute (XSLT 3.0, 3.13.2) is computed while the stylesheet is compiled.
    const isShadow = local.startsWith('_') && tag.uri === xslt;
    const isStatic = staticAttributes.has(local) && !(local === 'static' && /^\s*(?:no|false|0)\s*$/.test(value));
    return isShadow || isStatic ? [`${name} on ${nameOf(tag)}`] : [];
  });
}

/**
 * What is refused in a stylesheet (XML text), with its lines. Where it is not well-formed that is refused, since the rest was not looked at.
 * `more`: elements of XSLT that are allowed in addition.
 */
export function refusedSource(text: string, more: ReadonlySet<string> = new Set()): RefusedCode[] {
  const source = sourceText('stylesheet', text);
  const found: RefusedCode[] = [];
  const faults = scanXml(source, {
    open: (tag) => {
      for (const name of refusalsOf(tag, more))
        found.push({ name, line: source.span(tag.start, tag.start).start.line });
    },
  });
  return [
    ...found,
    ...faults.map(({ message, span }) => ({ name: `markup that is broken (${message})`, line: span?.start.line })),
  ];
}

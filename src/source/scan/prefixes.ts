import type { XmlAttribute } from './events.ts';
import { customaryNamespaces, declare, XML_NAMESPACE, XMLNS_NAMESPACE } from './namespaces.ts';
import { editDistance } from './similar.ts';
import { report } from './state.ts';
import type { Scan } from './state.ts';

/** Takes over the namespace declarations among the attributes of the element at `depth`. */
export function declareAll(scan: Scan, attributes: readonly XmlAttribute[], depth: number): void {
  for (const attribute of attributes) {
    if (attribute.uri !== XMLNS_NAMESPACE) continue;
    const prefix = attribute.name === 'xmlns' ? '' : attribute.local;
    if (isProper(scan, attribute, prefix)) declare(scan.namespaces, depth, prefix, attribute.value);
  }
}

/** The constraints of Namespaces in XML 1.0, sections 3 and 5. */
function isProper(scan: Scan, attribute: XmlAttribute, prefix: string): boolean {
  const { value } = attribute;
  const reserved = prefix === 'xmlns' || value === XMLNS_NAMESPACE || (prefix === 'xml') !== (value === XML_NAMESPACE);
  const emptied = prefix !== '' && value === '';
  if (!reserved && !emptied) return true;
  report(scan, {
    code: 'impossible-namespace',
    message: emptied
      ? `The prefix “${prefix}” is declared without a namespace.`
      : `The declaration ${attribute.name}="${value}" changes something that XML reserves.`,
    start: attribute.start,
    end: attribute.valueEnd + 1,
    why: emptied
      ? 'A prefix stands for a namespace; only the namespace of names without prefix can be empty.'
      : 'The prefixes “xml” and “xmlns” and their namespaces are fixed.',
    fix: emptied
      ? 'Write the address of the namespace, or remove the declaration.'
      : 'Remove the declaration; “xml:” does not need one.',
  });
  return false;
}

/** `xlm:id`, `XML:lang`: the prefix that needs no declaration, misspelt. */
const isSlipOfXml = (prefix: string): boolean =>
  prefix !== 'xmlns' &&
  prefix.length > 1 &&
  prefix[0]!.toLowerCase() === 'x' &&
  editDistance(prefix.toLowerCase(), 'xml', 1) <= 1;

function reportSlipOfXml(scan: Scan, prefix: string, start: number, end: number): void {
  const meant = `xml${scan.text.slice(start + prefix.length, end)}`;
  report(scan, {
    code: 'undeclared-prefix',
    message: `Nothing says what the prefix “${prefix}” in “${scan.text.slice(start, end)}” means; did you mean “${meant}”?`,
    start,
    end,
    why: 'A prefix stands for a namespace; only “xml” needs no declaration.',
    fix: `Write ${meant}.`,
    edit: [start, start + prefix.length, 'xml'],
  });
}

/** The namespace of a prefix. One that nobody declared is reported once, and taken for what it customarily means. */
export function namespaceOf(scan: Scan, prefix: string, start: number, end: number): string {
  const uri = scan.namespaces.byPrefix.get(prefix);
  if (uri !== undefined && prefix !== 'xmlns') return uri;
  const customary = customaryNamespaces.get(prefix) ?? (isSlipOfXml(prefix) ? XML_NAMESPACE : '');
  if (scan.reportedPrefixes.has(prefix)) return customary;
  scan.reportedPrefixes.add(prefix);
  if (customary === XML_NAMESPACE) {
    reportSlipOfXml(scan, prefix, start, end);
    return customary;
  }
  const { root } = scan;
  report(scan, {
    code: 'undeclared-prefix',
    message: `Nothing says what the prefix “${prefix}” in “${scan.text.slice(start, end)}” means.`,
    start,
    end,
    why: 'A prefix stands for a namespace, and the declaration that says which one is missing.',
    fix:
      customary === ''
        ? `Declare it in the outermost element: xmlns:${prefix}="…", or remove the prefix.`
        : `Declare it in the outermost element: xmlns:${prefix}="${customary}".`,
    ...(customary !== '' &&
      root !== undefined && {
        edit: [
          root.start + 1 + root.name.length,
          root.start + 1 + root.name.length,
          ` xmlns:${prefix}="${customary}"`,
        ] as const,
      }),
  });
  return customary;
}

import type { Finding } from '../diagnostics/finding.ts';
import { defaultLimits } from './scan/events.ts';
import type { XmlHandler, XmlLimits } from './scan/events.ts';
import { scanAll } from './scan/scan.ts';
import type { SourceText } from './text.ts';

/** The events of an XML document with their places: the one way XML enters Octavo. Offsets count UTF-16 units of the decoded text. */
export type { XmlAttribute, XmlHandler, XmlLimits, XmlTag } from './scan/events.ts';

/**
 * Reads a file from its beginning to its end, tells `handler` what is in it, and answers what is not well-formed, in the order of the
 * places. No findings means that the file is well-formed XML 1.0 with namespaces, without document type but for a plain `<!DOCTYPE name>`.
 *
 * It continues after mistakes: events are made as if the mistake had been fixed in the likeliest way, and every `open`
 * has its `close`. Only where a limit is reached the scan ends at once, with the finding that says so as the last.
 */
export function scanXml(
  source: SourceText,
  handler: XmlHandler,
  options: { limits?: Partial<XmlLimits> } = {},
): Finding[] {
  return scanAll(source, handler, { ...defaultLimits, ...options.limits });
}

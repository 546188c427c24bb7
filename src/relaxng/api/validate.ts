import type { Finding } from '../../diagnostics/finding.ts';
import { decode } from '../../source/decode.ts';
import { placed } from '../../source/resolve/placed.ts';
import { withEntities } from '../../source/resolve/resolve.ts';
import { type SourceText, sourceText } from '../../source/text.ts';
import { scanXml, type XmlLimits } from '../../source/xml.ts';
import type { Schema } from '../engine/schema.ts';
import { validator } from '../engine/validator.ts';

export interface ValidationOptions {
  /** The name of the document in findings. Default: `document.xml`. */
  readonly file?: string;
  /** Are the values of ID unique, and is there an ID for each IDREF? (RELAX NG DTD Compatibility, section 5.) Default: true. */
  readonly ids?: boolean;
  /** How deep, wide and long a document may be; what is beyond is a finding. */
  readonly limits?: Partial<XmlLimits>;
}

function check(schema: Schema, document: SourceText, { ids = true, limits = {} }: ValidationOptions): Finding[] {
  const expanded = withEntities(document, limits);
  const source = expanded?.source ?? document;
  const against: Finding[] = [];
  const faults = scanXml(
    source,
    validator(schema, source, (one) => against.push(one), { ids }),
    { limits },
  );
  const at = (one: Finding): number => one.span?.start.offset ?? 0;
  const ofEntities = expanded?.findings.filter(({ severity }) => severity === 'error') ?? [];
  return [...ofEntities, ...placed([...faults, ...against], [source])].sort((a, b) => at(a) - at(b));
}

/**
 * Validates a document: a text, or bytes, whose encoding is reported by a byte order mark or the XML declaration. No
 * findings means that it is well-formed and valid. Faults of well-formedness are among the findings. Takes time in
 * proportion to the document.
 */
export function validate(schema: Schema, document: string | Uint8Array, options: ValidationOptions = {}): Finding[] {
  const { file = 'document.xml' } = options;
  if (typeof document === 'string') return check(schema, sourceText(file, document), options);
  const { source, findings } = decode(file, document);
  return findings.length > 0 ? [...findings] : check(schema, source, options);
}

export interface StreamOptions extends ValidationOptions {
  /** The document is read up to here and no further; more is the finding `file-too-large`. Default: 256 MB. */
  readonly maxBytes?: number;
}

/**
 * Validates a document that comes in pieces, e.g. from `createReadStream`, `process.stdin` or the body of a response. The pieces are
 * collected, since findings point into the whole text: memory is bounded by `maxBytes`, and a stream that is longer is left at once.
 */
export async function validateStream(
  schema: Schema,
  pieces: AsyncIterable<string | Uint8Array>,
  options: StreamOptions = {},
): Promise<Finding[]> {
  const { file = 'document.xml', maxBytes = 256 * 1024 * 1024 } = options;
  const kept: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces) {
    const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
    length += bytes.length;
    if (length > maxBytes) return [tooLong(file, maxBytes)];
    kept.push(bytes);
  }
  return validate(schema, Buffer.concat(kept, length), options);
}

function tooLong(file: string, maxBytes: number): Finding {
  return {
    code: 'file-too-large',
    severity: 'error',
    message: `The document has more than ${maxBytes} bytes.`,
    span: sourceText(file, '').span(0, 0),
    why: 'A document without end would fill the memory.',
    fix: 'Raise maxBytes if the document is meant to be so long.',
  };
}

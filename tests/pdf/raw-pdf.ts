/** PDFs written by hand, object by object: for files that no program would write. */

export interface RawObjects {
  /** By number from 1; the first is the catalog. A stream is its dictionary and its bytes. */
  readonly objects: readonly (string | { readonly dict: string; readonly stream: Uint8Array | string })[];
  readonly trailer?: string;
}

export function rawPdf({ objects, trailer = '' }: RawObjects): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  let length = parts[0]!.length;
  const put = (part: Buffer): void => {
    parts.push(part);
    length += part.length;
  };
  objects.forEach((one, i) => {
    offsets.push(length);
    put(Buffer.from(`${i + 1} 0 obj\n`));
    if (typeof one === 'string') put(Buffer.from(one));
    else {
      const bytes = Buffer.from(one.stream);
      put(Buffer.from(`<< ${one.dict} /Length ${bytes.length} >>\nstream\n`));
      put(bytes);
      put(Buffer.from('\nendstream'));
    }
    put(Buffer.from('\nendobj\n'));
  });
  const start = length;
  const lines = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`);
  put(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${lines.join('')}`));
  put(Buffer.from(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`));
  return Buffer.concat(parts);
}

const page =
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Resources << /Font << /F 4 0 R >> >> /Contents 5 0 R >>';
const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>';

/** A page with this content, and whatever else is in the catalog and among the objects (from 6). */
export const pageWith = (
  content: string,
  more: { readonly catalog?: string; readonly objects?: RawObjects['objects'] } = {},
): Uint8Array =>
  rawPdf({
    objects: [
      `<< /Type /Catalog /Pages 2 0 R ${more.catalog ?? ''} >>`,
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      page,
      font,
      { dict: '', stream: content },
      ...(more.objects ?? []),
    ],
  });

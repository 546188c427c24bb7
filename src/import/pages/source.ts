/** Pages as a source: one text with a page after the other. A place in it is a line of the file that holds it. */
import type { Finding } from '../../diagnostics/finding.ts';
import { type SourceText, sourceText } from '../../source/text.ts';
import { cleanText } from '../clean-text.ts';
import { decodeText } from '../decode-text.ts';
import { missingPages, pagesByName } from './page-names.ts';

/** A page of the source: where it is in the whole text, and what its file calls it. */
export interface PageText {
  readonly label: string;
  readonly start: number;
  readonly end: number;
}

export interface PagesSource extends SourceText {
  readonly pages: readonly PageText[];
}

export interface PageFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export const isPages = (source: SourceText): source is PagesSource => 'pages' in source;

const between = '\n\f';

/** One text of many, whose places lead to the file they are in. */
function joined(
  folder: string,
  files: readonly { readonly label: string; readonly source: SourceText }[],
): PagesSource {
  const pages: PageText[] = [];
  let text = '';
  for (const { label, source } of files) {
    if (text !== '') text += between;
    pages.push({ label, start: text.length, end: text.length + source.text.length });
    text += source.text;
  }
  const fileAt = (offset: number): { file: SourceText; start: number } => {
    const after = pages.findIndex((p) => p.start > offset);
    const index = (after < 0 ? pages.length : Math.max(1, after)) - 1;
    return { file: files[index]!.source, start: pages[index]!.start };
  };
  return {
    file: folder,
    text,
    pages,
    locate: (offset) => fileAt(offset).file.locate(offset - fileAt(offset).start),
    span: (start, end) => {
      const { file, start: from } = fileAt(start);
      return file.span(start - from, end - from);
    },
  };
}

function finding(source: SourceText, severity: Finding['severity'], message: string, fix: string): Finding {
  return { code: 'import-pages', severity, message, span: source.span(0, 0), fix };
}

/** The text of a page; what is wrong with it is added to `findings`. */
function readPage(path: string, content: Uint8Array, findings: Finding[]): SourceText | undefined {
  // A blank page is a page.
  if (Buffer.from(content).toString('latin1').trim() === '') return sourceText(path, '');
  const decoded = decodeText(path, content);
  findings.push(...decoded.findings);
  if (!decoded.source) return undefined;
  const clean = cleanText(decoded.source);
  findings.push(...clean.findings);
  return clean.source;
}

/** Opens a folder of pages. A page that cannot be read stops the import: a text with a hole is not text. */
export function openPages(
  folder: string,
  files: readonly PageFile[],
): { source?: PagesSource; findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const bytes = new Map(files.map((f) => [f.name, f.bytes]));
  const named = pagesByName(files.map((f) => f.name));
  const read = named.flatMap(({ name, label }) => {
    const source = readPage(`${folder.replace(/[/\\]+$/, '')}/${name}`, bytes.get(name)!, findings);
    return source ? [{ label, source }] : [];
  });
  const whole = sourceText(folder, '');
  if (read.length < named.length) return { findings };
  if (read.every((r) => r.source.text.trim() === ''))
    return {
      findings: [finding(whole, 'error', `${folder} contains no text.`, 'Put the pages into it as text files.')],
    };
  const count = `${read.length} files of ${folder} were read as the pages of one text.`;
  findings.push(
    finding(whole, 'note', count, 'If each is a separate text, use --from with its kind, or name the files.'),
  );
  const gaps = missingPages(named);
  if (gaps.length > 0)
    findings.push(
      finding(
        read[0]!.source,
        'review',
        `Going by the file names, these pages are missing: ${gaps.slice(0, 20).join(', ')}${gaps.length > 20 ? ' …' : ''}.`,
        'Check whether a file was forgotten, or whether the pages have no text.',
      ),
    );
  return { source: joined(folder, read), findings };
}

/** A text with form feeds as pages. Text after the last form feed is a page only if there is some. */
export function pagesOfText(source: SourceText): readonly PageText[] {
  if (isPages(source)) return source.pages;
  const pages: PageText[] = [];
  let start = 0;
  for (let at = source.text.indexOf('\f'); at >= 0; at = source.text.indexOf('\f', start)) {
    pages.push({ label: '', start, end: at });
    start = at + 1;
  }
  if (source.text.slice(start).trim() !== '' || pages.length === 0)
    pages.push({ label: '', start, end: source.text.length });
  return pages.map((p, i) => ({ ...p, label: String(i + 1) }));
}

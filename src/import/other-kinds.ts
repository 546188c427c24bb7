/**
 * What a text file is, where it is not prose: data and markup that no reader takes. It is known before anything is cleaned, so that such a
 * file is refused with advice and never imported as a letter full of brackets.
 */
import type { Finding } from '../diagnostics/finding.ts';
import type { SourceText } from '../source/text.ts';

interface OtherKind {
  readonly what: string;
  readonly fix: string;
}

const isJson = (text: string): boolean => {
  if (!/^\s*[{[]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/** The root element of a text in XML, without its prefix. */
const rootOf = (text: string): string | undefined =>
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)?(?:<![A-Za-z][^>]*>\s*)?<(?:[\w.-]+:)?([\w.-]+)[\s/>]/.exec(
    text.slice(0, 5000),
  )?.[1];

const asText = 'Export it as plain text, HTML or .docx from the program it comes from, and import that.';

const roots: Readonly<Record<string, OtherKind>> = {
  TEI: { what: 'TEI already', fix: 'It needs no import: use octavo validate and octavo build.' },
  teiCorpus: { what: 'TEI already', fix: 'It needs no import: use octavo validate and octavo build.' },
  PcGts: { what: 'PAGE XML', fix: 'Export the pages as text files, one for each page, and import their folder.' },
  alto: { what: 'ALTO', fix: 'Export the pages as text files, one for each page, and import their folder.' },
  mets: { what: 'a METS file', fix: 'Export the pages that it lists as text files, and import their folder.' },
  mediawiki: { what: 'an export of a wiki', fix: 'Save the page as HTML from a browser, and import that.' },
};

function ofXml(text: string): OtherKind | undefined {
  const root = rootOf(text);
  if (root === undefined) return undefined;
  if (root.toLowerCase() === 'html') return undefined;
  return roots[root] ?? (/^\s*<\?xml/.test(text) ? { what: `XML (its root is ${root})`, fix: asText } : undefined);
}

const countOf = (text: string, expression: RegExp): number => [...text.matchAll(expression)].length;

const isLatex = (text: string): boolean =>
  /\\(?:documentclass|begin\{document\})/.test(text) || countOf(text, /^\\[a-z]{3,20}[[{]/gm) >= 5;

const isWikitext = (text: string): boolean =>
  /^\{\{[A-Za-z]{1,40}[ \t]?\r?\n ?\|/.test(text) ||
  /<noinclude>|<pages index=|<section begin=/.test(text) ||
  countOf(text, /\[\[[^\]\n]{1,80}\]\]/g) + countOf(text, /^={2,5} ?[^=\n]{1,80} ?={2,5}$/gm) >= 4 ||
  (countOf(text, /<ref[ >]/g) > 0 && countOf(text, /\{\{[^}\n]{1,80}\}\}/g) > 0);

/** Rows of equal length: by the name of the file, or because every line has as many separators as the first. */
function isTable(file: string, text: string): boolean {
  if (/\.(?:csv|tsv|tab)$/i.test(file)) return true;
  const lines = text
    .split(/\r?\n/)
    .filter((l) => l.trim() !== '')
    .slice(0, 50);
  return [';', '|'].some((separator) => {
    const count = lines[0]!.split(separator).length;
    return lines.length >= 3 && count >= 4 && lines.every((l) => l.split(separator).length === count);
  });
}

function otherKind({ file, text }: SourceText): OtherKind | undefined {
  if (/\.(?:md|markdown)$/i.test(file)) return undefined;
  if (isJson(text))
    return { what: 'JSON', fix: 'Import the text that it describes; metadata may be given with --metadata.' };
  const xml = ofXml(text);
  if (xml) return xml;
  if (/class=["'][^"']*\bocr_page\b/.test(text.slice(0, 20_000)))
    return { what: 'hOCR', fix: 'Write the pages as text files, one for each page, and import their folder.' };
  if (/^\s*</.test(text)) return undefined;
  if (isLatex(text)) return { what: 'LaTeX', fix: 'Convert it to HTML or .docx, and import that.' };
  if (isWikitext(text))
    return { what: 'the source of a wiki page', fix: 'Save the page as HTML from a browser, and import that.' };
  if (isTable(file, text))
    return {
      what: 'a table, not a text',
      fix: 'A table about texts can be given with --metadata; import the texts themselves.',
    };
  return undefined;
}

/** A finding where a source is of a kind that no reader takes. */
export function otherKindFinding(source: SourceText): Finding | undefined {
  const other = otherKind(source);
  return (
    other && {
      code: 'import-kind',
      severity: 'error',
      message: `${source.file} is ${other.what}, which cannot be imported.`,
      span: source.span(0, 0),
      why: 'Read as prose, its markup would be printed between the words.',
      fix: other.fix,
    }
  );
}

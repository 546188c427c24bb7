import { readFileSync } from 'node:fs';
import type { Finding } from '../../diagnostics/finding.ts';
import { packageFile } from '../../source/package-files.ts';
import { scanXml } from '../../source/xml.ts';
import { refusedInStylesheets } from '../allowed-code.ts';
import { compileFiles } from '../compile-stylesheet.ts';
import { refusedCode } from '../refused-code.ts';
import { refusedFault, sheetFaults, sourceFaults } from './check-sheet.ts';
import { lineSpan, type Sheet, sheetFault } from '../../config/sheet-fault.ts';

/** Compiles the stylesheets of an edition together with ours: theirs come first, and `xsl:next-match` reaches ours. */

export type CompiledOverlay = { readonly sef: string } | { readonly findings: readonly Finding[] };

/** Ours, by their paths below `ours/`, as the package keeps them (`scripts/compile.ts`). */
const ours = (): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(packageFile('lib', 'stylesheets.json'), 'utf8')) as Record<string, string>;

/** The names of theirs while they are compiled: no name of a file leads anywhere. */
const ownName = (place: number): string => `own-${place + 1}.xsl`;

/** The stylesheet that a name means which the compiler or the engine gives; undefined where it is one of ours. */
export function sheetNamed(sheets: readonly Sheet[], module: string | undefined): Sheet | undefined {
  const place = /(?:^|\/)own-(\d+)\.xsl(?:#|$)/.exec(module ?? '')?.[1];
  return place === undefined ? undefined : sheets[Number(place) - 1];
}

/** A message of the compiler or the engine with the names that the author knows. */
export const withNames = (message: string, sheets: readonly Sheet[]): string =>
  message.replace(/\bown-(\d+)\.xsl/g, (name, place: string) => sheets[Number(place) - 1]?.file ?? name);

function mainSheet(sheets: readonly Sheet[]): string {
  const included = sheets.map((_, place) => `<xsl:include href="${ownName(place)}"/>`).join('');
  return `<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:m="urn:octavo:mode" default-mode="m:reading"><xsl:import href="ours/reading.xsl"/>${included}</xsl:stylesheet>`;
}

/** The stylesheet and line that hold an XPath which the compiler quotes: its lines are not always right, and it does not say which file. */
function placeOfXPath(sheets: readonly Sheet[], xpath: string): Finding['span'] {
  for (const sheet of sheets) {
    let span: Finding['span'];
    scanXml(sheet, {
      open: ({ attributes }) => {
        const one = attributes.find(({ value }) => value.includes(xpath));
        if (one && !span) span = sheet.span(one.valueStart, one.valueEnd);
      },
    });
    if (span) return span;
  }
  return undefined;
}

/** The first mistake that the compiler reports. */
function compileFault(output: string, sheets: readonly Sheet[]): Finding {
  const xpath = /Static error in (?:XPath|pattern) [^{]*\{(.*)\}: (.*)/.exec(output);
  const lines = output.split('\n');
  const at = lines.findIndex((one) => /^Error \w/.test(one));
  const place = /^Error \w+ on line (\d+) in ([^\s:]+)/.exec(lines[at] ?? '');
  const other = at < 0 ? undefined : lines.slice(at + 1).find((one) => one.trim() !== '');
  const sheet = sheetNamed(sheets, place?.[2]) ?? sheets[0]!;
  const line = place?.[1] === undefined ? undefined : Number(place[1]);
  const span = (xpath && placeOfXPath(sheets, xpath[1]!)) ?? lineSpan(sheet, line);
  const said = xpath ? `${xpath[2]!} (in the XPath “${xpath[1]!}”)` : (other?.trim() ?? 'it does not compile');
  const message = withNames(said, sheets).replace(/\.$/, '');
  return sheetFault('stylesheet-broken', span, `The stylesheet cannot be used: ${message}.`, 'Correct it.');
}

function codeFaults(sef: string, sheets: readonly Sheet[]): Finding[] {
  const stricter = {
    functions: refusedInStylesheets,
    isIn: (module: string) => sheetNamed(sheets, module) !== undefined,
  };
  return refusedCode(sef, stricter).map(({ name, line, module }) =>
    refusedFault(sheetNamed(sheets, module) ?? sheets[0]!, name, line),
  );
}

/** Compiles a stylesheet that makes an output of its own. */
export async function compileOutput(sheet: Sheet): Promise<CompiledOverlay> {
  const findings = sourceFaults(sheet, new Set(['output']));
  if (findings.length > 0) return { findings };
  return compiled([sheet], new Map([[ownName(0), sheet.text]]), ownName(0));
}

/** Compiles stylesheets that are laid over ours, of which there is at least one. */
export async function compileOverlay(sheets: readonly Sheet[]): Promise<CompiledOverlay> {
  const findings = sheets.flatMap(sheetFaults);
  if (findings.length > 0) return { findings };
  const files = new Map([
    ...Object.entries(ours()).map(([path, text]) => [`ours/${path}`, text] as const),
    ...sheets.map(({ text }, place) => [ownName(place), text] as const),
    ['main.xsl', mainSheet(sheets)] as const,
  ]);
  return compiled(sheets, files, 'main.xsl');
}

async function compiled(
  sheets: readonly Sheet[],
  files: ReadonlyMap<string, string>,
  main: string,
): Promise<CompiledOverlay> {
  const made = await compileFiles(files, main);
  if ('output' in made) return { findings: [compileFault(made.output, sheets)] };
  const refused = codeFaults(made.sef, sheets);
  return refused.length > 0 ? { findings: refused } : made;
}

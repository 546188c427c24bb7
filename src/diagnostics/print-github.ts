import type { Finding, Severity, Span } from './finding.ts';

/** Findings as GitHub annotations: one workflow command a line, which shows the finding next to the changed text. */

const commands: Readonly<Record<Severity, string>> = { error: 'error', review: 'warning', note: 'notice' };

const escapeText = (text: string): string => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
const escapeProperty = (text: string): string => escapeText(text).replace(/:/g, '%3A').replace(/,/g, '%2C');

/** Columns are shown only for what is on one line. */
function placeOf({ file, start, end }: Span): Record<string, string | number> {
  const columns = start.line === end.line ? { col: start.column, endColumn: end.column } : {};
  return { file, line: start.line, endLine: end.line, ...columns };
}

function line({ code, severity, message, why, fix, span }: Finding): string {
  const properties = Object.entries({ ...(span && placeOf(span)), title: code });
  const told = properties.map(([name, value]) => `${name}=${escapeProperty(String(value))}`).join(',');
  const text = [message, why, fix].filter((part) => part !== undefined).join('\n');
  return `::${commands[severity]} ${told}::${escapeText(text)}\n`;
}

export const toGithub = (findings: readonly Finding[]): string => findings.map(line).join('');

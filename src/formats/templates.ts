import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../diagnostics/finding.ts';
import { packageFile } from '../source/package-files.ts';
import { readRegularFile, UnreadableFile } from '../source/regular-file.ts';
import { sourceText } from '../source/text.ts';
import type { ShellSources } from './html/shell.ts';
import { TemplateFault } from './html/template-fault.ts';

/** Templates of an edition’s own. What checks and compiles them is loaded only where there are any. */

const isTemplate = (name: string): boolean => name.endsWith('.hbs') || name.endsWith('.css');

/** The templates and stylesheets in a folder by name; none where there is no folder. */
export function readTemplates(folder: string): ShellSources {
  if (!existsSync(folder)) return {};
  const names = readdirSync(folder).filter(isTemplate).sort();
  return Object.fromEntries(names.map((name) => [name, readRegularFile(join(folder, name)).toString('utf8')]));
}

/** The templates of an edition, and what is wrong with them. */
export async function ownTemplates(folder: string): Promise<{ templates: ShellSources; findings: Finding[] }> {
  const entries = listFolder(folder);
  const wrong = (message: string): Finding => ({
    ...new TemplateFault(message).finding,
    span: sourceText(message.split(' ')[0]!, '').span(0, 0),
  });
  if (entries === undefined)
    return { templates: {}, findings: [wrong('templates cannot be read: it must be a folder.')] };
  const templates: Record<string, string> = {};
  const findings: Finding[] = [];
  for (const name of entries.filter(isTemplate)) {
    try {
      templates[name] = new TextDecoder('utf-8', { fatal: true }).decode(readRegularFile(join(folder, name)));
    } catch (error) {
      const why = error instanceof UnreadableFile ? `cannot be read: ${error.trouble}` : 'is not a text in UTF-8';
      findings.push(wrong(`templates/${name} ${why}.`));
    }
  }
  const others = entries.filter((name) => !isTemplate(name) && /\.(?:html?|handlebars|hbs\.txt|mustache)$/i.test(name));
  if (findings.length > 0) return { templates: {}, findings };
  if (entries.length === 0) return { templates, findings };
  const { checkTemplates } = await import('./html/check-templates.ts');
  return { templates, findings: await checkTemplates(templates, readTemplates(packageFile('templates')), others) };
}

/** The names in a folder, in order; none where there is no folder, undefined where it is something else. */
function listFolder(folder: string): string[] | undefined {
  if (!existsSync(folder)) return [];
  return statSync(folder).isDirectory() ? readdirSync(folder).sort() : undefined;
}

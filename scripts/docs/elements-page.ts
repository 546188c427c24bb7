import { elements } from '../../src/model/tei/elements.ts';
import { groups, type Rule } from '../../src/model/tei/rule.ts';
import { code, table } from './page.ts';
import { type HandWritten, handWritten } from './phase-1-tables.ts';

/** docs/elements.md: every element of TEI and what it becomes, by group, from the table of elements. */

const intro = `# Every element of TEI

What Octavo makes of each of the ${Object.keys(elements).length} elements of TEI. \`npm run docs\` writes this page from the table of elements in
\`src/model/tei/\`, from which the plain templates of phase 1 and the answers of the reader that proves the text come as well. The kinds are
those of the [reading vocabulary](reading-vocabulary.md). “Words, not decided” means that an element keeps its words and its name and nothing else yet.
All this is about elements in a text; what a header says is read as facts.
The last column names the modules of \`xslt/1-reading/\` in which attributes or the place of an element decide more.`;

const kindOf = ({ becomes }: Rule): string =>
  ({ contents: 'what it holds', nothing: 'nothing: not text', words: 'words, not decided' })[becomes as string] ?? becomes;

/** The element that a pattern is for: the name in its last step. */
const elementOf = (pattern: string): string => /(\w+)(?:\[[^/]*\])?$/.exec(pattern)?.[1] ?? '';

function rowOf(name: string, rule: Rule, templates: readonly HandWritten[]): string[] {
  const own = templates.filter(({ pattern }) => elementOf(pattern) === name);
  const modules = [...new Set(own.map(({ module }) => module))];
  const status = rule.status === undefined ? undefined : `status: ${rule.status}`;
  return [kindOf(rule), rule.names ?? status ?? rule.role ?? '', modules.map((module) => code(`${module}.xsl`)).join(', ')];
}

/** The page; `folder` is that of the stylesheets. */
export function elementsPage(folder: string): string {
  const templates = handWritten(folder);
  const parts = groups.map((group) => {
    const rows = new Map<string, string[]>();
    for (const [name, rule] of Object.entries(elements)) {
      if (rule.group !== group) continue;
      const key = JSON.stringify(rowOf(name, rule, templates));
      rows.set(key, [...(rows.get(key) ?? []), name]);
    }
    const lines = [...rows].map(([key, names]) => [names.map(code).join(', '), ...(JSON.parse(key) as string[])]);
    const title = `${group[0]!.toUpperCase()}${group.slice(1)}`;
    return `## ${title}\n\n${table(['TEI', 'becomes', 'role', 'also decided in'], lines)}`;
  });
  return `${[intro, ...parts].join('\n\n')}\n`;
}

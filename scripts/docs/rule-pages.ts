import type { Rule } from '../../src/validate/rule.ts';
import { rules } from '../../src/validate/rules/index.ts';
import { code, table } from './page.ts';

/** The pages on the rules, made from the rules themselves. */

const severities = {
  error: 'The edition is wrong; a build stops.',
  review: 'A person should look.',
  note: 'A remark.',
} as const;

const example = (tei: string): string => `\`\`\`xml\n${tei.trim()}\n\`\`\``;

function optionsPart({ options }: Rule): string[] {
  const rows = Object.entries(options ?? {}).map(([name, option]) => [
    code(name),
    code(JSON.stringify(option.default)),
    option.description,
  ]);
  return rows.length === 0 ? [] : ['## Options', table(['option', 'default', 'for'], rows)];
}

function rulePage(rule: Rule): string {
  const { title, why, fix, severity, examples } = rule;
  const bad = examples.bad.flatMap(({ tei, fixed }) => [
    example(tei),
    ...(fixed === undefined ? [] : ['can be fixed to give', example(fixed)]),
  ]);
  return [
    `# ${rule.code}`,
    `${title}.`,
    `**Severity:** ${severity}. ${severities[severity]}`,
    `**Why:** ${why}`,
    `**What to do:** ${fix}`,
    ...optionsPart(rule),
    '## Wrong',
    ...bad,
    '## Right',
    ...examples.good.map(example),
    'All rules: [Rules](README.md).',
    `<!-- Made by scripts/write-docs.ts from src/validate/rules. -->\n`,
  ].join('\n\n');
}

function indexPage(): string {
  return [
    '# Rules',
    'What no grammar can say, `octavo validate` asks with these rules, in the same pass. A finding bears the code of its rule. How to write one: [Add a rule](../how-to/add-a-rule.md).',
    table(
      ['rule', 'finds', 'severity'],
      rules.map(({ code: name, title, severity }) => [`[${name}](${name}.md)`, title, severity]),
    ),
    `<!-- Made by scripts/write-docs.ts from src/validate/rules. -->\n`,
  ].join('\n\n');
}

/** All pages by file name. */
export const rulePages = (): Map<string, string> =>
  new Map([['README.md', indexPage()], ...rules.map((rule) => [`${rule.code}.md`, rulePage(rule)] as const)]);

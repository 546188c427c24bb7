import { similar } from '../../source/scan/similar.ts';
import { chapters, explain, type Explanation, explanations } from '../../validate/catalogue/index.ts';
import { print, printJson } from '../terminal.ts';
import { readArguments, UsageFault } from '../arguments.ts';

const severities = {
  error: 'error: the edition is wrong; a build stops',
  review: 'review: a person should look',
  note: 'note: a remark',
} as const;

const indent = (text: string): string => text.replace(/^/gm, '  ');

function explanationText({ code, title, severity, why, fix, bad, good }: Explanation): string {
  const parts = [`${code}\n\n${title}.\n(${severities[severity]})`, `Why: ${why}`, `What to do: ${fix}`];
  if (bad !== undefined) parts.push(`Wrong:\n${indent(bad)}`);
  if (good !== undefined) parts.push(`Right:\n${indent(good)}`);
  return `${parts.join('\n\n')}\n`;
}

function listText(): string {
  const width = Math.max(...explanations.map(({ code }) => code.length));
  const parts = chapters.map(({ title, explanations: list }) =>
    [title, ...list.map((one) => `  ${one.code.padEnd(width)}  ${one.title}`)].join('\n'),
  );
  return `${parts.join('\n\n')}\n\noctavo explain CODE says more.\n`;
}

/** Codes that begin alike, or are similar. */
function near(code: string): string {
  const found = explanations.filter(
    (one) => similar(one.code, code) || one.code.includes(code) || code.includes(one.code),
  );
  const names = found.slice(0, 3).map((one) => one.code);
  return names.length === 0 ? 'octavo explain lists all' : `similar: ${names.join(', ')}`;
}

export function run(args: readonly string[]): Promise<number> {
  const given = readArguments('explain', args);
  const json = given.value('format') === 'json';
  const [code] = given.paths;
  if (code === undefined) {
    if (json) printJson(explanations);
    else print(listText());
  } else {
    const found = explain(code.toLowerCase());
    if (!found) throw new UsageFault(`there is no finding with the code “${code}”; ${near(code.toLowerCase())}`);
    if (json) printJson(found);
    else print(explanationText(found));
  }
  return Promise.resolve(0);
}

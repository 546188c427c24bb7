import type { RuleSetting, Settings } from '../config/settings.ts';
import type { Finding, Severity } from '../diagnostics/finding.ts';
import { similar } from '../source/scan/similar.ts';
import { settingFinding } from './setting-finding.ts';
import type { OptionValue, Rule } from './rule.ts';
import type { ChosenRule } from './run-rules.ts';
import { rules } from './rules/index.ts';

/** The rules of one edition, as its settings want them. */

const isSeverity = (value: unknown): value is Severity => value === 'error' || value === 'review' || value === 'note';

interface Choice {
  readonly chosen: readonly ChosenRule[];
  /** Settings that make no sense. */
  readonly findings: readonly Finding[];
}

/** Whether two values are of one kind: a text, a number, yes or no, a list of texts. */
const sameKind = (a: OptionValue, b: unknown): boolean =>
  Array.isArray(a) ? Array.isArray(b) && b.every((one) => typeof one === 'string') : typeof a === typeof b;

/** What is wrong with the setting of a rule, if anything. */
function fault(rule: Rule, setting: RuleSetting): string | undefined {
  const { code, severity, options = {} } = rule;
  const wanted: unknown = typeof setting === 'string' ? setting : setting['severity'];
  if (wanted !== undefined && wanted !== 'off' && !isSeverity(wanted))
    return `${JSON.stringify(wanted)} is not a severity; write off, error, review or note.`;
  if (wanted !== undefined && severity === 'error' && wanted !== 'error')
    return `The rule ${code} finds errors; it cannot be turned off or made less severe.`;
  if (typeof setting === 'string') return undefined;
  for (const [name, value] of Object.entries(setting)) {
    if (name === 'severity') continue;
    const option = Object.hasOwn(options, name) ? options[name] : undefined;
    const known = ['severity', ...Object.keys(options)].join(', ');
    if (!option) return `The rule ${code} has no option “${name}”. It has: ${known}.`;
    if (!sameKind(option.default, value))
      return `The option “${name}” of the rule ${code} has a value of the wrong type.`;
  }
  return undefined;
}

function unknownRule(code: string): string {
  const near = rules.find((rule) => similar(rule.code, code));
  return `There is no rule “${code}” to configure.${near ? ` Did you mean “${near.code}”?` : ''}`;
}

function choose(rule: Rule, setting: RuleSetting | undefined): ChosenRule | undefined {
  if (setting === undefined) return { rule, options: {} };
  if (setting === 'off' || (typeof setting === 'object' && setting['severity'] === 'off')) return undefined;
  if (typeof setting === 'string') return { rule, severity: setting, options: {} };
  const { severity, ...options } = setting;
  return { rule, options: options as ChosenRule['options'], ...(isSeverity(severity) && { severity }) };
}

/** Chooses the rules. A setting that makes no sense is reported and ignored. */
export function chooseRules(settings: Settings, folder: string): Choice {
  const findings: Finding[] = [];
  const wrong = new Set<string>();
  for (const [code, setting] of Object.entries(settings.rules)) {
    const rule = rules.find((one) => one.code === code);
    const message = rule ? fault(rule, setting) : unknownRule(code);
    if (message === undefined) continue;
    wrong.add(code);
    const fix = 'Correct the setting, or remove it. docs/rules lists the rules and their options.';
    findings.push(settingFinding(folder, ['rules', code], { code: 'wrong-setting', severity: 'error', message, fix }));
  }
  const chosen = rules.flatMap((rule) => {
    const setting = Object.hasOwn(settings.rules, rule.code) ? settings.rules[rule.code] : undefined;
    return choose(rule, wrong.has(rule.code) ? undefined : setting) ?? [];
  });
  return { chosen, findings };
}

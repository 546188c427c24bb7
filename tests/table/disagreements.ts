import { type HandWritten, inOneView } from '../../scripts/docs/phase-1-tables.ts';
import type { Rule } from '../../src/model/tei/rule.ts';

/** Whether what a template makes, in the words of the documentation, is what the table says: in one case, or else. */
function makes(said: string, rule: Rule): boolean {
  const { becomes, holds } = rule;
  // A part of a text is what it holds; one with an id leaves a point.
  if (becomes === 'contents') return said === (holds === 'blocks' ? 'span, or nothing' : 'what it holds');
  const cases = [`${becomes}, or nothing`, `${becomes} (where`];
  return said === becomes || said.endsWith(`else ${becomes}`) || cases.some((one) => said.startsWith(one));
}

/** A role that is computed is in no row; a part of a text has none. */
const hasRole = (said: string, { becomes, role, status }: Rule, name: string): boolean =>
  status !== undefined
    ? said.includes(`${status} (of \`${name}\`)`)
    : role === undefined
      ? becomes === 'contents' || !/^[a-z-]+$/.test(said)
      : [role, `else ${role}`].some((end) => said.endsWith(end)) || said.includes(`${role} (where \`self::${name}\`)`);

/** Where the table and the templates that are written by hand do not agree. */
export function disagreements(elements: Readonly<Record<string, Rule>>, templates: readonly HandWritten[]): string[] {
  const own = templates.filter(({ pattern, kind }) => Object.hasOwn(elements, pattern) && kind !== inOneView);
  const wrong = own.flatMap(({ pattern: name, kind, role, module }) => {
    const rule = elements[name]!;
    if (rule.by !== module) return [`${name}: ${module}.xsl has a template of its own`];
    if (!makes(kind, rule)) return [`${name}: the table says ${rule.becomes}, ${module}.xsl ${kind}`];
    return hasRole(role, rule, name)
      ? []
      : [`${name}: the table says ${rule.status ?? rule.role}, ${module}.xsl ${role}`];
  });
  const missing = Object.entries(elements)
    .filter(([name, { by }]) => by !== undefined && !own.some((one) => one.pattern === name && one.module === by))
    .map(([name, { by }]) => `${name}: ${by}.xsl has no template for it`);
  return [...wrong, ...missing];
}

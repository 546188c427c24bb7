import type { CitationField } from '../../config/citation-fields.ts';
import { directionOfText, lettersOf, turnedStretches } from '../../model/direction.ts';

/**
 * A small language for the form of a citation: `{field}` is replaced; `[ … ]` is left out where a field in it is unknown; `_ … _` is italic.
 * `_{series}_[, {volumeLabel}][ ([{place}: ]{publisher}, {year})].`
 */

export interface Filled {
  readonly text: string;
  readonly html: string;
}

type Part =
  | { readonly kind: 'text' | 'field'; readonly value: string }
  | { readonly kind: 'value'; readonly value: string; readonly field: string }
  | { readonly kind: 'italic' }
  | { readonly kind: 'group'; readonly parts: readonly Part[] };

function parse(template: string): readonly Part[] {
  const stack: Part[][] = [[]];
  for (const [token, field] of template.matchAll(/\{([A-Za-z]+)\}|[[\]_]|[^[\]{}_]+|[^]/g)) {
    const parts = stack.at(-1)!;
    if (field !== undefined) parts.push({ kind: 'field', value: field });
    else if (token === '_') parts.push({ kind: 'italic' });
    else if (token === '[') stack.push([]);
    else if (token === ']' && stack.length > 1) {
      stack.pop();
      stack.at(-1)!.push({ kind: 'group', parts });
    } else parts.push({ kind: 'text', value: token });
  }
  return stack.flat();
}

const escapeHtml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** The parts that are said: groups opened, or dropped where something in them is unknown. */
function said(parts: readonly Part[], fields: Readonly<Record<string, string>>): Part[] | undefined {
  const out: Part[] = [];
  for (const part of parts) {
    if (part.kind === 'group') out.push(...(said(part.parts, fields) ?? []));
    else if (part.kind === 'field') {
      const value = Object.hasOwn(fields, part.value) ? fields[part.value]! : '';
      if (value === '') return undefined;
      out.push({ kind: 'value', value, field: part.value });
    } else out.push(part);
  }
  return out;
}

/** Fields that are names with words of ours between them. */
const enumerations: ReadonlySet<string> = new Set<CitationField>(['authors', 'editors', 'translators']);

/**
 * A value as HTML: with letters that are written from right to left it is isolated, so that it does not move what is around it; of several names each
 * stretch of such letters.
 */
function valueHtml(value: string, field: string): string {
  if (lettersOf(value).rtl === 0) return escapeHtml(value);
  const isolate = (text: string): string => `<bdi dir="${directionOfText(text) ?? 'ltr'}">${escapeHtml(text)}</bdi>`;
  return enumerations.has(field)
    ? turnedStretches(value)
        .map(({ text, turned }) => (turned ? isolate(text) : escapeHtml(text)))
        .join('')
    : isolate(value);
}

/** Fills a template; what is outside of groups is always said, with nothing in place of an unknown field. */
export function fillTemplate(template: string, fields: Readonly<Record<string, string>>): Filled {
  const parts = parse(template).flatMap((part) => said([part], fields) ?? []);
  let text = '';
  let html = '';
  let italic = false;
  for (const part of parts) {
    if (part.kind === 'italic') {
      italic = !italic;
      html += italic ? '<i>' : '</i>';
    } else if (part.kind === 'text' || part.kind === 'value') {
      text += part.value;
      html += part.kind === 'value' ? valueHtml(part.value, part.field) : escapeHtml(part.value);
    }
  }
  return { text, html };
}

import { nearest, xsdTypeInWords } from '../../relaxng/index.ts';

/** What libxml2 says against an XML Schema, read for its parts and said in our words. What is not known here is shown as it is. */

export interface XsdProblem {
  readonly code: string;
  readonly message: string;
  readonly fix?: string;
  readonly element: string;
  /** The attribute that is at fault, where one is. */
  readonly attribute?: string;
  /** The value that is at fault, where one is. */
  readonly value?: string;
  /** Other places of the same value are at fault together with this one: it is not the first. */
  readonly repeated?: boolean;
  readonly expected?: readonly string[];
}

const local = (name: string): string => name.trim().replace(/^\{[^}]*\}/, '');

/** The names of `( {urn:x}a, b )`. */
const namesIn = (list: string): string[] =>
  list
    .split(',')
    .map(local)
    .filter((name) => name !== '');

const tags = (names: readonly string[]): string => {
  const shown = names.slice(0, 6).map((name) => (/^[*#]/.test(name) ? 'any element' : `<${name}>`));
  if (names.length > 6) return `${shown.join(', ')} and ${names.length - 6} more`;
  return shown.length < 2 ? (shown[0] ?? '') : `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)!}`;
};

type Rest = Omit<XsdProblem, 'element' | 'attribute'>;
interface Where {
  readonly element: string;
  readonly attribute?: string;
}

/** “The attribute “a” of <b>”, “The content of <b>”. */
const subject = ({ element, attribute }: Where): string =>
  attribute === undefined ? `The content of <${element}>` : `The attribute “${attribute}” of <${element}>`;

const badValue = (where: Where, value: string, must: string, values: readonly string[] = []): Rest => {
  const meant = nearest(value.trim(), values, (one) => one);
  return {
    code: 'bad-value',
    message: `${subject(where)} cannot be “${value}”: it must be ${must}.${meant === undefined ? '' : ` Did you mean “${meant}”?`}`,
    fix: meant === undefined ? `Write a value that is ${must}.` : `Write “${meant}”.`,
    value,
    ...(values.length > 0 && { expected: values }),
  };
};

type Reader = readonly [pattern: RegExp, read: (parts: readonly string[], where: Where) => Rest];

const facets: Readonly<Record<string, (limit: string) => string>> = {
  minInclusive: (limit) => `${limit} or more`,
  maxInclusive: (limit) => `${limit} or less`,
  minExclusive: (limit) => `more than ${limit}`,
  maxExclusive: (limit) => `less than ${limit}`,
  totalDigits: (limit) => `a number of at most ${limit} digits`,
  fractionDigits: (limit) => `a number of at most ${limit} digits behind the point`,
  length: (limit) => `${limit} characters long`,
  minLength: (limit) => `at least ${limit} characters long`,
  maxLength: (limit) => `at most ${limit} characters long`,
};

const readers: readonly Reader[] = [
  [
    /^\[facet 'enumeration'\] The value '([^]*)' is not an element of the set \{([^]*)\}\.$/,
    ([value, set], where) => {
      const values = [...set!.matchAll(/'([^']*)'/g)].map((one) => one[1]!);
      const shown = values.slice(0, 8).map((one) => `“${one}”`);
      const more = values.length > 8 ? ` and ${values.length - 8} more` : '';
      return badValue(where, value!, `${values.length === 1 ? '' : 'one of '}${shown.join(', ')}${more}`, values);
    },
  ],
  [
    /^\[facet 'pattern'\] The value '([^]*)' is not accepted by the pattern '([^]*)'\.$/,
    ([value, pattern], where) => badValue(where, value!, `of the form ${pattern!}`),
  ],
  [
    /^\[facet '(\w+)'\] The value '([^]*)' (?:is|has) [^]*?\('?([^']*)'?\)\.$/,
    ([facet, value, limit], where) => badValue(where, value!, facets[facet!]?.(limit!) ?? `within ${facet!} ${limit!}`),
  ],
  [
    /^\[facet '(\w+)'\] The value has a length of '(\d+)'; this [^]*? of '(\d+)'\.$/,
    ([facet, length, limit], where) => ({
      code: 'bad-value',
      message: `${subject(where)} has ${length!} characters; it must be ${facets[facet!]?.(limit!) ?? limit!}.`,
      fix: `Write a value that is ${facets[facet!]?.(limit!) ?? limit!}.`,
    }),
  ],
  [
    /^'([^]*)' is not a valid value of the (?:local )?(?:atomic|list|union) type 'xs:ID'\.$/,
    ([value], where) =>
      /^[\p{L}_][\p{L}\p{N}\p{M}._·-]*$/u.test(value!)
        ? {
            code: 'duplicate-id',
            message: `The id “${value!}” is used before.`,
            fix: 'Give one of the two another id, and correct the pointers that mean it.',
            value: value!,
            repeated: true,
          }
        : badValue(where, value!, xsdTypeInWords('ID')),
  ],
  [
    /^'([^]*)' is not a valid value of the (?:local )?(?:atomic|list|union) type(?: '(?:xs:|\{[^}]*\})?([^']+)')?\.$/,
    ([value, type], where) =>
      badValue(where, value!, type === undefined ? 'what the schema allows here' : xsdTypeInWords(type)),
  ],
  [
    /^This element is not expected\.(?: Expected is (?:one of )?\( ([^]*) \)\.)?$/,
    ([list], { element }) => {
      const expected = namesIn(list ?? '');
      const meant = nearest(element, expected, (one) => one);
      return {
        code: 'element-not-allowed',
        message: `<${element}> is not allowed here${meant === undefined ? '' : `; did you mean <${meant}>?`}${meant === undefined ? '.' : ''}`,
        fix:
          meant !== undefined
            ? `Write <${meant}>.`
            : expected.length === 0
              ? 'Nothing more is allowed here: remove it, or move it elsewhere.'
              : `Allowed here: ${tags(expected)}.`,
        expected,
      };
    },
  ],
  [
    /^Missing child element\(s\)\.(?: Expected is (?:one of )?\( ([^]*) \)\.)?$/,
    ([list], { element }) => {
      const expected = namesIn(list ?? '');
      return {
        code: 'incomplete-element',
        message: `<${element}> is not complete${expected.length === 0 ? '' : `: ${tags(expected)} is missing`}.`,
        ...(expected.length > 0 && { fix: `Add ${tags(expected)}.` }),
        expected,
      };
    },
  ],
  [
    /^The attribute '([^']+)' is required but missing\.$/,
    ([name], { element }) => ({
      code: 'missing-attribute',
      message: `<${element}> lacks the attribute “${local(name!)}”.`,
      fix: `Add ${local(name!)}="…".`,
      expected: [local(name!)],
    }),
  ],
  [
    /^The attribute '([^']+)' is not allowed\.$/,
    ([name], { element }) => ({
      code: 'unknown-attribute',
      message: `<${element}> cannot have the attribute “${local(name!)}”.`,
      fix: 'Remove it.',
    }),
  ],
  [
    /^Character content is not allowed, because the content type is empty\.$/,
    (_, { element }) => ({
      code: 'text-not-allowed',
      message: `<${element}> must be empty, but there is text in it.`,
      fix: 'Remove the text, or move it elsewhere.',
    }),
  ],
  [
    /^Character content other than whitespace is not allowed because the content type is 'element-only'\.$/,
    (_, { element }) => ({
      code: 'text-not-allowed',
      message: `Text is not allowed directly in <${element}>.`,
      fix: 'Put it into one of the elements that are allowed there, or remove it.',
    }),
  ],
  [
    /^Element content is not allowed, because the (?:content type is (empty|a simple type definition)|[^]*)\.$/,
    ([kind], { element }) => ({
      code: 'element-not-allowed',
      message: `<${element}> ${kind === 'empty' ? 'must be empty' : 'may contain only text'}, but there are elements in it.`,
      fix: 'Remove their tags, or move them elsewhere.',
    }),
  ],
  [
    /^No matching global (?:element )?declaration available for the validation root\.$/,
    (_, { element }) => ({
      code: 'element-not-allowed',
      message: `<${element}> cannot be the outermost element: the schema does not declare it in this namespace.`,
      fix: 'Look at the name and at the namespace (xmlns) of the outermost element, or choose another schema.',
    }),
  ],
  [
    /^Duplicate key-sequence \[([^]*)\] in (unique|primary key|key) identity-constraint '([^']*)'\.$/,
    ([values, , name]) => ({
      code: 'duplicate-id',
      message: `The value ${quoted(values!)} is used before, and “${local(name!)}” of the schema allows it once.`,
      fix: 'Give one of the two another value, and correct what refers to it.',
      value: /^'([^]*)'$/.exec(values!)?.[1] ?? '',
      repeated: true,
    }),
  ],
  [
    /^No match found for key-sequence \[([^]*)\] of keyref '([^']*)'\.$/,
    ([values, name]) => ({
      code: 'dangling-idref',
      message: `Nothing has the value ${quoted(values!)} that is referred to here (“${local(name!)}” of the schema).`,
      fix: 'Write a value that is there.',
      value: /^'([^]*)'$/.exec(values!)?.[1] ?? '',
    }),
  ],
];

const quoted = (values: string): string => values.replace(/'([^']*)'/g, '“$1”');

/** Reads one message. */
export function readXsdMessage(message: string): XsdProblem {
  const said = message.replace(/^Schemas validity error : /, '').trim();
  const head = /^Element '([^']+)'(?:, attribute '([^']+)')?: ([^]*)$/.exec(said);
  // Names have their namespaces in braces; braces of a pattern are its own.
  const shown = `The XML Schema says: ${said.replace(/(?<=['(,] ?)\{[^{}']*\}(?=[\p{L}_])/gu, '')}`;
  if (head === null) return { code: 'xsd-invalid', message: shown, element: '' };
  const where = { element: local(head[1]!), ...(head[2] !== undefined && { attribute: local(head[2]) }) };
  for (const [pattern, read] of readers) {
    const found = pattern.exec(head[3]!);
    if (found !== null) return { ...where, ...read(found.slice(1), where) };
  }
  return { ...where, code: 'xsd-invalid', message: shown };
}

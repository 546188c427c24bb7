import { normalise } from './datatype.ts';
import type { Datatype, Param, Primitive, ValueContext } from './datatype.ts';
import { compileXsdRegex } from '../regex/xsd-regex.ts';

/** A test that a literal and its value must pass. */
type Test<V> = (value: V, literal: string) => boolean;

/** A type with its facets, or the sentence that says which facet is wrong. */
export function restrict<V>(
  library: string,
  name: string,
  primitive: Primitive<V>,
  params: readonly Param[],
): Datatype | string {
  const tests: Test<V>[] = [];
  for (const param of params) {
    const test = facetTest(primitive, param);
    if (typeof test === 'string') return test;
    tests.push(test);
  }
  const { whiteSpace } = primitive;
  const valueOf = (literal: string, context: ValueContext): V | undefined => {
    const plain = normalise(literal, whiteSpace);
    const value = primitive.parse(plain, context);
    return value !== undefined && tests.every((test) => test(value, plain)) ? value : undefined;
  };
  return {
    library,
    name,
    params,
    allows: (literal, context) => valueOf(literal, context) !== undefined,
    key: (literal, context) => {
      const value = valueOf(literal, context);
      return value === undefined ? undefined : primitive.key(value);
    },
    contextual: primitive.contextual ?? false,
  };
}

const noContext: ValueContext = { namespaceOf: () => undefined };

function facetTest<V>(primitive: Primitive<V>, { name, value }: Param): Test<V> | string {
  switch (name) {
    case 'pattern':
      return patternTest(value);
    case 'length':
    case 'minLength':
    case 'maxLength':
      return lengthTest(primitive, name, value);
    case 'totalDigits':
    case 'fractionDigits':
      return digitsTest(primitive, name, value);
    case 'minInclusive':
    case 'minExclusive':
    case 'maxInclusive':
    case 'maxExclusive':
      return boundTest(primitive, name, value);
    default:
      return `“${name}” is not a facet of the W3C types.`;
  }
}

function patternTest<V>(pattern: string): Test<V> | string {
  const expression = compileXsdRegex(pattern);
  if (typeof expression === 'string')
    return `“${pattern}” is not a regular expression of XML Schema that can be used: ${expression}.`;
  return (_, literal) => expression.test(literal);
}

const count = (value: string): number | undefined =>
  /^[ \t\n\r]*\+?\d+[ \t\n\r]*$/.test(value) ? Number(value) : undefined;

function lengthTest<V>(primitive: Primitive<V>, name: string, value: string): Test<V> | string {
  const wanted = count(value);
  const lengthOf = primitive.length?.bind(primitive);
  if (lengthOf === undefined) return `The facet “${name}” does not apply to this type.`;
  if (wanted === undefined) return `“${value}” is not a number for the facet “${name}”.`;
  if (name === 'length') return (one) => lengthOf(one) === wanted;
  return name === 'minLength' ? (one) => lengthOf(one) >= wanted : (one) => lengthOf(one) <= wanted;
}

function digitsTest<V>(primitive: Primitive<V>, name: string, value: string): Test<V> | string {
  const wanted = count(value);
  const digitsOf = primitive.digits?.bind(primitive);
  if (digitsOf === undefined) return `The facet “${name}” does not apply to this type.`;
  if (wanted === undefined || (name === 'totalDigits' && wanted === 0))
    return `“${value}” is not a number for the facet “${name}”.`;
  return name === 'totalDigits' ? (one) => digitsOf(one).total <= wanted : (one) => digitsOf(one).fraction <= wanted;
}

function boundTest<V>(primitive: Primitive<V>, name: string, value: string): Test<V> | string {
  const compare = primitive.compare?.bind(primitive);
  if (compare === undefined) return `The facet “${name}” does not apply to this type.`;
  const bound = primitive.parse(normalise(value, primitive.whiteSpace), noContext);
  if (bound === undefined) return `“${value}” is not a value of the type that the facet “${name}” limits.`;
  if (name === 'minInclusive') return (one) => compare(one, bound) >= 0;
  if (name === 'minExclusive') return (one) => compare(one, bound) > 0;
  return name === 'maxInclusive' ? (one) => compare(one, bound) <= 0 : (one) => compare(one, bound) < 0;
}

/** Tests in selectors: what is in brackets. */

export type Test =
  | { readonly is: 'has'; readonly name: string }
  | { readonly is: 'equals' | 'token' | 'begins'; readonly name: string; readonly value: string }
  /** It is in an element of this name: directly, or anywhere. */
  | { readonly is: 'ancestor'; readonly name: string }
  /** It is directly in the first, which is directly in the second, and so on. */
  | { readonly is: 'parents'; readonly names: readonly string[] }
  /** An element of this name (`*`: any), or text, is directly in it. */
  | { readonly is: 'holds'; readonly name: string }
  | { readonly is: 'not'; readonly test: Test }
  | { readonly is: 'all' | 'some'; readonly tests: readonly Test[] };

/** What `holds` is for text. */
export const textName = 'text()';

/** What can be asked of an element. Names are those of TEI, as they are written. */
export interface Asked {
  /** Undefined: it has none. */
  attribute(name: string): string | undefined;
  isIn(name: string): boolean;
  isDirectlyIn(names: readonly string[]): boolean;
  has(name: string): boolean;
}

/** Whether a test is true of an element. */
export function holds(test: Test, element: Asked): boolean {
  switch (test.is) {
    case 'not':
      return !holds(test.test, element);
    case 'all':
      return test.tests.every((one) => holds(one, element));
    case 'some':
      return test.tests.some((one) => holds(one, element));
    case 'has':
      return element.attribute(test.name) !== undefined;
    case 'equals':
      return element.attribute(test.name) === test.value;
    case 'begins':
      return element.attribute(test.name)?.startsWith(test.value) === true;
    case 'token':
      return tokens(element.attribute(test.name)).includes(test.value);
    case 'ancestor':
      return element.isIn(test.name);
    case 'parents':
      return element.isDirectlyIn(test.names);
    case 'holds':
      return element.has(test.name);
  }
}

const tokens = (value = ''): string[] => value.split(/[ \t\r\n]+/).filter(Boolean);

/** What the tests of a step ask of the content of an element. */
export function asksOfContent(tests: readonly Test[]): string[] {
  return tests.flatMap((test) => {
    if (test.is === 'holds') return [test.name];
    if (test.is === 'not') return asksOfContent([test.test]);
    return test.is === 'all' || test.is === 'some' ? asksOfContent(test.tests) : [];
  });
}

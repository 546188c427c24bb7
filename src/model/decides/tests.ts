/** Tests of attributes in selectors: what is in brackets. */

export type Test =
  | { readonly is: 'has'; readonly name: string }
  | { readonly is: 'equals' | 'token' | 'begins'; readonly name: string; readonly value: string }
  | { readonly is: 'not'; readonly test: Test }
  | { readonly is: 'all' | 'some'; readonly tests: readonly Test[] };

interface TestFault {
  readonly fault: string;
  readonly fix?: string;
}

/** Whether a test is true of an element. `attribute` gives the value of an attribute; undefined: it has none. */
export function holds(test: Test, attribute: (name: string) => string | undefined): boolean {
  switch (test.is) {
    case 'not':
      return !holds(test.test, attribute);
    case 'all':
      return test.tests.every((one) => holds(one, attribute));
    case 'some':
      return test.tests.some((one) => holds(one, attribute));
    case 'has':
      return attribute(test.name) !== undefined;
    case 'equals':
      return attribute(test.name) === test.value;
    case 'begins':
      return attribute(test.name)?.startsWith(test.value) === true;
    case 'token':
      return (
        attribute(test.name)
          ?.split(/[ \t\r\n]+/)
          .includes(test.value) === true
      );
  }
}

/** Brackets in brackets that a person writes are few. */
const deepest = 8;

const space = '[ \\t\\r\\n]*';
const attribute = '@([\\p{L}_][\\p{L}\\p{N}_.:-]*)';
const literal = `(?:'([^']*)'|"([^"]*)")`;
const parts = {
  space: new RegExp(space, 'uy'),
  equals: new RegExp(`${attribute}${space}=${space}${literal}`, 'uy'),
  has: new RegExp(`${attribute}(?![\\p{L}\\p{N}_.:-]|${space}[=!<>])`, 'uy'),
  call: new RegExp(
    `(contains-token|starts-with)${space}\\(${space}${attribute}${space},${space}${literal}${space}\\)`,
    'uy',
  ),
  not: new RegExp(`not${space}\\(`, 'uy'),
  open: /\(/y,
  close: /\)/y,
  and: /and\b/y,
  or: /or\b/y,
  child: /(?:tei:)?[\p{L}_*.][\p{L}\p{N}_.:/-]*(?![\p{L}\p{N}_.:-]*[ \t\r\n]*\()/uy,
};

/** Thrown inside this file only. */
class Unreadable extends Error {
  readonly what: TestFault;

  constructor(what: TestFault) {
    super(what.fault);
    this.what = what;
  }
}

class TestReader {
  readonly text: string;
  at: number;
  count = 0;
  private depth = 0;

  constructor(text: string, at: number) {
    this.text = text;
    this.at = at;
  }

  /** What is at this place, if it is this; spaces before it are passed over. */
  take(part: RegExp): RegExpExecArray | undefined {
    parts.space.lastIndex = this.at;
    parts.space.exec(this.text);
    part.lastIndex = parts.space.lastIndex;
    const found = part.exec(this.text);
    if (!found) return undefined;
    this.at = part.lastIndex;
    return found;
  }

  some(): Test {
    const tests = [this.all()];
    while (this.take(parts.or)) tests.push(this.all());
    return tests.length === 1 ? tests[0]! : { is: 'some', tests };
  }

  private all(): Test {
    const tests = [this.one()];
    while (this.take(parts.and)) tests.push(this.one());
    return tests.length === 1 ? tests[0]! : { is: 'all', tests };
  }

  private one(): Test {
    const isNot = this.take(parts.not) !== undefined;
    if (isNot || this.take(parts.open)) {
      if (++this.depth > deepest) throw new Unreadable({ fault: `has more than ${deepest} brackets in each other` });
      const test = this.some();
      if (!this.take(parts.close)) throw this.unreadable();
      this.depth--;
      return isNot ? { is: 'not', test } : test;
    }
    this.count++;
    const call = this.take(parts.call);
    if (call) {
      const [, is, name = '', single, double] = call;
      return { is: is === 'starts-with' ? 'begins' : 'token', name, value: single ?? double ?? '' };
    }
    const equals = this.take(parts.equals);
    if (equals) return { is: 'equals', name: equals[1]!, value: equals[2] ?? equals[3] ?? '' };
    const has = this.take(parts.has);
    if (has) return { is: 'has', name: has[1]! };
    throw this.unreadable();
  }

  unreadable(): Unreadable {
    const from = this.at;
    const child = this.take(parts.child);
    const rest = this.text.slice(from);
    if (!child) return new Unreadable({ fault: `has a test that cannot be read from “${rest}”` });
    return new Unreadable({
      fault: `asks whether “${child[0]}” is in the element, which is not known where the element begins`,
      fix: 'Ask for attributes (@type) and for the elements around (div/ab) only.',
    });
  }
}

/** Reads the tests of a step, if it has any, and the white space behind them. */
export function readTests(
  text: string,
  from: number,
): { readonly tests: readonly Test[]; readonly count: number; readonly at: number } | TestFault {
  const reader = new TestReader(text, from);
  const tests: Test[] = [];
  try {
    while (reader.take(/\[/y)) {
      tests.push(reader.some());
      if (!reader.take(/\]/y)) throw reader.unreadable();
    }
  } catch (error) {
    if (error instanceof Unreadable) return error.what;
    throw error;
  }
  reader.take(parts.space);
  return { tests, count: reader.count, at: reader.at };
}

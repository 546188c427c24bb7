import { type Test, textName } from './tests.ts';

/** Reads the tests of a selector. What XPath can ask in addition is reported, with what can be asked. */

interface TestFault {
  readonly fault: string;
  readonly fix?: string;
}

/** Brackets in brackets that a person writes are few. */
const deepest = 8;

const space = '[ \\t\\r\\n]*';
const name = '[\\p{L}_][\\p{L}\\p{N}_.-]*';
const element = `(?:tei:)?(${name})`;
const attribute = `@(${name}(?::${name})?)`;
const literal = `(?:'([^']*)'|"([^"]*)")`;
/** Nothing follows that would make it another test. */
const only = `(?![\\p{L}\\p{N}_.:/-]|${space}(?:[=!<>(+*/[]|(?:gt|lt|ge|le|eq|ne|is|div|mod|to|union|intersect|except|instance|castable)\\b))`;
const parts = {
  space: new RegExp(space, 'uy'),
  equals: new RegExp(`${attribute}${space}=${space}${literal}`, 'uy'),
  has: new RegExp(`${attribute}${only}`, 'uy'),
  call: new RegExp(
    `(contains-token|starts-with)${space}\\(${space}${attribute}${space},${space}${literal}${space}\\)`,
    'uy',
  ),
  parents: new RegExp(`parent::${element}((?:/parent::(?:tei:)?${name}){0,7})${only}`, 'uy'),
  ancestor: new RegExp(`ancestor::${element}${only}`, 'uy'),
  text: new RegExp(`(?:child::)?text${space}\\(${space}\\)${only}`, 'uy'),
  any: new RegExp(`(?:child::)?\\*(?=${space}(?:\\]|\\)|and\\b|or\\b|$))`, 'uy'),
  child: new RegExp(`(?:child::)?${element}${only}`, 'uy'),
  not: new RegExp(`not${space}\\(`, 'uy'),
  open: /\(/y,
  close: /\)/y,
  and: /and\b/y,
  or: /or\b/y,
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
    const test = this.ofAttribute() ?? this.ofPlace();
    if (!test) throw this.unreadable();
    return test;
  }

  private ofAttribute(): Test | undefined {
    const call = this.take(parts.call);
    if (call) {
      const [, is, named = '', single, double] = call;
      return { is: is === 'starts-with' ? 'begins' : 'token', name: named, value: single ?? double ?? '' };
    }
    const equals = this.take(parts.equals);
    if (equals) return { is: 'equals', name: equals[1]!, value: equals[2] ?? equals[3] ?? '' };
    const has = this.take(parts.has);
    return has && { is: 'has', name: has[1]! };
  }

  private ofPlace(): Test | undefined {
    const parents = this.take(parts.parents);
    if (parents) {
      const more = parents[2]!.split('/parent::').slice(1);
      return { is: 'parents', names: [parents[1]!, ...more.map((one) => one.replace('tei:', ''))] };
    }
    const ancestor = this.take(parts.ancestor);
    if (ancestor) return { is: 'ancestor', name: ancestor[1]! };
    if (this.take(parts.text)) return { is: 'holds', name: textName };
    if (this.take(parts.any)) return { is: 'holds', name: '*' };
    const child = this.take(parts.child);
    return child && { is: 'holds', name: child[1]! };
  }

  unreadable(): Unreadable {
    this.take(parts.space);
    return new Unreadable({ fault: `has a test that cannot be read from “${this.text.slice(this.at)}”` });
  }
}

export interface ReadTests {
  readonly tests: readonly Test[];
  readonly count: number;
  readonly at: number;
}

function readWith<Read>(text: string, from: number, read: (reader: TestReader) => Read): Read | TestFault {
  try {
    return read(new TestReader(text, from));
  } catch (error) {
    if (error instanceof Unreadable) return error.what;
    throw error;
  }
}

/** Reads the tests of a step, if it has any, and the white space behind them. */
export const readTests = (text: string, from: number): ReadTests | TestFault =>
  readWith(text, from, (reader) => {
    const tests: Test[] = [];
    while (reader.take(/\[/y)) {
      tests.push(reader.some());
      if (!reader.take(/\]/y)) throw reader.unreadable();
    }
    reader.take(parts.space);
    return { tests, count: reader.count, at: reader.at };
  });

/** Reads a text that is one test: the predicate of a model in an ODD. */
export const readTest = (text: string): ReadTests | TestFault =>
  readWith(text, 0, (reader) => {
    const tests = [reader.some()];
    reader.take(parts.space);
    if (reader.at < text.length) throw reader.unreadable();
    return { tests, count: reader.count, at: reader.at };
  });

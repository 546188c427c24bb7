import type { XmlTag } from '../../../source/xml.ts';
import { decoded } from '../decoded.ts';

/**
 * What is around the text of a page as a list of lines: a start tag with its attributes, words, a value of the data for machines, an end tag. The
 * same list is computed from the data of the edition; whatever a page has that is not in that list is found, and so is what it does not have.
 */

/** An element that is expected: its name, its attributes (those without a value are absent) and what is in it. */
export type Expected =
  | string
  | undefined
  | readonly [name: string, attributes: Readonly<Record<string, string | undefined>>, ...inside: Expected[]]
  | Data;

interface Data {
  readonly data: unknown;
}

const oneLine = (words: string): string => (/[\t\n\r]| {2}/.test(words) ? words.replace(/[ \t\n\r]+/g, ' ') : words);

/** Where a link leads is compared decoded, everything else as it is. */
const valueOf = (name: string, value: string): string => oneLine(name === 'href' ? decoded(value) : value);

function startTag(name: string, attributes: readonly (readonly [string, string])[]): string {
  const said = attributes.map(([attribute, value]) => ` ${attribute}="${valueOf(attribute, value)}"`).sort();
  return `<${name}${said.join('')}>`;
}

/** Every value in data for machines, with the way to it. */
function dataLines(value: unknown, way = ''): string[] {
  if (value === undefined) return [];
  if (typeof value !== 'object' || value === null) return [`data${way}: ${JSON.stringify(value)}`];
  const inner = Object.entries(value).flatMap(([name, each]) => dataLines(each, `${way} ${name}`));
  return Array.isArray(value) ? [`data${way}: ${value.length} in a list`, ...inner] : inner;
}

const isData = (expected: object): expected is Data => 'data' in expected;

/** Words next to each other are one line. */
function joined(inside: readonly Expected[]): Expected[] {
  const parts: Expected[] = [];
  for (const part of inside) {
    const last = parts.at(-1);
    if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part;
    else if (part !== undefined) parts.push(part);
  }
  return parts;
}

/** The lines of what is expected. */
export function linesOf(expected: Expected): string[] {
  if (expected === undefined) return [];
  if (typeof expected === 'string') return /^[ \t\n\r]*$/.test(expected) ? [] : [oneLine(expected)];
  if (isData(expected)) return dataLines(expected.data);
  const [name, attributes, ...inside] = expected;
  const said = Object.entries(attributes).flatMap(([attribute, value]): [string, string][] =>
    value === undefined ? [] : [[attribute, value]],
  );
  return [startTag(name, said), ...joined(inside).flatMap(linesOf), `</${name}>`];
}

/** Characters that our data for machines never hold as they are: HTML and XML could take them for something else. */
const escaped = (json: string): string =>
  json.replace(/[<>&\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);

function readData(json: string): string[] {
  try {
    const value: unknown = JSON.parse(json);
    // A name that is given twice is read once.
    return escaped(JSON.stringify(value)) === json ? dataLines(value) : [...dataLines(value), 'data that say it twice'];
  } catch {
    return ['data that cannot be read'];
  }
}

/** Collects the lines of a page while it is read; it is given nothing of what is in `main`. */
export class FrameReader {
  readonly lines: string[] = [];
  private words = '';
  private inScript = false;

  open({ name, attributes }: XmlTag): void {
    this.flush();
    this.inScript = name === 'script';
    this.lines.push(
      startTag(
        name,
        attributes.map((attribute) => [attribute.name, attribute.value]),
      ),
    );
  }

  close(name: string): void {
    this.flush();
    this.inScript = false;
    this.lines.push(`</${name}>`);
  }

  text(value: string): void {
    this.words += value;
  }

  private flush(): void {
    const { words } = this;
    if (words === '') return;
    this.words = '';
    if (this.inScript) this.lines.push(...readData(words));
    else if (!/^[ \t\n\r]*$/.test(words)) this.lines.push(oneLine(words));
  }
}

import type { Group } from '../../src/model/tei/rule.ts';
import type { Shown } from './both-readings.ts';

/** An example of a group of elements, with what it must read as, written by hand. */
export interface Example extends Shown {
  readonly group: Group;
  readonly tei: string;
}

export const example = (group: Group, tei: string, text: string, is: readonly string[]): Example[] => [
  { group, tei, text, is },
];

/** An element with a look, pointers, and elements in it with white space between them: what any row of the table could change. */
const tried = (name: string): string =>
  `<p>x<${name} rend="italic" target="#t" ref="#r">a<num>b</num> <num>c</num></${name}>y</p>`;

/** An example for each element of a list that is words in a line; `said`: what is said of its words next to their look. */
const inLine = (group: Group, names: string, said: readonly string[]): Example[] =>
  names.split(' ').map((name) => {
    const is = ['block paragraph “xab cy”', ...['look italic', ...said].map((line) => `${line} “ab c”`)];
    return { group, tei: tried(name), text: 'xab cy', is };
  });

/** Elements that are nothing but words in a line. */
export const spans = (group: Group, names: string): Example[] => inLine(group, names, []);

/** Elements that are words of a role. */
export const spansAs = (group: Group, role: string, names: string): Example[] => inLine(group, names, [`as ${role}`]);

/** Elements whose words have a status. */
export const withStatus = (group: Group, status: string, names: string): Example[] => inLine(group, names, [status]);

/** Elements that may point to the register, with or without a role. */
export const pointing = (group: Group, role: string, names: string): Example[] =>
  inLine(group, names, [...(role === '' ? [] : [`as ${role}`]), 'to name #r']);

/** Elements that are links. */
export const links = (group: Group, names: string): Example[] => inLine(group, names, ['to link #t']);

/** Elements that nobody has decided about: their words are kept. */
export const kept = (group: Group, names: string): Example[] => spansAs(group, 'unknown', names);

/** Elements that are on lines of their own, also among words; `own`: what each of them is, as kind and role. */
export const blocks = (group: Group, own: string, names: string): Example[] =>
  names.split(' ').map((name) => ({
    group,
    tei: tried(name),
    text: 'x ab c y',
    is: ['block paragraph “x ab c y”', `${own === '' ? `block ${name}` : own} “ab c”`, 'look italic “ab c”'],
  }));

/** Elements on lines of their own in which every part is on a line of its own: loose words are paragraphs. */
export const containers = (group: Group, own: string, names: string): Example[] =>
  blocks(group, own, names).map(({ is: [around, node, look], ...rest }) => ({
    ...rest,
    text: 'x a b c y',
    is: [
      around!.replace('ab c', 'a b c'),
      node!.replace('ab c', 'a b c'),
      ...['a', 'b', 'c'].map((word) => `block paragraph “${word}”`),
      look!.replace('ab c', 'a b c'),
    ],
  }));

/** Statements of a record: sections called like the element, in which elements among words are facts. */
export const statements = (group: Group, names: string): Example[] =>
  names.split(' ').map((name) => ({
    group,
    tei: tried(name),
    text: 'x a b c y',
    is: [
      'block paragraph “x a b c y”',
      `section ${name} “a b c”`,
      'block paragraph “a”',
      'block fact:num “b”',
      'block fact:num “c”',
      'look italic “a b c”',
    ],
  }));

/** Facts of a record: blocks called like the element, whose role the source cannot change. */
export const facts = (group: Group, names: string): Example[] =>
  names
    .split(' ')
    .flatMap((name) => [
      ...blocks(group, `block fact:${name}`, name),
      ...example(group, `<${name} role="r"><num>b</num><num>c</num></${name}>`, 'bc', [`block fact:${name} “bc”`]),
    ]);

/** Facts that have parts where no words are directly in them. */
export const factsOfParts = (group: Group, names: string): Example[] =>
  names
    .split(' ')
    .flatMap((name) => [
      ...blocks(group, `block fact:${name}`, name),
      ...example(group, `<${name} role="r"><num>b</num> <num>c</num></${name}>`, 'b c', [
        `block fact:${name} “b c”`,
        'block fact:num “b”',
        'block fact:num “c”',
      ]),
    ]);

/** Words that have parts where they are a fact and no words are directly in them; `said`: what is said of them. */
export const withParts = (group: Group, names: string, said: readonly string[] = []): Example[] =>
  names
    .split(' ')
    .flatMap((name) =>
      example(
        group,
        `<person><${name}><num>b</num><note>n</note><num>c</num></${name}><${name}>d<num>e</num></${name}></person>`,
        'b[1] c de [1: n]',
        [
          'item “b[1] c de”',
          `block fact:${name} “b[1] c”`,
          'block fact:num “b”',
          'block fact:num “c”',
          `block fact:${name} “de”`,
          ...said.map((each) => `${each} “b[1] c de”`),
        ],
      ),
    );

/** Elements that are not text: nothing of them is read, and what is around them stays as it is. */
export const nothingOf = (group: Group, names: string): Example[] =>
  names.split(' ').map((name) => ({
    group,
    tei: `<p>a<${name}>not <num>read</num><note>!</note></${name}>b</p>`,
    text: 'ab',
    is: ['block paragraph “ab”'],
  }));

import { describe, expect, it } from 'vitest';
import { readTable } from '../../src/model/decides/table.ts';

/** What selectors and rows may say, and what is said of those that say something else. */

const block = { kind: 'block' };
const faults = (table: Record<string, Record<string, string>>) => readTable(table).faults;
const faultOf = (selector: string, row: Record<string, string> = block): string =>
  faults({ [selector]: row })
    .map(({ message, fix }) => `${message} → ${fix}`)
    .join();

describe('A selector', () => {
  it.each([
    'seg',
    "seg[@type='letterhead']",
    'div[@type="letter"]//ab[@rend]/seg',
    "text//body/div[@type='x' and not(@n)]//seg[@a or @b]",
    "seg[contains-token(@ana, '#head')][starts-with(@n,'1')]",
    " seg | ab[ @type = 'verse' ] ",
    '*[@type]/seg',
    '//tei:seg',
    "seg[not(@type='a' or (@n and @b))]",
    'seg[hi and not(text())]',
    'seg[child::hi or child::*]',
    'seg[*]',
    'p[parent::tei:div/parent::body and @n]',
    'p[not(ancestor::note)]',
  ])('can be %s', (selector) => {
    expect(faultOf(selector)).toBe('');
  });

  it.each([
    ['seg[not(hi/@rend)]', /cannot be read from “hi/],
    ['seg[count(hi) > 1]', /cannot be read from “count/],
    ['seg[preceding-sibling::p]', /cannot be read from “preceding-sibling/],
    ['seg[ancestor::div/p]', /cannot be read from “ancestor/],
    ['seg[hi=1]', /cannot be read/],
    ['seg[1]', /a test that cannot be read from “1\]”/],
    ["seg[@type!='x']", /cannot be read from/],
    ["seg[@type='x'", /cannot be read/],
    ["seg[matches(@n,'(a+)+')]", /cannot be read/],
    ['seg[position()=1]', /cannot be read/],
    ['', /has no element name/],
    ['seg |', /has no element name/],
    ['/TEI', /begins with “\/”/],
    ['seg p', /cannot be read from “p”/],
    ['ancestor::div', /has no element name at “::div”/],
    ['a/b/c/d/e/f/g/h/i', /more than 8 steps/],
    [`seg[${'not('.repeat(20)}@a${')'.repeat(20)}]`, /more than 8 brackets/],
    [`seg[@a='${'x'.repeat(400)}']`, /400 are allowed/],
    ['body', /holds the text together/],
    ["div[@type='x']", /holds the text together/],
    ['*[@n]', /which could be any element/],
    ['lem', /depends on those next to it/],
    ['table', /cannot be something else/],
    ['anchor', /cannot be something else/],
    ['milestone', /holds no words.*page-break/],
  ])('cannot be %s', (selector, message) => {
    expect(faultOf(selector)).toMatch(message);
  });
});

describe('A row', () => {
  it.each([
    [{ role: 'closer' }], [{ kind: 'block', role: 'closer' }], [{ status: 'supplied' }], [{ counted: 'no' }], [{ class: 'own two' }],
    [{ kind: 'nothing' }], [{ kind: 'note', class: 'mine' }], [{ role: 'person' }],
  ])('can be %j', (row) => {
    expect(faultOf('p', row)).toBe('');
  }); // prettier-ignore

  it.each([
    [{ kind: 'paragraph' }, /“paragraph” is not a kind → Write one of these: block, heading, .* “paragraph” is a role/],
    [{ role: 'letterhead' }, /“letterhead” is not a role → .*closer.*A name of your own goes into “class”/],
    [{ kind: 'block', role: 'person' }, /“person” is not a role of the kind “block”/],
    [{ status: 'lost' }, /“lost” is not a status → .*supplied/],
    [{ status: 'supplied', kind: 'block' }, /no other kind or role/],
    [{ counted: 'yes' }, /can only be “no”/],
    [{ counted: 'no', kind: 'block' }, /not counted have no kind/],
    [{ class: 'a"b' }, /is not a class/],
    [{ colour: 'red' }, /“colour” is not a property/],
    [{}, /says nothing/],
    [{ kind: 'page-break' }, /a break or a mark holds none → Only these/],
    [{ kind: 'constructor' }, /is not a kind/],
  ] as [Record<string, string>, RegExp][])('cannot be %j', (row, message) => {
    expect(faultOf('p', row)).toMatch(message);
  });

  it('more than 200 of them are refused, once', () => {
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`seg[@n='${i}']`, block]));
    expect(faults(many).map(({ message }) => message)).toEqual(['there are more than 200 rows']);
  });
});

it('of two rows the one with more tests is stronger, then the one with more elements, then the later', () => {
  const { table } = readTable({ seg: block, 'p//seg': block, 'seg[@a]': block, w: block, 'ab | seg[@b]': block });
  expect(table.decisions.map(({ row, path }) => `${row} (${path.steps.at(-1)!.name})`)).toEqual([
    'ab | seg[@b] (seg)', 'seg[@a] (seg)', 'p//seg (seg)', 'ab | seg[@b] (ab)', 'w (w)', 'seg (seg)',
  ]); // prettier-ignore
});

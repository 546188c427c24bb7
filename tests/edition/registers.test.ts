import { expect, it } from 'vitest';
import { readFiles } from '../harness/edition.ts';
import { tei } from '../harness/letters.ts';

/** What the register knows of what texts point to. */

const entries = `<div type="document" xml:id="d1"><head>Lists</head>
<listPerson><person xml:id="p"><persName><surname>Ames</surname>, <forename>Ada</forename></persName><note>Teacher.</note></person></listPerson>
<listOrg><org xml:id="o"><orgName>Harbour Board</orgName></org></listOrg>
<listPlace><place xml:id="l"><placeName>Leeds</placeName></place></listPlace>
<listEvent><event xml:id="e"><label>The fire</label></event></listEvent>
<listObject><object xml:id="b"><objectIdentifier><objectName>Seal</objectName></objectIdentifier></object></listObject>
<list><item><term xml:id="t">ABM</term> missile</item><item><persName xml:id="q">Bell</persName></item><item><orgName xml:id="r">Board</orgName></item>
<item><placeName xml:id="s">York</placeName></item></list>
<taxonomy><category xml:id="c"><term>Treaties</term></category><category xml:id="d"><catDesc>Letters</catDesc></category></taxonomy>
<listPerson><person xml:id="m"><name>Mamroth, Fedor</name></person></listPerson></div>`;

it('has each kind of entry by its id, with its name', () => {
  const { edition, units } = readFiles({ 'a.xml': tei(entries) });
  const found = [...'polebtqrscdm'].map((id) => {
    const entry = edition.register(`#${id}`, units[0]!);
    return entry && `${id}: ${entry.kind} ${entry.name}`;
  });
  expect(found).toMatchInlineSnapshot(`
    [
      "p: person Ames, Ada",
      "o: organization Harbour Board",
      "l: place Leeds",
      "e: other The fire",
      "b: other Seal",
      "t: term ABM",
      "q: person Bell",
      "r: organization Board",
      "s: place York",
      "c: term Treaties",
      "d: term Letters",
      "m: person Mamroth, Fedor",
    ]
  `);
  expect(edition.register('#p', units[0]!)).toMatchObject({ family: 'Ames', given: 'Ada' });
  expect(edition.register('#nobody', units[0]!)).toBeUndefined();
});
